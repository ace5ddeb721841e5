import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import { RoomId } from '../../shared/lib/ids.ts'
import { aPatient, aVisit } from '../testing/records.ts'
import { aBlock, aPractitioner, blockFields, firstPractitioner } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const shown = async (from: string, to = from) =>
  (await test.request('schedule.view', { from: localDate(from), to: localDate(to) })).blocks.map(({ startsAt, title }) => `${startsAt} ${title}`)
const listed = (from: string) => test.request('schedule.listBlocks', { from: localDate(from) })
const NOWHERE = '00000000-0000-4000-8000-999999999999'

describe('keeping time free', () => {
  it('names the visits in the way from today on, and leaves them booked', async () => {
    const patientId = await aPatient(test)
    const ted = await aPatient(test, { firstName: 'Ted', lastName: 'Lindqvist', phone: '' })
    await aVisit(test, { patientId, startsAt: '2026-11-18T11:30' })
    const second = await aVisit(test, { patientId: ted, startsAt: '2026-11-24T12:00' })
    const first = await aVisit(test, { patientId, startsAt: '2026-11-20T11:30' })
    const gone = await aVisit(test, { patientId, startsAt: '2026-11-23T12:00' })
    await test.request('appointments.setStatus', { appointmentId: gone.id, status: 'cancelled', reason: '' })
    await aVisit(test, { patientId, startsAt: '2026-11-20T13:00' })
    const inTheWay = [
      { appointmentId: first.id, sentence: 'Marisol Reyes, Fri, Nov 20, 11:30 am' },
      { appointmentId: second.id, sentence: 'Ted Lindqvist, Tue, Nov 24, 12:00 pm' },
    ]
    expect(await test.request('schedule.checkBlock', { fields: blockFields() })).toEqual(inTheWay)
    expect(await listed('2026-11-16')).toEqual([])
    expect((await aBlock(test)).inTheWay).toEqual(inTheWay)
    expect((await test.request('appointments.get', { appointmentId: first.id })).status).toBe('booked')
  })

  it('concerns only its own practitioner or room', async () => {
    const patientId = await aPatient(test)
    const visit = await aVisit(test, { patientId, startsAt: '2026-11-20T12:00' })
    const lee = await aPractitioner(test)
    const room = await test.request('practice.saveRoom', { id: null, fields: { name: 'Room 1' }, isActive: true })
    expect(await test.request('schedule.checkBlock', { fields: blockFields({ practitionerId: lee }) })).toEqual([])
    expect(await test.request('schedule.checkBlock', { fields: blockFields({ roomId: room.id }) })).toEqual([])
    const own = blockFields({ practitionerId: visit.practitionerId, from: null, to: null, weekdays: [], kind: 'vacation', lastOn: '2026-11-20' })
    expect(await test.request('schedule.checkBlock', { fields: own })).toHaveLength(1)
  })

  it('takes a vacation of several whole days, and a training every second Tuesday', async () => {
    const practitionerId = await firstPractitioner(test)
    const away = { practitionerId, kind: 'vacation', title: '', from: null, to: null, weekdays: [], firstOn: '2026-11-25', lastOn: '2026-11-27' }
    expect((await aBlock(test, away)).block).toMatchObject({ from: null, lastOn: '2026-11-27' })
    await aBlock(test, { kind: 'training', title: 'Training', weekdays: [2], everyWeeks: 2, firstOn: '2026-11-17' })
    expect(await shown('2026-11-24', '2026-12-15')).toEqual([
      '2026-11-25T00:00 Vacation',
      '2026-11-26T00:00 Vacation',
      '2026-11-27T00:00 Vacation',
      '2026-12-01T12:00 Training',
      '2026-12-15T12:00 Training',
    ])
    const { days } = await test.request('schedule.view', { from: localDate('2026-11-25'), to: localDate('2026-11-25') })
    expect(days).toMatchObject([{ closedBecause: '', open: [{ from: '08:00', to: '18:00' }], worked: [{ times: [] }] }])
  })

  it('closes the clinic, which booking is told of', async () => {
    const patientId = await aPatient(test)
    await aBlock(test, { kind: 'closure', title: 'water damage', from: null, to: null, firstOn: '2026-11-23', lastOn: '2026-11-24', weekdays: [] })
    const { days } = await test.request('schedule.view', { from: localDate('2026-11-23'), to: localDate('2026-11-25') })
    expect(days.map(({ closedBecause }) => closedBecause)).toEqual(['Closed: water damage', 'Closed: water damage', ''])
    await aVisit(test, { patientId, startsAt: '2026-11-24T09:00' })
    expect(await test.request('schedule.month', { month: '2026-11' })).toContainEqual({
      day: '2026-11-24',
      visits: 1,
      bookedMinutes: 60,
      workedMinutes: 0,
      closedBecause: 'Closed: water damage',
    })
  })

  it('changes a block in place', async () => {
    const { block } = await aBlock(test)
    const changed = await test.request('schedule.saveBlock', { id: block.id, fields: blockFields({ title: 'Siesta', to: '14:00', weekdays: [5, 5, 1] }) })
    expect(changed.block).toMatchObject({ id: block.id, title: 'Siesta', to: '14:00', weekdays: [1, 5] })
    expect(await listed('2026-11-16')).toHaveLength(1)
  })

  it('refuses what cannot be, and changes nothing', async () => {
    const refusal = async (change: Parameters<typeof blockFields>[0]) =>
      test.refuse('schedule.saveBlock', { id: null, fields: { ...blockFields(), ...change } })
    expect((await refusal({ firstOn: '2026-11-21', lastOn: '2026-11-22' })).message).toBe(
      'This would take place on no day. Choose a weekday between the first and the last day, or leave out fewer days.',
    )
    expect((await refusal({ practitionerId: NOWHERE })).code).toBe('not_found')
    expect((await refusal({ roomId: NOWHERE })).code).toBe('not_found')
    expect((await refusal({ lastOn: '2026-11-15' })).fields).toHaveProperty('fields.lastOn')
    expect((await refusal({ from: '13:00', to: '12:00' })).fields).toHaveProperty('fields.to')
    expect((await refusal({ from: '13:00', to: null })).fields).toHaveProperty('fields.to')
    expect((await refusal({ everyWeeks: 0 })).fields).toHaveProperty('fields.everyWeeks')
    expect((await refusal({ weekdays: [8] })).code).toBe('invalid_input')
    const skipped = Array.from({ length: 500 }, (_, index) => addDays(localDate('2026-11-16'), index))
    expect((await refusal({ skipped })).fields).toHaveProperty('fields.skipped')
    expect((await test.refuse('schedule.saveBlock', { id: NOWHERE, fields: blockFields() })).code).toBe('not_found')
    const room = await test.request('practice.saveRoom', { id: null, fields: { name: 'Room 1' }, isActive: false })
    expect((await refusal({ roomId: RoomId.parse(room.id) })).message).toBe('Room 1 is no longer used. Choose another room.')
    expect(await listed('2026-01-01')).toEqual([])
  })
})

describe('ending a block', () => {
  it('leaves out one day, once, and only one of its own', async () => {
    const { block } = await aBlock(test)
    const skip = (day: string) => ({ blockId: block.id, day: localDate(day) })
    expect((await test.request('schedule.skipBlock', skip('2026-11-24'))).skipped).toEqual(['2026-11-24'])
    expect((await test.request('schedule.skipBlock', skip('2026-11-24'))).skipped).toEqual(['2026-11-24'])
    expect(await shown('2026-11-24', '2026-11-25')).toEqual(['2026-11-25T12:00 Lunch'])
    expect((await test.refuse('schedule.skipBlock', skip('2026-11-28'))).message).toBe('“Lunch” does not take place on Sat, Nov 28. Choose one of its days.')
    const { block: once } = await aBlock(test, { lastOn: '2026-11-16', title: '' })
    expect((await test.refuse('schedule.skipBlock', { blockId: once.id, day: once.firstOn })).message).toBe(
      '“Break” takes place on no other day. Remove it instead.',
    )
  })

  it('ends it from a day on, and removes it where nothing is left', async () => {
    const { block } = await aBlock(test)
    await test.request('schedule.removeBlock', { blockId: block.id, from: localDate('2026-11-25') })
    expect(await shown('2026-11-23', '2026-11-27')).toEqual(['2026-11-23T12:00 Lunch', '2026-11-24T12:00 Lunch'])
    expect((await listed('2026-11-24')).length).toBe(1)
    expect(await listed('2026-11-25')).toEqual([])
    expect((await test.refuse('schedule.removeBlock', { blockId: block.id, from: localDate('2026-12-01') })).message).toBe(
      '“Lunch” already ends on Nov 24, 2026.',
    )
    await test.request('schedule.removeBlock', { blockId: block.id, from: localDate('2026-11-16') })
    expect((await test.refuse('schedule.removeBlock', { blockId: block.id, from: null })).code).toBe('not_found')
    const weekend = await aBlock(test, { firstOn: '2026-11-21', weekdays: [1] })
    await test.request('schedule.removeBlock', { blockId: weekend.block.id, from: localDate('2026-11-23') })
    expect(await listed('2026-01-01')).toEqual([])
  })

  it('removes it wholly', async () => {
    const { block } = await aBlock(test)
    await test.request('schedule.removeBlock', { blockId: block.id, from: null })
    expect(await shown('2026-11-16', '2026-11-30')).toEqual([])
  })
})
