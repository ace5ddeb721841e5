import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
})
afterEach(() => test.remove())

type Visit = Output<'appointments.get'>
const book = (startsAt: string) => aVisit(test, { patientId, episodeId, startsAt })
const moving = (visit: Visit, startsAt: string, change: Partial<Input<'appointments.move'>> = {}): Input<'appointments.move'> => ({
  appointmentId: visit.id,
  startsAt: localDateTime(startsAt),
  minutes: visit.minutes,
  practitionerId: visit.practitionerId,
  ...change,
})
const setStatus = (visit: Visit, status: Visit['status'], given: { reason?: string; cancelledBy?: 'patient' | 'clinic' } = {}) =>
  test.request('appointments.setStatus', { appointmentId: visit.id, status, reason: '', ...given })
const history = async (visit: Visit) => (await test.request('appointments.history', { appointmentId: visit.id })).map(({ sentence }) => sentence)
const get = (visit: Visit) => test.request('appointments.get', { appointmentId: visit.id })

describe('moving a visit', () => {
  it('bumps its revision and is written into its history', async () => {
    const visit = await book('2026-11-20T10:00')
    const oak = await test.request('practice.saveRoom', { id: null, fields: { name: 'Oak' }, isActive: true })
    const moved = await test.request('appointments.move', moving(visit, '2026-11-24T13:15', { minutes: 75, roomId: oak.id, revision: visit.revision }))
    expect(moved).toMatchObject({ revision: visit.revision + 1, roomName: 'Oak' })
    expect((await test.request('appointments.move', moving(moved, '2026-11-24T13:30'))).roomName).toBe('Oak')
    expect(await history(visit)).toEqual([
      'Booked for Fri, Nov 20, 10:00 am with Rosa Delgado, 60 minutes',
      'Moved from Fri, Nov 20, 10:00 am to Tue, Nov 24, 1:15 pm',
      'Length 60 to 75 minutes',
      'In Oak',
      'Moved from Tue, Nov 24, 1:15 pm to Tue, Nov 24, 1:30 pm',
    ])
  })
  it('is refused to the second of two screens that saw the same', async () => {
    const visit = await book('2026-11-20T10:00')
    const [first, second] = await Promise.all([
      test.app.invoke('appointments.move', moving(visit, '2026-11-20T11:00', { revision: visit.revision })),
      test.app.invoke('appointments.move', moving(visit, '2026-11-20T15:00', { revision: visit.revision })),
    ])
    expect([first.ok, second]).toMatchObject([
      true,
      { ok: false, error: { code: 'conflict', message: 'This visit was changed meanwhile. Look at where it is now, then move it again.' } },
    ])
    expect((await get(visit)).startsAt).toBe('2026-11-20T11:00')
  })
  it('is refused to the second of two visits that want the same time', async () => {
    const [mine, ted] = [await book('2026-11-20T10:00'), await aPatient(test, { firstName: 'Ted', phone: '' })]
    const his = await aVisit(test, { patientId: ted, startsAt: '2026-11-20T12:00' })
    const results = await Promise.all([mine, his].map(visit => test.app.invoke('appointments.move', moving(visit, '2026-11-20T14:00'))))
    expect(results.map(result => (result.ok ? 'moved' : result.error.code))).toEqual(['moved', 'conflict'])
    expect((await get(his)).startsAt).toBe('2026-11-20T12:00')
  })
  it('is refused after check-out, and check-out charges where it was moved to before', async () => {
    const late = await book('2026-11-19T09:00')
    await aNote(test, late.id, { minutes: { 97124: 30 }, isSigned: true })
    await test.request('billing.checkOut', { appointmentId: late.id, payment: null })
    expect(await test.refuse('appointments.move', moving(late, '2026-11-19T13:00'))).toMatchObject({
      code: 'rule_broken',
      message: 'A visit that is “Checked out” keeps its time. Book a new one instead.',
    })
    expect(await get(late)).toMatchObject({ status: 'checked-out', startsAt: '2026-11-19T09:00' })
    const early = await book('2026-11-18T09:00')
    await test.request('appointments.move', moving(early, '2026-11-17T11:00'))
    await aNote(test, early.id, { minutes: { 97124: 30 }, isSigned: true })
    expect(await test.request('billing.checkOut', { appointmentId: early.id, payment: null })).toMatchObject({ serviceOn: '2026-11-17' })
  })
  it('keeps its place when the new one is refused', async () => {
    const visit = await book('2026-11-20T10:00')
    expect((await test.refuse('appointments.move', moving(visit, '2027-03-14T02:15'))).code).toBe('conflict')
    expect(await get(visit)).toMatchObject({ startsAt: '2026-11-20T10:00', revision: visit.revision })
    expect(await history(visit)).toHaveLength(1)
  })
})

describe('the steps of a visit', () => {
  it('are told from booking to check-out', async () => {
    const visit = await book('2026-11-19T10:00')
    await setStatus(visit, 'confirmed')
    await setStatus(visit, 'arrived')
    await aNote(test, visit.id, { minutes: { 97124: 30 }, isSigned: true })
    const invoice = await test.request('billing.checkOut', { appointmentId: visit.id, payment: null })
    await test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Wrong minutes' })
    expect((await history(visit)).slice(1)).toEqual(['Confirmed', 'Arrived 9:52 am', 'Session began 9:52 am', 'Finished', 'Checked out', 'Back to “Finished”'])
    expect((await get(visit)).revision).toBe(visit.revision + 6)
  })
  it('tell of a remark and an episode, and nothing where nothing changed', async () => {
    const visit = await book('2026-11-20T10:00')
    await test.request('appointments.save', { appointmentId: visit.id, episodeId: null, remark: 'Brings the referral' })
    await test.request('appointments.save', { appointmentId: visit.id, episodeId: null, remark: 'Brings the referral' })
    expect((await history(visit)).slice(1)).toEqual(['No longer part of “Neck pain”', 'Remark: Brings the referral'])
  })
})

describe('a cancellation', () => {
  beforeEach(() => test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, lateCancelFee: cents(4500), noShowFee: cents(6000) }))

  it('is late within the notice, by the patient alone, and says so', async () => {
    const [soon, later] = [await book('2026-11-19T13:00'), await book('2026-11-20T10:00')]
    expect((await test.request('appointments.missedPolicy', { appointmentId: soon.id, status: 'cancelled' })).sentence).toBe(
      'Cancelled 3 hours before: the clinic’s fee is $45.00.',
    )
    expect(await setStatus(soon, 'cancelled', { reason: 'Ill' })).toMatchObject({ isLateCancel: true, cancelReason: 'Ill' })
    const here = await book('2026-11-19T16:00')
    await setStatus(here, 'arrived')
    expect(await test.request('appointments.missedPolicy', { appointmentId: here.id, status: 'cancelled' })).toMatchObject({ isLate: false, fee: 0 })
    expect(await setStatus(here, 'cancelled')).toMatchObject({ isLateCancel: false })
    expect(await setStatus(later, 'cancelled')).toMatchObject({ isLateCancel: false })
    const ours = await book('2026-11-19T15:00')
    expect(await setStatus(ours, 'cancelled', { cancelledBy: 'clinic' })).toMatchObject({ isLateCancel: false })
    expect([...(await history(soon)).slice(-1), ...(await history(later)).slice(-1), ...(await history(ours)).slice(-1)]).toEqual([
      'Cancelled by the patient, 3 hours before (late)',
      'Cancelled by the patient, 24 hours before',
      'Cancelled by the clinic',
    ])
  })
  it('counts hours that really pass: the night the clocks go back has one more', async () => {
    const sunday = await book('2027-11-07T10:30')
    // Saturday 11:15 am: 23¼ hours on the wall, 24¼ in truth.
    test.setNow('2027-11-06T17:15:00.000Z')
    expect(await setStatus(sunday, 'cancelled')).toMatchObject({ isLateCancel: false })
    const spring = await book('2028-03-12T10:30')
    // Saturday 9:45 am: 24¾ hours on the wall, 23¾ in truth.
    test.setNow('2028-03-11T16:45:00.000Z')
    expect(await setStatus(spring, 'cancelled')).toMatchObject({ isLateCancel: true })
  })
  it('is taken back whole, and told', async () => {
    const visit = await book('2026-11-19T13:00')
    await setStatus(visit, 'confirmed')
    await setStatus(visit, 'cancelled', { reason: 'Ill' })
    expect(await setStatus(visit, 'confirmed')).toMatchObject({ status: 'confirmed', isLateCancel: false, cancelReason: '' })
    expect((await history(visit)).slice(-1)).toEqual(['Cancellation taken back: confirmed'])
    const ted = await aPatient(test, { firstName: 'Ted', phone: '' })
    await setStatus(visit, 'cancelled')
    await aVisit(test, { patientId: ted, startsAt: '2026-11-19T13:30' })
    expect((await test.refuse('appointments.setStatus', { appointmentId: visit.id, status: 'booked', reason: '' })).code).toBe('conflict')
  })
  it('never uses a visit of the prescription, a no-show only where the clinic says so', async () => {
    await aPrescription(test, episodeId)
    const [missed, cancelled] = [await book('2026-11-18T09:00'), await book('2026-11-18T13:00')]
    await setStatus(missed, 'no-show')
    await setStatus(cancelled, 'cancelled')
    const used = async () => (await get(missed)).prescription?.used
    expect([await used(), (await test.request('appointments.missedPolicy', { appointmentId: missed.id, status: 'no-show' })).sentence]).toEqual([
      0,
      'No-show: the clinic’s fee is $60.00. It does not use a visit of the prescription.',
    ])
    await test.request('practice.saveClinic', { ...(await test.request('practice.getClinic', {})), noShowUsesVisit: true })
    expect([await used(), (await test.request('appointments.missedPolicy', { appointmentId: missed.id, status: 'no-show' })).usesVisit]).toEqual([1, true])
    expect(await test.request('appointments.missedPolicy', { appointmentId: cancelled.id, status: 'cancelled' })).toMatchObject({
      isLate: true,
      usesVisit: false,
      sentence: 'Cancelled late: the clinic’s fee is $45.00. It does not use a visit of the prescription.',
    })
  })
})
