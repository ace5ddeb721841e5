import { beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { keep } from '../testing/clinic-folder.ts'
import { aPatient, visitFields } from '../testing/records.ts'
import { aPractitioner } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId

beforeEach(async () => {
  test = keep(await signedInApp())
  patientId = await aPatient(test)
})

const book = async (change: Partial<Input<'appointments.book'>['fields']> = {}) =>
  test.request('appointments.book', { fields: { ...(await visitFields(test, { patientId, startsAt: '2026-11-24T10:00' })), ...change } })
const step = (appointmentId: Awaited<ReturnType<typeof book>>['id'], status: 'booked' | 'cancelled' | 'arrived' | 'no-show') => ({
  appointmentId,
  status,
  reason: '',
})

async function leave(id: PractitionerId) {
  const known = (await test.request('practice.listPractitioners', {})).find(each => each.id === id)
  if (!known) throw new Error('Nobody has this id.')
  const { id: _, isActive: __, leftOn: ___, ...fields } = known
  await test.request('practice.savePractitioner', { id, fields, isActive: false, leftOn: null })
}

describe('a cancelled visit still to come', () => {
  it('does not come back to a practitioner who left meanwhile', async () => {
    const leeId = await aPractitioner(test)
    const { id } = await book({ practitionerId: leeId })
    await test.request('appointments.setStatus', step(id, 'cancelled'))
    await leave(leeId)
    expect(await test.refuse('appointments.setStatus', step(id, 'booked'))).toMatchObject({
      code: 'rule_broken',
      message: 'Lee Ito no longer takes visits. Choose another practitioner.',
    })
  })
  it('does not come back for a patient archived meanwhile', async () => {
    const { id } = await book()
    await test.request('appointments.setStatus', step(id, 'cancelled'))
    await test.request('patients.setArchived', { patientId, isArchived: true })
    expect((await test.refuse('appointments.setStatus', step(id, 'booked'))).message).toContain('archived')
  })
  it('does not come back into a room no longer used', async () => {
    const fields = { name: 'Garden room' }
    const room = await test.request('practice.saveRoom', { id: null, fields, isActive: true })
    const { id } = await book({ roomId: room.id })
    await test.request('appointments.setStatus', step(id, 'cancelled'))
    await test.request('practice.saveRoom', { id: room.id, fields, isActive: false })
    expect((await test.refuse('appointments.setStatus', step(id, 'booked'))).message).toBe('Garden room is no longer used. Choose another room.')
  })
})

it('lets a past no-show be put right although the practitioner has left', async () => {
  const leeId = await aPractitioner(test)
  const { id } = await book({ practitionerId: leeId, startsAt: localDateTime('2026-11-17T10:00') })
  await test.request('appointments.setStatus', step(id, 'no-show'))
  await leave(leeId)
  expect(await test.request('appointments.setStatus', step(id, 'arrived'))).toMatchObject({ status: 'arrived' })
})

it('keeps a visit whose patient has arrived on its day', async () => {
  const { id, practitionerId, minutes } = await book({ startsAt: localDateTime('2026-11-19T10:00') })
  await test.request('appointments.setStatus', step(id, 'arrived'))
  const moveTo = (startsAt: string) => ({ appointmentId: id, startsAt: localDateTime(startsAt), minutes, practitionerId })
  expect((await test.refuse('appointments.move', moveTo('2026-11-24T10:00'))).message).toContain('Take the arrival back first')
  expect(await test.request('appointments.move', moveTo('2026-11-19T11:00'))).toMatchObject({ startsAt: '2026-11-19T11:00', status: 'arrived' })
  await test.request('appointments.setStatus', step(id, 'booked'))
  expect(await test.request('appointments.move', moveTo('2026-11-24T10:00'))).toMatchObject({ startsAt: '2026-11-24T10:00' })
})

it('offers no time beyond the end of the calendar', async () => {
  const { startsAt: _, ...fields } = await visitFields(test, { patientId, startsAt: '2026-11-24T10:00' })
  const rhythm = { kind: 'every-days' as const, days: 1 }
  const plan = { ...fields, roomId: null, visitTypeId: null, bufferMinutes: 0, firstOn: localDate('2199-12-23'), time: '10:00', rhythm, count: 9 }
  const { visits } = await test.request('appointments.previewSeries', { plan, moved: [], skipped: [] } as Input<'appointments.previewSeries'>)
  expect(visits.at(-1)).toMatchObject({ startsAt: '2199-12-31T10:00' })
})
