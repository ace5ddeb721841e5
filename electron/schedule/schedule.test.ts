import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { aBlock, aPractitioner, freeSearch, weekFrom } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { CALENDAR_VISITS_SQL } from './view-repository.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const WEEK = weekFrom('2026-11-23')
const cancel = (appointmentId: Awaited<ReturnType<typeof aVisit>>['id']) =>
  test.request('appointments.setStatus', { appointmentId, status: 'cancelled', reason: 'Ill' })

describe('the calendar', () => {
  it('shows who works when, what is booked and what is kept free', async () => {
    const patientId = await aPatient(test)
    const visit = await aVisit(test, { patientId, startsAt: '2026-11-24T10:45' })
    await aVisit(test, { patientId, startsAt: '2026-11-30T09:00' })
    await aBlock(test)
    const view = await test.request('schedule.view', WEEK)
    expect(view.days.map(({ closedBecause }) => closedBecause)).toEqual(['', '', '', 'Thanksgiving', '', '', ''])
    expect(view.days[0]).toMatchObject({
      day: '2026-11-23',
      worked: [
        {
          times: [
            { from: '08:00', to: '12:00' },
            { from: '13:00', to: '18:00' },
          ],
        },
      ],
    })
    expect(view.visits).toMatchObject([
      { id: visit.id, patientName: 'Marisol Reyes', startsAt: '2026-11-24T10:45', noteState: 'none', condition: '', revision: 1 },
    ])
    expect(view.blocks.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
    expect(view.practitioners).toMatchObject([{ name: 'Rosa Delgado', isActive: true }])
  })

  it('keeps cancelled visits, and names who left only where they have visits', async () => {
    const patientId = await aPatient(test)
    const lee = await aPractitioner(test)
    const visit = await aVisit(test, { patientId, startsAt: '2026-11-24T10:45' })
    await test.request('appointments.move', { appointmentId: visit.id, startsAt: visit.startsAt, minutes: 60, practitionerId: lee })
    await cancel(visit.id)
    const [, second] = await test.request('practice.listPractitioners', {})
    if (!second) throw new Error('Lee is missing.')
    const { id, isActive: _, leftOn: __, ...fields } = second
    await test.request('practice.savePractitioner', { id, fields, isActive: false, leftOn: localDate('2026-11-19') })
    const view = await test.request('schedule.view', WEEK)
    expect(view.visits).toMatchObject([{ status: 'cancelled', practitionerId: lee }])
    expect(view.practitioners.map(({ name, isActive }) => [name, isActive])).toEqual([
      ['Rosa Delgado', true],
      ['Lee Ito', false],
    ])
    expect((await test.request('schedule.view', weekFrom('2026-12-07'))).practitioners).toHaveLength(1)
    expect((await test.refuse('schedule.findFree', freeSearch({ practitionerId: lee }))).message).toBe(
      'Lee Ito no longer takes visits. Choose another practitioner.',
    )
  })

  it('refuses more than 45 days, and days in the wrong order', async () => {
    const days = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) })
    expect((await test.request('schedule.view', days('2026-11-01', '2026-12-15'))).days).toHaveLength(45)
    for (const channel of ['schedule.view', 'schedule.visitNumbers'] as const) {
      expect(await test.refuse(channel, days('2026-11-01', '2026-12-16'))).toMatchObject({ code: 'invalid_input', message: 'Choose at most 45 days.' })
      expect((await test.refuse(channel, days('2026-11-02', '2026-11-01'))).fields).toHaveProperty('to')
    }
  })

  it('finds its visits by the index of starts and looks the rest up by key', () => {
    const plan = testDatabase()
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${CALENDAR_VISITS_SQL}`)
      .all({ from: '2026-11-16', until: '2026-11-23' })
    const steps = plan.map(({ detail }) => detail)
    expect(steps[0]).toMatch(/^SEARCH a USING INDEX appointments_(by_start|seen) \(starts_at>\? AND starts_at<\?\)$/)
    expect(steps.slice(1).map(step => step.replace(/USING .*/, ''))).toEqual(['SEARCH p ', 'SEARCH e ', 'SEARCH n '])
  })
})

describe('visit numbers', () => {
  it('are those of the prescription, and none for what does not count', async () => {
    const patientId = await aPatient(test)
    const episodeId = await anEpisode(test, patientId, { plannedVisits: 8 })
    const first = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-23T09:00' })
    const second = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-24T09:00' })
    const gone = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-25T09:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-25T11:00' })
    await cancel(gone.id)
    expect(await test.request('schedule.visitNumbers', WEEK)).toEqual([
      { appointmentId: first.id, number: 1, allowed: 8 },
      { appointmentId: second.id, number: 2, allowed: 8 },
    ])
    await aPrescription(test, episodeId, { visits: 6, visitsUsedBefore: 3 })
    expect((await test.request('schedule.visitNumbers', WEEK)).map(({ number, allowed }) => `${number} of ${allowed}`)).toEqual(['4 of 6', '5 of 6'])
  })
})

describe('the month', () => {
  it('says for each day what is booked of what is worked', async () => {
    const patientId = await aPatient(test)
    await aVisit(test, { patientId, startsAt: '2026-11-24T09:00' })
    await cancel((await aVisit(test, { patientId, startsAt: '2026-11-24T11:00' })).id)
    await aBlock(test)
    await test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, openHolidays: ['Veterans Day'] })
    const month = await test.request('schedule.month', { month: '2026-11' })
    expect(month).toHaveLength(30)
    expect(month[23]).toEqual({ day: '2026-11-24', visits: 1, bookedMinutes: 60, workedMinutes: 540, closedBecause: '' })
    expect(month.filter(({ closedBecause }) => closedBecause !== '').map(({ closedBecause }) => closedBecause)).toEqual(['Thanksgiving'])
  })
  it.each(['2026-13', '2026-00', '1800-01', 'November', ''])('refuses “%s”', async month => {
    expect((await test.refuse('schedule.month', { month })).fields).toHaveProperty('month')
  })
})
