import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TemplateContent } from './library-schema.ts'
import { emptyContent } from './new-content.ts'
import { RomMotion } from './rom.ts'
import { NoteContent, ServiceBlock } from './schema.ts'
import { applyTemplate } from './templates-apply.ts'

const template = (more: Partial<TemplateContent> = {}) =>
  TemplateContent.parse({
    subjective: '',
    objective: '',
    assessment: '',
    plan: '',
    homeCare: '',
    activities: [],
    motions: [],
    muscles: [],
    tests: [],
    posture: [],
    techniques: [],
    measures: [],
    ...more,
  })
const block = ServiceBlock.parse({
  id: '00000000-0000-4000-8000-000000000001',
  serviceId: '00000000-0000-4000-8000-000000000002',
  code: '97140',
  name: 'Manual therapy',
  isTimed: true,
  minutesPerUnit: 15,
  modifiers: [],
  minutes: 12,
  regions: [],
  techniques: [{ name: 'Myofascial release', sites: [], minutes: 5, response: 'softer' }],
  runningSince: null,
  spans: [],
})

it('adds rows to fill in and words where there are none', () => {
  const note = { ...emptyContent(), plan: 'My own plan.', rom: [{ motion: 'cervical-rotation' as const, left: 50, right: null, value: null }], blocks: [block] }
  const after = applyTemplate(
    note,
    template({
      subjective: 'Neck pain on the {side}.',
      plan: 'Weekly.',
      activities: ['Drive'],
      motions: ['cervical-rotation', 'cervical-flexion'],
      muscles: ['Deep neck flexors'],
      tests: ['Spurling'],
      posture: ['Forward head'],
      techniques: ['myofascial release', 'Trigger point release'],
      measures: ['pain', 'psfs', 'neck-disability', 'neck-disability', 'generic'],
    }),
  )
  expect(after).toEqual({
    ...note,
    subjective: 'Neck pain on the {side}.',
    activities: [{ name: 'Drive', score: null }],
    rom: [note.rom[0], { motion: 'cervical-flexion', left: null, right: null, value: null }],
    strength: [{ muscle: 'Deep neck flexors', left: null, right: null, value: null }],
    specialTests: [{ test: 'Spurling', left: null, right: null, value: null, remark: '' }],
    posture: [{ finding: 'Forward head', side: '', grade: '' }],
    scores: [{ measure: 'neck-disability', ticked: null, points: null, answered: null, generic: null }],
    blocks: [{ ...block, techniques: [...block.techniques, { name: 'Trigger point release', sites: [], minutes: null, response: '' }] }],
  })
})

it('keeps what stands, fits the note’s limits, and does the same when used twice', () => {
  const names = fc.array(fc.constantFrom('Drive', 'drive', 'Sleep', 'Sit', 'Lift', 'Walk', 'Reach'), { maxLength: 5 })
  const motions = fc.array(fc.constantFrom(...RomMotion.options), { maxLength: 20 })
  fc.assert(
    fc.property(names, names, motions, fc.string(), (mine, theirs, wanted, words) => {
      const activities = [...new Map(mine.map(name => [name.toLowerCase(), { name, score: 4 }])).values()]
      const note: NoteContent = { ...emptyContent(), activities, blocks: [block] }
      const once = applyTemplate(note, template({ activities: theirs, motions: wanted, muscles: theirs, techniques: theirs, plan: words }))
      expect(NoteContent.safeParse(once).success).toBe(true)
      expect(once.activities.slice(0, activities.length)).toEqual(activities)
      expect(new Set(once.rom.map(({ motion }) => motion)).size).toBe(once.rom.length)
      expect(applyTemplate(once, template({ activities: theirs, motions: wanted, muscles: theirs, techniques: theirs, plan: words }))).toEqual(once)
    }),
  )
})
