import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { Consent } from '../patients/schema.ts'
import { type CheckInFacts, missingAtCheckIn } from './check-in.ts'

const consent = (signedOn: string, given: { expiresOn?: string; withdrawnOn?: string } = {}) =>
  Consent.parse({
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'treatment',
    name: 'Consent to treatment',
    signedOn,
    expiresOn: given.expiresOn ?? null,
    withdrawnOn: given.withdrawnOn ?? null,
    signedBy: 'Marisol Reyes',
    remark: '',
    recordedBy: 'Rosa Quintero',
  })
const treatment = (state: CheckInFacts['standings'][number]['state'], latest = consent('2025-10-02', { expiresOn: '2026-10-02' })) => [
  { kind: 'treatment', name: 'Consent to treatment', isRequired: true, state, latest: state === 'missing' ? null : latest },
]
const estimate = (signedOn: string) => ({
  kind: 'estimate',
  name: 'Estimate',
  isRequired: false,
  state: 'valid' as const,
  latest: consent(signedOn),
})
const INSURER = { name: 'Cascadia Mutual', kind: 'commercial' as const, requiresPrescription: true }
const SELF_PAY = { name: 'Self-pay', kind: 'self-pay' as const, requiresPrescription: false }
const ALL_THERE: CheckInFacts = {
  day: localDate('2026-11-19'),
  bornOn: localDate('1979-03-14'),
  guardianName: '',
  address: { street: '9 Quarry Lane', street2: '', city: 'Westbank', state: 'OR', zip: '97000' },
  policy: { memberId: 'CM-2207741' },
  payer: INSURER,
  isClaim: false,
  standings: treatment('valid'),
  historyOn: localDate('2026-01-05'),
  historyRefusedOn: null,
  isCovered: true,
  balance: cents(0),
  submits: null,
  hasEstimate: false,
  endedClearances: [],
}
const missing = (given: Partial<CheckInFacts>) => missingAtCheckIn({ ...ALL_THERE, ...given }).map(({ sentence }) => sentence)

describe('what is missing when a patient arrives', () => {
  it('nothing, where all is on file', () => expect(missingAtCheckIn(ALL_THERE)).toEqual([]))

  const selfPay = { payer: SELF_PAY, policy: { memberId: '' }, isCovered: null }
  it.each<[string, Partial<CheckInFacts>, string[]]>([
    ['a consent never signed', { standings: treatment('missing') }, ['Consent to treatment is not signed.']],
    ['one that expired', { standings: treatment('expired') }, ['Consent to treatment expired Oct 2.']],
    [
      'one that expired in another year',
      { standings: treatment('expired', consent('2024-10-02', { expiresOn: '2025-10-02' })) },
      ['Consent to treatment expired Oct 2, 2025.'],
    ],
    [
      'one that was withdrawn',
      { standings: treatment('withdrawn', consent('2026-02-02', { withdrawnOn: '2026-03-01' })) },
      ['Consent to treatment was withdrawn Mar 1.'],
    ],
    ['none for one that ends soon', { standings: treatment('expires-soon') }, []],
    ['none for one the clinic does not require', { standings: treatment('missing').map(one => ({ ...one, isRequired: false })) }, []],
    ['the intake', { historyOn: null }, ['Health history was never taken.']],
    ['none for one of exactly a year ago', { historyOn: localDate('2025-11-19') }, []],
    ['an intake older than a year', { historyOn: localDate('2025-11-18') }, ['Health history is from Nov 18, 2025: ask again.']],
    ['none where the patient refused it lately', { historyOn: null, historyRefusedOn: localDate('2026-11-01') }, []],
    ['no plan', { policy: null, payer: null }, ['No health plan on file. Enter it, or choose self-pay.']],
    ['a member ID', { policy: { memberId: ' ' } }, ['The member ID for Cascadia Mutual is missing.']],
    ['a prescription', { isCovered: false }, ['Cascadia Mutual requires a prescription, and none covers this visit.']],
    ['a prescription, for a visit without an episode', { isCovered: null }, ['Cascadia Mutual requires a prescription, and none covers this visit.']],
    ['none where the payer asks for none', { isCovered: false, payer: { ...INSURER, requiresPrescription: false } }, []],
    ['no plan of the patient’s own where a claim is paid', { policy: null, isClaim: true }, []],
    ['the address', { address: { ...ALL_THERE.address, street: '' } }, ['The address is missing; the superbill needs it.']],
    [
      'of who pays themselves whether they will submit, and nothing an insurer asks',
      selfPay,
      ['Pays without a plan. Will they send the superbill to an insurer?'],
    ],
    ['an estimate for who will not submit', { ...selfPay, submits: 'no' }, ['Pays without a plan: no good faith estimate on file.']],
    ['none for who will', { ...selfPay, submits: 'yes' }, []],
    ['none where one made here covers the day', { ...selfPay, hasEstimate: true }, []],
    ['an estimate for who has a plan and will not use it', { submits: 'no' }, ['Pays without a plan: no good faith estimate on file.']],
    ['none with one of this year', { ...selfPay, standings: [estimate('2025-11-19')] }, []],
    ['an estimate older than a year', { ...selfPay, standings: [estimate('2025-11-18')] }, ['The good faith estimate is from Nov 18, 2025: give a new one.']],
    ['what is owed', { balance: cents(4500) }, ['Owes $45.00.']],
    ['a guardian the day before coming of age', { bornOn: localDate('2008-11-20') }, ['17 years old: a parent or guardian must be on file.']],
    ['none on the birthday', { bornOn: localDate('2008-11-19') }, []],
    ['none with a guardian on file', { bornOn: localDate('2018-11-20'), guardianName: 'T. Vance' }, []],
    [
      'a clearance that ended',
      { endedClearances: [{ item: 'cancer', name: 'cancer', expiresOn: localDate('2026-11-18') }] },
      ['The physician’s clearance for cancer ended Nov 18.'],
    ],
  ])('%s', (_, given, sentences) => expect(missing(given)).toEqual(sentences))

  it('in the order it is settled at the desk, each naming its consent or condition', () => {
    const items = missingAtCheckIn({
      ...ALL_THERE,
      bornOn: localDate('2012-01-01'),
      standings: treatment('missing'),
      historyOn: null,
      endedClearances: [{ item: 'cancer', name: 'cancer', expiresOn: localDate('2026-11-18') }],
      policy: { memberId: '' },
      isCovered: false,
      address: { ...ALL_THERE.address, city: '' },
      balance: cents(100),
    })
    expect(items.map(({ kind, key }) => [kind, key])).toEqual([
      ['guardian', ''],
      ['consent', 'treatment'],
      ['intake', ''],
      ['clearance', 'cancer'],
      ['policy', ''],
      ['prescription', ''],
      ['address', ''],
      ['balance', ''],
    ])
  })
  it('a child born on Feb 29 comes of age on Mar 1', () => {
    const bornOn = localDate('2008-02-29')
    expect(missing({ bornOn, day: localDate('2026-02-28') })).toEqual(['17 years old: a parent or guardian must be on file.'])
    expect(missing({ bornOn, day: localDate('2026-03-01') })).toEqual([])
  })
})
