import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BodySite, SITES } from '../body-chart/sites.ts'
import { addDays, localDate } from '../lib/dates.ts'
import { ClearanceId } from '../lib/ids.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { clearanceFor, clearanceInWords, standsOn } from './clearances.ts'
import { type ContraindicationClass, ContraindicationItem } from './contraindication-item.ts'
import { CONTRAINDICATIONS, ContraindicationFamily, familyOf } from './families.ts'
import { findingsOf, isPressureHigh, isTemperatureHigh, type Screened, unasked } from './findings.ts'
import { gateOf } from './gate.ts'
import { factsOf } from './items.ts'
import type { Clearance } from './schema.ts'

const ON = localDate('2026-11-19')
const ALL_NO: Screened['answers'] = Object.fromEntries(ContraindicationFamily.options.map(family => [family, 'no']))
const screened = (change: Partial<Screened> = {}): Screened => ({
  answers: ALL_NO,
  found: [],
  systolic: null,
  diastolic: null,
  temperature: null,
  overrideReason: '',
  isWithheld: false,
  ...change,
})
const found = (item: ContraindicationItem, ...sites: string[]) => ({ item, sites: sites.map(site => BodySite.parse(site)), remark: '' })
const clearance = (change: Partial<Clearance> = {}): Clearance => ({
  id: ClearanceId.parse('00000000-0000-4000-8000-000000000001'),
  item: 'anticoagulants',
  givenBy: 'Dr. Amari',
  givenOn: localDate('2026-10-08'),
  expiresOn: localDate('2027-01-08'),
  terms: '',
  withdrawnOn: null,
  ...change,
})
const gate = (change: Partial<Screened>, clearances: readonly Clearance[] = []) => gateOf(screened(change), { on: ON, clearances, rules: USUAL_RULES })

const CLASSES: Readonly<Record<ContraindicationClass, readonly ContraindicationItem[]>> = {
  absolute: [
    'fever',
    'contagious-disease',
    'blood-clot',
    'phlebitis',
    'acute-infection',
    'pre-eclampsia',
    'unstable-heart',
    'aneurysm',
    'intoxication',
    'high-blood-pressure',
    'acute-neurological-deficit',
  ],
  clearance: [
    'cancer',
    'kidney-or-liver',
    'pregnancy',
    'heart-or-lung',
    'anticoagulants',
    'low-platelets',
    'epilepsy',
    'severe-osteoporosis',
    'uncontrolled-diabetes',
    'recent-surgery',
    'lymph-nodes-removed',
  ],
  local: [
    'inflammation',
    'skin-condition',
    'fracture',
    'varicose-veins',
    'hernia',
    'bursitis',
    'implant-or-port',
    'radiation-site',
    'undiagnosed-lump',
    'local-bleeding',
    'recent-injection',
  ],
  precaution: ['diabetic-neuropathy', 'low-blood-pressure', 'asthma', 'steroids-or-opioids', 'oil-or-latex-allergy', 'multiple-sclerosis', 'arthritis-flare'],
}

describe('the table', () => {
  it('asks about eight families, each with a question, each an item', () => {
    expect(CONTRAINDICATIONS.map(({ family }) => family)).toEqual(ContraindicationFamily.options)
    expect(ContraindicationFamily.options).toHaveLength(8)
    for (const { family, question } of CONTRAINDICATIONS) {
      expect(question).toMatch(/\?$/)
      expect(familyOf(family)).toBe(family)
    }
    expect(ContraindicationItem.options.filter(item => familyOf(item) !== null)).toHaveLength(8)
  })

  it('puts every item in one class', () => {
    expect(Object.values(CLASSES).flat().toSorted()).toEqual(ContraindicationItem.options.toSorted())
  })

  it.each(Object.entries(CLASSES).flatMap(([kind, items]) => items.map(item => [item, kind] as const)))('%s is %s, and says what to do', (item, kind) => {
    const facts = factsOf(item)
    expect(facts.class).toBe(kind)
    expect(facts.name).toMatch(/^[A-Z]/)
    expect(facts.whatToDo).toMatch(/^[A-Z].*\.$/)
    expect(facts.words.length).toBeGreaterThan(0)
    expect(facts.words.every(word => word.trim() === word && word.length > 1)).toBe(true)
  })

  it.each(Object.entries(CLASSES).flatMap(([kind, items]) => items.map(item => [item, kind] as const)))('the gate for %s (%s)', (item, kind) => {
    const isClosing = kind === 'absolute' || kind === 'clearance'
    expect(gate({ found: [found(item)] }).state).toBe(isClosing ? 'closed' : 'open')
    expect(gate({ found: [found(item)], overrideReason: 'Agreed by phone.' }).state).toBe(isClosing ? 'overridden' : 'open')
    expect(gate({ found: [found(item)] }, [clearance({ item })]).state).toBe(kind === 'absolute' ? 'closed' : 'open')
    expect(gate({ found: [found(item)], isWithheld: true }).state).toBe('withheld')
  })
})

describe('what the screen finds', () => {
  it('knows what has not been asked', () => {
    expect(unasked(screened())).toEqual([])
    expect(unasked(screened({ answers: { fever: 'no' } })).map(({ family }) => family)).toEqual(ContraindicationFamily.options.slice(1))
  })

  it('is nothing when all is no, and each yes is its family’s item', () => {
    expect(findingsOf(screened({ systolic: 128, diastolic: 82, temperature: 98.6 }))).toEqual([])
    for (const family of ContraindicationFamily.options)
      expect(findingsOf(screened({ answers: { ...ALL_NO, [family]: 'yes' } })).map(({ item }) => item)).toEqual([family])
  })

  it('says each item once, with all its places and remarks', () => {
    const places = ['inner-calf-left', 'outer-calf-left'] as const
    const [only, ...rest] = findingsOf(
      screened({
        answers: { ...ALL_NO, inflammation: 'yes' },
        found: [found('inflammation', ...places), { ...found('inflammation', places[0]), remark: 'fell' }],
      }),
    )
    expect(rest).toEqual([])
    expect(only).toMatchObject({ item: 'inflammation', sites: places, remark: 'fell' })
  })

  it('puts the gravest first', () => {
    const findings = findingsOf(screened({ answers: { ...ALL_NO, cancer: 'yes' }, found: [found('asthma'), found('varicose-veins'), found('aneurysm')] }))
    expect(findings.map(finding => finding.class)).toEqual(['absolute', 'clearance', 'local', 'precaution'])
  })

  it.each([
    [179, 109, false],
    [180, 80, true],
    [120, 110, true],
    [null, 110, true],
    [180, null, true],
    [null, null, false],
  ])('a blood pressure of %s over %s', (systolic, diastolic, isFound) => {
    expect(isPressureHigh({ systolic, diastolic })).toBe(isFound)
    expect(findingsOf(screened({ systolic, diastolic })).map(({ item }) => item)).toEqual(isFound ? ['high-blood-pressure'] : [])
  })

  it.each([
    [100.3, false],
    [100.4, true],
    [null, false],
  ])('a temperature of %s °F', (temperature, isFound) => {
    expect(isTemperatureHigh({ temperature })).toBe(isFound)
    expect(findingsOf(screened({ temperature })).map(({ item }) => item)).toEqual(isFound ? ['fever'] : [])
  })

  it('names the reading, under the clinic’s own limits', () => {
    const rules = { ...USUAL_RULES, systolicLimit: 160, temperatureLimit: 99 }
    expect(findingsOf(screened({ systolic: 165, diastolic: 95, temperature: 99.1 }), rules).map(({ sentence }) => sentence)).toEqual([
      'Temperature 99.1 °F: no massage today. Book again once the fever has been gone for a day.',
      'Blood pressure 165/95: measure before treating. At or above the clinic’s limit no massage today; with chest pain or a severe headache call for help.',
    ])
  })
})

describe('a clearance', () => {
  it.each([
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2027-01-08', true],
    ['2027-01-09', false],
  ])('on %s, given Oct 8 until Jan 8', (on, stands) => {
    expect(standsOn(clearance(), localDate(on))).toBe(stands)
  })

  it('no longer stands from the day it was withdrawn, but did before', () => {
    const withdrawn = clearance({ withdrawnOn: localDate('2026-11-10') })
    expect(standsOn(withdrawn, localDate('2026-11-09'))).toBe(true)
    expect(standsOn(withdrawn, localDate('2026-11-10'))).toBe(false)
  })

  it.each<[string, Partial<Clearance> | null, string]>([
    ['none', null, 'No clearance yet: add one.'],
    ['one that stands', {}, 'Cleared by Dr. Amari until Jan 8.'],
    ['one that stands for long', { expiresOn: localDate('2027-11-01') }, 'Cleared by Dr. Amari until Nov 1, 2027.'],
    ['one that ends soon', { expiresOn: localDate('2026-11-24') }, 'Cleared by Dr. Amari; ends in 5 days, Nov 24.'],
    ['one that ends tomorrow', { expiresOn: localDate('2026-11-20') }, 'Cleared by Dr. Amari; ends tomorrow.'],
    ['one that ends today', { expiresOn: ON }, 'Cleared by Dr. Amari; ends today.'],
    ['one that ended', { expiresOn: localDate('2026-10-31') }, 'The clearance ended Oct 31: add a new one.'],
    ['one withdrawn', { withdrawnOn: localDate('2026-11-01') }, 'The clearance was withdrawn Nov 1: add a new one.'],
    ['one not begun', { givenOn: localDate('2026-11-25') }, 'The clearance by Dr. Amari begins Nov 25.'],
    ['one for something else', { item: 'cancer' }, 'No clearance yet: add one.'],
  ])('%s, in words', (_, change, words) => {
    expect(clearanceInWords(clearanceFor(change ? [clearance(change)] : [], 'anticoagulants', ON), ON)).toBe(words)
  })

  it('of several, is the one that lasts longest', () => {
    const long = clearance({ expiresOn: localDate('2027-05-01') })
    expect(clearanceFor([clearance(), long, clearance({ expiresOn: localDate('2026-11-01') })], 'anticoagulants', ON)).toEqual({
      state: 'stands',
      clearance: long,
    })
  })

  it('stands exactly from its first to its last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: -800, max: 800 }), (from, length, at) => {
        const given = clearance({ givenOn: addDays(ON, from), expiresOn: addDays(ON, from + length) })
        expect(standsOn(given, addDays(ON, at))).toBe(at >= from && at <= from + length)
      }),
    )
  })
})

describe('the gate', () => {
  it.each<[string, Partial<Screened>, string]>([
    ['nothing asked', { answers: {} }, 'Ask the eight screening questions before treating.'],
    [
      'one left',
      { answers: Object.fromEntries(ContraindicationFamily.options.slice(1).map(family => [family, 'no'])) },
      'One screening question is still to ask.',
    ],
    ['all no', {}, 'Nothing stands against massage today.'],
    ['local', { found: [found('bursitis'), found('asthma')] }, 'Massage may be given; mind bursitis and asthma.'],
    ['fever', { answers: { ...ALL_NO, fever: 'yes' } }, 'Fever: no massage today. Withhold treatment, or write why it goes on.'],
    [
      'fever and more',
      { answers: { ...ALL_NO, fever: 'yes', cancer: 'yes' }, found: [found('epilepsy')] },
      'Fever: no massage today. Also: cancer and epilepsy. Withhold treatment, or write why it goes on.',
    ],
    [
      'no clearance',
      { found: [found('anticoagulants')] },
      'Blood thinner needs a physician’s clearance. No clearance yet: add one. Or withhold treatment, or write why it goes on.',
    ],
    ['a reason', { answers: { ...ALL_NO, fever: 'yes' }, overrideReason: 'Sunburn.' }, 'Treatment goes on in spite of fever, with a reason.'],
    ['withheld', { answers: { ...ALL_NO, fever: 'yes' }, found: [found('asthma')], isWithheld: true }, 'No treatment given today: fever.'],
    ['withheld for less', { found: [found('asthma')], isWithheld: true }, 'No treatment given today: asthma.'],
  ])('says why and what to do: %s', (_, change, sentence) => {
    expect(gate(change).sentence).toBe(sentence)
  })

  it('closes on something absolute before all is asked, and a reason of blanks opens nothing', () => {
    expect(gate({ answers: { fever: 'yes' } }).state).toBe('closed')
    expect(gate({ answers: { ...ALL_NO, fever: 'yes' }, overrideReason: '  \n' }).state).toBe('closed')
  })

  it('closes on the day after a clearance ended, judged by the date of service', () => {
    const ended = [clearance({ expiresOn: addDays(ON, -1) })]
    expect(gate({ found: [found('anticoagulants')] }, ended).state).toBe('closed')
    expect(gateOf(screened({ found: [found('anticoagulants')] }), { on: addDays(ON, -1), clearances: ended, rules: USUAL_RULES }).state).toBe('open')
  })

  const anyScreen = fc.record({
    answers: fc.dictionary(fc.constantFrom(...ContraindicationFamily.options), fc.constantFrom('no' as const, 'yes' as const)),
    found: fc.array(
      fc.record({ item: fc.constantFrom(...ContraindicationItem.options), sites: fc.subarray(SITES.slice(0, 4)), remark: fc.constantFrom('', 'x') }),
    ),
    systolic: fc.option(fc.integer({ min: 40, max: 300 })),
    diastolic: fc.option(fc.integer({ min: 20, max: 200 })),
    temperature: fc.option(fc.double({ min: 90, max: 110, noNaN: true })),
    overrideReason: fc.constantFrom('', 'Because.'),
    isWithheld: fc.boolean(),
  })
  it('is open or overridden only when all was asked and everything that closes has a clearance or a reason', () => {
    fc.assert(
      fc.property(anyScreen, fc.subarray(ContraindicationItem.options), (screening, cleared) => {
        const clearances = cleared.map(item => clearance({ item }))
        const { state, findings, sentence } = gateOf(screening, { on: ON, clearances, rules: USUAL_RULES })
        expect(sentence).toMatch(/^[A-Z2-7].*\.$/)
        const closing = findings.filter(each => each.class === 'absolute' || (each.class === 'clearance' && !cleared.includes(each.item)))
        if (state === 'open') expect(closing).toEqual([])
        if (state === 'open' || state === 'overridden') expect(unasked(screening)).toEqual([])
        if (state === 'closed') expect(closing.length > 0 && screening.overrideReason === '' && !screening.isWithheld).toBe(true)
        expect(new Set(findings.map(({ item }) => item)).size).toBe(findings.length)
      }),
    )
  })
})
