import type { ServiceId } from '../lib/ids.ts'
import type { NoteContent } from './schema.ts'

const NO_PAIN = { now: null, best: null, worst: null } as const

/** A note with nothing written yet. */
export function emptyContent(): NoteContent {
  return {
    screening: { answers: {}, found: [], remark: '', overrideReason: '', systolic: null, diastolic: null, temperature: null, isWithheld: false },
    subjective: '',
    objective: '',
    assessment: '',
    plan: '',
    homeCare: '',
    painBefore: NO_PAIN,
    painAfter: NO_PAIN,
    activities: [],
    rom: [],
    strength: [],
    posture: [],
    specialTests: [],
    marks: [],
    scores: [],
    blocks: [],
    regionReasons: [],
    tieChoice: [],
  }
}

/** What a service is called and how it is counted today. */
export type ServiceToday = Pick<NoteContent['blocks'][number], 'serviceId' | 'code' | 'name' | 'isTimed' | 'minutesPerUnit' | 'modifiers'>

/**
 * A new note shaped like the last one: the same activities, motions, muscles, tests and services with their regions, all without scores or minutes.
 * Services the clinic no longer offers are left out; the others take today’s name and code.
 */
export function carriedOver(last: NoteContent, services: ReadonlyMap<ServiceId, ServiceToday>, newId: () => string): NoteContent {
  const blocks = last.blocks.flatMap(block => {
    const service = services.get(block.serviceId)
    const techniques = block.techniques.map(technique => ({ ...technique, minutes: null, response: '' }))
    return service ? [{ ...service, id: newId(), minutes: 0, regions: block.regions, techniques, runningSince: null, spans: [] }] : []
  })
  return {
    ...emptyContent(),
    activities: last.activities.map(({ name }) => ({ name, score: null })),
    rom: last.rom.map(({ motion }) => ({ motion, left: null, right: null, value: null })),
    strength: last.strength.map(({ muscle }) => ({ muscle, left: null, right: null, value: null })),
    specialTests: last.specialTests.map(({ test }) => ({ test, left: null, right: null, value: null, remark: '' })),
    blocks,
  }
}
