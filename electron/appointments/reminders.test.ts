import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const list = (day: string | null) => test.request('appointments.listReminders', { day: day === null ? null : localDate(day) })
const call = (appointmentId: Awaited<ReturnType<typeof aVisit>>['id'], outcome: 'confirmed' | 'left-message' | 'no-answer' | 'wrong-number') =>
  test.request('appointments.recordCall', { appointmentId, outcome, remark: '' })

describe('reminders', () => {
  it('lists who is booked or confirmed on the day, in order of time, with whom to ask for', async () => {
    const later = await aVisit(test, { patientId: await aPatient(test), startsAt: '2026-11-20T14:00' })
    const child = await aPatient(test, {
      firstName: 'Ida',
      lastName: 'Vance',
      bornOn: localDate('2014-05-01'),
      guardianName: 'Thomas Vance',
      guardianRelation: 'father',
      guardianPhone: '(503) 555-0170',
    })
    const first = await aVisit(test, { patientId: child, startsAt: '2026-11-20T09:00' })
    const { id } = await aVisit(test, { patientId: child, startsAt: '2026-11-20T10:00' })
    await test.request('appointments.setStatus', { appointmentId: id, status: 'cancelled', reason: '' })
    const { reminders } = await list('2026-11-20')
    expect(reminders.map(({ appointmentId, askFor, phone }) => [appointmentId, askFor, phone])).toEqual([
      [first.id, 'Thomas Vance, father', '(503) 555-0170'],
      [later.id, '', expect.any(String)],
    ])
    expect(reminders[1]?.bring).toBe('Bring the health history form, filled in and the insurance card and come 10 minutes early to sign.')
  })
  it('names the number there is: the other one, and the guardian’s of somebody who comes of age that day', async () => {
    const other = await aPatient(test, { phone: '', otherPhone: '(503) 555-0171' })
    const grown = await aPatient(test, { bornOn: '2008-11-20', phone: '', guardianName: 'Thomas Vance', guardianPhone: '(503) 555-0172' })
    await aVisit(test, { patientId: other, startsAt: '2026-11-20T09:00' })
    await aVisit(test, { patientId: grown, startsAt: '2026-11-20T10:00' })
    expect((await list('2026-11-20')).reminders.map(({ phone, askFor }) => [phone, askFor])).toEqual([
      ['(503) 555-0171', ''],
      ['(503) 555-0172', ''],
    ])
  })
  it('asks about the next working day by itself: over Thanksgiving, and on a closed day somebody is booked for', async () => {
    expect((await list(null)).day).toBe('2026-11-20')
    test.setNow('2026-11-25T16:52:00.000Z')
    expect((await list(null)).day).toBe('2026-11-27')
  })
  it('keeps how each call went; a confirmed one confirms the visit, and is taken back again', async () => {
    const { id } = await aVisit(test, { patientId: await aPatient(test), startsAt: '2026-11-20T14:00' })
    expect(await call(id, 'no-answer')).toMatchObject({ status: 'booked', lastCall: { outcome: 'no-answer', who: expect.any(String) } })
    expect(await call(id, 'confirmed')).toMatchObject({ status: 'confirmed', lastCall: { outcome: 'confirmed' } })
    expect(await test.request('appointments.undoCall', { appointmentId: id })).toMatchObject({ status: 'booked', lastCall: { outcome: 'no-answer' } })
    expect(await test.request('appointments.undoCall', { appointmentId: id })).toMatchObject({ status: 'booked', lastCall: null })
    expect(await test.request('appointments.undoCall', { appointmentId: id })).toMatchObject({ status: 'booked', lastCall: null })
  })
  it('leaves alone a visit confirmed without the call that is taken back', async () => {
    const { id } = await aVisit(test, { patientId: await aPatient(test), startsAt: '2026-11-20T14:00' })
    await call(id, 'left-message')
    await test.request('appointments.setStatus', { appointmentId: id, status: 'confirmed', reason: '' })
    expect(await test.request('appointments.undoCall', { appointmentId: id })).toMatchObject({ status: 'confirmed', lastCall: null })
  })
  it('refuses a call about a visit that is over', async () => {
    const { id } = await aVisit(test, { patientId: await aPatient(test), startsAt: '2026-11-20T14:00' })
    await test.request('appointments.setStatus', { appointmentId: id, status: 'cancelled', reason: '' })
    expect(await test.refuse('appointments.recordCall', { appointmentId: id, outcome: 'confirmed', remark: '' })).toMatchObject({
      code: 'rule_broken',
      message: 'This visit is “Cancelled”: there is nothing to call about.',
    })
    expect((await list('2026-11-20')).reminders).toEqual([])
  })
})
