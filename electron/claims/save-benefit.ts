import type { Benefit } from '../../shared/claims/benefit.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { getEpisode } from '../episodes/repository.ts'
import { findBenefit, writeBenefit } from './benefit-repository.ts'

/** Sets, changes or takes away what a claim pays at most. Throws `rule_broken` for an illness, `invalid_input` for a day to come. */
export function saveBenefit({ db, clock }: Services, { episodeId, benefit }: Parsed<'claims.saveBenefit'>): Benefit | null {
  const today = clock.today()
  const { kind } = getEpisode(db, today, episodeId)
  if (benefit && kind === 'illness') throw new DomainError('rule_broken', 'Only an accident has a limit. Choose what brought the condition about first.')
  if (benefit?.usedElsewhereOn && benefit.usedElsewhereOn > today) {
    const sentence = 'The insurer cannot have said so in the future.'
    throw new DomainError('invalid_input', sentence, { 'benefit.usedElsewhereOn': sentence })
  }
  writeBenefit(db, episodeId, benefit)
  return findBenefit(db, episodeId, today)
}
