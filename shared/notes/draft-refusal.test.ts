import { describe, expect, it } from 'vitest'
import { Mark } from '../body-chart/marks.ts'
import { mainPlaceOf } from '../body-chart/places.ts'
import { BodySite } from '../body-chart/sites.ts'
import { Instant } from '../lib/dates.ts'
import { ServiceId } from '../lib/ids.ts'
import { ProcedureCode } from '../practice/schema.ts'
import { draftRefusal } from './draft-refusal.ts'
import { emptyContent } from './new-content.ts'
import type { NoteContent } from './schema.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const at = (clock: string) => Instant.parse(`2026-11-19T${clock}:00.000Z`)
const site = BodySite.parse('levator-scapulae-left')
const mark = (count: number, changes: Partial<Mark> = {}): Mark =>
  Mark.parse({ id: id(count), kind: 'pain', site, at: mainPlaceOf(site), grade: 4, quality: '', refersTo: null, remark: '', ...changes })
const score = (points: number, name?: string): NoteContent['scores'][number] => ({
  measure: name === undefined ? 'oswestry' : 'generic',
  ticked: null,
  points,
  answered: null,
  generic: name === undefined ? null : { name, min: 0, max: 50, better: 'higher', mattersFrom: null },
})
const block = (count: number, changes: Partial<NoteContent['blocks'][number]> = {}): NoteContent['blocks'][number] => ({
  id: id(count),
  serviceId: ServiceId.parse(id(99)),
  code: ProcedureCode.parse('97124'),
  name: 'Massage',
  isTimed: true,
  minutesPerUnit: 15,
  modifiers: [],
  minutes: 30,
  regions: ['neck'],
  techniques: [],
  runningSince: null,
  spans: [],
  ...changes,
})
const refusalOf = (changes: Partial<NoteContent>) => draftRefusal({ ...emptyContent(), ...changes })

describe('a draft that no visit can have', () => {
  it('answers a questionnaire twice; two of the clinic’s own measures may stand beside each other', () => {
    expect(refusalOf({ scores: [score(10), score(20)] })).toEqual({ field: 'content.scores.1.points', sentence: 'Oswestry is entered twice. Take one off.' })
    expect(refusalOf({ scores: [score(10, 'Grip'), score(20, 'Grip')] })?.sentence).toBe('Grip is entered twice. Take one off.')
    expect(refusalOf({ scores: [score(10), score(10, 'Grip'), score(20, 'Reach')] })).toBeNull()
  })
  it('measures one thing twice', () => {
    const rotation = { motion: 'cervical-rotation' as const, left: 50, right: null, value: null }
    expect(refusalOf({ rom: [rotation, { ...rotation, left: 20 }] })).toEqual({
      field: 'content.rom.1',
      sentence: '“Neck rotation” is listed twice. Take one off.',
    })
    const names = ['Walk', 'walk'].map(name => ({ name, score: 3 }))
    expect(refusalOf({ activities: names })?.sentence).toBe('“walk” is listed twice. Take one off.')
    const biceps = { muscle: 'Biceps', left: null, right: '5' as const, value: null }
    expect(refusalOf({ strength: [biceps, { ...biceps, right: '4' }] })?.field).toBe('content.strength.1')
  })
  it('grades a mark beyond its scale, or has it twice', () => {
    expect(refusalOf({ marks: [mark(1), mark(2, { kind: 'tension', grade: 5 })] })).toEqual({
      field: 'content.marks.1.grade',
      sentence: 'Tone goes from 0 to 4.',
    })
    expect(refusalOf({ marks: [mark(1, { grade: 10 }), mark(2, { kind: 'tension', grade: 4 }), mark(3, { kind: 'scar', grade: null })] })).toBeNull()
    expect(refusalOf({ marks: [mark(1), mark(1)] })?.sentence).toBe('Two marks on the body chart are the same one. Reload the note.')
  })
  it('has one block twice, or two timers at once', () => {
    expect(refusalOf({ blocks: [block(1), block(1)] })?.sentence).toBe('Two service blocks are the same one. Reload the note.')
    const running = { runningSince: at('16:00') }
    expect(refusalOf({ blocks: [block(1, running), block(2, running)] })?.sentence).toBe('Two timers run at once. Stop one of them.')
    expect(refusalOf({ blocks: [block(1, running), block(2)] })).toBeNull()
  })
  it('had timers run backward, or two at the same time', () => {
    const ran = (from: string, to: string) => ({ from: at(from), to: at(to) })
    expect(refusalOf({ blocks: [block(1, { spans: [ran('16:30', '16:00')] })] })?.sentence).toContain('cannot stop before it started')
    expect(refusalOf({ blocks: [block(1, { spans: [ran('16:00', '16:30'), ran('16:10', '16:40')] })] })?.sentence).toContain('at the same time')
    expect(refusalOf({ blocks: [block(1, { spans: [ran('16:00', '16:30')] }), block(2, { spans: [ran('16:29', '16:40')] })] })).not.toBeNull()
    expect(
      refusalOf({ blocks: [block(1, { spans: [ran('16:30', '16:45'), ran('16:00', '16:10')] }), block(2, { spans: [ran('16:10', '16:30')] })] }),
    ).toBeNull()
  })
})
