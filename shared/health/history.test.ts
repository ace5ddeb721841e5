import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BodySite } from '../body-chart/sites.ts'
import { localDate } from '../lib/dates.ts'
import { ClearanceId } from '../lib/ids.ts'
import { type HealthChip, healthChips } from './chips.ts'
import { ContraindicationItem } from './contraindication-item.ts'
import { findItems, itemNamed } from './find-items.ts'
import type { Screened } from './findings.ts'
import { EMPTY_HISTORY, historyChanges } from './history-changes.ts'
import { factsOf } from './items.ts'
import { offLimitsOf, touchesOffLimits, type Worked } from './off-limits.ts'
import type { HealthHistory } from './schema.ts'
import { answered, isSameScreen, notYetFound, screenedAsBefore, standingFindings } from './standing.ts'

const ON = localDate('2026-11-19')
const site = (name: string) => BodySite.parse(name)
const history = (change: Partial<HealthHistory> = {}): HealthHistory => ({ ...EMPTY_HISTORY, ...change })
const VEINS = { item: 'varicose-veins' as const, name: 'Varicose veins', sites: [site('inner-calf-left')], remark: '' }
const APIXABAN = { name: 'Apixaban (Eliquis)', purpose: 'atrial fibrillation', item: 'anticoagulants' as const }
const screen = (change: Partial<Screened> = {}): Screened => ({
  answers: {},
  found: [],
  systolic: null,
  diastolic: null,
  temperature: null,
  overrideReason: '',
  isWithheld: false,
  ...change,
})

describe('finding an item by what is typed', () => {
  it.each([
    ['apix', 'anticoagulants'],
    ['eliq', 'anticoagulants'],
    ['VARICOSE', 'varicose-veins'],
    ['veins var', 'varicose-veins'],
    ['port', 'implant-or-port'],
    ['botox', 'recent-injection'],
    ['dvt', 'blood-clot'],
    ['cauda', 'acute-neurological-deficit'],
  ])('%s', (typed, item) => {
    expect(findItems(typed)[0]?.item).toBe(item)
  })
  it('finds every item by its name and by each of its words', () => {
    for (const item of ContraindicationItem.options)
      for (const name of [factsOf(item).name, ...factsOf(item).words])
        expect(
          findItems(name, 100).map(found => found.item),
          name,
        ).toContain(item)
  })
  it('finds nothing for nothing, and stays within the limit whatever is typed', () => {
    expect(findItems('  ')).toEqual([])
    expect(findItems('x'.repeat(100_000))).toEqual([])
    fc.assert(fc.property(fc.string(), typed => findItems(typed, 5).length <= 5))
  })
  it('knows a medicine written with or without its brand', () => {
    expect([itemNamed('apixaban'), itemNamed('Apixaban (Eliquis)'), itemNamed('Vitamin D'), itemNamed('')]).toEqual([
      'anticoagulants',
      'anticoagulants',
      null,
      null,
    ])
  })
})

it.each([
  ['Breast cancer 2019', 'cancer'],
  ['atrial fibrillation, on Eliquis', 'heart-or-lung'],
  ['Large bruise', 'local-bleeding'],
  ['portable oxygen', null],
])('%s is known by the longest name in it', (name, item) => {
  expect(itemNamed(name)).toBe(item)
})

describe('what the history says against massage', () => {
  it('is each item once, with places; a name that says more is the remark', () => {
    const told = history({
      conditions: [VEINS, { ...VEINS, sites: [site('outer-calf-left')] }, { item: null, name: 'Flat feet', sites: [], remark: '' }],
      medications: [APIXABAN, { name: 'Warfarin', purpose: '', item: 'anticoagulants' }],
      allergies: [
        { to: 'arnica', reaction: 'rash' },
        { to: 'penicillin', reaction: '' },
      ],
      pregnancy: { state: 'possible', dueOn: null, remark: '' },
    })
    expect(standingFindings(told)).toEqual([
      { item: 'pregnancy', sites: [], remark: 'possibly' },
      { item: 'anticoagulants', sites: [], remark: 'Apixaban (Eliquis); Warfarin' },
      { item: 'varicose-veins', sites: ['inner-calf-left', 'outer-calf-left'], remark: '' },
      { item: 'oil-or-latex-allergy', sites: [], remark: 'arnica' },
    ])
    expect(standingFindings(null)).toEqual([])
    expect(notYetFound({ found: [{ item: 'anticoagulants', sites: [], remark: '' }] }, told).map(({ item }) => item)).not.toContain('anticoagulants')
  })

  it('is taken over with last time’s answers when nothing changed; families of the history become yes', () => {
    const told = history({ conditions: [VEINS, { item: 'cancer', name: 'Breast cancer', sites: [], remark: '' }] })
    const last = screen({
      answers: { inflammation: 'yes' },
      found: [{ item: 'inflammation', sites: [site('heel-left')], remark: '' }],
      overrideReason: 'Agreed.',
    })
    const { answers, found } = screenedAsBefore(screen(), last, told)
    expect(Object.values(answers).filter(answer => answer === 'yes')).toHaveLength(2)
    expect([answers.inflammation, answers.cancer, answers.fever]).toEqual(['yes', 'yes', 'no'])
    expect(found.map(({ item }) => item)).toEqual(['cancer', 'inflammation', 'varicose-veins'])
    expect(isSameScreen({ answers, found }, last)).toBe(false)
    expect(isSameScreen({ answers, found }, screenedAsBefore({ answers, found: [] }, last, told))).toBe(true)
    expect(Object.values(screenedAsBefore(screen(), null, null).answers)).toEqual(Array.from({ length: 8 }, () => 'no'))
  })
})

describe('a screen answered one by one', () => {
  const told = history({ medications: [APIXABAN] })
  it('begins with what the history says, and keeps what was found today when nothing else changed', () => {
    const first = answered(screen(), { family: 'fever', answer: 'no' }, told)
    expect(first).toEqual({ answers: { fever: 'no' }, found: [{ item: 'anticoagulants', sites: [], remark: 'Apixaban (Eliquis)' }] })
    const without = answered({ ...first, found: [] }, { family: 'cancer', answer: 'yes' }, told)
    expect(without).toEqual({ answers: { fever: 'no', cancer: 'yes' }, found: [] })
    const today = { answers: { fever: 'yes' as const }, found: [{ item: 'hernia' as const, sites: [], remark: 'new' }] }
    expect(screenedAsBefore(today, null, null)).toMatchObject({ answers: { fever: 'yes', cancer: 'no' }, found: today.found })
  })
  it('keeps a no of today when nothing else changed since a visit that found something', () => {
    const last = screen({ answers: { 'blood-clot': 'yes', fever: 'yes' }, found: [{ item: 'blood-clot', sites: [], remark: 'left calf' }] })
    const { answers, found } = screenedAsBefore(answered(screen(), { family: 'blood-clot', answer: 'no' }, null), last, null)
    expect([answers['blood-clot'], answers.fever, found]).toEqual(['no', 'yes', []])
  })
  it('takes back a family’s places with a no', () => {
    const hurt = { answers: { inflammation: 'yes' as const }, found: [{ item: 'inflammation' as const, sites: [site('heel-left')], remark: '' }] }
    expect(answered(hurt, { family: 'inflammation', answer: 'no' }, null)).toEqual({ answers: { inflammation: 'no' }, found: [] })
  })
})

describe('off limits', () => {
  const block = (change: Partial<Worked['blocks'][number]>): Worked => ({
    blocks: [{ id: 'b', name: 'Massage', regions: [], techniques: [], ...change }],
    marks: [],
  })
  it('are the places of local findings, of the history, of surgeries, and the abdomen in pregnancy', () => {
    const told = history({
      conditions: [{ ...VEINS, item: 'implant-or-port', sites: [site('pectoralis-major-right')] }],
      surgeries: [
        { what: 'Knee replacement', when: '2026', sites: [site('kneecap-left')] },
        { what: 'Tonsils', when: '1990', sites: [] },
      ],
      pregnancy: { state: 'yes', dueOn: null, remark: '' },
    })
    const off = offLimitsOf(screen({ found: [{ item: 'varicose-veins', sites: [site('inner-calf-left')], remark: '' }] }), told)
    expect(off.sites).toEqual(['inner-calf-left', 'pectoralis-major-right', 'kneecap-left'])
    expect(off.regions).toEqual(['abdomen'])
    expect(off.lightOnly.flatMap(({ regions }) => regions)).toContain('lower-leg-left')
    expect(off.places.map(({ why }) => why)).toEqual(['varicose veins', 'implant or port', 'Knee replacement', 'pregnancy'])
  })
  it('of a precaution ask for light pressure only', () => {
    const off = offLimitsOf(screen({ found: [{ item: 'diabetic-neuropathy', sites: [site('plantar-fascia-left')], remark: '' }] }), null)
    expect(off.sites).toEqual([])
    expect(touchesOffLimits(block({ regions: ['foot-left'] }), off)).toMatchObject([
      { isLightOnly: true, sentence: 'Massage: light pressure only on the left plantar fascia (sole) (diabetic neuropathy).' },
    ])
  })
  it.each<[string, Worked, readonly string[]]>([
    ['a block on the region', block({ regions: ['lower-leg-left'] }), ['Massage: keep off the left inner calf (gastrocnemius) (varicose veins).']],
    ['the other side', block({ regions: ['lower-leg-right'] }), []],
    ['techniques that all stay clear of it', block({ regions: ['lower-leg-left'], techniques: [{ name: 'MFR', sites: [site('soleus-left')] }] }), []],
    [
      'a technique on the place',
      block({ regions: ['lower-leg-left'], techniques: [{ name: 'MFR', sites: [site('inner-calf-left')] }] }),
      ['MFR: keep off the left inner calf (gastrocnemius) (varicose veins).'],
    ],
    [
      'a mark of treatment',
      { blocks: [], marks: [{ id: 'm', kind: 'treated', site: site('inner-calf-left') }] },
      ['A place marked as treated: keep off the left inner calf (gastrocnemius) (varicose veins).'],
    ],
    ['a mark of pain, which is what was found there', { blocks: [], marks: [{ id: 'm', kind: 'pain', site: site('inner-calf-left') }] }, []],
  ])('touched by %s', (_, worked, sentences) => {
    expect(touchesOffLimits(worked, offLimitsOf(screen(), history({ conditions: [VEINS] }))).map(({ sentence }) => sentence)).toEqual(sentences)
  })
  it('touched on the abdomen in pregnancy', () => {
    const off = offLimitsOf(screen({ answers: { pregnancy: 'yes' } }), null)
    expect(touchesOffLimits(block({ regions: ['abdomen', 'neck'] }), off).map(({ sentence }) => sentence)).toEqual([
      'Massage: keep off the abdomen (pregnancy).',
    ])
  })
})

describe('changes between two histories', () => {
  it('are said one by one', () => {
    const before = history({ conditions: [VEINS], medications: [APIXABAN], physician: 'Dr. Amari', goalOfVisit: 'Sleep' })
    const after = history({
      conditions: [{ ...VEINS, sites: [site('outer-calf-left')] }],
      allergies: [{ to: 'arnica', reaction: 'rash' }],
      surgeries: [{ what: 'Knee replacement', when: 'May 2026', sites: [site('kneecap-left')] }],
      pregnancy: { state: 'yes', dueOn: localDate('2027-03-03'), remark: '' },
      emergencyName: 'Ana Reyes',
      emergencyPhone: '(503) 555-0100',
    })
    expect(historyChanges(before, after)).toEqual([
      'Condition: was Varicose veins, left inner calf (gastrocnemius); now Varicose veins, left outer calf (gastrocnemius).',
      'Medication stopped: Apixaban (Eliquis), blood thinner, for atrial fibrillation.',
      'New allergy: arnica, rash.',
      'New surgery: Knee replacement, May 2026, keep off left kneecap.',
      'Pregnancy: was not asked; now yes, due Mar 3, 2027.',
      'Physician removed: was Dr. Amari.',
      'Emergency contact: Ana Reyes, (503) 555-0100.',
      'What the patient hopes for was changed.',
    ])
  })

  it('count an entry as often as it is told', () => {
    const once = history({ conditions: [VEINS] })
    expect(historyChanges(once, history({ conditions: [VEINS, VEINS] }))).toEqual(['New condition: Varicose veins, left inner calf (gastrocnemius).'])
  })

  const anyHistory: fc.Arbitrary<HealthHistory> = fc.record({
    conditions: fc.array(
      fc.record({
        item: fc.constantFrom(null, 'asthma' as const, 'epilepsy' as const),
        name: fc.constantFrom('Asthma', 'asthma', 'Epilepsy'),
        sites: fc.subarray([site('heel-left'), site('heel-right')]),
        remark: fc.constantFrom('', 'mild'),
      }),
      { maxLength: 4 },
    ),
    medications: fc.array(fc.record({ name: fc.constantFrom('A', 'B'), purpose: fc.constantFrom('', 'p'), item: fc.constant(null) }), { maxLength: 3 }),
    allergies: fc.array(fc.record({ to: fc.constantFrom('nuts', 'latex'), reaction: fc.constantFrom('', 'rash') }), { maxLength: 3 }),
    surgeries: fc.constant([]),
    pregnancy: fc.record({ state: fc.constantFrom('not-asked' as const, 'no' as const), dueOn: fc.constant(null), remark: fc.constant('') }),
    physician: fc.constantFrom('', 'Dr. Amari'),
    emergencyName: fc.constantFrom('', 'Ana'),
    emergencyPhone: fc.constant(''),
    goalOfVisit: fc.constantFrom('', 'x'),
    remark: fc.constantFrom('', 'y'),
  })
  const sorted = (told: HealthHistory) => {
    const lines = (list: readonly unknown[]) => list.map(entry => JSON.stringify(entry)).toSorted()
    return JSON.stringify({ ...told, conditions: lines(told.conditions), medications: lines(told.medications), allergies: lines(told.allergies) })
  }
  it('are none exactly when nothing but the order is different', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (before, after) => {
        expect(historyChanges(before, before)).toEqual([])
        expect(historyChanges(before, { ...before, conditions: before.conditions.toReversed() })).toEqual([])
        expect(historyChanges(before, after).length === 0).toBe(sorted(before) === sorted(after))
        for (const sentence of historyChanges(before, after)) expect(sentence).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })
})

describe('chips in the header', () => {
  const clearance = {
    id: ClearanceId.parse('00000000-0000-4000-8000-000000000001'),
    item: 'anticoagulants' as const,
    givenBy: 'Dr. Amari',
    givenOn: localDate('2026-10-08'),
    expiresOn: localDate('2026-12-08'),
    terms: '',
    withdrawnOn: null,
  }
  const told = history({
    conditions: [VEINS, { item: null, name: 'Flat feet', sites: [], remark: '' }, { item: 'asthma', name: 'Asthma', sites: [], remark: '' }],
    medications: [APIXABAN, { name: 'Vitamin D', purpose: '', item: null }],
    allergies: [{ to: 'arnica', reaction: '' }],
  })
  const words = (chips: readonly HealthChip[]) => chips.map(({ kind, text }) => `${kind}: ${text}`)
  it('say what must not be and what asks for care, red first', () => {
    expect(words(healthChips(told, { clearances: [clearance], on: ON }, []))).toEqual([
      'never: Allergy: arnica',
      'never: Avoid left inner calf (gastrocnemius): varicose veins',
      'care: Asthma',
      'care: Apixaban, cleared to Dec 8',
    ])
  })
  it('say when a clearance is missing or ended', () => {
    expect(words(healthChips(told, { clearances: [], on: ON }, []))).toContain('care: Apixaban, needs clearance')
    expect(words(healthChips(told, { clearances: [clearance], on: localDate('2026-12-09') }, []))).toContain('care: Apixaban, clearance ended Dec 8')
  })
  it('leave out what a hand-written alert already names', () => {
    const written = ['Avoid left calf: varicose veins', 'Allergy: Arnica', 'Apixaban, cleared to Jan 8']
    expect(words(healthChips(told, { clearances: [], on: ON }, written))).toEqual(['care: Asthma'])
    expect(healthChips(null, { clearances: [], on: ON }, [])).toEqual([])
  })
})
