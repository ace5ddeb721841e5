import { type ClaimTyped, NOTHING_TYPED } from '../../shared/documents/claim-form.ts'
import { insuredBoxes } from '../../shared/documents/claim-form-people.ts'
import { fitted } from '../../shared/documents/claim-form-words.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays } from '../../shared/lib/dates.ts'
import type { Services } from '../app/services.ts'
import { loadClaim } from './claim-form-load.ts'
import { lastAddressOf, lastTyped } from './claim-form-repository.ts'

/**
 * What a new claim of a case begins with: who is insured, their home and the payer’s address as the case’s last claim had them; of the first claim, the
 * address to which the last claim to the same payer was sent. Dates, remarks and resubmission belong to one claim and begin empty.
 */
export function claimStart({ db, clock }: Services, { patientId, episodeId }: Parsed<'documents.claimStart'>): ClaimTyped {
  const before = lastTyped(db, episodeId)
  if (before) {
    const { insuredId, insuredHome, insuredAddress, payerAddress } = before
    return { ...NOTHING_TYPED, insuredId, insuredHome, insuredAddress, payerAddress }
  }
  const today = clock.today()
  const { visits } = loadClaim(db, { patientId, episodeId, from: addDays(today, -YEAR), to: today, typed: NOTHING_TYPED })
  const last = visits.at(-1)
  const payer = last ? (insuredBoxes(last.facts, NOTHING_TYPED).texts.payer ?? '') : ''
  return { ...NOTHING_TYPED, payerAddress: payer === '' ? '' : lastAddressOf(db, fitted('payer', payer).words) }
}

/** How far back visits are looked through for the payer’s name, in days. */
const YEAR = 366
