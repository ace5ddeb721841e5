import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { samSignedIn } from '../testing/people.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: Awaited<ReturnType<typeof signedInApp>>
let desk: TestApp | null = null
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
})
afterEach(async () => {
  await desk?.app.close()
  desk = null
  await test.remove()
})

type Changes = Partial<Input<'appointments.book'>['fields']>
const fieldsAt = async (startsAt: string, changes: Changes = {}, on: TestApp = test) => ({
  ...(await visitFields(on, { patientId, episodeId, startsAt })),
  ...changes,
})
const said = async (startsAt: string, changes: Changes = {}) =>
  (await test.request('appointments.check', { fields: await fieldsAt(startsAt, changes), ignore: null })).map(
    ({ kind, level, sentence }) => `${kind} ${level}: ${sentence}`,
  )
const history = async (appointmentId: Input<'appointments.history'>['appointmentId'], on: TestApp = test) =>
  (await on.request('appointments.history', { appointmentId })).map(({ who, sentence, reason }) => `${who}: ${sentence}${reason && ` (${reason})`}`)

describe('what stands against a time', () => {
  it('is a holiday, unless the clinic works on it', async () => {
    expect(await said('2026-11-26T09:00')).toEqual(['closed overrule: Thu, Nov 26 is Thanksgiving. Choose another day.'])
    await test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, openHolidays: ['Thanksgiving'] })
    expect(await said('2026-11-26T09:00')).toEqual([])
  })
  it('is a block of the practitioner', async () => {
    const { practitionerId } = await fieldsAt('2026-11-20T09:00')
    const fields: Input<'schedule.saveBlock'>['fields'] = {
      practitionerId,
      roomId: null,
      kind: 'vacation',
      title: '',
      firstOn: localDate('2026-11-23'),
      lastOn: localDate('2026-11-27'),
      from: null,
      to: null,
      weekdays: [],
      everyWeeks: 1,
      skipped: [],
    }
    await test.request('schedule.saveBlock', { id: null, fields })
    expect(await said('2026-11-24T09:00')).toEqual(['block overrule: Rosa Delgado: Vacation Tue, Nov 24. Choose another day.'])
  })
  it('is a balance over the limit, and only over it', async () => {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
    await aNote(test, visit.id, { minutes: { 97124: 30 }, isSigned: true })
    await test.request('billing.checkOut', { appointmentId: visit.id, payment: null })
    await test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, balanceLimit: cents(9000) })
    expect(await said('2026-11-20T09:00')).toEqual([])
    await test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, balanceLimit: cents(8999) })
    expect(await said('2026-11-20T09:00')).toEqual([
      'balance overrule: Marisol Reyes owes $90.00, more than the clinic’s limit of $89.99. Take a payment first.',
    ])
  })
  it('is a clearance that ends before, while the history still asks for one; without saying for what', async () => {
    const clearance = { item: 'anticoagulants' as const, givenBy: 'Dr. Amari', givenOn: '2026-10-08', expiresOn: '2026-12-01', terms: '' }
    await test.request('health.saveClearance', { patientId, clearanceId: null, fields: clearance })
    expect(await said('2026-12-02T09:00')).toEqual([])
    const medications = [{ name: 'Apixaban', purpose: '', item: 'anticoagulants' as const }]
    await test.request('health.save', { patientId, takenOn: '2026-11-19', history: { ...EMPTY_HISTORY, medications } })
    expect(await said('2026-12-01T09:00')).toEqual([])
    expect(await said('2026-12-02T09:00')).toEqual(['clearance overrule: The clearance by Dr. Amari ends Dec 1, before this visit. Ask for a new one.'])
  })
  it('is a license that ends before, or a visit type that the practitioner does not give', async () => {
    const [rosa] = await test.request('practice.listPractitioners', {})
    if (!rosa) throw new Error('No practitioner.')
    const type = { minutes: 60, bufferMinutes: 0, colour: 'teal' as const, isForFirstVisit: false }
    const deep = await test.request('practice.saveVisitType', { id: null, fields: { ...type, name: 'Deep tissue' }, isActive: true })
    const calm = await test.request('practice.saveVisitType', { id: null, fields: { ...type, name: 'Calm' }, isActive: true })
    const { id, isActive, leftOn: _, ...fields } = rosa
    await test.request('practice.savePractitioner', {
      id,
      fields: { ...fields, licenseExpiresOn: localDate('2026-11-30'), visitTypeIds: [calm.id] },
      isActive,
    })
    expect(await said('2026-11-30T09:00', { visitTypeId: calm.id })).toEqual([])
    expect(await said('2026-12-01T09:00', { visitTypeId: deep.id })).toEqual([
      'license overrule: Rosa Delgado’s license expires Nov 30, 2026, before this visit. Choose another practitioner, or enter the renewal in Settings.',
      'visit-type overrule: Rosa Delgado does not give “Deep tissue”. Choose another visit type.',
    ])
  })
  it('names the visit that uses the last of the prescription, and whom to ask', async () => {
    await aPrescription(test, episodeId, { visits: 2, visitsUsedBefore: 1 })
    await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T12:00' })
    expect(await said('2026-11-24T09:00')).toEqual([
      'prescription overrule: Prescription has 1 visit left; today at 12:00 pm uses it. Ask Dr. Amari for a new one.',
    ])
  })
  it('is a clock change, which nobody can overrule', async () => {
    expect(await test.refuse('appointments.book', { fields: await fieldsAt('2027-03-14T02:30') })).toMatchObject({
      code: 'conflict',
      message: 'Sun, Mar 14, 2:30 am does not exist: the clocks go forward at 2:00 am. Choose 3:00 am or later.',
    })
    const first = await aVisit(test, { patientId, episodeId, startsAt: '2027-11-07T01:30' })
    const ted = await aPatient(test, { firstName: 'Ted', phone: '' })
    expect((await aVisit(test, { patientId: ted, startsAt: '2027-11-07T02:00' })).minutes).toBe(60)
    expect((await test.refuse('appointments.book', { fields: await fieldsAt('2027-11-07T01:00', { patientId: ted, episodeId: null }) })).code).toBe('conflict')
    expect(first.minutes).toBe(60)
  })
  it('is a room that is taken, or no longer used', async () => {
    const room = await test.request('practice.saveRoom', { id: null, fields: { name: 'Oak' }, isActive: true })
    const booked = await test.request('appointments.book', { fields: await fieldsAt('2026-11-20T09:00', { roomId: room.id, bufferMinutes: 15 }) })
    expect(booked).toMatchObject({ roomName: 'Oak', bufferMinutes: 15 })
    const ted = await aPatient(test, { firstName: 'Ted', phone: '' })
    expect((await said('2026-11-20T10:00', { patientId: ted, episodeId: null, roomId: room.id }))[0]).toContain('busy until 10:15 am')
    await test.request('appointments.setStatus', { appointmentId: booked.id, status: 'cancelled', reason: '' })
    await test.request('practice.saveRoom', { id: room.id, fields: { name: 'Oak' }, isActive: false })
    expect((await test.refuse('appointments.book', { fields: await fieldsAt('2026-11-23T09:00', { roomId: room.id }) })).message).toBe(
      'Oak is no longer used. Choose another room.',
    )
  })
  it('reaches over midnight, and is the next day’s closing too', async () => {
    expect(await said('2026-11-25T23:45', { minutes: 480 })).toEqual(['closed overrule: Thu, Nov 26 is Thanksgiving. Choose another day.'])
    const night = await test.request('appointments.book', { fields: await fieldsAt('2026-12-01T23:45', { minutes: 480 }) })
    expect((await test.refuse('appointments.book', { fields: await fieldsAt('2026-12-02T07:30') })).message).toContain('already booked')
    expect((await test.request('appointments.list', { from: localDate('2026-12-01'), to: localDate('2026-12-01'), practitionerId: null })).length).toBe(1)
    expect(night.minutes).toBe(480)
  })
})

describe('who may book it all the same', () => {
  it('is a practitioner or the owner, and the visit remembers why', async () => {
    const visit = await test.request('appointments.book', { fields: await fieldsAt('2026-11-26T09:00'), overruleReason: 'Flies out on Friday' })
    expect(await history(visit.id)).toEqual([
      'Rosa Delgado: Booked for Thu, Nov 26, 9:00 am with Rosa Delgado, 60 minutes',
      'Rosa Delgado: Allowed: Thu, Nov 26 is Thanksgiving. (Flies out on Friday)',
    ])
  })
  it('is not the front desk, which may still move such a visit on its day or away from it', async () => {
    const visit = await test.request('appointments.book', { fields: await fieldsAt('2026-11-26T09:00') })
    desk = await samSignedIn(test, 'front-desk')
    const refusal = await desk.refuse('appointments.book', { fields: await fieldsAt('2026-11-26T13:00', {}, desk), overruleReason: 'Please' })
    expect(refusal).toMatchObject({
      code: 'forbidden',
      message: 'Thu, Nov 26 is Thanksgiving. Choose another day. A practitioner or the owner may book it all the same: ask them to sign in.',
    })
    const to = { appointmentId: visit.id, minutes: 60, practitionerId: visit.practitionerId }
    expect((await desk.request('appointments.move', { ...to, startsAt: localDateTime('2026-11-26T10:00') })).startsAt).toBe('2026-11-26T10:00')
    expect((await desk.request('appointments.move', { ...to, startsAt: localDateTime('2026-11-24T17:30') })).startsAt).toBe('2026-11-24T17:30')
    expect((await desk.refuse('appointments.move', { ...to, startsAt: localDateTime('2026-12-25T10:00') })).code).toBe('forbidden')
    expect((await history(visit.id, desk)).slice(-1)).toEqual(['Sam Ito: Moved from Thu, Nov 26, 10:00 am to Tue, Nov 24, 5:30 pm'])
  })
})

describe('the waitlist', () => {
  it('is left with the booking, or not at all', async () => {
    const {
      bufferMinutes: _b,
      roomId: _r,
      startsAt: _s,
      practitionerId: _p,
      ...rest
    } = { bufferMinutes: 0, roomId: null, ...(await fieldsAt('2026-11-24T09:00')) }
    const anyTime = { weekdays: [], fromTime: null, toTime: null, earliestOn: null, latestOn: null }
    const entry = await test.request('waitlist.save', {
      id: null,
      fields: { ...rest, practitionerId: null, visitTypeId: null, ...anyTime },
    })
    await test.refuse('appointments.book', { fields: await fieldsAt('2027-03-14T02:30'), waitlistId: entry.id })
    expect(await test.request('waitlist.list', {})).toHaveLength(1)
    await test.request('appointments.book', { fields: await fieldsAt('2026-11-24T09:00'), waitlistId: entry.id })
    expect(await test.request('waitlist.list', {})).toEqual([])
    expect((await test.refuse('appointments.book', { fields: await fieldsAt('2026-11-25T09:00'), waitlistId: entry.id })).code).toBe('not_found')
    expect(await test.request('appointments.listOfPatient', { patientId })).toHaveLength(1)
  })
})
