import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  test.setNow('2026-10-08T14:00:00.000Z')
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
})
afterEach(() => test.remove())

type Measured = { pain: [now: number, after: number]; score: number; left: number }

/** Treats the patient on a day at 9: note with these measures, signed unless it stays a draft. */
async function treat(day: string, { pain: [now, after], score, left }: Measured, isSigned = true) {
  test.setNow(`${day}T16:00:00.000Z`)
  const visit = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const note = await test.request('notes.begin', { appointmentId: visit.id })
  const content = await noteContent(
    test,
    { 97124: 53 },
    {
      painBefore: { now, best: null, worst: null },
      painAfter: { now: after, best: null, worst: null },
      activities: [{ name: 'Driving', score }],
      rom: [{ motion: 'cervical-rotation', left, right: null, value: null }],
    },
  )
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  if (isSigned) await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
  return visit.id
}

const first: Measured = { pain: [7, 5], score: 3, left: 38 }
const second: Measured = { pain: [4, 2], score: 7, left: 52 }

describe('the course of an episode', () => {
  it('moves its goals and trends with each signed note, not with drafts', async () => {
    const goal = { id: null, key: '', unit: '', baseline: null, statedStatus: null }
    await test.request('episodes.saveGoals', {
      episodeId,
      goals: [
        { ...goal, text: 'Pain at 2 or less', measure: 'pain-now', baseline: 7, target: 2 },
        { ...goal, text: 'Turn the head left to 50°', measure: 'rom', key: 'cervical-rotation:left', target: 50 },
        { ...goal, text: 'Drive', measure: 'activity', key: 'driving', target: 8 },
      ],
    })
    await treat('2026-10-08', first)
    await treat('2026-10-15', second)
    await treat('2026-10-22', { pain: [0, 0], score: 10, left: 80 }, false)
    const { goals, trends, visitsDone, beganOn } = await test.request('episodes.get', { episodeId })
    expect(goals.map(({ current, status, progress }) => [current, status, progress])).toEqual([
      [4, 'partly-met', 0.6],
      [52, 'met', 1],
      [7, 'partly-met', 0.8],
    ])
    expect(trends.map(({ measure, sentence, goal: target }) => [measure, sentence, target])).toEqual([
      ['pain-now', 'Pain improved by 3 points since Oct 8, more than the 2 that matters.', 2],
      ['psfs', 'Function improved by 4.0 points since Oct 8, more than the 2.3 that matters.', null],
      ['rom:cervical-rotation:left', 'Left neck rotation improved by 14° since Oct 8.', 50],
    ])
    expect(trends[0]?.points).toEqual([
      { on: '2026-10-08', value: 7 },
      { on: '2026-10-15', value: 4 },
    ])
    expect(visitsDone).toBe(2)
    expect(beganOn, 'before it was opened, with its first visit').toBe('2026-10-08')
  })

  it('is told in the timeline, newest first, with what each visit came to', async () => {
    const visit = await treat('2026-10-08', first)
    await test.request('billing.checkOut', { appointmentId: visit, payment: { amount: cents(18000), method: 'card', reference: '' } })
    await treat('2026-10-15', second, false)
    const timeline = await test.request('patients.getTimeline', { patientId })
    expect(timeline.map(({ on, kind, title, detail, amount, isOpen }) => [on, kind, title, detail, amount, isOpen])).toEqual([
      ['2026-10-15', 'visit', 'Visit 2, in session', 'Since 10:00 am, note is a draft', null, true],
      ['2026-10-08', 'payment', 'Paid by card', 'INV-2026-0001', 18000, false],
      ['2026-10-08', 'visit', 'Visit 1, pain 7 to 5', '53 min, 4 units, note signed', 18000, false],
      ['2026-10-08', 'registered', 'Chart opened', 'LM-0001', null, false],
      ['2026-10-01', 'prescription', 'Prescription, 6 visits, once a week', 'Samir Amari, MD. Neck pain', null, false],
    ])
  })

  it('keeps a prescription that an invoice names, and lets go of one that none does', async () => {
    const visit = await treat('2026-10-08', first)
    await test.request('billing.checkOut', { appointmentId: visit, payment: null })
    const [order] = (await test.request('episodes.get', { episodeId })).prescriptions
    if (!order) throw new Error('the episode has no prescription')
    const refusal = await test.refuse('episodes.removePrescription', { episodeId, prescriptionId: order.id })
    expect([refusal.code, refusal.message]).toEqual([
      'rule_broken',
      'Invoice INV-2026-0001 names this prescription, so it stays on the episode. Change it instead if something is wrong.',
    ])
    const { id: _, prescriber: __, use: ___, ...fields } = order
    const more = await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: { ...fields, writtenOn: '2026-10-08' } })
    const added = more.prescriptions.find(one => one.id !== order.id)
    if (!added) throw new Error('the second prescription was not saved')
    expect((await test.request('episodes.removePrescription', { episodeId, prescriptionId: added.id })).prescriptions.map(one => one.id)).toEqual([order.id])
  })

  it('shows what is owed and when the patient was last here', async () => {
    const visit = await treat('2026-10-08', first)
    await test.request('billing.checkOut', { appointmentId: visit, payment: { amount: cents(5000), method: 'cash', reference: '' } })
    expect((await test.request('patients.getHeader', { patientId })).balance).toBe(13_000)
    const { rows } = await test.request('patients.search', { text: 'reyes', scope: 'active', limit: 5 })
    expect(rows).toMatchObject([
      { balance: 13_000, lastVisitOn: '2026-10-08', nextVisitAt: null, seenRecently: true, prescription: { used: 1, allowed: 6 }, remark: '' },
    ])
  })
})
