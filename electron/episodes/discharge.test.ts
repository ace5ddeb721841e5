import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { OutcomeScore } from '../../shared/outcomes/schema.ts'
import { anEpisode, aPatient, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  test.setNow('2026-10-08T14:00:00.000Z')
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { plannedVisits: 2 })
  test.setNow('2026-11-19T16:52:00.000Z')
})
afterEach(() => test.remove())

const book = (startsAt: string) => aVisit(test, { patientId, episodeId, startsAt })
const statuses = async () =>
  (await test.request('appointments.listOfPatient', { patientId })).toReversed().map(visit => [visit.startsAt, visit.status, visit.cancelReason])
const closing = (change: Partial<Input<'episodes.close'>> = {}): Input<'episodes.close'> => ({
  episodeId,
  closedOn: '2026-11-19',
  kind: 'goals-met',
  reason: '',
  finalMeasures: null,
  cancelBookings: [],
  ...change,
})
const oswestry = (points: number, answered: number | null = null): OutcomeScore => ({ measure: 'oswestry', ticked: null, points, answered, generic: null })
const final = (change: Partial<NonNullable<Input<'episodes.close'>['finalMeasures']>> = {}) => ({
  on: '2026-11-19',
  painNow: 2,
  activities: [],
  scores: [],
  ...change,
})

/** A visit at 9 with a signed note, or with its draft. */
async function treat(day: string, content: Parameters<typeof noteContent>[2], isSigned = true) {
  const visit = await book(`${day}T09:00`)
  const note = await test.request('notes.begin', { appointmentId: visit.id })
  const { revision } = await test.request('notes.saveDraft', {
    noteId: note.id,
    revision: note.revision,
    content: await noteContent(test, { 97124: 53 }, content),
  })
  if (isSigned) await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
  return visit
}

describe('a discharge', () => {
  it('cancels the chosen bookings, keeps the final measures and says why, all at once', async () => {
    const visits = [await book('2026-11-24T10:00'), await book('2026-12-01T10:00')]
    const finalMeasures = final({
      activities: [
        { name: 'Driving', score: 8 },
        { name: 'Sleeping', score: null },
      ],
      scores: [oswestry(6)],
    })
    const closed = await test.request('episodes.close', closing({ reason: 'Sleeps through', finalMeasures, cancelBookings: visits.map(visit => visit.id) }))
    expect(closed).toMatchObject({
      closedOn: '2026-11-19',
      closeKind: 'goals-met',
      closeReason: 'Sleeps through',
      visitsBooked: 0,
      finalMeasures: { ...finalMeasures, activities: [{ name: 'Driving', score: 8 }] },
    })
    expect(await statuses()).toEqual([
      ['2026-11-24T10:00', 'cancelled', 'Discharged'],
      ['2026-12-01T10:00', 'cancelled', 'Discharged'],
    ])
    expect((await test.refuse('episodes.close', closing())).message).toBe('This episode was closed on Nov 19, 2026.')
  })

  it('opens again with its measures; the cancelled bookings stay so', async () => {
    const visit = await book('2026-11-24T10:00')
    await test.request('episodes.close', closing({ finalMeasures: final(), cancelBookings: [visit.id] }))
    expect(await test.request('episodes.reopen', { episodeId })).toMatchObject({
      closedOn: null,
      closeKind: null,
      closeReason: '',
      finalMeasures: { painNow: 2 },
    })
    expect((await statuses()).map(([, status]) => status)).toEqual(['cancelled'])
    await test.request('episodes.close', closing({ kind: 'moved' }))
    expect(await test.request('episodes.get', { episodeId })).toMatchObject({ closeKind: 'moved', finalMeasures: { painNow: 2 } })
  })

  it.each([
    ['a visit that would stay booked', {}, '2 visits are still booked in this episode (the first Tue, Nov 24, 10:00 am).'],
    ['another reason without words', { kind: 'other' as const }, 'Say why the treatment ends.'],
    ['a day in the future', { closedOn: '2026-11-20' }, 'A discharge cannot be in the future.'],
    ['a day before it began', { closedOn: '2026-10-07' }, 'opened on Oct 8, 2026. Discharge on that day or later.'],
    ['a measure before it began', { finalMeasures: final({ on: '2026-10-07' }) }, 'Measure on that day or later.'],
    ['a measure after it ended', { finalMeasures: final({ on: '2026-11-20' }) }, 'cannot be later than the discharge.'],
    ['a score out of range', { finalMeasures: final({ scores: [oswestry(51)] }) }, 'Some fields need attention.'],
    ['more points than answers give', { finalMeasures: final({ scores: [oswestry(46, 9)] }) }, 'Some fields need attention.'],
    ['pain beyond 10', { finalMeasures: final({ painNow: 11 }) }, 'Some fields need attention.'],
    [
      'an activity entered twice',
      {
        finalMeasures: final({
          activities: [
            { name: 'Driving', score: 8 },
            { name: 'driving', score: 3 },
          ],
        }),
      },
      '“driving” is entered twice.',
    ],
    ['a measure entered twice', { finalMeasures: final({ scores: [oswestry(6), oswestry(8)] }) }, 'Oswestry is entered twice.'],
  ])('is refused as a whole for %s', async (_, change, sentence) => {
    const visits = [await book('2026-11-24T10:00'), await book('2026-12-01T10:00')]
    const cancelBookings = sentence.includes('still booked') ? [] : visits.map(visit => visit.id)
    expect((await test.refuse('episodes.close', closing({ cancelBookings, ...change }))).message).toContain(sentence)
    expect((await statuses()).map(([, status]) => status)).toEqual(['booked', 'booked'])
    expect(await test.request('episodes.get', { episodeId })).toMatchObject({ closedOn: null, finalMeasures: null })
  })

  it('is refused as a whole when one of the bookings cannot be cancelled', async () => {
    const later = await book('2026-11-24T10:00')
    const now = await book('2026-11-19T09:30')
    for (const status of ['arrived', 'in-session'] as const) await test.request('appointments.setStatus', { appointmentId: now.id, status, reason: '' })
    const cancelBookings = [later.id, now.id]
    expect((await test.refuse('episodes.close', closing({ cancelBookings }))).message).toBe(
      'The session of Thu, Nov 19, 9:30 am is under way. Finish it first.',
    )
    expect((await statuses()).map(([, status]) => status)).toEqual(['in-session', 'booked'])
    const other = await anEpisode(test, patientId)
    const elsewhere = await aVisit(test, { patientId, episodeId: other, startsAt: '2026-11-25T10:00' })
    await test.request('appointments.setStatus', { appointmentId: now.id, status: 'finished', reason: '' })
    expect((await test.refuse('episodes.close', closing({ cancelBookings: [later.id, elsewhere.id] }))).code).toBe('conflict')
    expect((await test.request('episodes.close', closing({ cancelBookings: [later.id, later.id] }))).closedOn).toBe('2026-11-19')
  })
})

describe('what stands before a discharge', () => {
  it('is what the start measured and the end did not, the bookings, and the notes not signed', async () => {
    const later = await book('2026-11-24T10:00')
    await treat('2026-11-05', { scores: [oswestry(20)] })
    await treat('2026-11-12', { scores: [], activities: [{ name: 'Driving', score: 6 }] })
    await treat('2026-11-19', {}, false)
    const before = await test.request('episodes.getDischarge', { episodeId })
    expect(before).toMatchObject({
      measuresMissing: ['Oswestry'],
      activities: [{ name: 'Driving', score: 6 }],
      unsignedNotes: 1,
      hasDischargeLetter: false,
      lastVisitOn: '2026-11-12',
    })
    expect(before.bookings.map(visit => [visit.startsAt, visit.status])).toEqual([
      ['2026-11-19T09:00', 'in-session'],
      [later.startsAt, 'booked'],
    ])
  })

  it('is nothing in an episode without visits', async () => {
    expect(await test.request('episodes.getDischarge', { episodeId })).toEqual({
      bookings: [],
      measuresDue: [],
      measuresMissing: [],
      activities: [],
      unsignedNotes: 0,
      hasDischargeLetter: false,
      lastVisitOn: null,
    })
  })
})

it('counts the planned series in words, with missed visits only where the clinic counts them', async () => {
  const words = async () => (await test.request('episodes.get', { episodeId })).seriesWords
  expect(await words()).toBe('2 visits planned')
  const missed = await book('2026-11-12T10:00')
  await test.request('appointments.setStatus', { appointmentId: missed.id, status: 'no-show', reason: '' })
  expect(await words()).toBe('2 visits planned')
  await treat('2026-11-05', {})
  expect(await words()).toBe('1 of 2 done')
  await book('2026-11-24T10:00')
  expect(await words()).toBe('1 of 2 done, 1 booked')
  await book('2026-12-01T10:00')
  expect(await words()).toBe('Visit 3 of 2 booked')
  const clinic = await test.request('practice.getClinic', {})
  await test.request('practice.saveClinic', { ...clinic, noShowUsesVisit: true })
  expect(await words()).toBe('Visit 4 of 2 booked')
  expect(await test.request('episodes.get', { episodeId })).toMatchObject({ visitsDone: 1, visitsBooked: 2 })
})
