import { expect, it } from 'vitest'
import { SITES } from '../body-chart/sites.ts'
import { ServiceId } from '../lib/ids.ts'
import { carriedOver, emptyContent, type ServiceToday } from './new-content.ts'
import { NoteContent } from './schema.ts'

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const service = (last: number, name: string): readonly [ServiceId, ServiceToday] => [
  ServiceId.parse(id(last)),
  { serviceId: ServiceId.parse(id(last)), code: '97140', name, isTimed: true, minutesPerUnit: 15, modifiers: [] },
]
const block = (last: number, more: object = {}) => ({
  ...service(last, 'Old name')[1],
  id: id(last),
  minutes: 28,
  regions: ['neck'],
  techniques: [{ name: 'Myofascial release', sites: [SITES[0]], minutes: 12, response: 'softened' }],
  runningSince: null,
  spans: [{ from: '2026-11-12T17:58:00.000Z', to: '2026-11-12T18:26:00.000Z' }],
  ...more,
})
const last = NoteContent.parse({
  ...emptyContent(),
  subjective: 'Slept badly.',
  plan: 'Weekly.',
  painBefore: { now: 6, best: 3, worst: 8 },
  activities: [{ name: 'Drive', score: 4 }],
  rom: [{ motion: 'cervical-rotation', left: 52, right: 58, value: null }],
  strength: [{ muscle: 'Deep neck flexors', left: null, right: null, value: '4-' }],
  posture: [{ finding: 'Forward head', side: '', grade: 'moderate' }],
  specialTests: [{ test: 'Spurling', left: 'positive', right: null, value: null, remark: 'to the thumb' }],
  marks: [{ id: id(9), kind: 'tension', site: SITES[0], at: { view: 'back', x: 1, y: 1 }, grade: 3, quality: '', refersTo: null, remark: '' }],
  blocks: [block(1), block(2)],
  tieChoice: ['97140'],
})

it('is an empty note that can be kept', () => {
  expect(NoteContent.parse(emptyContent())).toEqual(emptyContent())
})

it('takes the shape of the last note and none of its values or words', () => {
  const fresh = carriedOver(last, new Map([service(1, 'Manual therapy')]), () => id(7))
  expect(fresh).toEqual({
    ...emptyContent(),
    activities: [{ name: 'Drive', score: null }],
    rom: [{ motion: 'cervical-rotation', left: null, right: null, value: null }],
    strength: [{ muscle: 'Deep neck flexors', left: null, right: null, value: null }],
    specialTests: [{ test: 'Spurling', left: null, right: null, value: null, remark: '' }],
    blocks: [
      {
        ...service(1, 'Manual therapy')[1],
        id: id(7),
        minutes: 0,
        regions: ['neck'],
        techniques: [{ name: 'Myofascial release', sites: [SITES[0]], minutes: null, response: '' }],
        runningSince: null,
        spans: [],
      },
    ],
  })
})
