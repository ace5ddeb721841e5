import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, TEST_NOW, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test, { firstName: 'Imani', lastName: 'Cole' })
  episodeId = await anEpisode(test, patientId)
  await test.request('data.backUp', {})
  // She will send her superbills to an insurer, so that no estimate is due.
  await test.request('estimates.answerSubmit', { patientId, answer: 'yes' })
})
afterEach(() => test.remove())

const MINUTES = { 97124: 52 }
const today = () => test.request('reports.today', {})
/** What waits, but for the calls to make, which every booking of the next day adds to. */
const attention = async () =>
  (await today()).attention.filter(({ kind }) => kind !== 'reminders').map(({ who, title, detail }) => `${who}: ${title}. ${detail}`)
const visit = (startsAt: string) => aVisit(test, { patientId, episodeId, startsAt })
/** Signs, charges and is paid in full. */
const settled = async (startsAt: string) => {
  const { id } = await visit(startsAt)
  await aNote(test, id, { minutes: MINUTES, isSigned: true })
  await test.request('billing.checkOut', { appointmentId: id, payment: { amount: 13_500, method: 'card', reference: '' } })
  return id
}

describe('today', () => {
  it('shows the visits of the day in order of time, and the money received', async () => {
    await visit('2026-11-19T14:00')
    await visit('2026-11-20T09:00')
    await settled('2026-11-19T08:00')
    const shown = await today()
    expect(shown.visits.map(({ startsAt, status }) => [startsAt, status])).toEqual([
      ['2026-11-19T08:00', 'checked-out'],
      ['2026-11-19T14:00', 'booked'],
    ])
    expect(shown).toMatchObject({ day: '2026-11-19', receivedToday: 13_500, closesAt: '18:00', lastBackupAt: TEST_NOW, attention: [{ kind: 'reminders' }] })
  })
  it('a good faith estimate for a patient who pays alone, until it is given', async () => {
    await test.request('estimates.answerSubmit', { patientId, answer: 'no' })
    await visit('2026-11-24T14:00')
    expect(await attention()).toEqual(['Imani Cole: estimate due tomorrow, Fri, Nov 20. Booked Nov 19 for Tue, Nov 24, and pays without a plan.'])
    test.setNow('2026-11-23T17:00:00.000Z')
    expect((await today()).attention).toContainEqual(
      expect.objectContaining({ kind: 'estimate', patientId, title: 'estimate was due Fri, Nov 20', isUrgent: true }),
    )
    await test.request('documents.issueEstimate', { patientId, draft: (await test.request('estimates.getFor', { patientId })).draft })
    expect((await today()).attention).not.toContainEqual(expect.objectContaining({ kind: 'estimate' }))
  })
  it('does not count a voided payment as received', async () => {
    await settled('2026-11-19T08:00')
    const { rows } = await test.request('billing.listInvoices', { patientId, show: 'all', before: null })
    const invoice = await test.request('billing.getInvoice', { invoiceId: rows[0]?.id ?? '' })
    await test.request('billing.voidPayment', { paymentId: invoice.payments[0]?.id ?? '', reason: 'Declined' })
    expect((await today()).receivedToday).toBe(0)
  })
})

describe('what waits', () => {
  it('notes without signature: those of today once the session is over, older ones with their age', async () => {
    const old = await visit('2026-11-17T09:00')
    await aNote(test, old.id, { minutes: MINUTES })
    const now = await visit('2026-11-19T08:30')
    await test.request('notes.begin', { appointmentId: now.id })
    const running = await visit('2026-11-19T09:30')
    await test.request('notes.begin', { appointmentId: running.id })
    expect(await attention()).toEqual([
      'Imani Cole: note not signed. Session ended 9:30 am. Ask the eight screening questions.',
      'Imani Cole: note not signed. Tue, Nov 17. Complete, 2 days old.',
    ])
    expect((await today()).attention.map(item => item.kind === 'unsigned-note' && item.isReady)).toEqual([false, true])
  })
  it('a finished visit without a note, and one checked out before its signature', async () => {
    const bare = await visit('2026-11-18T09:00')
    for (const status of ['arrived', 'in-session', 'finished'] as const)
      await test.request('appointments.setStatus', { appointmentId: bare.id, status, reason: '' })
    const early = await visit('2026-11-18T11:00')
    await aNote(test, early.id, { minutes: MINUTES })
    await test.request('billing.checkOut', { appointmentId: early.id, payment: { amount: 13_500, method: 'cash', reference: '' } })
    expect(await attention()).toEqual([
      'Imani Cole: note not signed. Wed, Nov 18. Complete, 1 day old.',
      'Imani Cole: note not begun. Wed, Nov 18. Nothing is written yet.',
    ])
  })
  it('signed visits that are not checked out', async () => {
    const { id } = await visit('2026-11-19T08:00')
    await aNote(test, id, { minutes: MINUTES, isSigned: true })
    expect(await attention()).toEqual(['Imani Cole: not checked out. Today, 8:00 am. The note is signed.'])
  })
  it('balances of those who come today, since when, and of nobody else', async () => {
    const owing = async (id: AppointmentId) => {
      await aNote(test, id, { minutes: MINUTES, isSigned: true })
      await test.request('billing.checkOut', { appointmentId: id, payment: null })
    }
    await owing((await visit('2026-10-22T09:00')).id)
    expect(await attention()).toEqual([])
    const next = await visit('2026-11-19T14:00')
    expect(await attention()).toEqual(['Imani Cole: owes $135.00. Since Oct 22. Here today.'])
    await test.request('appointments.setStatus', { appointmentId: next.id, status: 'cancelled', reason: '' })
    expect(await attention()).toEqual([])
  })
  it('prescriptions that run out, urgent when more is booked than is left', async () => {
    await aPrescription(test, episodeId, { visitsUsedBefore: 5 })
    await visit('2026-11-19T14:00')
    const reEvaluation = 'Imani Cole: re-evaluation. Visit 6 of 6, today at 2:00 pm.'
    expect(await attention()).toEqual([reEvaluation, 'Imani Cole: 1 visit left. Today uses it.'])
    await visit('2026-11-23T14:00')
    await visit('2026-11-24T14:00')
    expect(await attention()).toEqual([reEvaluation, 'Imani Cole: 1 visit left. Today uses it. 2 more are booked after it.'])
    await aPrescription(test, episodeId, { writtenOn: localDate('2026-11-19') })
    expect(await attention()).toEqual([reEvaluation])
  })
  it('expiring and used-up prescriptions, the latter only while visits are booked', async () => {
    await aPrescription(test, episodeId, { expiresOn: localDate('2026-12-01'), visitsUsedBefore: 2 })
    await visit('2026-11-20T14:00')
    expect(await attention()).toEqual(['Imani Cole: expires in 12 days. Dec 1, with 4 visits left.'])
    test.setNow('2026-12-02T17:00:00.000Z')
    expect(await attention()).not.toContainEqual(expect.stringContaining('expired'))
    await visit('2026-12-03T14:00')
    expect(await attention()).toContainEqual('Imani Cole: prescription expired. Dec 1, 2026. 1 visit is booked.')
  })
  it('one row for a prescription that runs out, until its letter is begun', async () => {
    await aPrescription(test, episodeId, { visitsUsedBefore: 3 })
    await settled('2026-11-19T08:00')
    expect(await attention()).toEqual(['Imani Cole: 2 visits left. None booked.'])
    const letter = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    expect((await today()).attention.map(({ kind }) => kind)).not.toContain('prescription')
    expect((await today()).attention.filter(({ kind }) => kind === 'letter')).toMatchObject([
      { letterId: letter.id, detail: 'To Dr. Amari. Begun, not signed.' },
    ])
  })
  describe('physicians’ clearances', () => {
    const clear = (expiresOn: string, item: 'cancer' | 'epilepsy' = 'cancer') =>
      test.request('health.saveClearance', {
        patientId,
        clearanceId: null,
        fields: { item, givenBy: 'Dr. Lee', givenOn: localDate('2026-06-01'), expiresOn: localDate(expiresOn), terms: '' },
      })
    const tell = (item: 'cancer' | null) =>
      test.request('health.save', {
        patientId,
        takenOn: localDate('2026-11-19'),
        history: {
          conditions: item ? [{ item, name: 'Breast cancer', sites: [], remark: '' }] : [],
          medications: [],
          allergies: [],
          surgeries: [],
          pregnancy: { state: 'no', dueOn: null, remark: '' },
          physician: '',
          emergencyName: '',
          emergencyPhone: '',
          goalOfVisit: '',
          remark: '',
        },
      })

    it('that end within the clinic’s days, one row for each patient', async () => {
      await clear('2026-12-04')
      expect(await attention()).toEqual([])
      await clear('2026-12-03', 'epilepsy')
      expect(await attention()).toEqual(['Imani Cole: clearance for epilepsy ends in 14 days. By Dr. Lee, until Dec 3.'])
      await test.request('practice.saveRules', { ...(await test.request('practice.getRules', {})), letterDaysLeft: 15 })
      expect(await attention()).toEqual(['Imani Cole: clearance for epilepsy ends in 14 days. By Dr. Lee, until Dec 3. Also for cancer.'])
      expect((await today()).attention).toMatchObject([{ kind: 'clearance', patientId, item: 'epilepsy', isUrgent: false }])
      await visit('2026-12-04T09:00')
      expect((await today()).attention).toMatchObject([{ isUrgent: true, detail: 'By Dr. Lee, until Dec 3. Next visit Dec 4. Also for cancer.' }])
    })
    it('that have ended, only before a visit to come, until renewed or the condition is over', async () => {
      await clear('2026-11-18')
      expect(await attention()).toEqual([])
      await visit('2026-11-19T14:00')
      expect(await attention()).toEqual(['Imani Cole: clearance for cancer ended. By Dr. Lee, until Nov 18. Here today.'])
      await clear('2027-02-01')
      expect(await attention()).toEqual([])
    })
    it('that ended long ago, only while the health history still names the condition', async () => {
      await clear('2026-08-01')
      await visit('2026-11-19T14:00')
      await tell(null)
      expect(await attention()).toEqual([])
      await tell('cancer')
      expect(await attention()).toEqual(['Imani Cole: clearance for cancer ended. By Dr. Lee, until Aug 1. Here today.'])
    })
    it('of nobody who is neither in care nor expected', async () => {
      await clear('2026-11-25')
      await test.request('episodes.close', {
        episodeId,
        closedOn: localDate('2026-11-19'),
        reason: 'Goals met',
        kind: 'other',
        finalMeasures: null,
        cancelBookings: [],
      })
      expect(await attention()).toEqual([])
    })
  })
  it('a backup that was never made, or is more than a week old', async () => {
    test.setNow('2026-11-26T16:00:00.000Z')
    expect(await attention()).toEqual([])
    test.setNow('2026-11-27T16:00:00.000Z')
    expect(await attention()).toEqual([': Last backup was 8 days ago. Nov 19, 2026. Back up, and keep a copy on another drive.'])
    const fresh = await signedInApp()
    expect((await fresh.request('reports.today', {})).attention).toMatchObject([{ kind: 'backup', title: 'No backup yet' }])
    await fresh.remove()
  })
})
