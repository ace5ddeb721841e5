import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { OutcomeScore, PlannedMeasure } from '../../shared/outcomes/schema.ts'
import { anEpisode, aPatient, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  test.setNow('2026-10-02T14:00:00.000Z')
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { plannedVisits: 6 })
})
afterEach(() => test.remove())

const weekOf = (visit: number) => addDays(localDate('2026-10-02'), 7 * (visit - 1))
const scored = (measure: OutcomeScore['measure'], points: number, given: Partial<OutcomeScore> = {}): OutcomeScore => ({
  measure,
  ticked: null,
  points,
  answered: null,
  generic: null,
  ...given,
})
const planned = (measure: PlannedMeasure['measure'], given: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  measure,
  generic: null,
  atStart: true,
  everyVisits: 4,
  atDischarge: true,
  ...given,
})
const NECK_PLAN = [planned('neck-disability'), planned('global-change', { atStart: false, everyVisits: null })]

/** Books and begins visit number `visit` of weekly ones; says what is due at it, then writes these scores and signs. */
async function treat(visit: number, scores: readonly OutcomeScore[], given: Partial<NoteContent> = {}) {
  const day = weekOf(visit)
  test.setNow(`${day}T16:00:00.000Z`)
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const note = await test.request('notes.begin', { appointmentId: id })
  const due = (await test.request('notes.getSession', { appointmentId: id })).measuresDue.map(({ why }) => why)
  const content = await noteContent(test, { 97124: 53 }, { scores: [...scores], ...given })
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
  return { due, noteId: note.id }
}

const course = async () => (await test.request('episodes.get', { episodeId })).trends.map(({ measure, sentence }) => [measure, sentence])

describe('a course of six visits with a plan', () => {
  it('asks for what is due at the right visits, and why', async () => {
    await test.request('episodes.saveOutcomePlan', { episodeId, plan: NECK_PLAN })
    const due = []
    for (const visit of [1, 2, 3, 4, 5, 6]) due.push((await treat(visit, visit === 1 || visit === 5 ? [scored('neck-disability', 25)] : [])).due)
    expect(due).toEqual([
      ['Neck disability index is due: at the start.'],
      [],
      [],
      [],
      ['Neck disability index is due: every 4 visits, last Oct 2.'],
      ['Neck disability index is due: at discharge, last Oct 30.', 'Global rating of change is due: at discharge, not taken yet.'],
    ])
  })

  it('asks again while the start was missed, and nothing without a plan', async () => {
    expect((await treat(1, [])).due).toEqual([])
    await test.request('episodes.saveOutcomePlan', { episodeId, plan: NECK_PLAN })
    expect((await treat(2, [])).due).toEqual(['Neck disability index is due: planned for the start, not taken yet.'])
    expect((await treat(3, [scored('neck-disability', 20)])).due).toEqual(['Neck disability index is due: planned for the start, not taken yet.'])
    expect((await treat(4, [])).due).toEqual([])
  })

  it('draws every questionnaire and moves goals bound to a score', async () => {
    const goal = { id: null, key: '', unit: '', baseline: null, target: null, statedStatus: null }
    await test.request('episodes.saveGoals', {
      episodeId,
      goals: [
        { ...goal, text: 'Neck disability at 20% or less', measure: 'score', key: 'neck-disability', target: 20 },
        { ...goal, text: 'Turn the head left to 70°', measure: 'rom', key: 'cervical-rotation:left', unit: '°', target: 70 },
      ],
    })
    const turned = (left: number) => ({ rom: [{ motion: 'cervical-rotation' as const, left, right: null, value: null }] })
    await treat(1, [scored('neck-disability', 25)], turned(40))
    await treat(5, [scored('neck-disability', 16, { answered: 9 }), scored('global-change', 4)], turned(58))
    const { goals, trends } = await test.request('episodes.get', { episodeId })
    expect(goals.map(({ start, current, status }) => [start, current, status])).toEqual([
      [50, 35.6, 'in-progress'],
      [40, 58, 'partly-met'],
    ])
    expect(trends.map(({ measure, sentence, goal: target }) => [measure, sentence, target])).toEqual([
      ['pain-now', 'Pain is unchanged at 5 since Oct 2.', null],
      ['psfs', 'Function is unchanged at 4.0 since Oct 2.', null],
      ['global-change', 'Overall change was rated +4 on Oct 30, more than the 3 that matters.', null],
      ['neck-disability', 'Neck disability improved by 14.4 points since Oct 2, more than the 14 that matters.', 20],
      ['rom:cervical-rotation:left', 'Left neck rotation improved by 18° since Oct 2.', 70],
    ])
  })

  it('takes the clinic’s own threshold', async () => {
    const rules = await test.request('practice.getRules', {})
    await test.request('practice.saveRules', { ...rules, mattersFrom: { 'neck-disability': 15 } })
    await treat(1, [scored('neck-disability', 25)])
    await treat(2, [scored('neck-disability', 18)])
    expect(await course()).toContainEqual(['neck-disability', 'Neck disability improved by 14 points since Oct 2, less than the 15 that matters.'])
  })

  it('lets go of the scores of a note entered in error', async () => {
    await test.request('episodes.saveOutcomePlan', { episodeId, plan: [planned('neck-disability', { everyVisits: 2 })] })
    await treat(1, [scored('neck-disability', 25)])
    const { noteId } = await treat(2, [scored('neck-disability', 10)])
    await test.request('notes.markInError', { noteId, reason: 'Wrong patient' })
    expect(await course()).toContainEqual(['neck-disability', 'Neck disability was 50% on Oct 2. The next measurement shows whether it changes.'])
    expect((await treat(3, [])).due).toEqual(['Neck disability index is due: every 2 visits, last Oct 2.'])
  })

  it('counts the final measures at discharge as the last point', async () => {
    await treat(1, [scored('neck-disability', 25)])
    test.setNow('2026-10-30T16:00:00.000Z')
    await test.request('episodes.close', {
      episodeId,
      closedOn: '2026-10-30',
      kind: 'goals-met',
      reason: '',
      finalMeasures: { on: localDate('2026-10-30'), painNow: 1, activities: [], scores: [scored('neck-disability', 5)] },
      cancelBookings: [],
    })
    const words = await course()
    expect(words).toContainEqual(['neck-disability', 'Neck disability improved by 40 points since Oct 2, more than the 14 that matters.'])
    expect(words).toContainEqual(['pain-now', 'Pain improved by 4 points since Oct 2, more than the 2 that matters.'])
  })
})

describe('a plan', () => {
  const refusal = async (...plan: Input<'episodes.saveOutcomePlan'>['plan']) => (await test.refuse('episodes.saveOutcomePlan', { episodeId, plan })).message
  const grip = { name: 'Grip strength', min: 0, max: 60, better: 'higher', mattersFrom: 5 } as const

  it('is kept in its order, with the clinic’s own measures', async () => {
    const plan = [planned('generic', { generic: grip }), planned('oswestry', { everyVisits: null })]
    expect((await test.request('episodes.saveOutcomePlan', { episodeId, plan })).outcomePlan).toEqual(plan)
  })

  it('is refused in words, and left as it was', async () => {
    await test.request('episodes.saveOutcomePlan', { episodeId, plan: NECK_PLAN })
    expect(await refusal(planned('oswestry'), planned('oswestry'))).toBe('Oswestry is planned twice. Keep one.')
    expect(await refusal(planned('generic'))).toBe('Give the measure a name and a range.')
    expect(await refusal(planned('oswestry', { atStart: false, everyVisits: null, atDischarge: false }))).toBe('Say when Oswestry is measured, or take it out.')
    expect((await test.request('episodes.get', { episodeId })).outcomePlan).toEqual(NECK_PLAN)
  })
})

it('refuses a goal that no note can measure, by its field, and keeps the others', async () => {
  const goal = { id: null, text: 'Oswestry low', measure: 'score' as const, key: 'oswestry', unit: '%', baseline: null, target: 20, statedStatus: null }
  await test.request('episodes.saveGoals', { episodeId, goals: [goal] })
  const { code, message, fields } = await test.refuse('episodes.saveGoals', {
    episodeId,
    goals: [goal, { ...goal, text: 'Turn', measure: 'rom', key: '', unit: '°' }],
  })
  expect([code, message, fields]).toEqual(['invalid_input', '“Turn”: Choose the motion.', { 'goals.1.key': 'Choose the motion.' }])
  expect((await test.request('episodes.get', { episodeId })).goals.map(({ text }) => text)).toEqual(['Oswestry low'])
})

it('refuses a score out of range by its field, and keeps the draft', async () => {
  const day = weekOf(1)
  test.setNow(`${day}T16:00:00.000Z`)
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const note = await test.request('notes.begin', { appointmentId: id })
  const content = await noteContent(test, { 97124: 53 }, { scores: [scored('neck-disability', 51)] })
  const { code, fields } = await test.refuse('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  expect([code, fields]).toEqual(['invalid_input', { 'content.scores.0.points': 'Enter 0 to 50.' }])
  expect((await test.request('notes.get', { noteId: note.id })).content.scores).toEqual([])
})
