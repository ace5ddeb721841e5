import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { PayerId, PractitionerId, PrescriberId, ProductId, RoomId, ServiceId, VisitTypeId } from '../lib/ids.ts'
import { Amount } from '../lib/money.ts'
import { line, optionalLine } from '../lib/text.ts'
import { Hue } from './colours.ts'
import { WeekHours } from './hours.ts'
import { OptionalNpi, TaxId } from './identifiers.ts'

/** USPS state or territory code; empty where unknown. */
export const State = z.union([
  z.literal(''),
  z
    .string()
    .regex(
      /^(A[KLPRSZ]|C[AOT]|D[CE]|F[LM]|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|N[CDEHJMVY]|O[HKR]|P[AWR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])$/,
      'Use the two-letter state code, such as MT.',
    ),
])

/** A US postal address; every part may be empty until a paper needs it. */
export const Address = z.strictObject({
  street: optionalLine(),
  street2: optionalLine(),
  city: optionalLine(60),
  state: State,
  zip: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^\d{5}(-\d{4})?$/, 'A ZIP code has 5 or 9 digits.'),
  ]),
})
export type Address = z.infer<typeof Address>

/** A phone or fax number: kept as typed, 7 to 15 digits, extension allowed; empty where unknown. */
export const Phone = z
  .string()
  .trim()
  .max(40, 'That is too long for a phone number.')
  .refine(
    text => text === '' || (/^[\d\s().+-]+((x|ext\.?)\s*\d{1,6})?$/i.test(text) && /^\D*(\d\D*){7,21}$/.test(text)),
    'Write a phone number with area code, such as (406) 555-0142.',
  )

/** An e-mail address, or empty. */
export const Email = z.union([z.literal(''), z.email('This is not an e-mail address.').max(200)])

/** How the clinic appears on papers, and its house rules. */
export const Clinic = z.strictObject({
  name: line('the clinic’s name'),
  address: Address,
  phone: Phone,
  fax: Phone,
  email: Email,
  taxId: TaxId,
  organisationNpi: OptionalNpi,
  timeZone: z.string().refine(zone => isTimeZone(zone), 'Choose a time zone.'),
  /** Two digits; 11 is an office, 12 the patient’s home (CMS place of service codes). */
  placeOfService: z.string().regex(/^\d{2}$/, 'A place of service has two digits, such as 11.'),
  paperSize: z.enum(['letter', 'a4']),
  /** Whether a no-show uses up a visit of the prescription. */
  noShowUsesVisit: z.boolean(),
  /** Wall times of an ordinary day, `HH:MM`; the calendar shades what is outside. */
  opensAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time.'),
  closesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time.'),
  /** PNG or JPEG as a data URL, known by how the picture itself begins, at most 500 KB; empty for none. */
  logo: z.union([
    z.literal(''),
    z
      .string()
      .max(700_000, 'Use a logo under 500 KB.')
      .regex(/^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)/, 'Use a PNG or JPEG logo.'),
  ]),
})
export type Clinic = z.infer<typeof Clinic>

/** The clinic’s profile as someone enters it: it closes after it opens. */
export const ClinicProfile = Clinic.refine(({ opensAt, closesAt }) => opensAt < closesAt, {
  path: ['closesAt'],
  message: 'Choose a closing time after the opening time.',
})

const knownZones = new Map<string, boolean>()

/** Whether the runtime knows an IANA time zone name. Remembered, because asking the runtime is slow. */
export function isTimeZone(zone: string): boolean {
  const known = knownZones.get(zone)
  if (known !== undefined) return known
  let answer = false
  try {
    answer = new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    answer = false
  }
  if (knownZones.size < 1000) knownZones.set(zone, answer)
  return answer
}

/** The licensed massage therapist: what insurers and physicians must be able to check. */
export const PractitionerFields = z.strictObject({
  legalName: line('the legal name, as in the NPI registry'),
  credentials: optionalLine(60),
  licenseNumber: optionalLine(40),
  licenseState: State,
  licenseExpiresOn: LocalDate.nullable(),
  npi: OptionalNpi,
  taxonomy: z.union([z.literal(''), z.string().regex(/^[0-9A-Z]{9}X$/, 'A taxonomy code has 10 characters and ends in X, such as 225700000X.')]),
  trainingHours: z.int().min(0, 'Hours cannot be negative.').max(20_000, 'That is more hours than anyone has.').nullable(),
  techniques: optionalLine(500),
  signatureOnFile: z.boolean(),
  colour: Hue.default('teal'),
  /** Null: the clinic’s opening hours. */
  hours: WeekHours.nullable().default(null),
  /** The visit types they give; none named: all. */
  visitTypeIds: z.array(VisitTypeId).max(30).default([]),
})
export type PractitionerFields = z.infer<typeof PractitionerFields>
/** `leftOn`: the day they were made inactive; they stay on old papers. */
export const Practitioner = PractitionerFields.extend({ id: PractitionerId, isActive: z.boolean(), leftOn: LocalDate.nullable() })
export type Practitioner = z.infer<typeof Practitioner>

/** A treatment room. Rooms are optional: a clinic without any books practitioners alone. */
export const RoomFields = z.strictObject({ name: line('the room’s name', 40) })
export type RoomFields = z.infer<typeof RoomFields>
export const Room = RoomFields.extend({ id: RoomId, isActive: z.boolean() })
export type Room = z.infer<typeof Room>

/** What is booked: its length, and the time after it to change the room (`bufferMinutes`, during which nobody else is booked). Not a billing code. */
export const VisitTypeFields = z.strictObject({
  name: line('the visit type’s name', 40),
  minutes: z.int().min(5, 'A visit takes at least 5 minutes.').max(480, 'A visit takes at most 8 hours.').multipleOf(5, 'Use steps of 5 minutes.'),
  bufferMinutes: z.int().min(0).max(60, 'Keep it to an hour.').multipleOf(5, 'Use steps of 5 minutes.'),
  colour: Hue,
  /** Offered first to a patient who was never here. */
  isForFirstVisit: z.boolean(),
})
export type VisitTypeFields = z.infer<typeof VisitTypeFields>
export const VisitType = VisitTypeFields.extend({ id: VisitTypeId, isActive: z.boolean() })
export type VisitType = z.infer<typeof VisitType>

/** A procedure code as the clinic types it: CPT or HCPCS, 5 characters. Myodesk ships none of the code owner’s text. */
export const ProcedureCode = z
  .string()
  .trim()
  .regex(/^[0-9A-Z]\d{3}[0-9A-Z]$/, 'A procedure code has 5 characters, such as 97124.')
/** Two characters; at most four on a line, in claim order. */
export const Modifier = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2}$/, 'A modifier has two characters, such as 59 or GP.')

/** Something the clinic charges for, under its own plain name. Timed services are charged in units by minutes; untimed ones count once a day. */
export const ServiceFields = z.strictObject({
  name: line('the service’s name', 60),
  code: ProcedureCode,
  isTimed: z.boolean(),
  /** 15 for the usual timed codes; ignored where not timed. */
  minutesPerUnit: z.int().min(5, 'A unit is at least 5 minutes.').max(60, 'A unit is at most 60 minutes.'),
  modifiers: z.array(Modifier).max(4, 'At most four modifiers fit on a line.'),
  isActive: z.boolean(),
})
/** The price of one unit from a day on, until the next one. */
export const Fee = z.strictObject({ effectiveFrom: LocalDate, unitFee: Amount })
export type Fee = z.infer<typeof Fee>
/** `fees` newest first, at least one; a visit is charged with the fee of its own date. */
export const Service = ServiceFields.extend({ id: ServiceId, fees: z.array(Fee).min(1, 'Add a fee.') })
export type Service = z.infer<typeof Service>

/** How minutes become units: CMS 8-minute rule, midpoint per code, or full 15 minutes. A payer’s choice, not a law. */
export const UnitRule = z.enum(['cms', 'midpoint', 'full'])
export type UnitRule = z.infer<typeof UnitRule>

/** What some payers want on a superbill; readiness then asks for it. */
export const MustCarry = z.enum(['license', 'taxonomy', 'group-number', 'authorization', 'referrer-npi', 'organisation-npi', 'signature'])
export type MustCarry = z.infer<typeof MustCarry>

/** An insurer (or self-pay): what it wants on a superbill and how it counts units. */
export const PayerFields = z.strictObject({
  name: line('the payer’s name', 80),
  kind: z.enum(['commercial', 'auto', 'work', 'self-pay', 'other']),
  unitRule: UnitRule,
  requiresPrescription: z.boolean(),
  /** Added to every line, for example GP. */
  autoModifiers: z.array(Modifier).max(4, 'At most four modifiers fit on a line.'),
  maxUnitsPerVisit: z.int().min(1, 'At least 1 unit.').max(32, 'At most 32 units.').nullable(),
  maxUnitsPerDay: z.int().min(1, 'At least 1 unit.').max(96, 'At most 96 units.').nullable().default(null),
  /** Massage and manual therapy on one day: the modifier offered where the work was apart; `none` does not ask. Off by default for auto and work. */
  sameDayModifier: z.enum(['none', '59', 'XS']).default('none'),
  /** Two digits; empty: the clinic’s own. */
  placeOfService: z.union([z.literal(''), z.string().regex(/^\d{2}$/, 'A place of service has two digits, such as 11.')]).default(''),
  /** What this payer wants to see on a superbill, beyond what every superbill has. */
  mustCarry: z.array(MustCarry).default([]),
})
export const Payer = PayerFields.extend({ id: PayerId })
export type Payer = z.infer<typeof Payer>

/** Something sold at the desk, apart from services: a roller, oil, a wrap. Never on a superbill. */
export const ProductFields = z.strictObject({
  name: line('the product’s name', 60),
  price: Amount,
  isTaxable: z.boolean(),
  isActive: z.boolean(),
})
export type ProductFields = z.infer<typeof ProductFields>
export const Product = ProductFields.extend({ id: ProductId })
export type Product = z.infer<typeof Product>

/** A physician or other licensed diagnoser who refers patients and receives progress letters. */
export const PrescriberFields = z.strictObject({
  name: line('the prescriber’s name', 80),
  credentials: optionalLine(40),
  npi: OptionalNpi,
  practiceName: optionalLine(80),
  address: Address,
  phone: Phone,
  fax: Phone,
})
export const Prescriber = PrescriberFields.extend({ id: PrescriberId })
export type Prescriber = z.infer<typeof Prescriber>
