import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { plannedVisits: 4 })
})
afterEach(() => test.remove())

const book = (startsAt: string, minutes = 60) => aVisit(test, { patientId, episodeId, startsAt, minutes })
const setStatus = (visit: { id: Output<'appointments.book'>['id'] }, status: Output<'appointments.book'>['status']) =>
  test.request('appointments.setStatus', { appointmentId: visit.id, status, reason: 'Flu' })
const refuseStatus = async (visit: { id: string }, status: string) =>
  (await test.refuse('appointments.setStatus', { appointmentId: visit.id, status, reason: '' })).message
const warnings = async (startsAt: string) => {
  const fields = await visitFields(test, { patientId, episodeId, startsAt })
  return (await test.request('appointments.check', { fields, ignore: null })).map(({ sentence }) => sentence)
}

describe('booking', () => {
  it('shows the visit with all the calendar needs', async () => {
    expect(await book('2026-11-19T10:45')).toMatchObject({
      patientName: 'Marisol Reyes',
      practitionerName: 'Rosa Delgado',
      condition: 'Neck pain',
      status: 'booked',
      visitNumber: 1,
      visitsAllowed: 4,
      isFirstVisit: true,
      noteState: 'none',
      balance: 0,
      prescription: null,
    })
  })
  it('refuses a clash, naming the other visit', async () => {
    await book('2026-11-19T10:45')
    const other = await aPatient(test, { firstName: 'Ted', lastName: 'Lindqvist', phone: '' })
    const refusal = await test.refuse('appointments.book', { fields: await visitFields(test, { patientId: other, startsAt: '2026-11-19T11:30' }) })
    expect(refusal).toMatchObject({ code: 'conflict', message: 'Rosa Delgado is with Marisol Reyes Thu, Nov 19, 10:45 to 11:45 am. Choose another time.' })
    expect((await aVisit(test, { patientId: other, startsAt: '2026-11-19T11:45' })).startsAt).toBe('2026-11-19T11:45')
    expect(await test.request('appointments.list', { from: localDate('2026-11-19'), to: localDate('2026-11-19'), practitionerId: null })).toHaveLength(2)
  })
  it('lets two windows book the same time only once', async () => {
    const fields = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-20T09:00' })
    const results = await Promise.all([1, 2, 3].map(() => test.app.invoke('appointments.book', { fields })))
    expect(results.map(result => result.ok)).toEqual([true, false, false])
  })
  it('refuses an archived patient, a stranger’s episode and impossible lengths', async () => {
    const other = await aPatient(test, { firstName: 'Ted', phone: '' })
    expect(
      await test.refuse('appointments.book', { fields: await visitFields(test, { patientId: other, episodeId, startsAt: '2026-11-20T09:00' }) }),
    ).toMatchObject({ code: 'not_found' })
    await test.request('patients.setArchived', { patientId: other, isArchived: true })
    expect((await test.refuse('appointments.book', { fields: await visitFields(test, { patientId: other, startsAt: '2026-11-20T09:00' }) })).message).toContain(
      'archived',
    )
    for (const minutes of [-60, 0, 7, 1500]) {
      const fields = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-20T09:00', minutes })
      expect((await test.refuse('appointments.book', { fields })).fields).toHaveProperty('fields.minutes')
    }
  })
  it('refuses an episode closed before the visit', async () => {
    await test.request('episodes.close', {
      episodeId,
      closedOn: localDate('2026-11-19'),
      reason: 'Goals met',
      kind: 'other',
      finalMeasures: null,
      cancelBookings: [],
    })
    const fields = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-20T09:00' })
    expect((await test.refuse('appointments.book', { fields })).message).toBe(
      'The episode “Neck pain” was closed on Nov 19, 2026. Reopen it, or choose another one.',
    )
  })
  it('leaves a visit that the discharge cancelled so, until its episode is open again', async () => {
    const visit = await book('2026-11-24T09:00')
    const discharge = { closedOn: localDate('2026-11-19'), reason: '', kind: 'goals-met' as const, finalMeasures: null, cancelBookings: [visit.id] }
    await test.request('episodes.close', { episodeId, ...discharge })
    expect((await test.refuse('appointments.setStatus', { appointmentId: visit.id, status: 'booked', reason: '' })).message).toContain('was closed on Nov 19')
    await test.request('episodes.reopen', { episodeId })
    expect((await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'booked', reason: '' })).status).toBe('booked')
  })
})

describe('numbers of visits', () => {
  it('skip cancelled visits and count the prescription', async () => {
    await aPrescription(test, episodeId, { visits: 2, visitsUsedBefore: 1 })
    const first = await book('2026-11-19T09:00')
    const second = await book('2026-11-20T09:00')
    expect([first.visitNumber, first.visitsAllowed, second.visitNumber]).toEqual([2, 2, 3])
    await setStatus(first, 'cancelled')
    expect(await test.request('appointments.get', { appointmentId: second.id })).toMatchObject({
      visitNumber: 2,
      prescription: { used: 1, allowed: 2, booked: 1 },
    })
    expect(await test.request('appointments.get', { appointmentId: first.id })).toMatchObject({ visitNumber: null, cancelReason: 'Flu' })
  })
})

describe('what the desk is told before booking', () => {
  it('warns of closed hours, the past and a used-up or expired prescription', async () => {
    await aPrescription(test, episodeId, { visits: 2, expiresOn: localDate('2026-12-10'), visitsUsedBefore: 1 })
    expect(await warnings('2026-11-24T17:30')).toEqual(['Outside opening hours: the clinic is open 8:00 am to 6:00 pm.'])
    expect(await warnings('2026-11-19T09:00')).toEqual(['Thu, Nov 19, 9:00 am is in the past.'])
    expect(await warnings('2026-12-11T09:00')).toEqual(['The prescription expires Dec 10, 2026, before this visit. Ask Dr. Amari for a new one.'])
    await book('2026-11-20T09:00')
    await book('2026-11-23T09:00')
    expect(await warnings('2026-11-24T09:00')).toEqual([
      'Prescription has 1 visit left; 2 are already booked, the last on Mon, Nov 23. Ask Dr. Amari for a new one.',
    ])
  })
  it('does not blame a time for another visit booked past the expiry', async () => {
    await aPrescription(test, episodeId, { visits: 6, expiresOn: localDate('2026-12-01'), visitsUsedBefore: 2 })
    await book('2026-12-04T09:00')
    expect(await warnings('2026-11-24T09:00')).toEqual([])
  })
  it('says a clash and that it blocks; the visit being moved is not in its own way', async () => {
    const visit = await book('2026-11-20T09:00')
    const fields = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-20T09:30' })
    expect(await test.request('appointments.check', { fields, ignore: null })).toMatchObject([{ kind: 'patient', level: 'refused' }])
    expect(await test.request('appointments.check', { fields, ignore: visit.id })).toEqual([])
  })
})

describe('moving through the day', () => {
  it('stamps arrival and start in the clinic’s time, and takes them away on the way back', async () => {
    const visit = await book('2026-11-19T10:00')
    expect(await setStatus(visit, 'arrived')).toMatchObject({ arrivedAt: '2026-11-19T09:52', startedAt: null })
    expect(await setStatus(visit, 'in-session')).toMatchObject({ startedAt: '2026-11-19T09:52' })
    expect(await setStatus(visit, 'arrived')).toMatchObject({ arrivedAt: '2026-11-19T09:52', startedAt: null })
    expect(await setStatus(visit, 'booked')).toMatchObject({ arrivedAt: null })
  })
  it('refuses impossible steps with a way out', async () => {
    const visit = await book('2026-11-20T09:00')
    expect(await refuseStatus(visit, 'finished')).toContain('cannot become “Finished”')
    expect(await refuseStatus(visit, 'arrived')).toBe('This visit is on Fri, Nov 20. Move it to today first.')
    expect(await refuseStatus(visit, 'no-show')).toBe('A visit that is still to come cannot be missed. Cancel it instead.')
    const today = await book('2026-11-19T09:00')
    await aNote(test, today.id, { minutes: { 97124: 52 }, isSigned: true })
    expect(await refuseStatus(today, 'checked-out')).toBe('Use “Check out”: it charges the visit.')
    await setStatus(today, 'in-session')
    expect(await refuseStatus(today, 'cancelled')).toContain('is signed, so it took place')
  })
  it('does not bring a cancelled visit back into a time that was given away', async () => {
    const visit = await book('2026-11-20T09:00')
    await setStatus(visit, 'cancelled')
    await book('2026-11-20T09:00')
    expect(await refuseStatus(visit, 'booked')).toContain('is already booked')
  })
  it('moves a visit that has not begun, and keeps one that has', async () => {
    const visit = await book('2026-11-19T09:00')
    const to = { appointmentId: visit.id, startsAt: localDateTime('2026-11-19T09:15'), minutes: 45, practitionerId: visit.practitionerId }
    expect(await test.request('appointments.move', to)).toMatchObject({ startsAt: '2026-11-19T09:15', minutes: 45 })
    await test.request('notes.begin', { appointmentId: visit.id })
    expect((await test.refuse('appointments.move', to)).message).toContain('“In session” keeps its time')
  })
})

describe('the next visit', () => {
  it('is offered at the usual time, over a holiday', async () => {
    await aPrescription(test, episodeId, { visitsUsedBefore: 4 })
    await book('2026-11-19T10:45')
    expect(await test.request('appointments.suggestNext', { patientId })).toMatchObject({
      startsAt: '2026-12-03T10:45',
      sentence: 'Thu, Dec 3, 10:45 am, visit 6 of 6. Nov 26 is Thanksgiving.',
    })
  })
  it('is not offered to a patient who was never here', async () => {
    expect(await test.request('appointments.suggestNext', { patientId })).toBeNull()
  })
})
