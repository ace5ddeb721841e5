import { ageOn, formatDate, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { Patient } from '../patients/schema.ts'
import type { Letterhead } from './letterhead.ts'
import { addressLines } from './paper-words.ts'

/** A fact with its name; its value may have several lines. */
export type FaceFact = { readonly label: string; readonly value: string }
/** A part of the sheet; `wide` facts take the whole width, the others stand in two columns. */
export type FaceSection = { readonly heading: string; readonly facts: readonly FaceFact[]; readonly isWide: boolean }

/** Everything the desk knows of a patient on one page. */
export type FaceSheet = {
  readonly letterhead: Letterhead
  readonly name: string
  readonly bornOn: LocalDate
  readonly chartNumber: string
  /** What can hurt the patient, red ones first. */
  readonly alerts: readonly string[]
  readonly sections: readonly FaceSection[]
  readonly printed: LocalDateTime
}

const SEX = { '': '', female: 'Female', male: 'Male', x: 'X' } as const

const known = (facts: readonly FaceFact[]) => facts.filter(({ value }) => value !== '')

/** Who the patient is and how to reach them; facts not known are left out. */
export function personalFacts(patient: Patient, today: LocalDate): FaceFact[] {
  const { preferredName, pronouns, bornOn, sex, phone, otherPhone, email, address, registeredOn, referralSource, deceasedOn } = patient
  return known([
    { label: 'Born', value: `${formatDate(bornOn)}${deceasedOn === null ? `, ${Math.max(0, ageOn(bornOn, today))} years old` : ''}` },
    { label: 'Sex', value: SEX[sex] },
    { label: 'Called', value: [preferredName, pronouns].filter(text => text !== '').join(', ') },
    { label: 'Phone', value: [phone, otherPhone].filter(text => text !== '').join('\n') },
    { label: 'E-mail', value: email },
    { label: 'Address', value: addressLines(address).join('\n') },
    { label: 'Patient since', value: formatDate(registeredOn) },
    { label: 'Found us by', value: referralSource },
    { label: 'Died', value: deceasedOn === null ? '' : formatDate(deceasedOn) },
  ])
}

/** Who speaks and who pays for the patient; none where it is the patient. */
export function peopleFacts({ guardianName, guardianRelation, guardianPhone, guarantor }: Patient, household: readonly string[]): FaceFact[] {
  const person = (name: string, relation: string, phone: string) =>
    [[name, relation.toLowerCase()].filter(text => text !== '').join(', '), phone].filter(text => text !== '').join('\n')
  return known([
    { label: 'Guardian', value: guardianName === '' ? '' : person(guardianName, guardianRelation, guardianPhone) },
    { label: 'Pays', value: guarantor ? person(guarantor.name, guarantor.relation, guarantor.phone) : '' },
    { label: 'Household', value: household.join('\n') },
  ])
}
