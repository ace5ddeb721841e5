import type { ClaimForm } from '../../shared/documents/claim-form.ts'
import { CHOICE_BOXES, type ChoiceBox, type ChoiceKey, type TextKey } from '../../shared/documents/claim-form-boxes.ts'

/** The boxes of a form that are copied once, in its order; several values of a box stand in one row. */
const ROWS: readonly (readonly [box: string, title: string, keys: readonly (TextKey | ChoiceKey)[]])[] = [
  ['top', 'Payer', ['payer', 'payerStreet', 'payerCity']],
  ['1', 'Kind of coverage', ['coverage']],
  ['1a', 'Insured’s ID number', ['insuredId']],
  ['2', 'Patient’s name', ['patientName']],
  ['3', 'Patient’s date of birth, sex', ['patientBorn', 'patientSex']],
  ['4', 'Insured’s name', ['insuredName']],
  ['5', 'Patient’s address, phone', ['patientStreet', 'patientCity', 'patientState', 'patientZip', 'patientPhone']],
  ['6', 'Relation to the insured', ['relation']],
  ['7', 'Insured’s address, phone', ['insuredStreet', 'insuredCity', 'insuredState', 'insuredZip', 'insuredPhone']],
  ['10a', 'Because of work', ['work']],
  ['10b', 'Auto accident, state', ['auto', 'accidentState']],
  ['10c', 'Other accident', ['otherAccident']],
  ['11', 'Group or policy number', ['group']],
  ['11a', 'Insured’s date of birth, sex', ['insuredBorn', 'insuredSex']],
  ['11b', 'Claim number', ['claimNumber']],
  ['11c', 'Plan or program', ['plan']],
  ['11d', 'Another health plan', ['anotherPlan']],
  ['12', 'Patient’s signature, date', ['patientSignature', 'patientSignedOn']],
  ['14', 'Onset or injury, qualifier', ['onset', 'onsetQualifier']],
  ['15', 'Other date, qualifier', ['otherDate', 'otherDateQualifier']],
  ['16', 'Unable to work from, to', ['unableFrom', 'unableTo']],
  ['17', 'Referring physician', ['referrer']],
  ['17b', 'Their NPI', ['referrerNpi']],
  ['19', 'Further information', ['notes']],
  ['20', 'Outside laboratory', ['outsideLab']],
  ['22', 'Resubmission, first claim', ['resubmission', 'originalReference']],
  ['23', 'Prior authorization', ['authorization']],
  ['25', 'Tax ID', ['taxId', 'taxIdKind']],
  ['26', 'Patient’s account number', ['account']],
  ['27', 'Payer pays the provider', ['assignment']],
  ['31', 'Provider’s signature, date', ['providerSignature', 'providerSignedOn']],
  ['32', 'Where it was given', ['placeName', 'placeStreet', 'placeCity']],
  ['32a', 'NPI of the place', ['placeNpi']],
  ['33', 'Billing provider, phone', ['billingName', 'billingStreet', 'billingCity', 'billingPhone']],
  ['33a', 'Billing provider’s NPI', ['billingNpi']],
  ['33b', 'Taxonomy, after ZZ', ['billingTaxonomy']],
]

/** What is to be copied into each box; boxes with nothing in them are left out. */
export function copyRows({ texts, choices }: ClaimForm): { readonly box: string; readonly title: string; readonly value: string }[] {
  const boxes: Readonly<Record<string, ChoiceBox>> = CHOICE_BOXES
  const words = (key: string) => boxes[key]?.options[choices[key] ?? '']?.words ?? texts[key] ?? ''
  return ROWS.map(([box, title, keys]) => ({
    box,
    title,
    value: keys
      .map(words)
      .filter(word => word !== '')
      .join(' · '),
  })).filter(({ value }) => value !== '')
}
