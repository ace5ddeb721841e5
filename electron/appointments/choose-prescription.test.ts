import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId, PrescriptionId } from '../../shared/lib/ids.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
let first: PrescriptionId
let second: PrescriptionId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId, { visits: 3, regions: ['neck'], requests: 'Neck only.' })
  await aPrescription(test, episodeId, { writtenOn: localDate('2026-11-01'), visits: 2, regions: ['upper-back'], requests: 'Upper back too.' })
  ;[second, first] = await prescriptionsOf(episodeId)
})
afterEach(() => test.remove())

const prescriptionsOf = async (id: EpisodeId) => {
  const { prescriptions } = await test.request('episodes.get', { episodeId: id })
  const [newest, oldest = newest] = prescriptions.map(one => one.id)
  if (!newest || !oldest) throw new Error('The episode has a prescription.')
  return [newest, oldest] as const
}
const visitOn = async (startsAt: string) => (await aVisit(test, { patientId, episodeId, startsAt })).id
const get = (appointmentId: AppointmentId) => test.request('appointments.get', { appointmentId })
const choose = (appointmentId: AppointmentId, prescriptionId: PrescriptionId | null) =>
  test.request('appointments.choosePrescription', { appointmentId, prescriptionId })
const refused = async (appointmentId: AppointmentId, prescriptionId: PrescriptionId | null) =>
  (await test.refuse('appointments.choosePrescription', { appointmentId, prescriptionId })).message

describe('choosing between prescriptions that overlap', () => {
  it('offers those that can take the visit, with the oldest as it is', async () => {
    const visit = await get(await visitOn('2026-11-20T09:00'))
    expect(visit).toMatchObject({ visitNumber: 1, visitsAllowed: 3, isPrescriptionChosen: false, chosenPrescriptionId: null })
    expect(visit.prescription?.prescriptionId).toBe(first)
    expect(visit.prescriptionChoices).toEqual([
      { prescriptionId: first, words: 'Dr. Amari, Oct 1 · 0 of 3 visits · expires Dec 31' },
      { prescriptionId: second, words: 'Dr. Amari, Nov 1 · 0 of 2 visits · expires Dec 31' },
    ])
    expect((await get(await visitOn('2026-10-20T09:00'))).prescriptionChoices).toEqual([])
  })

  it('puts the visit under the chosen one, with its regions and requests, and lets the others fill up the oldest', async () => {
    const [one, two] = [await visitOn('2026-11-20T09:00'), await visitOn('2026-11-27T09:00')]
    const chosen = await choose(one, second)
    expect(chosen).toMatchObject({ visitNumber: 1, visitsAllowed: 2, isPrescriptionChosen: true, chosenPrescriptionId: second })
    expect(chosen.prescription?.prescriptionId).toBe(second)
    expect(await test.request('notes.getSession', { appointmentId: one })).toMatchObject({
      allowedRegions: ['upper-back'],
      requests: 'Upper back too.',
      header: { prescription: { prescriptionId: second } },
    })
    expect((await get(two)).prescription?.prescriptionId).toBe(first)
    expect(await choose(one, null)).toMatchObject({ isPrescriptionChosen: false, visitsAllowed: 3 })
  })

  it('stands on the invoice and so on the superbill, which is then left alone', async () => {
    const one = await visitOn('2026-11-19T09:00')
    await aNote(test, one, { minutes: { 97140: 45 }, isSigned: true })
    await choose(one, second)
    const invoice = await test.request('billing.checkOut', { appointmentId: one, payment: null })
    const range = { patientId, from: localDate('2026-11-19'), to: localDate('2026-11-19') }
    const bill = await test.request('documents.issueSuperbill', { ...range, replaces: null, reason: '' })
    expect(await pdfText(await test.app.readPaper(bill.path))).toContain('Nov 1, 2026')
    expect((await get(one)).prescriptionChoices).toEqual([])
    expect(await refused(one, first)).toBe('This visit is charged, and its papers name a prescription. Void its invoice first, then charge it again.')
    await test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Wrong prescription' })
    expect((await choose(one, first)).prescription?.prescriptionId).toBe(first)
  })

  it('is told of by a letter and counted on the chosen one alone', async () => {
    const one = await visitOn('2026-11-19T09:00')
    await aNote(test, one, { minutes: { 97140: 45 }, isSigned: true })
    const attendance = async () => {
      const { path } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
      return /\d(?: of \d)? attended/.exec(await pdfText(await test.app.readPaper(path)))?.[0]
    }
    expect(await attendance()).toBe('1 of 3 attended')
    await choose(one, second)
    // No visit falls under the first one any more, so the letter tells of the whole course.
    expect(await attendance()).toBe('1 attended')
    const { prescriptions } = await test.request('episodes.get', { episodeId })
    expect(prescriptions.map(({ use }) => use.used)).toEqual([1, 0])
  })

  it('refuses one of another episode, one not yet written, expired or used up, each in words', async () => {
    const other = await anEpisode(test, patientId, { condition: 'Shoulder pain' })
    await aPrescription(test, other)
    const [strange] = await prescriptionsOf(other)
    const early = await visitOn('2026-10-20T09:00')
    expect(await refused(early, strange)).toBe('That prescription belongs to another episode. Choose one of this visit’s episode.')
    expect(await refused(early, second)).toBe('That prescription was written Nov 1, 2026, after this visit. Choose another one.')
    expect(await refused(await visitOn('2027-01-04T09:00'), second)).toBe('That prescription expired Dec 31, 2026, before this visit. Choose another one.')
    for (const day of ['2026-11-23', '2026-11-24']) await choose(await visitOn(`${day}T09:00`), second)
    expect(await refused(await visitOn('2026-11-25T09:00'), second)).toBe(
      'All 2 visits of that prescription are used up. Choose another one, or ask for a new one.',
    )
    const free = (await aVisit(test, { patientId, startsAt: '2026-11-30T09:00' })).id
    expect(await refused(free, second)).toContain('has no episode yet')
  })

  it('moves no visit that is done, and forgets the choice with its episode or its prescription', async () => {
    const done = await visitOn('2026-11-18T09:00')
    for (const status of ['arrived', 'in-session', 'finished'] as const)
      await test.request('appointments.setStatus', { appointmentId: done, status, reason: '' })
    const next = await visitOn('2026-11-20T09:00')
    await choose(done, second)
    await choose(next, second)
    expect((await get(done)).prescription?.prescriptionId).toBe(second)
    await test.request('appointments.save', { appointmentId: done, episodeId: null, remark: '' })
    await test.request('appointments.save', { appointmentId: done, episodeId, remark: '' })
    expect((await get(done)).chosenPrescriptionId).toBeNull()
    await test.request('episodes.removePrescription', { episodeId, prescriptionId: second })
    expect(await get(next)).toMatchObject({ chosenPrescriptionId: null, visitsAllowed: 3, prescriptionChoices: [] })
  })
})
