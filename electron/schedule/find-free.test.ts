import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDateTime } from '../../shared/lib/dates.ts'
import { aPatient, aVisit, visitFields } from '../testing/records.ts'
import { aBlock, aPractitioner, firstPractitioner, freeSearch } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const found = async (change: Parameters<typeof freeSearch>[0] = {}) =>
  (await test.request('schedule.findFree', freeSearch(change))).map(({ sentence }) => sentence)

describe('the next free time', () => {
  it('steps over what is booked, lunch, closed days and the past', async () => {
    const patientId = await aPatient(test)
    await aBlock(test)
    await aVisit(test, { patientId, startsAt: '2026-11-25T08:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-25T13:00', minutes: 90 })
    expect(await found({ after: '2026-11-25T00:00' })).toEqual([
      'Wed, Nov 25, 9:00 am with Rosa Delgado',
      'Wed, Nov 25, 2:30 pm with Rosa Delgado',
      'Fri, Nov 27, 8:00 am with Rosa Delgado',
    ])
    expect((await found({ after: '2026-11-01T08:00' }))[0]).toBe('Thu, Nov 19, 10:00 am with Rosa Delgado')
  })

  it('minds weekday, time of day, practitioner and the patient’s other visits', async () => {
    const patientId = await aPatient(test)
    const lee = await aPractitioner(test)
    await aVisit(test, { patientId, startsAt: '2026-11-24T16:30', minutes: 30 })
    const asked = { patientId, practitionerId: lee, weekdays: [2], fromTime: '16:00', toTime: '17:30', minutes: 60, count: 1 }
    expect(await found(asked)).toEqual(['Tue, Dec 1, 4:00 pm with Lee Ito'])
    expect(await found({ ...asked, patientId: null })).toEqual(['Tue, Nov 24, 4:00 pm with Lee Ito'])
    expect(await found({ ...asked, minutes: 30 })).toEqual(['Tue, Nov 24, 4:00 pm with Lee Ito'])
  })

  it('names a free room where the clinic has rooms, and the minutes after a visit hold practitioner and room', async () => {
    const [patientId, rosa] = [await aPatient(test), await firstPractitioner(test)]
    const lee = await aPractitioner(test)
    expect((await test.request('schedule.findFree', freeSearch({ count: 1 })))[0]?.roomId).toBeNull()
    const room = await test.request('practice.saveRoom', { id: null, fields: { name: 'Room 1' }, isActive: true })
    const fields = await visitFields(test, { patientId, startsAt: '2026-11-20T08:00' })
    await test.request('appointments.book', { fields: { ...fields, roomId: room.id, bufferMinutes: 10 } })
    expect(await test.request('schedule.findFree', freeSearch({ practitionerId: lee, count: 1 }))).toMatchObject([
      { startsAt: '2026-11-20T09:15', practitionerId: lee, roomId: room.id },
    ])
    expect(await found({ practitionerId: rosa, count: 1 })).toEqual(['Fri, Nov 20, 9:15 am with Rosa Delgado'])
    const second = await test.request('practice.saveRoom', { id: null, fields: { name: 'Room 2' }, isActive: true })
    expect(await test.request('schedule.findFree', freeSearch({ practitionerId: lee, count: 1 }))).toMatchObject([
      { startsAt: '2026-11-20T08:00', roomId: second.id },
    ])
  })

  it('asks only practitioners who give the visit type', async () => {
    const types = await test.request('practice.listVisitTypes', {})
    const type =
      types[0] ??
      (await test.request('practice.saveVisitType', {
        id: null,
        fields: { name: 'First visit', minutes: 60, bufferMinutes: 0, colour: 'teal', isForFirstVisit: true },
        isActive: true,
      }))
    const other = await test.request('practice.saveVisitType', {
      id: null,
      fields: { name: 'Cupping', minutes: 45, bufferMinutes: 0, colour: 'clay', isForFirstVisit: false },
      isActive: true,
    })
    await aPractitioner(test, { visitTypeIds: [other.id] })
    expect(await found({ visitTypeId: type.id, count: 2 })).toEqual(['Fri, Nov 20, 8:00 am with Rosa Delgado', 'Fri, Nov 20, 12:00 pm with Rosa Delgado'])
    expect(await found({ visitTypeId: other.id, count: 2 })).toEqual(['Fri, Nov 20, 8:00 am with Rosa Delgado', 'Fri, Nov 20, 8:00 am with Lee Ito'])
  })

  it('can be booked as it is: nothing speaks against it', async () => {
    const patientId = await aPatient(test)
    await aBlock(test)
    for (const startsAt of ['2026-11-20T08:15', '2026-11-20T10:00', '2026-11-23T15:00', '2026-11-24T08:00'])
      await aVisit(test, { patientId, startsAt, minutes: 45 })
    const times = await test.request('schedule.findFree', freeSearch({ patientId, count: 12, minutes: 75, bufferMinutes: 10 }))
    expect(times).toHaveLength(12)
    for (const { startsAt, minutes, practitionerId, roomId } of times) {
      const fields = { patientId, episodeId: null, practitionerId, startsAt, minutes, roomId, visitTypeId: null, bufferMinutes: 10, remark: '' }
      expect(await test.request('appointments.check', { fields, ignore: null })).toEqual([])
    }
  })

  it('is none where a year holds none, and lies at most a year ahead', async () => {
    expect(await found({ minutes: 480, fromTime: '09:00', toTime: '12:00' })).toEqual([])
    await aBlock(test, { kind: 'closure', from: null, to: null, weekdays: [], lastOn: '2027-11-18' })
    expect(await found()).toEqual(['Fri, Nov 19, 8:00 am with Rosa Delgado', 'Fri, Nov 19, 12:00 pm with Rosa Delgado'])
    expect(await found({ after: localDateTime('2027-11-20T00:00') })).toEqual([])
  })

  it('refuses searches that make no sense', async () => {
    const wrong = async (change: object) => Object.keys((await test.refuse('schedule.findFree', { ...freeSearch(), ...change })).fields ?? {})
    expect(await wrong({ minutes: 0 })).toEqual(['minutes'])
    expect(await wrong({ minutes: 7 })).toEqual(['minutes'])
    expect(await wrong({ count: 21 })).toEqual(['count'])
    expect(await wrong({ weekdays: [0] })).toEqual(['weekdays.0'])
    expect(await wrong({ fromTime: '25:00' })).toEqual(['fromTime'])
    const nowhere = '00000000-0000-4000-8000-999999999999'
    expect((await test.refuse('schedule.findFree', { ...freeSearch(), practitionerId: nowhere })).code).toBe('not_found')
    expect((await test.refuse('schedule.findFree', { ...freeSearch(), roomId: nowhere })).code).toBe('not_found')
  })
})
