import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import { PLACES_OF_SERVICE } from '../billing/places-of-service.ts'
import { ageOn, formatDate, type LocalDate } from '../lib/dates.ts'
import type { OptionalSuperbillField } from '../practice/billing-rules.ts'
import type { Letterhead } from './letterhead.ts'
import { addressLines, cityLine, fullName, withCredentials } from './paper-words.ts'
import type { Superbill } from './superbill.ts'

const SEXES = { '': '', female: 'Female', male: 'Male', x: 'X' } as const
const RELATIONS = { self: 'Self', spouse: 'Spouse of the insured', child: 'Child of the insured', other: 'Related to the insured' } as const
const HERE = ['11', '49']

type LetterheadChoice = { readonly logo: string; readonly hides: readonly OptionalSuperbillField[] }

/** The clinic at the top: street, city, phone, fax and e-mail on at most four lines, less what the clinic leaves out. */
export function superbillLetterhead(clinic: InvoiceFacts['clinic'], { logo, hides }: LetterheadChoice): Letterhead {
  const { name, address, phone, fax, email } = clinic
  const street = [address.street, address.street2].filter(text => text !== '').join(', ')
  const faxWords = fax === '' || hides.includes('clinic-fax') ? '' : `Fax ${fax}`
  const mailWords = email === '' || hides.includes('clinic-email') ? '' : `E-mail ${email}`
  const calls = [phone && `Phone ${phone}`, faxWords].filter(text => text !== '')
  const onOneLine = calls.join(', ').replace(', Fax', ', fax')
  const lines = [street, cityLine(address), ...(mailWords === '' ? calls : [onOneLine]), mailWords]
  return { name, lines: lines.filter(text => text !== ''), logo }
}

/** The practitioner with credentials, as on the signature line. */
export const providerName = ({ practitioner }: InvoiceFacts) => withCredentials(practitioner.legalName, practitioner.credentials)

/** Patient, provider, insured and billing blocks, as of a date of service. */
export function peopleOf(facts: InvoiceFacts, serviceOn: LocalDate): Pick<Superbill, 'patient' | 'provider' | 'insured' | 'billing'> {
  const { clinic, patient, practitioner, policy } = facts
  return {
    patient: {
      name: fullName(patient),
      addressLines: addressLines(patient.address),
      bornOn: patient.bornOn,
      sex: SEXES[patient.sex],
      phone: patient.phone,
      guardian: guardianOf(facts, serviceOn),
      relation: policy ? RELATIONS[policy.relation] : '',
    },
    provider: {
      name: providerName(facts),
      npi: practitioner.npi,
      license: [practitioner.licenseState, practitioner.licenseNumber].filter(text => text !== '').join(' '),
      taxonomy: practitioner.taxonomy,
      place: placeInWords(clinic.placeOfService),
    },
    insured: insuredOf(facts),
    billing: { name: clinic.name, npi: clinic.organisationNpi, taxId: clinic.taxId, phone: clinic.phone, addressLines: [] },
  }
}

const ADULT_AGE = 18

function guardianOf({ patient: { bornOn, guardianName, guardianRelation } }: InvoiceFacts, serviceOn: LocalDate): string {
  if (guardianName === '' || ageOn(bornOn, serviceOn) >= ADULT_AGE) return ''
  return [guardianName, guardianRelation.toLowerCase()].filter(text => text !== '').join(', ')
}

function insuredOf({ patient, policy }: InvoiceFacts): Superbill['insured'] {
  if (!policy || policy.payer.kind === 'self-pay') return null
  const isSelf = policy.relation === 'self'
  return {
    name: isSelf ? fullName(patient) : policy.insuredName,
    bornOn: isSelf ? patient.bornOn : policy.insuredBornOn,
    memberId: policy.memberId,
    group: policy.groupNumber,
    plan: [policy.payer.name, policy.planName].filter(text => text !== '').join(', '),
  }
}

/** The prescription the visits were given under. */
export function referralOf(prescription: InvoiceFacts['prescription']): Superbill['referral'] {
  if (!prescription) return null
  const visits = prescription.visits === null ? '' : `${prescription.visits} ${prescription.visits === 1 ? 'visit' : 'visits'}`
  const until = prescription.expiresOn ? `to ${formatDate(prescription.expiresOn)}` : ''
  return {
    name: withCredentials(prescription.prescriber.name, prescription.prescriber.credentials),
    npi: prescription.prescriber.npi,
    prescribedOn: prescription.writtenOn,
    prescribedFor: [visits, until].filter(text => text !== '').join(' '),
    authorization: prescription.authorizationNumber || 'None required',
  }
}

/** Whether an accident brought it about, and its claim. */
export function accidentOf({ episode }: InvoiceFacts): Superbill['accident'] {
  const kind = episode?.kind ?? 'illness'
  const claim = kind === 'illness' ? null : episode?.claim
  return {
    auto: kind === 'auto',
    work: kind === 'work',
    other: kind === 'other',
    state: claim?.state ?? '',
    on: kind === 'illness' ? null : (claim?.injuredOn ?? episode?.onsetOn ?? null),
    claimNumber: claim?.claimNumber ?? '',
    insurer: claim?.payerName ?? '',
  }
}

function placeInWords(code: string): string {
  const words = PLACES_OF_SERVICE.get(code)
  if (words === undefined) return code
  return HERE.includes(code) ? `${code}, ${words}, address above` : `${code}, ${words}`
}
