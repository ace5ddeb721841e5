import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { ClockTime, localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { readCalendarFile } from '../testing/calendar-files.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

type What = Input<'appointments.exportCalendar'>['what']

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  test.setNow('2026-10-21T16:00:00.000Z')
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { condition: 'Sciatica of the left leg' })
})
afterEach(() => test.remove())

async function exported(what: What): Promise<string> {
  const path = join(test.dir, `export-${test.desktop.suggestedNames.length}.ics`)
  test.desktop.savePaths.push(path)
  expect(await test.request('appointments.exportCalendar', { what })).toMatchObject({ path })
  return readFileSync(path, 'utf8')
}

const unfolded = (text: string) => text.replaceAll('\r\n ', '')

async function aSeries() {
  const { startsAt: _, ...fields } = await visitFields(test, { patientId, episodeId, startsAt: '2026-10-29T10:00' })
  const rhythm = { kind: 'weekly' as const, weekdays: [4], everyWeeks: 1 }
  const plan = { ...fields, remark: 'Ask about the MRI', firstOn: localDate('2026-10-29'), time: ClockTime.parse('10:00'), rhythm, count: 2 }
  return test.request('appointments.bookSeries', { plan, startsAt: ['2026-10-29T10:00', '2026-11-05T10:00'].map(localDateTime), overruleReason: '' })
}

describe('a calendar file', () => {
  it('of a series keeps its wall times on both sides of the clock change', async () => {
    const series = await aSeries()
    const { zones, entries } = readCalendarFile(await exported({ kind: 'series', seriesId: series.id }))
    expect(zones).toEqual(['America/Denver'])
    expect(entries.map(({ starts, ends, zone, instant }) => [starts, ends, zone, instant])).toEqual([
      ['2026-10-29T10:00:00', '2026-10-29T11:00:00', 'America/Denver', '2026-10-29T16:00:00.000Z'],
      ['2026-11-05T10:00:00', '2026-11-05T11:00:00', 'America/Denver', '2026-11-05T17:00:00.000Z'],
    ])
    expect(entries.map(({ uid }) => uid)).toEqual(series.visits.map(({ appointmentId }) => appointmentId))
    expect(test.desktop.suggestedNames).toEqual(['Appointments Reyes Marisol.ics'])
  })
  it('of one visit names the clinic and its address, and nobody', async () => {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-10-29T10:00' })
    const text = await exported({ kind: 'visit', appointmentId: visit.id })
    expect(readCalendarFile(text).entries).toMatchObject([
      {
        summary: 'Appointment, Larkspur Medical Massage',
        location: '100 Example Street, Denver, CO 80202',
        status: 'CONFIRMED',
        sequence: 1,
        stamp: '2026-10-21T16:00:00Z',
        names: ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'location', 'status'],
      },
    ])
    expect(unfolded(text)).not.toMatch(/Reyes|Marisol|Delgado/)
  })
  it('follows a move and a cancellation with a higher sequence', async () => {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-10-29T10:00' })
    const { practitionerId } = visit
    await test.request('appointments.move', { appointmentId: visit.id, startsAt: localDateTime('2026-10-30T10:00'), minutes: 45, practitionerId })
    const moved = readCalendarFile(await exported({ kind: 'visit', appointmentId: visit.id })).entries
    expect(moved).toMatchObject([{ uid: visit.id, sequence: 2, starts: '2026-10-30T10:00:00', ends: '2026-10-30T10:45:00' }])
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: 'Ill' })
    expect(readCalendarFile(await exported({ kind: 'visit', appointmentId: visit.id })).entries).toMatchObject([
      { uid: visit.id, sequence: 3, status: 'CANCELLED' },
    ])
  })
  it('of a patient holds the coming visits alone', async () => {
    const first = await aVisit(test, { patientId, episodeId, startsAt: '2026-10-22T10:00' })
    const second = await aVisit(test, { patientId, episodeId, startsAt: '2026-10-29T10:00' })
    const third = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-05T10:00' })
    await test.request('appointments.setStatus', { appointmentId: third.id, status: 'cancelled', reason: 'Ill' })
    test.setNow('2026-10-23T16:00:00.000Z')
    expect(readCalendarFile(await exported({ kind: 'patient', patientId })).entries.map(({ uid }) => uid)).toEqual([second.id])
    expect(first.id).not.toBe(second.id)
  })
  it('of the calendar names initials and length, and what nobody has confirmed', async () => {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-10-29T10:00' })
    await aVisit(test, { patientId, episodeId, startsAt: '2026-10-30T10:00', minutes: 30 })
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'confirmed', reason: '' })
    const range = { kind: 'calendar' as const, from: localDate('2026-10-26'), to: localDate('2026-10-31') }
    const all = readCalendarFile(await exported({ ...range, practitionerId: null })).entries
    expect(all.map(({ summary, status }) => [summary, status])).toEqual([
      ['M. R., 60 min, Rosa Delgado', 'CONFIRMED'],
      ['M. R., 30 min, Rosa Delgado', 'TENTATIVE'],
    ])
    const own = readCalendarFile(await exported({ ...range, practitionerId: visit.practitionerId })).entries
    expect(own.map(({ summary }) => summary)).toEqual(['M. R., 60 min', 'M. R., 30 min'])
    expect(test.desktop.suggestedNames.at(-1)).toBe('Calendar 2026-10-26 to 2026-10-31.ics')
  })
})

describe('what never leaves', () => {
  it('is every clinical word of the records', async () => {
    await aPrescription(test, episodeId)
    const series = await aSeries()
    test.setNow('2026-10-29T16:10:00.000Z')
    const [first] = series.visits
    if (!first) throw new Error('no visit')
    await aNote(test, first.appointmentId, { minutes: { '97124': 30, '97140': 15 } })
    const texts = [
      await exported({ kind: 'series', seriesId: series.id }),
      await exported({ kind: 'visit', appointmentId: first.appointmentId }),
      await exported({ kind: 'patient', patientId }),
      await exported({ kind: 'calendar', from: localDate('2026-10-26'), to: localDate('2026-11-07'), practitionerId: null }),
    ].map(text => unfolded(text).replaceAll('Larkspur Medical Massage', '').toLowerCase())
    const episode = await test.request('episodes.get', { episodeId })
    const note = await test.request('notes.begin', { appointmentId: first.appointmentId })
    const clinical = [...wordsIn({ episode, content: note.content }), 'massage', 'sciatica', 'mri', 'm54.2', 'cervicalgia', 'neck', '97124', 'reyes', 'marisol']
    expect(clinical.length).toBeGreaterThan(30)
    for (const text of texts) expect(clinical.filter(word => text.includes(word))).toEqual([])
  })
})

/** Every word of five letters or more, and every code, found anywhere in some records; not their ids, days and the names of people and clinic. */
function wordsIn(records: unknown): string[] {
  const texts: string[] = []
  JSON.stringify(records, (_, value: unknown) => {
    if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}|^[0-9a-f]{8}-/.test(value)) texts.push(value)
    return value
  })
  const words = texts.flatMap(text => text.toLowerCase().split(/[^a-z0-9.]+/)).filter(word => word.length >= 5 || /^[a-z]\d{2}/.test(word))
  return [...new Set(words)].filter(word => !['america', 'street', 'denver', 'confirmed', 'standard', 'daylight', 'booked'].includes(word))
}

describe('writing it', () => {
  it('is refused without a visit, over more than a year, and over the clinic’s own file', async () => {
    const range = (from: string, to: string) => ({ what: { kind: 'calendar', from, to, practitionerId: null } })
    expect(await test.refuse('appointments.exportCalendar', { what: { kind: 'patient', patientId } })).toMatchObject({
      code: 'rule_broken',
      message: 'This patient has no coming visit to put into a calendar file. Book one first.',
    })
    expect((await test.refuse('appointments.exportCalendar', range('2026-10-26', '2026-10-27'))).code).toBe('rule_broken')
    expect((await test.refuse('appointments.exportCalendar', range('2026-10-26', '2027-10-27'))).code).toBe('invalid_input')
    expect((await test.refuse('appointments.exportCalendar', range('2026-10-27', '2026-10-26'))).code).toBe('invalid_input')
    expect(test.desktop.suggestedNames).toEqual([])
    await aVisit(test, { patientId, startsAt: '2026-10-29T10:00' })
    const [own] = readdirSync(test.dir).filter(name => name.endsWith('.json'))
    if (!own) throw new Error('no keyring')
    test.desktop.savePaths.push(join(test.dir, own))
    expect((await test.refuse('appointments.exportCalendar', { what: { kind: 'patient', patientId } })).code).toBe('conflict')
  })
  it('is given up without a place, and leaves nothing behind where it cannot be written', async () => {
    await aVisit(test, { patientId, startsAt: '2026-10-29T10:00' })
    expect(await test.request('appointments.exportCalendar', { what: { kind: 'patient', patientId } })).toBeNull()
    const taken = join(test.dir, 'taken.ics')
    mkdirSync(taken)
    test.desktop.savePaths.push(taken)
    await test.refuse('appointments.exportCalendar', { what: { kind: 'patient', patientId } })
    expect(existsSync(`${taken}.tmp`)).toBe(false)
  })
  it('gives the same bytes for the same visits at the same time', async () => {
    const series = await aSeries()
    const what: What = { kind: 'series', seriesId: series.id }
    expect(await exported(what)).toBe(await exported(what))
  })
})
