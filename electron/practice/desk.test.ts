import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { statement } from '../db/statement.ts'
import { aPatient, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { getDeskRules } from './desk-rules-repository.ts'

const apps: TestApp[] = []
async function clinic() {
  const test = await signedInApp()
  apps.push(test)
  return test
}
afterEach(async () => {
  for (const test of apps.splice(0)) await test.remove()
})

const TIMES = {
  hours: [
    [
      { from: '08:00', to: '12:30' },
      { from: '13:15', to: '18:00' },
    ],
    [],
    [],
    [],
    [],
    [],
    [],
  ],
}

describe('how the front desk works', () => {
  it('has usual values until the clinic chooses', async () => {
    const test = await clinic()
    expect(await test.request('practice.getDeskRules', {})).toEqual(USUAL_DESK_RULES)
    const chosen = { ...USUAL_DESK_RULES, ...TIMES, noShowFee: cents(4000), balanceLimit: null, openHolidays: ['Columbus Day' as const] }
    expect(await test.request('practice.saveDeskRules', chosen)).toEqual(chosen)
    expect(await test.request('practice.getDeskRules', {})).toEqual(chosen)
  })

  it('reads rules kept by an older version, where one is missing and another is no longer known', () => {
    const db = testDatabase()
    const { stepMinutes: _, ...older } = { ...USUAL_DESK_RULES, cancelNoticeHours: 48 }
    statement(db, 'INSERT INTO desk_rules (id, rules) VALUES (1, :rules)').run({ rules: JSON.stringify({ ...older, gone: 1 }) })
    expect(getDeskRules(db)).toEqual({ ...older, stepMinutes: 15 })
  })

  it.each([
    ['a day that closes before it opens', { hours: [[{ from: '12:00', to: '08:00' }], [], [], [], [], [], []] }, 'hours.0.0.to'],
    [
      'stretches that overlap',
      {
        hours: [
          [
            { from: '08:00', to: '12:00' },
            { from: '11:00', to: '14:00' },
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      },
      'hours.0',
    ],
    ['a reason that stands there twice', { cancelReasons: ['Ill', 'ill'] }, 'cancelReasons'],
    ['a fee below nothing', { noShowFee: -1 }, 'noShowFee'],
  ])('refuses %s at its field, unchanged', async (_, change, field) => {
    const test = await clinic()
    const refusal = await test.refuse('practice.saveDeskRules', { ...USUAL_DESK_RULES, ...change } as Input<'practice.saveDeskRules'>)
    expect([refusal.code, Object.keys(refusal.fields ?? {})]).toEqual(['invalid_input', [field]])
    expect(await test.request('practice.getDeskRules', {})).toEqual(USUAL_DESK_RULES)
  })
})

describe('rooms and visit types', () => {
  it('keeps rooms in an order, one of each name', async () => {
    const test = await clinic()
    const [one, two] = [await aRoom(test, 'Room 1'), await aRoom(test, 'Room 2')]
    expect((await test.request('practice.orderRooms', { ids: [two.id, one.id] })).map(({ name }) => name)).toEqual(['Room 2', 'Room 1'])
    expect((await test.refuse('practice.orderRooms', { ids: [two.id, two.id] })).code).toBe('invalid_input')
    const twice = await test.refuse('practice.saveRoom', { id: null, fields: { name: 'ROOM 1' }, isActive: true })
    expect([twice.code, twice.fields]).toEqual(['conflict', { 'fields.name': 'There is a room of this name.' }])
    await test.request('practice.saveRoom', { id: one.id, fields: { name: 'Quiet room' }, isActive: false })
    expect((await test.request('practice.listRooms', {})).map(({ name, isActive }) => [name, isActive])).toEqual([
      ['Room 2', true],
      ['Quiet room', false],
    ])
  })

  it('keeps visit types, and stops offering one', async () => {
    const test = await clinic()
    const first = { name: 'First visit', minutes: 75, bufferMinutes: 15, colour: 'plum' as const, isForFirstVisit: true }
    const saved = await test.request('practice.saveVisitType', { id: null, fields: first, isActive: true })
    expect(saved).toEqual({ ...first, id: saved.id, isActive: true })
    const odd = await test.refuse('practice.saveVisitType', { id: null, fields: { ...first, name: 'Odd', minutes: 7 }, isActive: true })
    expect(odd.fields).toEqual({ 'fields.minutes': 'Use steps of 5 minutes.' })
    await test.request('practice.saveVisitType', { id: saved.id, fields: first, isActive: false })
    expect(await test.request('practice.listVisitTypes', {})).toEqual([{ ...saved, isActive: false }])
  })
})

describe('somebody who leaves', () => {
  it('is refused while visits are booked, which are named, and then stays on old papers with the day', async () => {
    const test = await clinic()
    const [owner] = await test.request('practice.listPractitioners', {})
    if (!owner) throw new Error('set-up wrote no practitioner')
    const { id: _, isActive: __, leftOn: ___, ...fields } = owner
    const ida = await test.request('practice.savePractitioner', { id: null, fields: { ...fields, legalName: 'Ida Berg', npi: '' }, isActive: true })
    const room = await aRoom(test, 'Room 1')
    const wanted = await visitFields(test, { patientId: await aPatient(test), startsAt: '2026-11-24T13:15' })
    const visit = await test.request('appointments.book', { fields: { ...wanted, practitionerId: ida.id, roomId: room.id } })
    const leaves = { id: ida.id, fields: { ...fields, legalName: 'Ida Berg', npi: '' }, isActive: false, leftOn: localDate('2026-11-18') }
    const refusal = await test.refuse('practice.savePractitioner', leaves)
    expect([refusal.code, refusal.fields]).toEqual([
      'rule_broken',
      { leftOn: 'Ida Berg still has a visit booked: Tue, Nov 24 at 1:15 pm. Move or cancel it first.' },
    ])
    expect(await test.request('practice.bookedAhead', { practitionerId: ida.id, roomId: null, from: localDate('2026-11-18') })).toMatchObject({
      visits: 1,
      first: [{ appointmentId: visit.id, startsAt: '2026-11-24T13:15' }],
    })
    expect((await test.refuse('practice.saveRoom', { id: room.id, fields: { name: 'Room 1' }, isActive: false })).message).toMatch(/^Room 1 still has a visit/)
    expect((await test.refuse('practice.savePractitioner', { ...leaves, leftOn: localDate('2026-11-30') })).message).toBe(
      'Ida Berg works here until then. Save this once Nov 30, 2026 has come.',
    )
    expect((await test.request('practice.listPractitioners', {})).map(({ isActive }) => isActive)).toEqual([true, true])
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: 'Practitioner leaves' })
    expect(await test.request('practice.savePractitioner', leaves)).toMatchObject({ isActive: false, leftOn: '2026-11-18' })
    expect(await test.request('practice.savePractitioner', { ...leaves, leftOn: null })).toMatchObject({ leftOn: '2026-11-18' })
  })
})

const aRoom = (test: TestApp, name: string) => test.request('practice.saveRoom', { id: null, fields: { name }, isActive: true })
