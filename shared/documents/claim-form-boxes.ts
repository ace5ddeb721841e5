/** Where words stand on the claim form’s print grid: 10 columns and 6 lines to the inch, both counted from 1 (form 02/12). */
export type GridPlace = { readonly line: number; readonly column: number }
/** A box that is written in: its number, our own name for it, its place, and how many characters fit. */
export type TextBox = GridPlace & { readonly box: string; readonly title: string; readonly width: number }

const text = (box: string, title: string, [line, column, width]: readonly [number, number, number]): TextBox => ({ box, title, line, column, width })

/** Every box that is written in once a form, in the order of the form. Dates are written MM DD YYYY, phone numbers as area code and number. */
export const TEXT_BOXES = {
  payer: text('top', 'Payer', [2, 41, 38]),
  payerStreet: text('top', 'Payer’s street', [3, 41, 38]),
  payerCity: text('top', 'Payer’s city, state, ZIP', [4, 41, 38]),
  insuredId: text('1a', 'Insured’s ID number', [8, 50, 28]),
  patientName: text('2', 'Patient’s name', [10, 1, 28]),
  patientBorn: text('3', 'Patient’s date of birth', [10, 31, 10]),
  insuredName: text('4', 'Insured’s name', [10, 50, 28]),
  patientStreet: text('5', 'Patient’s street', [12, 1, 28]),
  patientCity: text('5', 'Patient’s city', [14, 1, 24]),
  patientState: text('5', 'Patient’s state', [14, 26, 2]),
  patientZip: text('5', 'Patient’s ZIP', [16, 1, 10]),
  patientPhone: text('5', 'Patient’s phone', [16, 15, 11]),
  insuredStreet: text('7', 'Insured’s street', [12, 50, 28]),
  insuredCity: text('7', 'Insured’s city', [14, 50, 23]),
  insuredState: text('7', 'Insured’s state', [14, 74, 2]),
  insuredZip: text('7', 'Insured’s ZIP', [16, 50, 10]),
  insuredPhone: text('7', 'Insured’s phone', [16, 65, 11]),
  accidentState: text('10b', 'State of the auto accident', [22, 45, 2]),
  group: text('11', 'Group or policy number', [18, 50, 28]),
  insuredBorn: text('11a', 'Insured’s date of birth', [20, 53, 10]),
  claimNumber: text('11b', 'Claim number, after Y4', [22, 50, 28]),
  plan: text('11c', 'Plan or program', [24, 50, 28]),
  patientSignature: text('12', 'Patient’s signature', [29, 7, 20]),
  patientSignedOn: text('12', 'Signed on', [29, 37, 10]),
  onset: text('14', 'Date of onset or injury', [32, 2, 10]),
  onsetQualifier: text('14', 'What the date is', [32, 16, 3]),
  otherDateQualifier: text('15', 'What the other date is', [32, 31, 3]),
  otherDate: text('15', 'Other date', [32, 37, 10]),
  unableFrom: text('16', 'Unable to work from', [32, 54, 10]),
  unableTo: text('16', 'Unable to work to', [32, 68, 10]),
  referrer: text('17', 'Referring physician, after DN', [34, 1, 28]),
  referrerNpi: text('17b', 'Referring physician’s NPI', [34, 33, 10]),
  notes: text('19', 'Further information', [36, 1, 48]),
  icdIndicator: text('21', 'Kind of diagnosis codes', [37, 42, 1]),
  resubmission: text('22', 'Resubmission code', [38, 50, 1]),
  originalReference: text('22', 'Payer’s own number of the first claim', [38, 62, 18]),
  authorization: text('23', 'Prior authorization number', [40, 50, 28]),
  taxId: text('25', 'Tax ID', [56, 1, 15]),
  account: text('26', 'Patient’s account number', [56, 23, 14]),
  providerSignature: text('31', 'Provider’s signature', [60, 1, 21]),
  providerSignedOn: text('31', 'Signed on', [61, 6, 10]),
  placeName: text('32', 'Where the service was given', [58, 23, 26]),
  placeStreet: text('32', 'Street', [59, 23, 26]),
  placeCity: text('32', 'City, state, ZIP', [60, 23, 26]),
  placeNpi: text('32a', 'NPI of the place', [61, 23, 10]),
  billingPhone: text('33', 'Billing provider’s phone', [57, 66, 11]),
  billingName: text('33', 'Billing provider', [58, 50, 29]),
  billingStreet: text('33', 'Billing provider’s street', [59, 50, 29]),
  billingCity: text('33', 'Billing provider’s city, state, ZIP', [60, 50, 29]),
  billingNpi: text('33a', 'Billing provider’s NPI', [61, 50, 10]),
  billingTaxonomy: text('33b', 'ZZ and taxonomy', [61, 63, 14]),
} as const satisfies Record<string, TextBox>
export type TextKey = keyof typeof TEXT_BOXES

type Option = GridPlace & { readonly words: string }
/** A box that is ticked: what may be chosen, each with the place of its X. */
export type ChoiceBox = { readonly box: string; readonly title: string; readonly options: Readonly<Record<string, Option>> }

const tick = (words: string, line: number, column: number): Option => ({ words, line, column })
const yesNo = (line: number, yes: number, no: number) => ({ yes: tick('Yes', line, yes), no: tick('No', line, no) })

/** Every box that is ticked. */
export const CHOICE_BOXES = {
  coverage: { box: '1', title: 'Kind of coverage', options: { group: tick('Group health plan', 8, 31), other: tick('Other', 8, 45) } },
  patientSex: { box: '3', title: 'Patient’s sex', options: { male: tick('M', 10, 42), female: tick('F', 10, 47) } },
  relation: {
    box: '6',
    title: 'Patient’s relation to the insured',
    options: { self: tick('Self', 12, 33), spouse: tick('Spouse', 12, 38), child: tick('Child', 12, 42), other: tick('Other', 12, 47) },
  },
  work: { box: '10a', title: 'Because of work', options: yesNo(20, 35, 41) },
  auto: { box: '10b', title: 'Because of an auto accident', options: yesNo(22, 35, 41) },
  otherAccident: { box: '10c', title: 'Because of another accident', options: yesNo(24, 35, 41) },
  insuredSex: { box: '11a', title: 'Insured’s sex', options: { male: tick('M', 20, 68), female: tick('F', 20, 75) } },
  anotherPlan: { box: '11d', title: 'Another health plan', options: yesNo(26, 52, 57) },
  outsideLab: { box: '20', title: 'Outside laboratory', options: yesNo(36, 52, 57) },
  taxIdKind: { box: '25', title: 'Kind of tax ID', options: { ssn: tick('SSN', 56, 17), ein: tick('EIN', 56, 19) } },
  assignment: { box: '27', title: 'Payer pays the provider', options: yesNo(56, 38, 43) },
} as const satisfies Record<string, ChoiceBox>
export type ChoiceKey = keyof typeof CHOICE_BOXES

/** Boxes of the form that repeat: diagnoses A to L (four a line), six service lines of two grid lines each, and the totals. */
export const REPEATED = {
  diagnosis: { firstLine: 38, columns: [3, 16, 29, 42], width: 7 },
  /** The shaded half of the first service line; the written half is one below, the next service two below. */
  serviceLine: 43,
  service: { from: 1, to: 10, place: 19, code: 25, modifiers: [33, 36, 39, 42], pointers: 45, charge: 50, units: 59, qualifier: 65, provider: 68 },
  totals: { line: 56, charge: 52, paid: 62 },
  /** Dollars and cents as they stand: 5 digits, a gap, 2 digits. */
  amountWidth: 8,
} as const

/** Service lines on one form, and diagnoses on it. */
export const LINES_A_FORM = 6
export const DIAGNOSES_A_FORM = 12
