import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { checkReadiness } from './readiness.ts'
import type { PrescriptionFacts, ReadinessFacts, VisitFacts } from './readiness-facts.ts'

/** A prescription that covers the visit. */
export const order: PrescriptionFacts = {
  prescriber: { id: 'amari', name: 'Samir Amari', credentials: 'MD', npi: '1993999998' },
  writtenOn: localDate('2026-10-20'),
  expiresOn: localDate('2026-12-12'),
  visits: 6,
  visitNumber: 5,
  isSigned: true,
  authorizationNumber: '',
}
/** A charged service in order. */
export const line = { code: '97140', isTimed: true, minutes: 28, units: 2, unitsByRule: 2, placeOfService: '11', pointers: ['A', 'B'] }
/** A diagnosis made by the prescriber. */
export const dx = {
  code: 'S13.4XXD',
  diagnosedBy: 'Samir Amari, MD',
  diagnosedOn: localDate('2026-10-20'),
  validity: { validFrom: localDate('2015-10-01'), validTo: null },
}
/** A visit in order in every point. */
export const visit: VisitFacts = {
  appointmentId: 'visit',
  episodeId: 'episode',
  serviceOn: localDate('2026-11-19'),
  signedAt: '12:01 pm',
  timedMinutes: 52,
  lines: [line, { ...line, code: '97124', minutes: 24, units: 1, unitsByRule: 1, pointers: ['B'] }],
  diagnoses: [dx, { ...dx, code: 'M62.838' }],
  prescription: order,
  hasAllowedRegions: true,
  regionsOutside: [{ words: 'left elbow and forearm', hasReason: true }],
  accident: { kind: 'auto', claimNumber: '44-019382-R', injuredOn: localDate('2026-09-12'), state: 'OR' },
  paid: cents(12000),
}
/** Facts an insurer finds nothing wrong with. */
export const sound: ReadinessFacts = {
  clinic: {
    taxId: '12-3456789',
    address: { street: '218 Fernhill Road', street2: '', city: 'Westbank', state: 'OR', zip: '97000' },
    phone: '503-555-0104',
    organisationNpi: '',
  },
  practitioner: {
    id: 'dana',
    npi: '1234567893',
    licenseNumber: '21908',
    licenseState: 'OR',
    licenseExpiresOn: localDate('2027-03-31'),
    taxonomy: '225700000X',
    signatureOnFile: true,
  },
  patient: { id: 'marisol', bornOn: localDate('1979-03-14') },
  policy: { memberId: 'CM-2207741', groupNumber: '70214', relation: 'self', insuredName: '', insuredBornOn: null },
  payer: { name: 'Cascadia Mutual', kind: 'auto', requiresPrescription: true },
  mustCarry: [],
  visits: [visit],
}
/** No accident. */
export const illness = { accident: null } as const
/** The sound facts with a visit that differs. */
export const withVisit = (change: Partial<VisitFacts>, more: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  ...sound,
  ...more,
  visits: [{ ...visit, ...change }],
})
/** The sound facts with a prescription that differs. */
export const withOrder = (change: Partial<PrescriptionFacts>) => withVisit({ prescription: { ...order, ...change } })
/** One item of the list; undefined where it does not concern the visits. */
export const itemOf = (facts: ReadinessFacts, id: string) => checkReadiness(facts).items.find(item => item.id === id)
