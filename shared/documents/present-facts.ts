import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { InvoiceLine } from '../billing/schema.ts'
import type { Address } from '../practice/schema.ts'

/** What the records say now of the same clinic, people, episode and visit. Diagnoses are those valid on the date of service. */
export type FactsOnFile = Pick<InvoiceFacts, 'clinic' | 'practitioner' | 'patient' | 'policy' | 'episode' | 'diagnoses' | 'prescription'>

/**
 * The facts of a superbill that is not issued yet, or is being corrected: what was charged stays frozen, but a name, number or claim that was missing or
 * mistyped at check-out is taken as it stands now. The plan stays the one of the visit when the patient changed insurers since; so do place and prescription.
 */
export function presentFacts(frozen: InvoiceFacts, now: FactsOnFile): InvoiceFacts {
  return {
    ...frozen,
    clinic: presentClinic(frozen.clinic, now.clinic),
    practitioner: {
      ...known(frozen.practitioner, now.practitioner),
      licenseExpiresOn: frozen.practitioner.licenseExpiresOn ?? now.practitioner.licenseExpiresOn,
    },
    patient: presentPatient(frozen.patient, now.patient),
    policy: presentPolicy(frozen.policy, now.policy),
    episode: presentEpisode(frozen.episode, now.episode),
    diagnoses: now.diagnoses.length > 0 ? now.diagnoses : frozen.diagnoses,
    prescription: presentPrescription(frozen.prescription, now.prescription),
  }
}

/** Lines go on pointing to the same codes, under their present letters; to all of them, at most four, where none of theirs is left. */
export function presentPointers(lines: readonly InvoiceLine[], before: InvoiceFacts, after: InvoiceFacts): InvoiceLine[] {
  const codes = new Map(before.diagnoses.map(({ letter, code }) => [letter, code]))
  return lines.map(line => {
    const pointed = new Set(line.pointers.map(letter => codes.get(letter)))
    const kept = after.diagnoses.filter(({ code }) => pointed.has(code))
    return { ...line, pointers: (kept.length > 0 ? kept : after.diagnoses).map(({ letter }) => letter).slice(0, 4) }
  })
}

// The clinic may have moved since the visit; its numbers are the same everywhere.
function presentClinic(frozen: InvoiceFacts['clinic'], now: InvoiceFacts['clinic']): InvoiceFacts['clinic'] {
  const { taxId, organisationNpi } = known(frozen, now)
  return { ...known(now, frozen), taxId, organisationNpi, address: isWhole(frozen.address) ? frozen.address : now.address }
}

function presentPatient(frozen: InvoiceFacts['patient'], now: InvoiceFacts['patient']): InvoiceFacts['patient'] {
  const { sex, phone } = known(frozen, now)
  return { ...now, sex, phone, address: isWhole(now.address) ? now.address : frozen.address }
}

function presentPolicy(frozen: InvoiceFacts['policy'], now: InvoiceFacts['policy']): InvoiceFacts['policy'] {
  if (!frozen?.memberId) return now ?? frozen
  return now?.memberId && frozen.payer.name === now.payer.name ? now : frozen
}

function presentEpisode(frozen: InvoiceFacts['episode'], now: InvoiceFacts['episode']): InvoiceFacts['episode'] {
  if (!frozen || !now) return frozen ?? now
  const claim = frozen.claim && now.claim ? known(frozen.claim, now.claim) : now.claim
  return { ...now, onsetOn: now.onsetOn ?? frozen.onsetOn, claim }
}

function presentPrescription(frozen: InvoiceFacts['prescription'], now: InvoiceFacts['prescription']): InvoiceFacts['prescription'] {
  if (!frozen || !now || frozen.id !== now.id) return frozen ?? now
  return { ...now, visitNumber: frozen.visitNumber }
}

// Parts of two addresses make none.
const isWhole = ({ street, city, state, zip }: Address) => ![street, city, state, zip].some(isMissing)

/** One record over another: what the later one does not know stays as the earlier one said. */
function known<T extends object>(earlier: T, later: T): T {
  const said = Object.entries(later).filter(([, value]) => !isMissing(value))
  return { ...earlier, ...Object.fromEntries(said) }
}
const isMissing = (value: unknown) => value === '' || value === null
