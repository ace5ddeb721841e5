import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mark } from '../body-chart/marks.ts'
import { SITES } from '../body-chart/sites.ts'
import { CARRY_PARTS, CARRY_TEXTS, carriedTexts, carryable, carryForward } from './carry-forward.ts'
import { emptyContent } from './new-content.ts'
import { NoteContent, ServiceBlock, TechniqueUse } from './schema.ts'

let count = 0
const newId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
const mark = (kind: string, grade: number | null, place = 0) =>
  Mark.parse({ id: newId(), kind, site: SITES[place], at: { view: 'back', x: 300, y: 200 }, grade, quality: '', refersTo: null, remark: 'taut band' })
const technique = (name: string, minutes: number | null = null) => TechniqueUse.parse({ name, sites: [], minutes, response: minutes ? 'softened' : '' })
const block = (service: number, techniques: readonly TechniqueUse[]) =>
  ServiceBlock.parse({
    id: newId(),
    serviceId: `00000000-0000-4000-8000-00000000000${service}`,
    code: '97140',
    name: 'Manual therapy',
    isTimed: true,
    minutesPerUnit: 15,
    modifiers: [],
    minutes: 28,
    regions: [],
    techniques,
    runningSince: null,
    spans: [],
  })
const last: NoteContent = NoteContent.parse({
  ...emptyContent(),
  subjective: 'Slept badly.',
  plan: 'Weekly.',
  painBefore: { now: 6, best: 3, worst: 8 },
  rom: [{ motion: 'cervical-rotation', left: 52, right: 58, value: null }],
  posture: [{ finding: 'Forward head', side: '', grade: 'moderate' }],
  marks: [mark('tension', 3), mark('treated', null, 1)],
  blocks: [block(1, [technique('Myofascial release', 12), technique('Trigger point release')])],
})

describe('carrying forward', () => {
  it('offers only the parts that hold something', () => {
    expect(carryable(last)).toEqual(['subjective', 'plan', 'posture', 'marks', 'techniques'])
    expect(carryable(emptyContent())).toEqual([])
  })

  it('takes the chosen texts into empty fields, and leaves what is written today', () => {
    const today = { ...emptyContent(), subjective: 'Slept well.' }
    expect(carryForward(today, last, { parts: ['subjective', 'plan'], newId })).toEqual({ ...today, plan: 'Weekly.' })
  })

  it('brings findings, marks and techniques without what was measured', () => {
    const today = {
      ...emptyContent(),
      blocks: [
        { ...block(1, []), minutes: 0 },
        { ...block(2, []), minutes: 0 },
      ],
    }
    const carried = carryForward(today, last, { parts: CARRY_PARTS, newId })
    expect(carried.posture).toEqual([{ finding: 'Forward head', side: '', grade: '' }])
    expect(carried.marks).toMatchObject([{ kind: 'tension', grade: null, remark: 'taut band' }])
    expect(carried.marks[0]?.id).not.toBe(last.marks[0]?.id)
    expect(carried.blocks.map(({ minutes, techniques }) => [minutes, techniques])).toEqual([
      [0, [technique('Myofascial release'), technique('Trigger point release')]],
      [0, []],
    ])
    expect(carried.painBefore.now).toBeNull()
    expect(carried.rom).toEqual([])
  })

  it('brings nothing twice', () => {
    const today = { ...emptyContent(), blocks: [{ ...block(1, [technique('myofascial release')]), minutes: 0 }] }
    const once = carryForward(today, last, { parts: CARRY_PARTS, newId })
    expect(once.blocks[0]?.techniques.map(({ name }) => name)).toEqual(['myofascial release', 'Trigger point release'])
    expect(carryForward(once, last, { parts: CARRY_PARTS, newId })).toEqual(once)
  })

  it('never touches a number of today’s, whatever is chosen, and always leaves a note that can be saved', () => {
    const text = fc.constantFrom('', 'Words of today.')
    const written = fc.record({ subjective: text, objective: text, assessment: text, plan: text, homeCare: text })
    fc.assert(
      fc.property(written, fc.subarray([...CARRY_PARTS]), fc.option(fc.integer({ min: 0, max: 10 })), (texts, parts, now) => {
        const today: NoteContent = { ...emptyContent(), ...texts, painBefore: { now, best: null, worst: null } }
        const carried = carryForward(today, last, { parts, newId })
        expect(NoteContent.parse(carried)).toEqual(carried)
        for (const part of CARRY_TEXTS) if (today[part]) expect(carried[part]).toBe(today[part])
        expect([carried.painBefore, carried.rom, carried.strength, carried.scores]).toEqual([today.painBefore, [], [], []])
      }),
    )
  })
})

it('tells which texts stand as they stood last time', () => {
  const today = { ...emptyContent(), subjective: 'Slept badly. ', plan: 'Weekly, then twice.', assessment: '' }
  expect(carriedTexts(today, last)).toEqual(['subjective'])
  expect(carriedTexts(today, null)).toEqual([])
})
