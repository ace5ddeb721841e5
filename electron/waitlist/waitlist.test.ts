import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { WaitlistFields } from '../../shared/waitlist/schema.ts'
import { anEpisode, aPatient, aVisit, visitFields } from '../testing/records.ts'
import { aBlock, aPractitioner, firstPractitioner } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { WAITLIST_SQL } from './repository.ts'

let test: TestApp
let patientId: PatientId
let rosa: PractitionerId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test, { firstName: 'Carl', lastName: 'Nystrom' })
  rosa = await firstPractitioner(test)
})
afterEach(() => test.remove())

type Change = { readonly [Field in keyof WaitlistFields]?: unknown }
const wish = (change: Change = {}): WaitlistFields =>
  WaitlistFields.parse({
    patientId,
    episodeId: null,
    practitionerId: null,
    visitTypeId: null,
    minutes: 60,
    weekdays: [],
    fromTime: '12:00',
    toTime: null,
    earliestOn: null,
    latestOn: null,
    remark: '',
    ...change,
  })
const add = (change: Change = {}) => test.request('waitlist.save', { id: null, fields: wish(change) })
const list = () => test.request('waitlist.list', {})
const names = (entries: Output<'waitlist.list'>) => entries.map(({ patientName }) => patientName)
const whoFits = async (startsAt: string, given: { minutes?: number; practitionerId?: PractitionerId } = {}) =>
  names(await test.request('waitlist.whoFits', { startsAt: localDateTime(startsAt), minutes: 60, practitionerId: rosa, ...given }))
const refusal = async (change: Change) => test.refuse('waitlist.save', { id: null, fields: { ...wish(), ...change } })
const NOWHERE = '00000000-0000-4000-8000-999999999999'

/** Fills Rosa’s day but for one hour. */
async function fillDay(day: string, free: string) {
  const other = await aPatient(test, { firstName: 'Walter', lastName: 'Brandt', phone: '' })
  for (const hour of ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'])
    if (`${hour}:00` !== free) await aVisit(test, { patientId: other, startsAt: `${day}T${hour}:00` })
}

describe('the waitlist', () => {
  it('says what each waits for and the first time that suits, longest waiting first', async () => {
    await add({ remark: 'Call after 3' })
    test.setNow('2026-11-19T17:10:00.000Z')
    const ana = await aPatient(test, {
      firstName: 'Ana',
      lastName: 'Villareal',
      phone: '',
      guardianName: 'Rita Villareal',
      guardianRelation: 'mother',
      guardianPhone: '(303) 555-0199',
    })
    await add({ patientId: ana, minutes: 75, fromTime: null, toTime: '10:00', practitionerId: rosa })
    const entries = await list()
    expect(entries).toMatchObject([
      {
        patientName: 'Carl Nystrom',
        phone: '(503) 555-0118',
        words: '60 min, any afternoon',
        addedOn: '2026-11-19',
        practitionerName: '',
        remark: 'Call after 3',
      },
      { patientName: 'Ana Villareal', phone: '(303) 555-0199', words: '75 min, mornings before 10:00', practitionerName: 'Rosa Delgado' },
    ])
    expect(entries.map(({ fits }) => fits)).toEqual([
      { startsAt: '2026-11-19T12:00', practitionerId: rosa, words: 'Fits today 12:00 pm' },
      { startsAt: '2026-11-20T08:00', practitionerId: rosa, words: 'Fits tomorrow 8:00 am' },
    ])
  })

  it('finds nothing where two weeks hold nothing, or the patient’s last day is past before', async () => {
    await add({ weekdays: [5], fromTime: null, latestOn: '2026-11-26', earliestOn: '2026-11-21' })
    await add({ weekdays: [4], earliestOn: '2026-12-03' })
    await add({ weekdays: [3] })
    await aBlock(test, { kind: 'vacation', practitionerId: rosa, from: null, to: null, weekdays: [], lastOn: '2026-12-15' })
    expect((await list()).map(({ fits }) => fits)).toEqual([null, null, null])
    await aPractitioner(test)
    expect((await list()).map(({ fits }) => fits?.words ?? '')).toEqual(['', '', 'Fits Wed, Nov 25, 12:00 pm'])
  })

  it('refuses the same wish twice, and what nobody could meet', async () => {
    const carl = await add({ weekdays: [4, 5] })
    const twice = await refusal({ weekdays: [5, 4], remark: 'again' })
    expect(twice).toMatchObject({
      code: 'conflict',
      message: 'Carl Nystrom already waits for this: 60 min, Thu or Fri, afternoons. Change that entry instead.',
    })
    const longer = await test.request('waitlist.save', { id: carl.id, fields: wish({ weekdays: [4, 5], minutes: 75 }) })
    expect([longer.id, longer.words, longer.addedOn]).toEqual([carl.id, '75 min, Thu or Fri, afternoons', carl.addedOn])
    expect((await refusal({ fromTime: '16:00', toTime: '16:45' })).message).toBe('60 minutes do not fit between 4:00 pm and 4:45 pm.')
    expect((await refusal({ latestOn: '2026-11-18' })).fields).toHaveProperty('fields.latestOn')
    expect((await refusal({ earliestOn: '2026-12-02', latestOn: '2026-12-01' })).fields).toHaveProperty('fields.latestOn')
    expect((await refusal({ fromTime: '16:00', toTime: '15:00' })).fields).toHaveProperty('fields.toTime')
    for (const change of [{ patientId: NOWHERE }, { practitionerId: NOWHERE }, { visitTypeId: NOWHERE }, { episodeId: NOWHERE }])
      expect((await refusal(change)).code).toBe('not_found')
    const other = await aPatient(test, { firstName: 'Ted', phone: '' })
    expect((await refusal({ episodeId: await anEpisode(test, other) })).message).toContain('does not belong to this patient')
    expect((await test.refuse('waitlist.save', { id: carl.id, fields: wish({ patientId: other }) })).message).toContain('Add the other patient on their own')
    expect(await list()).toHaveLength(1)
  })

  it('never offers archived or deceased patients', async () => {
    const ted = await aPatient(test, { firstName: 'Ted', phone: '' })
    await add()
    await add({ patientId: ted })
    await test.request('patients.setArchived', { patientId, isArchived: true })
    expect(names(await list())).toEqual(['Ted Reyes'])
    expect(await whoFits('2026-11-20T13:00')).toEqual(['Ted Reyes'])
    expect((await refusal({ fromTime: null })).message).toContain('archived')
    await test.request('patients.setArchived', { patientId, isArchived: false })
    expect(names(await list())).toEqual(['Carl Nystrom', 'Ted Reyes'])
    await test.request('patients.setDeceased', { patientId: ted, deceasedOn: localDate('2026-11-18') })
    expect(names(await list())).toEqual(['Carl Nystrom'])
    expect((await refusal({ patientId: ted })).message).toBe('Ted Reyes has died and is not offered visits.')
  })

  it('takes somebody off and puts them back in their place', async () => {
    const carl = await add()
    test.setNow('2026-11-19T17:10:00.000Z')
    await add({ patientId: await aPatient(test, { firstName: 'Ted', phone: '' }) })
    await test.request('waitlist.remove', { id: carl.id, reason: 'Found another time' })
    expect(names(await list())).toEqual(['Ted Reyes'])
    expect((await test.refuse('waitlist.remove', { id: carl.id, reason: '' })).message).toBe('That patient is no longer on the waitlist.')
    expect((await test.refuse('waitlist.recordOffer', { id: carl.id, startsAt: '2026-11-20T13:00', answer: 'no' })).code).toBe('not_found')
    await test.request('waitlist.restore', { id: carl.id })
    expect(names(await list())).toEqual(['Carl Nystrom', 'Ted Reyes'])
    await test.request('waitlist.remove', { id: carl.id, reason: '' })
    await add()
    expect((await test.refuse('waitlist.restore', { id: carl.id })).code).toBe('conflict')
    expect(await list()).toHaveLength(2)
    expect((await test.refuse('waitlist.restore', { id: NOWHERE })).code).toBe('not_found')
  })

  it('lets somebody go with the booking they waited for, once', async () => {
    const carl = await add()
    const fields = await visitFields(test, { patientId, startsAt: '2026-11-20T13:00' })
    await test.request('appointments.book', { fields, waitlistId: carl.id })
    expect(await list()).toEqual([])
    const again = { ...fields, startsAt: localDateTime('2026-11-23T13:00') }
    expect((await test.refuse('appointments.book', { fields: again, waitlistId: carl.id })).message).toBe('That patient is no longer on the waitlist.')
  })

  it('goes on where somebody else takes the time that was offered', async () => {
    const carl = await add()
    const sister = await aPatient(test, { firstName: 'Ida', lastName: 'Nystrom' })
    await test.request('appointments.book', { fields: await visitFields(test, { patientId: sister, startsAt: '2026-11-20T13:00' }), waitlistId: carl.id })
    expect(names(await list())).toEqual(['Carl Nystrom'])
  })
})

describe('reading the list', () => {
  it('begins with those who wait, not with every patient', () => {
    const steps = testDatabase().prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${WAITLIST_SQL}`).all({})
    expect(steps[0]?.detail).toBe('SCAN w USING INDEX waitlist_open')
    expect(steps[1]?.detail).toMatch(/^SEARCH p USING INDEX sqlite_autoindex_patients/)
  })
})

describe('a time that came free', () => {
  it('is offered to whom it fits, longest waiting first, and not to who said no', async () => {
    const ana = await aPatient(test, { firstName: 'Ana', lastName: 'Villareal', phone: '' })
    const jonah = await aPatient(test, { firstName: 'Jonah', lastName: 'Pryce', phone: '' })
    await fillDay('2026-11-20', '16:00')
    const carl = await add()
    test.setNow('2026-11-19T17:10:00.000Z')
    await add({ patientId: ana, weekdays: [4, 5], fromTime: null })
    await add({ patientId: jonah, minutes: 75, fromTime: null })
    expect(await whoFits('2026-11-20T16:00')).toEqual(['Carl Nystrom', 'Ana Villareal'])
    expect(await whoFits('2026-11-20T16:00', { minutes: 45 })).toEqual([])
    const answered = await test.request('waitlist.recordOffer', { id: carl.id, startsAt: localDateTime('2026-11-20T16:00'), answer: 'no' })
    expect(answered.offers).toMatchObject([{ startsAt: '2026-11-20T16:00', answer: 'no', offeredAt: '2026-11-19T17:10:00.000Z' }])
    expect(await whoFits('2026-11-20T16:00')).toEqual(['Ana Villareal'])
    await test.request('waitlist.recordOffer', { id: carl.id, startsAt: localDateTime('2026-11-20T16:00'), answer: 'waiting' })
    expect(await whoFits('2026-11-20T16:00')).toEqual(['Carl Nystrom', 'Ana Villareal'])
    const [first] = await test.request('waitlist.whoFits', { startsAt: localDateTime('2026-11-20T16:00'), minutes: 60, practitionerId: rosa })
    expect(first?.fits?.words).toBe('Fits tomorrow 4:00 pm')
  })

  it('is nobody’s while it is taken, closed, past or the patient is elsewhere', async () => {
    await add({ fromTime: null })
    expect(await whoFits('2026-11-20T09:00')).toEqual(['Carl Nystrom'])
    expect(await whoFits('2026-11-19T09:00')).toEqual([])
    expect(await whoFits('2026-11-26T09:00')).toEqual([])
    expect(await whoFits('2026-11-20T17:30')).toEqual([])
    const lee = await aPractitioner(test)
    await aVisit(test, { patientId, startsAt: '2026-11-20T09:30' })
    expect(await whoFits('2026-11-20T09:00', { practitionerId: lee })).toEqual([])
    expect(await whoFits('2026-11-20T10:30', { practitionerId: lee })).toEqual(['Carl Nystrom'])
    await aBlock(test, { practitionerId: lee, from: '10:00', to: '11:00' })
    expect(await whoFits('2026-11-20T10:30', { practitionerId: lee })).toEqual([])
  })

  it('shows in the list as soon as the visit in it is cancelled', async () => {
    await fillDay('2026-11-20', '')
    const [visit] = (await test.request('schedule.view', { from: localDate('2026-11-20'), to: localDate('2026-11-20') })).visits
    if (!visit) throw new Error('The day is empty.')
    const carl = await add({ weekdays: [5], fromTime: null, latestOn: '2026-11-20' })
    expect(carl.fits).toBeNull()
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: 'Ill' })
    expect((await list())[0]?.fits).toEqual({ startsAt: '2026-11-20T08:00', practitionerId: rosa, words: 'Fits tomorrow 8:00 am' })
    await test.request('waitlist.recordOffer', { id: carl.id, startsAt: localDateTime('2026-11-20T08:00'), answer: 'no' })
    expect((await list())[0]?.fits).toBeNull()
  })
})
