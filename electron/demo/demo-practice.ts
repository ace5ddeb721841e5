import type { Parsed } from '../../shared/ipc/contract.ts'
import { isNpi } from '../../shared/practice/identifiers.ts'
import { SetUp } from '../../shared/practice/set-up.ts'
import { USUAL_PAYER } from '../../shared/practice/usual-payer.ts'

/** An identifier for people who do not exist: built from a fixed stem, with the check digit that makes it well formed. */
function sampleNpi(stem: string): string {
  return Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(isNpi) ?? ''
}

const place = { street2: '', city: 'Larkspur Falls', state: 'MT', zip: '59000' } as const

/** What first run would be told about the demo clinic. Town, firms and people are invented; 555-01xx numbers and EIN prefix 00 belong to nobody. */
export const demoSetUp = (password: string): SetUp =>
  SetUp.parse({
    clinic: {
      name: 'Alder Creek Medical Massage',
      address: { ...place, street: '120 Alder Creek Road', street2: 'Suite 3' },
      phone: '(406) 555-0142',
      fax: '(406) 555-0143',
      email: 'desk@aldercreek.example',
      taxId: '12-3456789',
      organisationNpi: '',
      timeZone: 'America/Denver',
      placeOfService: '11',
      paperSize: 'letter',
      noShowUsesVisit: false,
      opensAt: '08:00',
      closesAt: '18:00',
      logo: '',
    },
    practitioner: {
      legalName: 'Dana Whitfield',
      credentials: 'LMT',
      licenseNumber: 'LMT-00417',
      licenseState: 'MT',
      licenseExpiresOn: null,
      npi: '1234567893',
      taxonomy: '225700000X',
      trainingHours: 750,
      techniques: 'Neuromuscular therapy, myofascial release, positional release, manual lymph drainage',
      signatureOnFile: true,
    },
    services: [
      { name: 'Manual therapy', code: '97140', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 4600 },
      { name: 'Massage strokes', code: '97124', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 4000 },
      { name: 'Movement re-training', code: '97112', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 4800 },
      { name: 'Hot or cold pack', code: '97010', isTimed: false, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 1500 },
    ],
    password,
  })

/** Dana’s colleague, three days a week. */
export const SECOND_PRACTITIONER: Parsed<'practice.savePractitioner'>['fields'] = {
  legalName: 'Theo Marsh',
  credentials: 'LMT',
  licenseNumber: 'LMT-00862',
  licenseState: 'MT',
  licenseExpiresOn: null,
  npi: '1993999998',
  taxonomy: '225700000X',
  trainingHours: 500,
  techniques: 'Trigger point work, sports massage, cupping',
  signatureOnFile: true,
  colour: 'moss',
  hours: null,
  visitTypeIds: [],
}

/** Unit fees from the day of the clinic’s yearly change, in cents by code. */
export const NEW_FEES: ReadonlyMap<string, number> = new Map([
  ['97140', 4800],
  ['97124', 4200],
])

type PayerFields = Parsed<'practice.savePayer'>['fields']
const payer = (name: string, kind: PayerFields['kind'], more: Partial<PayerFields> = {}): PayerFields => ({
  name,
  kind,
  ...USUAL_PAYER,
  requiresPrescription: true,
  ...more,
})

/** Insurers by the word the patient list uses for them. */
export const PAYERS = {
  meridian: payer('Cascade Meridian Health', 'commercial', { autoModifiers: ['GP'], sameDayModifier: 'XS' }),
  larch: payer('Larch County Employees Plan', 'commercial', { unitRule: 'midpoint', requiresPrescription: false, sameDayModifier: '59' }),
  pine: payer('Pine Valley Mutual', 'commercial', { maxUnitsPerVisit: 4, sameDayModifier: 'XS' }),
  bitterroot: payer('Bitterroot Plains Mutual', 'auto'),
  headwaters: payer('Headwaters Work Fund', 'work'),
} as const satisfies Record<string, PayerFields>
/** The word for one of the demo clinic’s insurers. */
export type PayerWord = keyof typeof PAYERS

type PrescriberFields = Parsed<'practice.savePrescriber'>['fields']
const prescriber = (name: string, credentials: string, more: { npi: string; firm: string; street: string; fax: string }): PrescriberFields => ({
  name,
  credentials,
  npi: more.npi,
  practiceName: more.firm,
  address: { ...place, street: more.street },
  phone: '',
  fax: more.fax,
})

/** Physicians and others who diagnose and refer, by the word the patient list uses for them. */
export const PRESCRIBERS = {
  amari: prescriber('Samir Amari', 'MD', { npi: sampleNpi('199999901'), firm: 'Larkspur Family Medicine', street: '77 Aspen Way', fax: '(406) 555-0119' }),
  raman: prescriber('Priya S. Raman', 'MD', {
    npi: sampleNpi('199999902'),
    firm: 'Juniper Rehabilitation',
    street: '2210 Cottonwood Avenue',
    fax: '(406) 555-0121',
  }),
  okonkwo: prescriber('Adaeze Okonkwo', 'DO', {
    npi: sampleNpi('199999903'),
    firm: 'Creekside Orthopedics',
    street: '9 Tamarack Court',
    fax: '(406) 555-0123',
  }),
  bergstrom: prescriber('Nils Bergström', 'DC', {
    npi: sampleNpi('199999904'),
    firm: 'Bergström Chiropractic',
    street: '31 Mill Street',
    fax: '(406) 555-0125',
  }),
  teller: prescriber('June Teller', 'FNP', { npi: sampleNpi('199999905'), firm: 'Larkspur Walk-in Clinic', street: '4 Depot Square', fax: '(406) 555-0127' }),
} as const satisfies Record<string, PrescriberFields>
/** The word for one of the demo clinic’s prescribers. */
export type PrescriberWord = keyof typeof PRESCRIBERS
