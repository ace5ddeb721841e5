import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { ClockTime, localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

type Change = Input<'appointments.changeSeries'>
type Visit = Output<'appointments.getSeries'>['visits'][number]

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
let visits: readonly Visit[]
let seriesId: Output<'appointments.getSeries'>['id']
let practitionerId: Output<'appointments.book'>['practitionerId']

const DAYS = ['2026-11-20', '2026-11-24', '2026-12-01', '2026-12-08']
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { condition: 'Shoulder' })
  const { startsAt: _, ...fields } = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-20T10:00' })
  practitionerId = fields.practitionerId
  const rhythm = { kind: 'weekly' as const, weekdays: [2], everyWeeks: 1 }
  const plan = { ...fields, firstOn: localDate('2026-11-20'), time: ClockTime.parse('10:00'), rhythm, count: 4 }
  const series = await test.request('appointments.bookSeries', { plan, startsAt: DAYS.map(day => localDateTime(`${day}T10:00`)), overruleReason: '' })
  visits = series.visits
  seriesId = series.id
})
afterEach(() => test.remove())

const visit = (place: number): Visit => {
  const found = visits[place - 1]
  if (!found) throw new Error(`no visit ${place}`)
  return found
}
const moveTo = (startsAt: string, changes: Partial<Extract<Change['change'], { kind: 'move' }>> = {}): Change['change'] => ({
  kind: 'move',
  startsAt: localDateTime(startsAt),
  minutes: 60,
  practitionerId,
  roomId: null,
  ...changes,
})
const preview = (place: number, scope: Change['scope'], change: Change['change']) =>
  test.request('appointments.previewSeriesChange', { appointmentId: visit(place).appointmentId, scope, change })
const asSeen = async (place: number, scope: Change['scope'], change: Change['change']): Promise<Change> => {
  const seen = await preview(place, scope, change)
  const named = seen.visits.map(({ appointmentId, revision, to }) => ({ appointmentId, revision, to }))
  return { appointmentId: visit(place).appointmentId, scope, change, visits: named, overruleReason: '' }
}
const times = async () => (await test.request('appointments.getSeries', { seriesId })).visits.map(({ startsAt }) => startsAt)
const changed = async (place: number, scope: Change['scope'], change: Change['change']) => {
  await test.request('appointments.changeSeries', await asSeen(place, scope, change))
  return times()
}

describe('moving', () => {
  it('one visit leaves the others', async () => {
    expect(await changed(2, 'one', moveTo('2026-11-25T14:00'))).toEqual(['2026-11-20T10:00', '2026-11-25T14:00', '2026-12-01T10:00', '2026-12-08T10:00'])
  })
  it('this and the later ones goes by the same days to the same clock time, and history tells it', async () => {
    expect(await changed(2, 'later', moveTo('2026-11-25T14:00', { minutes: 45 }))).toEqual([
      '2026-11-20T10:00',
      '2026-11-25T14:00',
      '2026-12-02T14:00',
      '2026-12-09T14:00',
    ])
    const history = await test.request('appointments.history', { appointmentId: visit(3).appointmentId })
    expect(history.map(({ sentence }) => sentence).slice(1)).toEqual(['Moved from Tue, Dec 1, 10:00 am to Wed, Dec 2, 2:00 pm', 'Length 60 to 45 minutes'])
    expect((await test.request('appointments.getSeries', { seriesId })).words).toBe('Series of 4, shoulder. Wed until Dec 9.')
  })
  it('all of them by a week is no clash with the places they leave', async () => {
    const { visits: seen, kept } = await preview(2, 'all', moveTo('2026-12-01T10:00'))
    expect(kept).toBe(0)
    expect(seen.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(await changed(2, 'all', moveTo('2026-12-01T10:00'))).toEqual(['2026-11-27T10:00', '2026-12-01T10:00', '2026-12-08T10:00', '2026-12-15T10:00'])
  })
  it('shows what is in the way after the change, with free times, and moves none where one cannot go', async () => {
    await aVisit(test, { patientId: await aPatient(test, { firstName: 'Ted', phone: '' }), startsAt: '2026-12-02T10:00' })
    const change = moveTo('2026-11-25T10:00')
    const { visits: seen } = await preview(2, 'later', change)
    expect(seen.map(({ warnings }) => warnings.map(({ kind }) => kind))).toEqual([[], ['practitioner'], []])
    expect(seen[1]?.instead).toEqual(['2026-12-02T09:00', '2026-12-02T11:00', '2026-12-03T10:00', '2026-12-04T10:00'])
    const refusal = await test.refuse('appointments.changeSeries', await asSeen(2, 'later', change))
    expect(refusal.message).toMatch(/^Wed, Dec 2, 10:00 am: Rosa Delgado is with Ted Reyes/)
    expect(await times()).toEqual(DAYS.map(day => `${day}T10:00`))
  })
  it('takes another time for one visit, and leaves one that is not named', async () => {
    const asked = await asSeen(2, 'later', moveTo('2026-11-25T10:00'))
    const [first, second] = asked.visits
    if (!first || !second) throw new Error('no visits')
    await test.request('appointments.changeSeries', { ...asked, visits: [first, { ...second, to: localDateTime('2026-12-03T16:00') }] })
    expect(await times()).toEqual(['2026-11-20T10:00', '2026-11-25T10:00', '2026-12-03T16:00', '2026-12-08T10:00'])
  })
  it('names each visit once', async () => {
    const asked = await asSeen(2, 'later', moveTo('2026-11-25T10:00'))
    expect((await test.refuse('appointments.changeSeries', { ...asked, visits: [...asked.visits, ...asked.visits] })).code).toBe('invalid_input')
  })
  it('says what the prescription does not reach', async () => {
    await aPrescription(test, episodeId, { expiresOn: localDate('2026-12-10') })
    const { visits: seen } = await preview(2, 'later', moveTo('2026-11-27T10:00'))
    expect(seen.map(({ warnings }) => warnings.map(({ kind }) => kind))).toEqual([[], [], ['prescription']])
  })
  it('previews without changing anything', async () => {
    await preview(2, 'all', moveTo('2026-12-01T10:00'))
    expect(await test.request('appointments.getSeries', { seriesId })).toMatchObject({ visits })
  })
  it('refuses a visit of no series', async () => {
    const single = await aVisit(test, { patientId, startsAt: '2026-12-22T10:00' })
    const asked = { appointmentId: single.id, scope: 'all', change: moveTo('2026-12-23T10:00') }
    expect((await test.refuse('appointments.previewSeriesChange', asked)).message).toContain('not part of a series')
  })
})

describe('what is over', () => {
  it('never changes and is counted', async () => {
    test.setNow('2026-11-24T17:10:00.000Z')
    await test.request('appointments.setStatus', { appointmentId: visit(1).appointmentId, status: 'no-show', reason: 'Ill' })
    await aNote(test, visit(2).appointmentId, { minutes: { '97124': 30 } })
    const { visits: seen, kept } = await preview(3, 'all', moveTo('2026-12-02T10:00'))
    expect([seen.map(({ to }) => to), kept]).toEqual([['2026-12-02T10:00', '2026-12-09T10:00'], 2])
    const asked = await asSeen(3, 'all', moveTo('2026-12-02T10:00'))
    const { revision = 0 } = (await test.request('appointments.getSeries', { seriesId })).visits[1] ?? {}
    const over = { appointmentId: visit(2).appointmentId, revision, to: localDateTime('2026-12-03T10:00') }
    const refusal = await test.refuse('appointments.changeSeries', { ...asked, visits: [...asked.visits, over] })
    expect(refusal).toMatchObject({ code: 'rule_broken', message: 'The visit of Tue, Nov 24, 10:00 am is over or under way, so it stays as it is.' })
    expect((await times()).slice(2)).toEqual(['2026-12-01T10:00', '2026-12-08T10:00'])
  })
})

describe('cancelling', () => {
  it('this and the later ones keeps the reason and frees their time', async () => {
    await changed(3, 'later', { kind: 'cancel', reason: 'Moved away' })
    const series = await test.request('appointments.getSeries', { seriesId })
    expect(series.visits.map(({ status }) => status)).toEqual(['booked', 'booked', 'cancelled', 'cancelled'])
    expect(series.words).toBe('Series of 2, shoulder. Tue, Fri until Nov 24.')
    expect(await test.request('appointments.get', { appointmentId: visit(3).appointmentId })).toMatchObject({ cancelReason: 'Moved away' })
    await aVisit(test, { patientId, startsAt: '2026-12-01T10:00' })
  })
  it('needs a reason', async () => {
    const asked = { ...(await asSeen(3, 'later', { kind: 'cancel', reason: 'Moved away' })), change: { kind: 'cancel', reason: ' ' } }
    expect((await test.refuse('appointments.changeSeries', asked)).fields).toHaveProperty('change.reason')
  })
})

describe('two screens', () => {
  it('that change overlapping visits: the second is refused and changes nothing', async () => {
    const [one, other] = [await asSeen(2, 'all', moveTo('2026-11-25T10:00')), await asSeen(3, 'later', moveTo('2026-12-01T16:00'))]
    await test.request('appointments.changeSeries', one)
    const now = await times()
    const refusal = await test.refuse('appointments.changeSeries', other)
    expect(refusal).toMatchObject({ code: 'conflict' })
    expect(refusal.message).toBe('The visit of Wed, Dec 2, 10:00 am was changed meanwhile, so nothing was changed now. Look at the series again.')
    expect(await times()).toEqual(now)
  })
  it('one of which moves, confirms or cancels a single visit', async () => {
    const asked = await asSeen(2, 'later', moveTo('2026-11-25T10:00'))
    await test.request('appointments.setStatus', { appointmentId: visit(4).appointmentId, status: 'confirmed', reason: '' })
    expect((await test.refuse('appointments.changeSeries', asked)).code).toBe('conflict')
    expect(await times()).toEqual(DAYS.map(day => `${day}T10:00`))
  })
  it('that cancel and move at the same moment', async () => {
    const cancelling = await asSeen(2, 'later', { kind: 'cancel', reason: 'Moved away' })
    const moving = await asSeen(2, 'later', moveTo('2026-11-25T10:00'))
    const results = await Promise.all([cancelling, moving].map(asked => test.app.invoke('appointments.changeSeries', asked)))
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
  })
})
