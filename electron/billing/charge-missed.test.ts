import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
})
afterEach(() => test.remove())

type Visit = Output<'appointments.get'>
const fee = (dollars: number) => (dollars * 100) as Output<'billing.getInvoice'>['total']
const missed = async (startsAt = '2026-11-19T08:30', status: 'no-show' | 'cancelled' = 'no-show') => {
  const visit = await aVisit(test, { patientId, episodeId, startsAt })
  return test.request('appointments.setStatus', { appointmentId: visit.id, status, reason: '' })
}
const charge = (visit: Visit, amount = fee(45)) => test.request('billing.chargeMissed', { appointmentId: visit.id, amount })

describe('the fee of a missed visit', () => {
  it('is an invoice without lines that says what it is for, and leaves the visit as it is', async () => {
    const visit = await missed()
    expect(await charge(visit)).toMatchObject({
      number: 'INV-2026-0001',
      kind: 'missed',
      lines: [],
      total: 4500,
      balance: 4500,
      status: 'open',
      explanation: 'Missed visit: nobody came to the visit Thu, Nov 19, 8:30 am with Rosa Delgado. This is the clinic’s fee, not a charge for treatment.',
    })
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({ status: 'no-show', invoiceId: null, balance: 4500 })
    expect((await test.request('appointments.missedPolicy', { appointmentId: visit.id, status: 'no-show' })).invoiceId).not.toBeNull()
    expect((await test.request('appointments.history', { appointmentId: visit.id })).at(-1)?.sentence).toBe('Fee of $45.00 charged on INV-2026-0001')
  })
  it('is charged once, for a no-show or a late cancellation alone', async () => {
    const late = await missed('2026-11-19T13:00', 'cancelled')
    expect((await charge(late)).explanation).toContain('Late cancellation of the visit Thu, Nov 19, 1:00 pm')
    const amount = fee(45)
    expect(await test.refuse('billing.chargeMissed', { appointmentId: late.id, amount })).toMatchObject({
      code: 'conflict',
      message: 'This missed visit is already charged on INV-2026-0001.',
    })
    const inTime = await missed('2026-11-24T13:00', 'cancelled')
    const booked = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T16:00' })
    for (const visit of [inTime, booked]) expect((await test.refuse('billing.chargeMissed', { appointmentId: visit.id, amount })).code).toBe('rule_broken')
    expect((await test.refuse('billing.chargeMissed', { appointmentId: late.id, amount: 0 })).code).toBe('invalid_input')
    const inTwoWindows = await missed('2026-11-19T09:30')
    const both = await Promise.all([1, 2].map(() => test.app.invoke('billing.chargeMissed', { appointmentId: inTwoWindows.id, amount })))
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
  })
  it('is owed, paid and voided like any other', async () => {
    const visit = await missed()
    const invoice = await charge(visit)
    expect(await test.request('billing.listInvoices', { patientId, show: 'open', before: null })).toMatchObject({
      rows: [{ kind: 'missed', balance: 4500 }],
      openTotal: 4500,
      openCount: 1,
    })
    expect((await test.request('patients.getHeader', { patientId })).balance).toBe(4500)
    const payment = { amount: fee(20), method: 'card' as const, reference: '' }
    const paid = await test.request('billing.takePayment', { invoiceId: invoice.id, payment, paidOn: localDate('2026-11-19') })
    expect(paid).toMatchObject({ paid: 2000, balance: 2500 })
    for (const { id } of paid.payments) await test.request('billing.voidPayment', { paymentId: id, reason: 'Refunded' })
    await test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Goodwill' })
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({ status: 'no-show', balance: 0 })
    expect((await charge(visit)).number).toBe('INV-2026-0002')
    expect((await test.request('appointments.history', { appointmentId: visit.id })).slice(-3)).toMatchObject([
      { sentence: 'Fee of $45.00 charged on INV-2026-0001' },
      { sentence: 'Fee on INV-2026-0001 voided', reason: 'Goodwill' },
      { sentence: 'Fee of $45.00 charged on INV-2026-0002' },
    ])
  })
  it('stands in the way of taking the no-show back until it is void', async () => {
    const visit = await missed()
    const invoice = await charge(visit)
    const back = { appointmentId: visit.id, status: 'booked', reason: '' } as const
    expect((await test.refuse('appointments.setStatus', back)).message).toBe(
      'The fee of this missed visit is charged on INV-2026-0001. Void that invoice first.',
    )
    await test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Came after all' })
    expect((await test.request('appointments.setStatus', back)).status).toBe('booked')
  })
})

describe('what is clinical', () => {
  it('knows nothing of the fee: superbills, units, readiness, check-out', async () => {
    const visit = await missed()
    await charge(visit)
    const range = { patientId, from: localDate('2026-11-01'), to: localDate('2026-11-30') }
    expect(await test.request('documents.previewSuperbill', range)).toMatchObject({ obstacle: expect.stringContaining('Nothing was charged') })
    const seen = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T11:00' })
    await aNote(test, seen.id, { minutes: { 97124: 30 }, isSigned: true })
    const before = await test.request('billing.previewCheckOut', { appointmentId: seen.id })
    expect(before).toMatchObject({ total: 9000, obstacle: null, invoice: null })
    const invoice = await test.request('billing.checkOut', { appointmentId: seen.id, payment: null })
    expect(invoice).toMatchObject({ kind: 'visit', total: 9000, number: 'INV-2026-0002' })
    expect(await test.request('documents.previewSuperbill', range)).toMatchObject({ obstacle: null, visits: 1, lines: 1, total: 9000 })
    const missedPreview = await test.request('billing.previewCheckOut', { appointmentId: visit.id })
    expect(missedPreview).toMatchObject({ invoice: null, lines: [], obstacle: 'The patient did not come, so there is nothing to charge.' })
    expect((await test.refuse('billing.checkOut', { appointmentId: visit.id, payment: null })).code).toBe('rule_broken')
  })
})
