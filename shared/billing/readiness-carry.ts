import { isNpi } from '../practice/identifiers.ts'
import type { MustCarry } from '../practice/schema.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import type { ReadinessItem } from './readiness-item.ts'
import { attention, dayOf, episodeOf, npiProblem, ok } from './readiness-words.ts'

type Check = (facts: ReadinessFacts) => ReadinessItem | null

/** A check that concerns only payers who want that on a superbill. */
const wanted =
  (what: MustCarry, check: Check): Check =>
  facts =>
    facts.mustCarry.includes(what) ? check(facts) : null

const wants = ({ payer }: ReadinessFacts) => `${payer?.name ?? 'This payer'} wants it on a superbill.`

const taxonomy: Check = facts => {
  const { id, taxonomy: code } = facts.practitioner
  if (code !== '') return ok('taxonomy', `Taxonomy ${code}`)
  const fix = { screen: 'practitioner', field: 'taxonomy', refId: id, label: 'Add taxonomy' } as const
  return attention('taxonomy', 'The therapist’s taxonomy code is missing.', wants(facts), fix)
}

const groupNumber: Check = facts => {
  const { policy, patient } = facts
  if (policy === null) return null
  if (policy.groupNumber !== '') return ok('group-number', `Group ${policy.groupNumber}`)
  const fix = { screen: 'policy', field: 'groupNumber', refId: patient.id, label: 'Add group number' } as const
  return attention('group-number', 'The group number is missing.', `${wants(facts)} Copy it from the card.`, fix)
}

const authorization: Check = facts => {
  const open = facts.visits.find(({ prescription }) => (prescription?.authorizationNumber ?? '') === '')
  if (!open) return ok('authorization', 'Authorization number on file')
  return attention('authorization', `No authorization number for ${dayOf(open)}.`, wants(facts), episodeOf(open, 'prescription', 'Add authorization'))
}

const referrer: Check = facts => {
  const open = facts.visits.find(({ prescription }) => prescription === null)
  // With a prescription, its prescriber’s NPI is checked for every payer.
  if (!open) return null
  return attention('referrer', `No referring provider for ${dayOf(open)}.`, wants(facts), episodeOf(open, 'prescription', 'Add prescription'))
}

const organisationNpi: Check = facts => {
  const { organisationNpi: npi } = facts.clinic
  if (isNpi(npi)) return ok('organisation-npi', `Clinic’s NPI ${npi}`)
  const fix = { screen: 'clinic', field: 'organisationNpi', refId: null, label: npi === '' ? 'Add clinic’s NPI' : 'Fix clinic’s NPI' } as const
  const label = npi === '' ? 'The clinic’s own NPI is missing.' : 'The clinic’s own NPI does not add up.'
  return attention('organisation-npi', label, npi === '' ? wants(facts) : npiProblem(npi), fix)
}

const signature: Check = facts => {
  if (facts.practitioner.signatureOnFile) return ok('signature', 'Signature on file')
  const fix = { screen: 'practitioner', field: 'signatureOnFile', refId: facts.practitioner.id, label: 'Keep on file' } as const
  const sentence = `${wants(facts)} Sign the printed copy, or keep the therapist’s signature on file.`
  return attention('signature', 'No signature is on file.', sentence, fix)
}

/** What this payer wants on a superbill beyond what every superbill has. The license is asked for of everybody. */
export const CARRY_CHECKS: readonly Check[] = [
  wanted('taxonomy', taxonomy),
  wanted('group-number', groupNumber),
  wanted('authorization', authorization),
  wanted('referrer-npi', referrer),
  wanted('organisation-npi', organisationNpi),
  wanted('signature', signature),
]
