import { Estimate } from '../../shared/documents/estimate.ts'
import { composeEstimate } from '../../shared/documents/estimate-compose.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DocumentId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { estimateFacts } from '../estimates/facts-repository.ts'
import { answerRequests, deleteDraft } from '../estimates/repository.ts'
import { lookAt } from '../estimates/standing-repository.ts'
import { issueAgain } from './issue-again.ts'
import { paperNumber } from './paper-number.ts'
import { getDocument } from './repository.ts'

/**
 * Freezes a good faith estimate under the next number, or as the next version of the one it replaces. Throws `rule_broken` where it names an estimate of
 * somebody else, a service or person that is not there, and `conflict` where a newer version was given.
 */
export function issueEstimate(services: Services, { patientId, draft }: Parsed<'documents.issueEstimate'>): IssuedDocument {
  const { db, clock } = services
  const seen = lookAt(services, patientId)
  const facts = estimateFacts(db, patientId, { draft, seen })
  refuseUnknown(draft, facts)
  const before = draft.replaces === null ? null : replaceable(db, draft.replaces, patientId)
  const first = composeEstimate(draft, facts, { number: null, version: 1, replaces: null, issuedOn: clock.today() })
  const issued = issueAgain<Estimate>(services, {
    kind: 'estimate',
    patientId,
    episodeId: draft.episodeId,
    total: cents(first.totals.expected),
    from: draft.from,
    to: draft.to,
    reason: before && seen.facts.given[0] ? seen.facts.given[0].changes.join(' ').slice(0, 200) : '',
    before,
    number: () => paperNumber(db, 'GE', clock.today()),
    compose: issue => composeEstimate(draft, facts, issue),
    read: frozen => Estimate.parse(frozen),
    whatCounts: ({ letterhead: _letterhead, number: _number, version: _version, replaces: _replaces, issuedOn: _issuedOn, requestedOn: _asked, ...said }) =>
      said,
  })
  answerRequests(db, patientId, issued.id)
  deleteDraft(db, patientId)
  return issued
}

type Draft = Parsed<'documents.issueEstimate'>['draft']

function refuseUnknown({ providers }: Draft, { practitioners, services }: ReturnType<typeof estimateFacts>): void {
  for (const [place, { practitionerId, lines }] of providers.entries()) {
    if (!practitioners.some(({ id }) => id === practitionerId)) refuseAt(`draft.providers.${place}.practitionerId`, 'Choose who gives the services.')
    for (const [at, { serviceId }] of lines.entries())
      if (!services.some(({ id }) => id === serviceId)) refuseAt(`draft.providers.${place}.lines.${at}.serviceId`, 'Choose a service.')
  }
}

function refuseAt(field: string, sentence: string): never {
  throw new DomainError('invalid_input', sentence, { [field]: sentence })
}

function replaceable(db: Database, id: DocumentId, patientId: PatientId): IssuedDocument {
  const document = getDocument(db, id)
  if (document.kind !== 'estimate' || document.patientId !== patientId)
    throw new DomainError('rule_broken', `${document.number} is not an estimate of this patient. Choose the estimate to replace.`)
  if (document.replacedBy !== null) throw new DomainError('conflict', `A newer version of ${document.number} was given already. Open the estimate again.`)
  return document
}
