import { describe, expect, it } from 'vitest'
import { BodySite } from '../body-chart/sites.ts'
import { CONTRAINDICATIONS } from '../health/families.ts'
import type { Clearance, HealthHistory } from '../health/schema.ts'
import { localDate } from '../lib/dates.ts'
import { ClearanceId, ServiceId } from '../lib/ids.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { isComplete, signingIssues } from './completeness.ts'
import { emptyContent } from './new-content.ts'
import type { NoteContent } from './schema.ts'
import type { SigningContext } from './signing-context.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const site = (name: string) => BodySite.parse(name)
const answers = Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, 'no' as const]))

const BLOCK: NoteContent['blocks'][number] = {
  id: id(1),
  serviceId: ServiceId.parse(id(2)),
  code: '97124',
  name: 'Massage',
  isTimed: true,
  minutesPerUnit: 15,
  modifiers: [],
  minutes: 52,
  regions: ['neck'],
  techniques: [],
  runningSince: null,
  spans: [],
}

const COMPLETE: NoteContent = {
  ...emptyContent(),
  screening: { ...emptyContent().screening, answers },
  subjective: 'Stiff.',
  objective: 'Tone raised.',
  assessment: 'Improving.',
  plan: 'Weekly.',
  painBefore: { now: 5, best: null, worst: null },
  painAfter: { now: 3, best: null, worst: null },
  blocks: [BLOCK],
}

const CONTEXT: SigningContext = {
  on: localDate('2026-11-19'),
  allowedRegions: [],
  bookedMinutes: 60,
  history: null,
  clearances: [],
  rules: USUAL_RULES,
  measuresDue: [],
}

const NOTHING_TOLD: HealthHistory = {
  conditions: [],
  medications: [],
  allergies: [],
  surgeries: [],
  pregnancy: { state: 'no', dueOn: null, remark: '' },
  physician: '',
  emergencyName: '',
  emergencyPhone: '',
  goalOfVisit: '',
  remark: '',
}
const issues = (changes: Partial<NoteContent> = {}, context: Partial<SigningContext> = {}) =>
  signingIssues({ ...COMPLETE, ...changes }, { ...CONTEXT, ...context })
const sentences = (...given: Parameters<typeof issues>) => issues(...given).map(({ sentence }) => sentence)
const advised = (...given: Parameters<typeof issues>) => issues(...given).every(({ isAdvice }) => isAdvice)
const screened = (changes: Partial<NoteContent['screening']>) => ({ screening: { ...COMPLETE.screening, ...changes } })
const clearance = (expiresOn: string): Clearance => ({
  id: ClearanceId.parse(id(9)),
  item: 'pregnancy',
  givenBy: 'Dr. Amari',
  givenOn: localDate('2026-09-01'),
  expiresOn: localDate(expiresOn),
  terms: '',
  withdrawnOn: null,
})

describe('a complete note', () => {
  it('lacks nothing', () => {
    expect(issues()).toEqual([])
    expect(isComplete(issues())).toBe(true)
  })
  it.each([
    [{ rom: [{ motion: 'cervical-rotation', left: 50, right: null, value: null }] }],
    [{ strength: [{ muscle: 'Biceps', left: null, right: '4-', value: null }] }],
    [{ specialTests: [{ test: 'Spurling', left: 'negative', right: null, value: null, remark: '' }] }],
    [{ posture: [{ finding: 'Forward head', side: '', grade: 'slight' }] }],
    [
      {
        marks: [
          { id: id(3), kind: 'tension', site: site('scalenes-left'), at: { view: 'front', x: 1, y: 1 }, grade: 2, quality: '', refersTo: null, remark: '' },
        ],
      },
    ],
  ] satisfies [Partial<NoteContent>][])('counts what was examined as findings: %j', examined => {
    expect(sentences({ objective: '', ...examined })).toEqual([])
  })
  it('does not count rows that are still empty, nor a mark that says only what was treated', () => {
    const nothing = {
      objective: ' ',
      rom: [{ motion: 'cervical-rotation' as const, left: null, right: null, value: null }],
      strength: [{ muscle: 'Biceps', left: null, right: null, value: null }],
      marks: [
        {
          id: id(3),
          kind: 'treated' as const,
          site: site('scalenes-left'),
          at: { view: 'front' as const, x: 1, y: 1 },
          grade: null,
          quality: '' as const,
          refersTo: null,
          remark: '',
        },
      ],
    }
    expect(sentences(nothing)).toEqual(['Write what you found, or measure a motion.'])
    const row = { finding: 'Forward head', side: '' as const, grade: '' as const }
    expect(sentences({ objective: '', posture: [row] })[0]).toBe('Write what you found, or measure a motion.')
    expect(sentences({ posture: [row] })).toEqual(['“Forward head” has neither side nor grade. Give one, or take it off the list.'])
  })
})

describe('the screening', () => {
  it('is asked whole', () => {
    expect(sentences(screened({ answers: {} }))[0]).toBe('Ask the eight screening questions.')
    const { fever: _fever, cancer: _cancer, ...some } = answers
    expect(sentences(screened({ answers: some }))[0]).toBe('Finish the screening: ask about fever and cancer.')
  })
  it('stops at something absolute until a reason is written', () => {
    const [issue] = issues(screened({ answers: { ...answers, fever: 'yes' } }))
    expect(issue).toMatchObject({
      part: 'screening',
      isAdvice: false,
      sentence: expect.stringContaining('Write why treatment went on, or withhold it. Fever:'),
    })
    expect(issues(screened({ answers: { ...answers, fever: 'yes' }, overrideReason: 'Physician agreed.' }))).toEqual([])
    expect(sentences(screened({ systolic: 182, diastolic: 90 }))[0]).toContain('Blood pressure 182/90')
    expect(sentences(screened({ systolic: 182, diastolic: 90 }), { rules: { ...USUAL_RULES, systolicLimit: 190 } })).toEqual([])
  })
  it('goes on with a clearance that stands on the day of service; one that ended does not count, one that ends soon is said', () => {
    const pregnant = screened({ answers: { ...answers, pregnancy: 'yes' } })
    expect(sentences(pregnant)[0]).toContain('No clearance yet')
    expect(sentences(pregnant, { clearances: [clearance('2026-11-18')] })[0]).toContain('The clearance ended Nov 18')
    expect(sentences(pregnant, { clearances: [clearance('2027-03-01')] })).toEqual([])
    expect(sentences(pregnant, { clearances: [clearance('2026-11-19')] })).toEqual(['Cleared by Dr. Amari; ends today.'])
    expect(advised(pregnant, { clearances: [clearance('2026-11-19')] })).toBe(true)
  })
  it('warns of work on a place to keep off, which stops nothing', () => {
    const found = [{ item: 'varicose-veins' as const, sites: [site('inner-calf-left')], remark: '' }]
    const touched = { ...screened({ found }), blocks: [{ ...BLOCK, regions: ['lower-leg-left' as const] }] }
    expect(sentences(touched)).toEqual([expect.stringContaining('keep off the left inner calf')])
    expect(advised(touched)).toBe(true)
    expect(sentences({ ...touched, blocks: [{ ...BLOCK, regions: ['lower-leg-right' as const] }] })).toEqual([])
  })
})

describe('treatment', () => {
  const technique = (minutes: number | null, ...sites: string[]) => ({ name: 'Cupping', sites: sites.map(site), minutes, response: '' })

  it('asks why a region outside was treated, also where only a technique says so', () => {
    const allowedRegions = ['neck' as const]
    const at = (...sites: string[]) => ({ blocks: [{ ...BLOCK, techniques: [technique(null, ...sites)] }] })
    expect(sentences(at('scalenes-left'), { allowedRegions })).toEqual([])
    expect(sentences(at('upper-trapezius-left'), { allowedRegions })).toEqual([])
    expect(sentences(at('biceps-left'), { allowedRegions })).toEqual(['Write why the left upper arm was treated: it is outside the prescribed regions.'])
    const regionReasons = [{ region: 'upper-arm-left' as const, reason: 'Physician asked' }]
    expect(sentences({ ...at('biceps-left'), regionReasons }, { allowedRegions })).toEqual([])
    expect(sentences(at('biceps-left'))).toEqual([])
  })
  it('compares minutes: of techniques with the service, of the note with the booking', () => {
    const techniques = [technique(30), technique(23), technique(null)]
    expect(sentences({ blocks: [{ ...BLOCK, techniques }] })).toEqual(['The techniques of Massage take 53 minutes, but it took 52. Compare them.'])
    expect(advised({ blocks: [{ ...BLOCK, techniques }] })).toBe(true)
    expect(sentences({}, { bookedMinutes: 45 })).toEqual(['52 minutes are more than the 45 booked. Compare them.'])
  })
})

describe('advice', () => {
  it('names measures that are due until they are taken', () => {
    const measuresDue = [
      { measure: 'oswestry' as const, generic: null, why: 'Oswestry is due: at the start.' },
      { measure: 'psfs' as const, generic: null, why: 'Own activities are due: every 4 visits.' },
    ]
    expect(sentences({}, { measuresDue })).toEqual(measuresDue.map(({ why }) => why))
    expect(advised({}, { measuresDue })).toBe(true)
    const scores = [{ measure: 'oswestry' as const, ticked: null, points: 20, answered: null, generic: null }]
    expect(sentences({ scores, activities: [{ name: 'Driving', score: 4 }] }, { measuresDue })).toEqual([])
  })
  it('names what the health history says and the screen does not, once the screening has begun', () => {
    const conditions: HealthHistory['conditions'] = [{ item: 'varicose-veins', name: 'Varicose veins', sites: [], remark: '' }]
    const medications: HealthHistory['medications'] = [{ name: 'Apixaban', purpose: '', item: 'anticoagulants' }]
    const history = { ...NOTHING_TOLD, conditions, medications }
    expect(sentences({}, { history })).toEqual(['The health history names blood thinner and varicose veins; the screen does not.'])
    expect(issues({}, { history })).toMatchObject([{ part: 'screening', isAdvice: true }])
    expect(sentences(screened({ answers: {} }), { history })).toEqual(['Ask the eight screening questions.'])
    const found = [{ item: 'varicose-veins' as const, sites: [], remark: '' }]
    expect(sentences(screened({ found }), { history: { ...history, medications: [] } })).toEqual([])
  })
  it('points at a best and worst pain that were turned around, without stopping the signature', () => {
    const pain = { now: 5, best: 7, worst: 3 }
    expect(issues({ painBefore: pain })).toEqual([{ part: 'pain', sentence: 'Pain at best 7 is more than at worst 3. Compare them.', isAdvice: true }])
    expect(issues({ painBefore: { ...pain, worst: 7 } })).toEqual([])
  })
  it('names a blank that is still open', () => {
    expect(sentences({ plan: 'Work on {muscle} and {muscle}.' })).toEqual(['“{muscle}” in the plan is not filled in yet.'])
  })
})
