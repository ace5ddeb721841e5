import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { statement } from '../db/statement.ts'
import { samSignedIn } from '../testing/people.ts'
import { aPatient, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'

let owner: Awaited<ReturnType<typeof signedInApp>>
let desk: TestApp
let visit: Output<'appointments.book'>
beforeEach(async () => {
  owner = await signedInApp()
  visit = await aVisit(owner, { patientId: await aPatient(owner), startsAt: '2026-11-19T14:00' })
  desk = await samSignedIn(owner, 'front-desk')
  const closure = { practitionerId: null, roomId: null, kind: 'closure', title: 'Water damage', from: null, to: null, weekdays: [], everyWeeks: 1, skipped: [] }
  const days = { firstOn: localDate('2026-11-19'), lastOn: localDate('2026-11-20') }
  await desk.request('schedule.saveBlock', { id: null, fields: { ...closure, ...days, kind: 'closure' } })
})
afterEach(async () => {
  await desk.app.close()
  await owner.remove()
})

const moveTo = (startsAt: string): Input<'appointments.move'> => ({
  appointmentId: visit.id,
  startsAt: localDateTime(startsAt),
  minutes: 60,
  practitionerId: visit.practitionerId,
})

it('a day closed with visits on it keeps them, and lets the desk move them away, or take a slip back', async () => {
  const status = (to: 'booked' | 'cancelled') => desk.request('appointments.setStatus', { appointmentId: visit.id, status: to, reason: '' })
  await status('cancelled')
  expect((await status('booked')).status).toBe('booked')
  expect((await desk.refuse('appointments.move', moveTo('2026-11-20T09:00'))).message).toContain('The clinic is closed Fri, Nov 20: Water damage.')
  expect((await desk.request('appointments.move', moveTo('2026-11-23T09:00'))).startsAt).toBe('2026-11-23T09:00')
})

it('nobody at the desk books onto it, not even the time just left', async () => {
  const fields = await visitFields(desk, { patientId: visit.patientId, startsAt: '2026-11-19T16:00' })
  expect(await desk.refuse('appointments.book', { fields })).toMatchObject({ code: 'forbidden' })
  expect(await desk.request('appointments.check', { fields, ignore: null })).toMatchObject([{ kind: 'closed', level: 'overrule' }])
})

it('visits in the way are found through an index, however many there are', () => {
  const plan = statement<Record<string, string>, { detail: string }>(
    testDatabase(),
    `EXPLAIN QUERY PLAN
     SELECT a.id FROM appointments a
      WHERE a.starts_at >= :earliest AND a.starts_at < :latest AND a.ends_at > :still
        AND a.status NOT IN ('cancelled', 'no-show') AND (a.patient_id = :patientId OR a.practitioner_id = :practitionerId OR a.room_id = :roomId)`,
  ).all({ earliest: '', latest: '', still: '', patientId: '', practitionerId: '', roomId: '' })
  expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/^SEARCH a USING INDEX \w+ \(starts_at>\? AND starts_at<\?\)$/)
})
