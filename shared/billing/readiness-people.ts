import { formatDate, formatMonthDay } from '../lib/dates.ts'
import { isNpi, taxIdWarning } from '../practice/identifiers.ts'
import { isClaim, type ReadinessFacts } from './readiness-facts.ts'
import type { ReadinessItem } from './readiness-item.ts'
import { attention, blocks, npiProblem, ok, spokenName } from './readiness-words.ts'

type Check = (facts: ReadinessFacts) => ReadinessItem | null

const providerNpi: Check = ({ practitioner }) => {
  const fix = { screen: 'practitioner', field: 'npi', refId: practitioner.id, label: practitioner.npi === '' ? 'Add NPI' : 'Fix NPI' } as const
  if (practitioner.npi === '') return blocks('provider-npi', 'The therapist’s NPI is missing.', 'Insurers refuse a superbill without it.', fix)
  if (!isNpi(practitioner.npi)) return blocks('provider-npi', 'The therapist’s NPI does not add up.', npiProblem(practitioner.npi), fix)
  return ok('provider-npi', `Therapist’s NPI ${practitioner.npi}`)
}

const license: Check = ({ practitioner, visits }) => {
  const { licenseNumber, licenseState, licenseExpiresOn } = practitioner
  const fix = { screen: 'practitioner', field: 'licenseNumber', refId: practitioner.id, label: 'Add license' } as const
  if (licenseNumber === '') return attention('license', 'The therapist’s license number is missing.', 'Some insurers ask for number and state.', fix)
  if (licenseState === '')
    return attention('license', 'The license has no state.', 'Choose the state that issued it.', { ...fix, field: 'licenseState', label: 'Add state' })
  const late = visits.find(visit => licenseExpiresOn !== null && visit.serviceOn > licenseExpiresOn)
  if (late && licenseExpiresOn !== null) {
    const sentence = `That was before the visit on ${formatMonthDay(late.serviceOn)}. Enter the renewed date if it was renewed.`
    return attention('license', `License ${licenseState} expired ${formatDate(licenseExpiresOn)}.`, sentence, {
      ...fix,
      field: 'licenseExpiresOn',
      label: 'Update license',
    })
  }
  return ok('license', licenseExpiresOn === null ? `License ${licenseState} on file` : `License ${licenseState} to ${formatDate(licenseExpiresOn)}`)
}

const taxId: Check = ({ clinic }) => {
  const fix = { screen: 'clinic', field: 'taxId', refId: null, label: clinic.taxId === '' ? 'Add tax ID' : 'Check tax ID' } as const
  if (clinic.taxId === '') return blocks('tax-id', 'The clinic’s tax ID is missing.', 'Insurers refuse a superbill without it.', fix)
  const warning = taxIdWarning(clinic.taxId)
  return warning ? attention('tax-id', 'The tax ID looks doubtful.', warning, fix) : ok('tax-id', 'Tax ID on file')
}

const address: Check = ({ clinic }) => {
  const { street, city, state, zip } = clinic.address
  const missing = [street, city, state, zip].some(part => part === '')
  if (!missing && clinic.phone !== '') return ok('address', 'Clinic address and phone')
  const label = missing ? 'The clinic’s address is incomplete.' : 'The clinic’s phone number is missing.'
  return attention('address', label, 'A superbill shows where the service was given, and whom to call.', {
    screen: 'clinic',
    field: missing ? 'address' : 'phone',
    refId: null,
    label: missing ? 'Complete address' : 'Add phone',
  })
}

const birthDate: Check = ({ patient }) =>
  patient.bornOn === null
    ? blocks('birth-date', 'The patient’s date of birth is missing.', 'Insurers tell patients apart by it.', {
        screen: 'patient',
        field: 'bornOn',
        refId: patient.id,
        label: 'Add date of birth',
      })
    : ok('birth-date', `Born ${formatDate(patient.bornOn)}`)

const memberId: Check = ({ policy, payer, patient, visits }) => {
  if (payer?.kind === 'self-pay' || visits.every(isClaim)) return null
  const fix = { screen: 'policy', field: 'memberId', refId: patient.id, label: policy === null ? 'Add policy' : 'Add member ID' } as const
  if (policy === null) return attention('member-id', 'No insurance policy on file.', 'The insurer finds the patient by member ID. Copy it from the card.', fix)
  if (policy.memberId === '') return attention('member-id', 'The member ID is missing.', 'The insurer finds the patient by it. Copy it from the card.', fix)
  return ok('member-id', `Member ID ${policy.memberId}`)
}

const insured: Check = ({ policy, patient, visits }) => {
  if (policy === null || policy.relation === 'self' || visits.every(isClaim)) return null
  const fix = { screen: 'policy', field: 'insuredName', refId: patient.id, label: 'Add insured' } as const
  if (policy.insuredName === '') return attention('insured', 'The insured person is not named.', 'The policy belongs to someone else; enter whose it is.', fix)
  if (policy.insuredBornOn === null) {
    return attention('insured', `${policy.insuredName}’s date of birth is missing.`, 'Insurers ask for it when the patient is not the insured.', {
      ...fix,
      field: 'insuredBornOn',
      label: 'Add date of birth',
    })
  }
  return ok('insured', `Insured through ${policy.insuredName}`)
}

const prescriberNpi: Check = ({ visits }) => {
  const prescribers = visits.flatMap(visit => (visit.prescription === null ? [] : [visit.prescription.prescriber]))
  const last = prescribers.at(-1)
  if (!last) return null
  const wrong = prescribers.find(({ npi }) => !isNpi(npi))
  if (!wrong) return ok('prescriber-npi', `${spokenName(last.name, last.credentials)}’s NPI`)
  const name = spokenName(wrong.name, wrong.credentials)
  const fix = { screen: 'prescriber', field: 'npi', refId: wrong.id, label: wrong.npi === '' ? 'Add NPI' : 'Fix NPI' } as const
  if (wrong.npi === '') return attention('prescriber-npi', `${name}’s NPI is missing.`, 'Look it up in the NPI registry or ask the office.', fix)
  return attention('prescriber-npi', `${name}’s NPI does not add up.`, npiProblem(wrong.npi), fix)
}

/** What must be known about clinic, therapist, patient, insurance and prescriber. */
export const PEOPLE_CHECKS: readonly Check[] = [providerNpi, license, taxId, address, birthDate, memberId, insured, prescriberNpi]
