import { describe, expect, it } from 'vitest'
import { InvoiceFacts } from '../billing/invoice-facts.ts'
import { InvoiceLine } from '../billing/schema.ts'
import { localDate } from '../lib/dates.ts'
import { AppointmentId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import type { ChargedVisit, VisitPayment } from './charged-visit.ts'
import { composeSuperbill } from './compose-superbill.ts'
import { Superbill } from './superbill.ts'
import { dx, FACTS, sampleId as id } from './superbill-facts-sample.ts'
import { visitsObstacle } from './superbill-obstacle.ts'

const ISSUE = {
  number: 'SB-2026-0118',
  version: 1,
  replaces: null,
  issuedOn: localDate('2026-11-05'),
  logo: '',
  hides: [],
  billingAddress: { street: '', street2: '', city: '', state: '' as const, zip: '' },
}
const line = (code: string, units: number, pointers: readonly string[] = ['A']) =>
  InvoiceLine.parse({
    serviceId: id(9),
    code,
    name: code === '97140' ? 'Manual therapy' : 'Massage strokes',
    modifiers: ['GP'],
    pointers,
    placeOfService: '11',
    minutes: units * 15,
    units,
    unitFee: 4800,
    charge: 4800 * units,
    regionWords: 'Neck',
  })

const paid = (amount: number, on: string): VisitPayment => ({ amount: cents(amount), method: 'card', reference: '4242', paidOn: localDate(on) })

function aVisit(on: string, changes: Partial<ChargedVisit> & { facts?: InvoiceFacts } = {}): ChargedVisit {
  return {
    appointmentId: AppointmentId.parse(id(70)),
    serviceOn: localDate(on),
    facts: FACTS,
    lines: [line('97140', 2, ['A', 'B'])],
    payments: [paid(9600, on)],
    discount: cents(0),
    isNoteSigned: true,
    ...changes,
  }
}
const factsWith = (changes: object) => InvoiceFacts.parse({ ...FACTS, ...changes })

describe('composeSuperbill', () => {
  it('prints one line per service and date, in order of date, with everything a payer asks for', () => {
    const bill = composeSuperbill(
      [aVisit('2026-10-13'), aVisit('2026-10-06', { lines: [line('97140', 2), line('97124', 1, ['B'])], payments: [paid(9600, '2026-10-06')] })],
      ISSUE,
    )
    expect(Superbill.parse(bill)).toEqual(bill)
    expect(bill.lines.map(each => [each.serviceOn, each.code, each.pointers.join(''), each.charge, each.paid])).toEqual([
      ['2026-10-06', '97140', 'A', 9600, 9600],
      ['2026-10-06', '97124', 'B', 4800, 0],
      ['2026-10-13', '97140', 'AB', 9600, 9600],
    ])
    expect(bill.totals).toEqual({ charges: 24_000, discount: 0, paid: 19_200, balance: 4800 })
    expect(bill.statement.lead).toContain('The patient paid the amounts listed.')
    expect(bill.provider).toMatchObject({ name: 'Dana R. Whitlock, LMT', license: 'MT LMT-00417', place: '11, office, address above' })
    expect(bill.insured).toMatchObject({ name: 'Tomas R. Vasquez', plan: 'Cascade Meridian Health' })
    expect(bill.patient.relation).toBe('Spouse of the insured')
    expect(bill.referral).toMatchObject({ name: 'Priya S. Raman, MD', prescribedFor: '8 visits to Nov 27, 2026', authorization: 'None required' })
    expect(bill.accident).toMatchObject({ auto: false, work: false, other: false })
    expect(bill.lines[0]?.method).toBe('Card')
  })

  it('puts the same service of two visits of one day on one line, unless a modifier or pointer tells them apart', () => {
    const morning = aVisit('2026-10-06', { lines: [line('97140', 2, ['A'])], payments: [paid(9600, '2026-10-06')] })
    const evening = aVisit('2026-10-06', {
      lines: [line('97140', 1, ['A']), line('97124', 1, ['A'])],
      payments: [{ ...paid(2000, '2026-10-08'), method: 'cash' }],
    })
    const { lines, totals } = composeSuperbill([morning, evening], ISSUE)
    expect(lines.map(each => [each.code, each.units, each.charge, each.paid, each.paidOn, each.method])).toEqual([
      ['97140', 3, 14_400, 11_600, '2026-10-08', 'Card, Cash'],
      ['97124', 1, 4800, 0, null, ''],
    ])
    expect(totals).toEqual({ charges: 19_200, discount: 0, paid: 11_600, balance: 7600 })
    const repeated = { ...evening, lines: [{ ...line('97140', 1, ['A']), modifiers: ['GP', '76'] }] }
    expect(composeSuperbill([morning, repeated], ISSUE).lines).toHaveLength(2)
    expect(composeSuperbill([morning, { ...evening, lines: [line('97140', 1, ['B'])] }], ISSUE).lines).toHaveLength(2)
  })

  it('keeps each visit’s own diagnoses and points every line to the letters of the whole superbill', () => {
    const later = factsWith({ diagnoses: [dx('A', 'M54.2'), dx('B', 'S13.4XXD')] })
    const bill = composeSuperbill([aVisit('2026-10-06'), aVisit('2026-10-20', { facts: later, lines: [line('97140', 2, ['B', 'A'])] })], ISSUE)
    expect(bill.diagnoses.map(each => `${each.letter} ${each.code}`)).toEqual(['A S13.4XXD', 'B M62.838', 'C M54.2'])
    expect(bill.lines.map(each => each.pointers.join(''))).toEqual(['AB', 'AC'])
  })

  it('names the guardian of a minor, and of nobody else', () => {
    const child = { ...FACTS.patient, bornOn: '2010-10-07', guardianName: 'Rosa Vasquez', guardianRelation: 'Mother' }
    const guardianOn = (day: string, patient: object) => composeSuperbill([aVisit(day, { facts: factsWith({ patient }) })], ISSUE).patient.guardian
    expect(guardianOn('2026-10-06', child)).toBe('Rosa Vasquez, mother')
    expect(guardianOn('2026-10-06', { ...child, guardianRelation: '' })).toBe('Rosa Vasquez')
    expect(guardianOn('2028-10-07', child)).toBe('')
    expect(guardianOn('2026-10-06', FACTS.patient)).toBe('')
  })

  it('says who is to be reimbursed once everything is paid', () => {
    expect(composeSuperbill([aVisit('2026-10-06')], ISSUE).statement).toMatchObject({ answer: 'Reimburse the patient.' })
  })

  it('charges the full fee and shows what was taken off as a discount', () => {
    const bill = composeSuperbill([aVisit('2026-10-06', { payments: [paid(8640, '2026-10-06')], discount: cents(960) }), aVisit('2026-10-13')], ISSUE)
    expect(bill.totals).toEqual({ charges: 19_200, discount: 960, paid: 18_240, balance: 0 })
    expect(bill.statement).toMatchObject({ answer: 'Reimburse the patient.', lead: expect.stringContaining('Paid in full') })
  })

  it('prints a visit of a package at its true price, not at 0', () => {
    const used = { amount: cents(8333), method: 'package' as const, reference: '', paidOn: localDate('2026-10-06') }
    const bill = composeSuperbill([aVisit('2026-10-06', { payments: [used], discount: cents(1267) })], ISSUE)
    expect(bill.lines[0]).toMatchObject({ charge: 9600, paid: 8333, method: 'Package' })
    expect(bill.totals.balance).toBe(0)
  })

  it('names fax and e-mail of the clinic unless they are left out', () => {
    const clinic = { ...FACTS.clinic, email: 'desk@juniper.example' }
    const linesOf = (hides: Superbill['hides']) =>
      composeSuperbill([aVisit('2026-10-06', { facts: factsWith({ clinic }) })], { ...ISSUE, hides }).letterhead.lines
    const address = ['2210 Cottonwood Avenue, Suite 3', 'Larkspur Falls, MT 59000']
    expect(linesOf([])).toEqual([...address, 'Phone (406) 555-0142, fax (406) 555-0143', 'E-mail desk@juniper.example'])
    expect(linesOf(['clinic-email'])).toEqual([...address, 'Phone (406) 555-0142', 'Fax (406) 555-0143'])
    expect(linesOf(['clinic-fax', 'clinic-email'])).toEqual([...address, 'Phone (406) 555-0142'])
  })

  it('hides nothing the payer of one of its visits wants to see', () => {
    const visits = [aVisit('2026-10-06', { facts: factsWith({ mustCarry: ['taxonomy', 'signature'] }) }), aVisit('2026-10-13')]
    expect(composeSuperbill(visits, { ...ISSUE, hides: ['license', 'taxonomy'] }).hides).toEqual(['license'])
  })
  it('names a billing address of its own', () => {
    const billingAddress = { street: 'PO Box 41', street2: '', city: 'Larkspur Falls', state: 'MT' as const, zip: '59000' }
    expect(composeSuperbill([aVisit('2026-10-06')], { ...ISSUE, billingAddress }).billing.addressLines).toEqual(['PO Box 41', 'Larkspur Falls, MT 59000'])
    expect(composeSuperbill([aVisit('2026-10-06')], ISSUE).billing.addressLines).toEqual([])
  })

  it('keeps what it hides, so that a reprint hides the same', () => {
    expect(composeSuperbill([aVisit('2026-10-06')], { ...ISSUE, hides: ['license', 'taxonomy'] }).hides).toEqual(['license', 'taxonomy'])
  })

  it('states an auto accident with its claim', () => {
    const claim = { payerName: 'Bitterroot Plains Mutual', claimNumber: 'BPM-26-0091744', injuredOn: '2026-08-29', state: 'MT', adjuster: '', employer: '' }
    const bill = composeSuperbill([aVisit('2026-10-06', { facts: factsWith({ episode: { ...FACTS.episode, kind: 'auto', claim } }) })], ISSUE)
    expect(bill.accident).toEqual({
      auto: true,
      work: false,
      other: false,
      state: 'MT',
      on: '2026-08-29',
      claimNumber: 'BPM-26-0091744',
      insurer: 'Bitterroot Plains Mutual',
    })
  })
})

describe('visitsObstacle', () => {
  const dozen = Array.from({ length: 12 }, (_, index) => dx('ABCDEFGHIJKL'.charAt(index), `M54.${index}`))
  const cases: readonly [string, readonly ChargedVisit[], string][] = [
    ['nothing charged', [], 'Check the visit out first'],
    ['a note that is not signed', [aVisit('2026-10-06', { isNoteSigned: false })], 'The note of Oct 6, 2026 is not signed. Sign it first'],
    ['no diagnosis', [aVisit('2026-10-06', { facts: factsWith({ diagnoses: [] }) })], 'No diagnosis on file for Oct 6, 2026.'],
    ['thirteen diagnoses', [aVisit('2026-10-06', { facts: factsWith({ diagnoses: dozen }) }), aVisit('2026-10-13')], 'Split the range of dates'],
    [
      'two practitioners',
      [aVisit('2026-10-06'), aVisit('2026-10-13', { facts: factsWith({ practitioner: { ...FACTS.practitioner, id: id(77), legalName: 'Theo Marsh' } }) })],
      'given by Dana R. Whitlock, LMT and Theo Marsh, LMT',
    ],
    [
      'an accident among other visits',
      [aVisit('2026-10-06'), aVisit('2026-10-13', { facts: factsWith({ episode: { ...FACTS.episode, kind: 'work' } }) })],
      'Choose dates of one case',
    ],
  ]
  it.each(cases)('refuses %s and says what to do', (_, visits, words) => {
    expect(visitsObstacle(visits)).toContain(words)
    expect(() => composeSuperbill(visits, ISSUE)).toThrow(words)
  })

  it('refuses visits under two plans, and takes a corrected member ID or a renamed payer for the same plan', () => {
    const underPlan = (policy: object) => [aVisit('2026-10-06'), aVisit('2026-10-13', { facts: factsWith({ policy: { ...FACTS.policy, ...policy } }) })]
    const payer = { name: 'Big Sky Mutual', kind: 'commercial', requiresPrescription: true }
    expect(visitsObstacle(underPlan({ memberId: 'BSM 1', payer }))).toBe(
      'These visits fall under two plans, Cascade Meridian Health and Big Sky Mutual. Choose dates of one plan: a superbill names one insured.',
    )
    expect(visitsObstacle(underPlan({ memberId: 'CMH 884 020 552' }))).toBeNull()
    expect(visitsObstacle(underPlan({ payer }))).toBeNull()
    expect(visitsObstacle([aVisit('2026-10-06'), aVisit('2026-10-13', { facts: factsWith({ policy: null }) })])).toBeNull()
  })

  it('finds nothing against good visits', () => expect(visitsObstacle([aVisit('2026-10-06')])).toBeNull())
})
