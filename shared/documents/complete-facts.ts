import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { InvoiceLine } from '../billing/schema.ts'
import type { Address } from '../practice/schema.ts'

/** What the records say now of the same clinic, people, episode and visit. Diagnoses are those valid on the date of service. */
export type FactsOnFile = Pick<InvoiceFacts, 'clinic' | 'practitioner' | 'patient' | 'policy' | 'episode' | 'diagnoses' | 'prescription'>

/**
 * Fills in what was missing at check-out and is on file by now (an NPI, a member ID, the prescription, the physician’s diagnosis), so that a superbill
 * can be put right without charging the visit again. What was frozen stays as it was.
 */
export function completeFacts(facts: InvoiceFacts, onFile: FactsOnFile): InvoiceFacts {
  const { sex, phone } = onFile.patient
  return {
    ...facts,
    clinic: { ...filledIn(facts.clinic, onFile.clinic), address: completeAddress(facts.clinic.address, onFile.clinic.address) },
    practitioner: filledIn(facts.practitioner, onFile.practitioner),
    patient: { ...filledIn(facts.patient, { sex, phone }), address: completeAddress(facts.patient.address, onFile.patient.address) },
    policy: completePolicy(facts.policy, onFile.policy),
    episode: completeEpisode(facts.episode, onFile.episode),
    diagnoses: facts.diagnoses.length > 0 ? facts.diagnoses : onFile.diagnoses,
    prescription: completePrescription(facts.prescription, onFile.prescription),
  }
}

/** Lines charged before there was a diagnosis point to all that are on file now, at most four. */
export function completePointers(lines: readonly InvoiceLine[], before: InvoiceFacts, after: InvoiceFacts): InvoiceLine[] {
  const letters = after.diagnoses.map(diagnosis => diagnosis.letter).slice(0, 4)
  return before.diagnoses.length > 0 ? [...lines] : lines.map(line => (line.pointers.length > 0 ? line : { ...line, pointers: letters }))
}

function completePolicy(frozen: InvoiceFacts['policy'], now: InvoiceFacts['policy']): InvoiceFacts['policy'] {
  if (!frozen?.memberId) return now ?? frozen
  return now && frozen.memberId === now.memberId && frozen.relation === now.relation ? filledIn(frozen, now) : frozen
}

function completeEpisode(frozen: InvoiceFacts['episode'], now: InvoiceFacts['episode']): InvoiceFacts['episode'] {
  if (!frozen || !now || frozen.kind !== now.kind) return frozen
  const claim = frozen.claim && now.claim ? filledIn(frozen.claim, now.claim) : (frozen.claim ?? now.claim)
  return { ...frozen, onsetOn: frozen.onsetOn ?? now.onsetOn, claim }
}

function completePrescription(frozen: InvoiceFacts['prescription'], now: InvoiceFacts['prescription']): InvoiceFacts['prescription'] {
  if (!frozen || !now || frozen.id !== now.id) return frozen ?? now
  const prescriber = frozen.prescriber.name === now.prescriber.name ? filledIn(frozen.prescriber, now.prescriber) : frozen.prescriber
  return { ...filledIn(frozen, now), prescriber, isSigned: frozen.isSigned || now.isSigned }
}

// Taken whole: parts of two addresses make none.
function completeAddress(frozen: Address, now: Address): Address {
  const { street, city, state, zip } = frozen
  return [street, city, state, zip].some(isMissing) ? now : frozen
}

// Only empty texts and unknown dates are filled; a choice that was made is left alone.
function filledIn<T extends object>(frozen: T, now: Partial<T>): T {
  const found = Object.entries(now).filter(([name]) => isMissing(Reflect.get(frozen, name)))
  return { ...frozen, ...Object.fromEntries(found) }
}
const isMissing = (value: unknown) => value === '' || value === null
