import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EstimateDraft } from '../estimates/schema.ts'
import { localDate, localDateTime } from '../lib/dates.ts'
import { PractitionerId, ServiceId } from '../lib/ids.ts'
import { Amount } from '../lib/money.ts'
import { Patient } from '../patients/schema.ts'
import { USUAL_BILLING_RULES } from '../practice/billing-rules.ts'
import { Clinic, PractitionerFields } from '../practice/schema.ts'
import { composeEstimate, type EstimateFacts, estimateRemarks } from './estimate-compose.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const DANA = PractitionerId.parse(id(1))
const MASSAGE = ServiceId.parse(id(2))
const NO_ADDRESS = { street: '', street2: '', city: '', state: '', zip: '' }
const address = { street: '9 Sandhill Crane Lane', street2: '', city: 'Larkspur Falls', state: 'MT', zip: '59000' }

const facts = (given: Partial<EstimateFacts> = {}): EstimateFacts => ({
  clinic: Clinic.parse({
    name: 'Juniper Hollow',
    address,
    phone: '',
    fax: '',
    email: '',
    taxId: '00-1234567',
    organisationNpi: '',
    timeZone: 'America/Denver',
    placeOfService: '11',
    paperSize: 'letter',
    noShowUsesVisit: false,
    opensAt: '08:00',
    closesAt: '18:00',
    logo: '',
  }),
  patient: Patient.parse({
    firstName: 'Harold',
    middleName: 'J.',
    lastName: 'Lindqvist',
    suffix: '',
    preferredName: '',
    pronouns: '',
    bornOn: '1961-05-19',
    sex: '',
    phone: '',
    otherPhone: '',
    email: '',
    address,
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    releaseSignedOn: null,
    remark: '',
    id: id(9),
    chartNumber: 'P-1',
    isArchived: false,
    deceasedOn: null,
    registeredOn: '2026-01-01',
  }),
  practitioners: [
    {
      ...PractitionerFields.parse({
        legalName: 'Dana R. Whitlock',
        credentials: 'LMT',
        licenseNumber: 'LMT-00417',
        licenseState: 'MT',
        licenseExpiresOn: null,
        npi: '1234567893',
        taxonomy: '',
        trainingHours: null,
        techniques: '',
        signatureOnFile: true,
        hours: null,
      }),
      id: DANA,
      isActive: true,
      leftOn: null,
    },
  ],
  services: [
    {
      id: MASSAGE,
      name: 'Massage',
      code: '97124',
      isTimed: true,
      minutesPerUnit: 15,
      modifiers: [],
      isActive: true,
      fees: [
        { effectiveFrom: localDate('2027-01-01'), unitFee: Amount.parse(4800) },
        { effectiveFrom: localDate('2026-01-01'), unitFee: Amount.parse(4200) },
      ],
    },
  ],
  diagnoses: [],
  rules: USUAL_BILLING_RULES,
  answer: null,
  payerKind: null,
  bookedOn: localDate('2026-11-05'),
  requestedOn: null,
  booked: [],
  ...given,
})
const draft = (given: Partial<EstimateDraft> = {}) =>
  EstimateDraft.parse({
    episodeId: null,
    service: 'Medical massage, 60 minutes',
    frequency: 'Once a week',
    visits: 6,
    from: '2026-12-15',
    to: '2027-01-19',
    providers: [{ practitionerId: DANA, lines: [{ serviceId: MASSAGE, units: 2, visits: 6 }] }],
    withDiscount: true,
    notIncluded: '',
    replaces: null,
    ...given,
  })
const ISSUE = { number: 'GE-2026-0001', version: 1, replaces: null, issuedOn: localDate('2026-11-05') }
const visitsOn = (...days: string[]) => days.map(on => ({ startsAt: localDateTime(`${on}T10:00`), practitionerId: DANA }))

describe('an estimate', () => {
  it('charges each visit the fee of its own date', () => {
    const booked = visitsOn('2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12', '2027-01-19')
    const { providers, totals } = composeEstimate(draft(), facts({ booked }), ISSUE)
    expect(providers[0]?.lines.map(({ unitFee, visits, expected }) => [unitFee, visits, expected])).toEqual([
      [4200, 3, 25_200],
      [4800, 3, 28_800],
    ])
    expect(totals.expected).toBe(54_000)
  })

  it('names the provider with NPI, TIN, license and place, and an SSN with four digits only', () => {
    const own = facts()
    expect(composeEstimate(draft(), own, ISSUE).providers[0]).toMatchObject({
      name: 'Dana R. Whitlock, LMT',
      facts: 'NPI 1234567893, TIN 00-1234567, license MT LMT-00417. Location: address above, MT',
    })
    const withSsn = facts({ clinic: { ...own.clinic, taxId: '900-12-3456' } })
    expect(composeEstimate(draft(), withSsn, ISSUE).providers[0]?.facts).toContain('TIN XXX-XX-3456')
  })

  it('shows the self-pay discount as a discount', () => {
    const rules = { ...USUAL_BILLING_RULES, selfPayDiscount: 10_000 }
    const { totals } = composeEstimate(draft(), facts({ rules }), ISSUE)
    expect(totals).toEqual({ charges: 50_400, discount: -5040, discountWords: 'Self-pay discount, 10 %', expected: 45_360 })
    expect(composeEstimate(draft({ withDiscount: false }), facts({ rules }), ISSUE).totals.discount).toBe(0)
  })

  it.each<[string, Partial<EstimateFacts>]>([
    ['Self-pay, no claim', { answer: 'no', payerKind: 'commercial' }],
    ['Asked for an estimate', { answer: 'yes', requestedOn: localDate('2026-11-04') }],
    ['Self-pay', { payerKind: 'self-pay' }],
    ['', {}],
    ['', { payerKind: 'commercial' }],
    ['', { answer: 'yes', payerKind: 'self-pay' }],
  ])('says of who pays only what was said: “%s”', (words, given) => {
    expect(composeEstimate(draft(), facts(given), ISSUE).patient.paying).toBe(words)
  })

  it('says when the first visit is, and that no diagnosis is on file rather than making one up', () => {
    const booked = visitsOn('2026-12-15')
    const estimate = composeEstimate(draft(), facts({ booked }), ISSUE)
    expect(estimate.plan).toBe('Once a week, 6 visits, first on Tue, Dec 15, 2026, 10:00 am')
    expect(estimate.diagnoses).toBe('None on file')
    expect(composeEstimate(draft({ visits: 1, frequency: 'One visit' }), facts(), ISSUE).plan).toBe('One visit, not booked yet')
  })

  it('takes amounts, days and places of a dispute from the settings', () => {
    const estimate = { ...USUAL_BILLING_RULES.estimate, disputeFrom: Amount.parse(50_050), disputeDays: 30, disputeFee: Amount.parse(0), website: '' }
    const { dispute } = composeEstimate(draft(), facts({ rules: { ...USUAL_BILLING_RULES, estimate } }), ISSUE)
    expect(dispute.heading).toBe('If your bill is $500.50 or more above this estimate, you have the right to dispute it')
    expect(dispute.statements[1]?.text).toContain('within 30 calendar days of the date on the bill. If the reviewer')
    expect(dispute.statements[3]?.text).toBe('1-800-985-3059. Keep this estimate, or a photo of it: you may need it.')
  })

  it('tells what to see to first', () => {
    const own = facts()
    const bare = { ...own.clinic, taxId: '', address: NO_ADDRESS } as typeof own.clinic
    const people = own.practitioners.map(person => ({ ...person, npi: '' }))
    expect(estimateRemarks(draft({ visits: 1 }), facts({ clinic: bare, practitioners: people, booked: visitsOn('2026-12-15', '2026-12-22') }))).toEqual([
      'Dana R. Whitlock has no NPI on file; the estimate must name it.',
      'The clinic has no tax ID on file; the estimate must name it.',
      'The clinic has no address on file; the estimate must name the location.',
      'No diagnosis is on file, and the estimate says so.',
      '2 visits are booked in this time, the estimate has 1.',
    ])
  })

  it('adds up, whatever is expected and taken off', () => {
    const line = fc.record({ serviceId: fc.constant(MASSAGE), units: fc.integer({ min: 1, max: 8 }), visits: fc.integer({ min: 1, max: 60 }) })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 100_000 }), (lines, selfPayDiscount) => {
        const rules = { ...USUAL_BILLING_RULES, selfPayDiscount }
        const { providers, totals } = composeEstimate(draft({ providers: [{ practitionerId: DANA, lines }] }), facts({ rules }), ISSUE)
        const all = providers.flatMap(provider => provider.lines)
        expect(all.reduce((sum, each) => sum + each.units * each.unitFee * each.visits, 0)).toBe(totals.charges)
        expect(all.reduce((sum, each) => sum + each.visits, 0)).toBe(lines.reduce((sum, each) => sum + each.visits, 0))
        expect(totals.charges + totals.discount).toBe(totals.expected)
        expect(totals.expected).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
