import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { ClockTime, localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

type Plan = Input<'appointments.previewSeries'>['plan']
type Preview = Omit<Input<'appointments.previewSeries'>, 'plan'>

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  test.setNow('2026-10-21T16:00:00.000Z')
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { condition: 'Shoulder' })
})
afterEach(() => test.remove())

const at = (...times: string[]) => times.map(localDateTime)
/** Six Thursdays at 10:00 from Oct 22: over the clock change of Nov 1 and over Thanksgiving. */
const aPlan = async (changes: Partial<Plan> = {}): Promise<Plan> => {
  const { startsAt: _, ...fields } = await visitFields(test, { patientId, episodeId, startsAt: '2026-10-22T10:00' })
  const rhythm = { kind: 'weekly' as const, weekdays: [4], everyWeeks: 1 }
  return { ...fields, firstOn: localDate('2026-10-22'), time: ClockTime.parse('10:00'), rhythm, count: 6, ...changes }
}
const preview = async (changes: Partial<Plan> = {}, { moved = [], skipped = [] }: Partial<Preview> = {}) =>
  test.request('appointments.previewSeries', { plan: await aPlan(changes), moved, skipped })
const bookAt = async (times: string[], changes: Partial<Plan> = {}) =>
  test.request('appointments.bookSeries', { plan: await aPlan(changes), startsAt: at(...times), overruleReason: '' })
const THURSDAYS = ['2026-10-22', '2026-10-29', '2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26'].map(day => `${day}T10:00`)
const someoneAt = async (startsAt: string, minutes = 60) =>
  aVisit(test, { patientId: await aPatient(test, { firstName: 'Ted', phone: '' }), startsAt, minutes })
const visitsBooked = async () => test.request('appointments.listOfPatient', { patientId })

describe('a preview', () => {
  it('keeps the wall time over the clock change and shows Thanksgiving with free times near it', async () => {
    const { visits, stoppedBecause, sentence } = await preview()
    expect(visits.map(({ startsAt }) => startsAt)).toEqual(THURSDAYS)
    expect(stoppedBecause).toBeNull()
    expect(sentence).toBe('6 visits, Thursdays 10:00 am, Oct 22 to Nov 26. Nov 26 is Thanksgiving.')
    expect(visits.slice(0, 5).flatMap(({ warnings }) => warnings)).toEqual([])
    expect(visits[5]?.warnings.map(({ kind }) => kind)).toEqual(['closed'])
    expect(visits[5]?.instead).toEqual(['2026-11-27T10:00', '2026-11-28T10:00', '2026-11-29T10:00', '2026-11-30T10:00'])
    expect(visits.map(({ numberWords }) => numberWords)).toEqual(['visit 1', 'visit 2', 'visit 3', 'visit 4', 'visit 5', 'visit 6'])
  })
  it('resolves one by one: a moved place keeps its number, a skipped one is made up for at the end', async () => {
    const moved = [{ place: 6, startsAt: localDateTime('2026-11-27T10:00') }]
    expect((await preview({}, { moved })).visits[5]).toMatchObject({ place: 6, startsAt: '2026-11-27T10:00', warnings: [], instead: [] })
    const skipping = await preview({}, { skipped: [6] })
    expect(skipping.visits.at(-1)).toMatchObject({ place: 7, startsAt: '2026-12-03T10:00', warnings: [] })
    expect(skipping.sentence).toBe('6 visits, Thursdays 10:00 am, Oct 22 to Dec 3. Nov 26 is Thanksgiving.')
  })
  it('offers other times of the day first, then the next days, never a taken one', async () => {
    await someoneAt('2026-10-29T09:00', 120)
    const [, second] = (await preview()).visits
    expect(second?.warnings.map(({ kind, level }) => [kind, level])).toEqual([['practitioner', 'refused']])
    expect(second?.instead).toEqual(['2026-10-29T11:00', '2026-10-29T08:00', '2026-10-30T10:00', '2026-10-31T10:00'])
  })
  it('says where two visits of the series itself would meet', async () => {
    const { visits } = await preview({}, { moved: [{ place: 2, startsAt: localDateTime('2026-11-05T10:30') }] })
    const clash = (place: number) => visits[place - 1]?.warnings.map(({ kind, level }) => [kind, level])
    expect([clash(1), clash(2), clash(3)]).toEqual([[], [['patient', 'refused']], [['patient', 'refused']]])
  })
  it('refuses a wall time that the clocks leave out', async () => {
    const plan = {
      firstOn: localDate('2027-03-07'),
      time: ClockTime.parse('02:30'),
      rhythm: { kind: 'weekly' as const, weekdays: [7], everyWeeks: 1 },
      count: 2,
    }
    const { visits } = await preview(plan)
    expect(visits.map(({ warnings }) => warnings.some(({ kind, level }) => kind === 'clock' && level === 'refused'))).toEqual([false, true])
    const refusal = await test.refuse('appointments.bookSeries', { plan: await aPlan(plan), startsAt: ['2027-03-14T02:30'], overruleReason: 'Night shift' })
    expect(refusal.code).toBe('conflict')
  })
  it('refuses 500 visits, saying what to do', async () => {
    const refusal = await test.refuse('appointments.previewSeries', { plan: { ...(await aPlan()), count: 500 }, moved: [], skipped: [] })
    expect(refusal.fields).toEqual({ 'plan.count': 'A series has at most 52 visits. Plan the rest after a re-evaluation.' })
  })
  it('changes nothing', async () => {
    await preview()
    expect(await visitsBooked()).toEqual([])
  })
})

describe('the limits of a series', () => {
  it('are the visits left of the prescription', async () => {
    await aPrescription(test, episodeId)
    await aVisit(test, { patientId, episodeId, startsAt: '2026-10-21T15:00' })
    await aVisit(test, { patientId, episodeId, startsAt: '2026-12-15T15:00' })
    const { visits, stoppedBecause } = await preview()
    expect(visits.map(({ numberWords }) => numberWords)).toEqual(['visit 2 of 6', 'visit 3 of 6', 'visit 4 of 6', 'visit 5 of 6'])
    expect(stoppedBecause).toBe('The prescription covers 6 visits; 2 are taken, so 4 can be booked.')
  })
  it('are its expiry', async () => {
    await aPrescription(test, episodeId, { visits: 12, expiresOn: localDate('2026-11-12') })
    expect((await preview()).stoppedBecause).toBe('The prescription expires Nov 12: 4 of 6 visits fit before.')
  })
  it('are the plan without a prescription', async () => {
    const planned = await anEpisode(test, patientId, { condition: 'Low back pain', plannedVisits: 2 })
    const { visits, stoppedBecause } = await preview({ episodeId: planned })
    expect(visits.map(({ numberWords }) => numberWords)).toEqual(['visit 1 of 2', 'visit 2 of 2'])
    expect(stoppedBecause).toBe('The plan is for 2 visits, so 2 can be booked. Change the plan to book more.')
  })
})

describe('a suggested series', () => {
  const suggest = () => test.request('appointments.suggestSeries', { patientId, episodeId })
  it('is six visits, weekly from the next working day, where nothing says otherwise', async () => {
    expect(await suggest()).toMatchObject({
      count: 6,
      minutes: 60,
      time: '08:00',
      firstOn: '2026-10-22',
      rhythm: { kind: 'weekly', weekdays: [4], everyWeeks: 1 },
    })
  })
  it('follows prescription, plan and the last visit', async () => {
    await aPrescription(test, episodeId, { frequency: 'twice a week' })
    await aVisit(test, { patientId, episodeId, startsAt: '2026-10-27T14:15', minutes: 45 })
    expect(await suggest()).toMatchObject({
      count: 5,
      minutes: 45,
      time: '14:15',
      firstOn: '2026-10-30',
      rhythm: { kind: 'weekly', weekdays: [2, 5], everyWeeks: 1 },
    })
  })
  it('can be previewed as it is', async () => {
    const plan = await suggest()
    expect((await test.request('appointments.previewSeries', { plan, moved: [], skipped: [] })).visits).toHaveLength(6)
  })
})

describe('booking a series', () => {
  const resolved = [...THURSDAYS.slice(0, 5), '2026-12-03T10:00']
  it('books six visits that know their series, with the words of the calendar', async () => {
    const series = await bookAt(resolved)
    expect(series.words).toBe('Series of 6, shoulder. Thu until Dec 3. Skips Nov 26, holiday.')
    expect(series.visits.map(({ startsAt, status, revision }) => [startsAt, status, revision])).toEqual(resolved.map(time => [time, 'booked', 1]))
    const visits = await visitsBooked()
    expect(new Set(visits.map(({ seriesId }) => seriesId))).toEqual(new Set([series.id]))
    expect(await test.request('appointments.getSeries', { seriesId: series.id })).toEqual(series)
    const [first] = series.visits
    if (!first) throw new Error('no visit')
    const history = await test.request('appointments.history', { appointmentId: first.appointmentId })
    expect(history.map(({ sentence }) => sentence)).toEqual(['Booked in a series of 6 for Thu, Oct 22, 10:00 am with Rosa Delgado, 60 minutes'])
  })
  it('books what a preview settled: each time that cannot stay replaced by the first one offered', async () => {
    for (const taken of ['2026-10-22T09:30', '2026-11-05T08:00', '2026-11-05T10:30', '2026-11-12T10:00', '2026-11-27T10:00']) await someoneAt(taken, 90)
    const { visits } = await preview()
    const moved = visits.flatMap(({ place, instead: [startsAt] }) => (startsAt ? [{ place, startsAt }] : []))
    expect(moved.map(({ place }) => place)).toEqual([1, 3, 4, 6])
    const settled = (await preview({}, { moved })).visits
    expect(settled.flatMap(({ warnings }) => warnings)).toEqual([])
    expect((await bookAt(settled.map(({ startsAt }) => startsAt))).visits).toHaveLength(6)
  })
  it('books none where one is taken, naming it', async () => {
    await someoneAt('2026-11-05T10:30')
    const refusal = await test.refuse('appointments.bookSeries', { plan: await aPlan(), startsAt: resolved, overruleReason: '' })
    expect(refusal.code).toBe('conflict')
    expect(refusal.message).toMatch(/^Thu, Nov 5, 10:00 am: Rosa Delgado is with Ted Reyes Thu, Nov 5, 10:30 to 11:30 am/)
    expect(await visitsBooked()).toEqual([])
  })
  it('books none where two of its visits meet', async () => {
    const startsAt = ['2026-10-22T10:00', '2026-10-22T10:30']
    expect(await test.refuse('appointments.bookSeries', { plan: await aPlan(), startsAt, overruleReason: '' })).toMatchObject({ code: 'conflict' })
    expect(await visitsBooked()).toEqual([])
  })
  it('keeps in the history why a holiday was booked all the same', async () => {
    const series = await test.request('appointments.bookSeries', { plan: await aPlan(), startsAt: at('2026-11-26T10:00'), overruleReason: 'Comes from afar' })
    const [only] = series.visits
    if (!only) throw new Error('no visit')
    const history = await test.request('appointments.history', { appointmentId: only.appointmentId })
    expect(history.map(({ reason }) => reason)).toContain('Comes from afar')
  })
  it('refuses an archived patient and a series of no or 53 visits', async () => {
    const plan = await aPlan()
    expect((await test.refuse('appointments.bookSeries', { plan, startsAt: [], overruleReason: '' })).code).toBe('invalid_input')
    const many = Array.from({ length: 53 }, () => '2026-10-22T10:00')
    expect((await test.refuse('appointments.bookSeries', { plan, startsAt: many, overruleReason: '' })).code).toBe('invalid_input')
    await test.request('patients.setArchived', { patientId, isArchived: true })
    expect((await test.refuse('appointments.bookSeries', { plan, startsAt: THURSDAYS.slice(0, 1), overruleReason: '' })).message).toContain('archived')
  })
})
