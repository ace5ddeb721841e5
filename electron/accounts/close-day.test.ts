import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { aDebt, amount, aPaymentOn } from './debt-sample.ts'

type Close = Input<'accounts.closeDay'>
const NOTHING_COUNTED = { pieces: [], other: 0 }

let test: TestApp
let ana: PatientId
beforeEach(async () => {
  test = await signedInApp()
  ana = await aPatient(test, { firstName: 'Ana', lastName: 'Ruiz' })
})
afterEach(() => test.remove())

const preview = (from: Close['from'] = null) => test.request('accounts.previewClosing', { from, float: null })
const closing = async (given: Partial<Close> = {}): Promise<Close> => ({
  mark: (await preview()).mark,
  from: null,
  float: 0,
  count: NOTHING_COUNTED,
  remark: '',
  ...given,
})
const close = async (given: Partial<Close> = {}) => test.request('accounts.closeDay', await closing(given))
const bills = (value: number, count: number) => ({ pieces: [{ value, count }], other: 0 })

describe('Closing the day', () => {
  it('counts what came in by method and what the drawer should hold, and keeps it', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    await aPaymentOn(test, invoice.id, 'cash', 4000)
    await aPaymentOn(test, invoice.id, 'check', 5000)
    const { sums, isFirst } = await preview()
    expect(sums.methods.map(({ method, net }) => [method, net])).toEqual([
      ['cash', 4000],
      ['check', 5000],
    ])
    expect(sums.checks).toEqual([{ patientName: 'Ana Ruiz', method: 'check', reference: '1042', amount: 5000, remark: '' }])
    expect([isFirst, sums.drawer.expected, sums.figures.invoices]).toEqual([true, 4000, { count: 1, amount: 12_000 }])
    const row = await close({ float: 10_000, count: bills(2000, 7) })
    expect(row).toMatchObject({ closedOn: '2026-11-19', closedBy: 'Rosa Delgado', net: 9000, counted: 14_000, difference: 0 })
    expect(await test.request('accounts.listClosings', { before: null })).toEqual([row])
    const { closing: kept } = await test.request('accounts.getClosing', { closingId: row.id })
    expect(kept).toMatchObject({ counted: 14_000, count: bills(2000, 7), sums: { drawer: { float: 10_000, expected: 14_000 } } })
  })

  it('wants a difference explained, and says how large it is', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    await aPaymentOn(test, invoice.id, 'cash', 4000)
    const refusal = await test.refuse('accounts.closeDay', await closing({ count: bills(500, 7) }))
    expect(refusal).toMatchObject({ code: 'invalid_input', message: 'The drawer holds $5.00 less than expected. Say why, or count again.' })
    expect(await close({ count: bills(500, 7), remark: 'Paid the window cleaner' })).toMatchObject({ difference: -500, remark: 'Paid the window cleaner' })
  })

  it('leaves a closed day as it is: what comes later, dated back or voided, falls into the next', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    const first = await aPaymentOn(test, invoice.id, 'cash', 4000)
    const { id } = await close({ count: bills(2000, 2) })
    await test.request('billing.voidPayment', { paymentId: first, reason: 'Wrong patient' })
    await aPaymentOn(test, invoice.id, 'card', 3000, '2026-11-18')
    const { sums, since, mark } = await preview()
    expect([mark.previous, since.closedAt, sums.net]).toEqual([id, '2026-11-19T09:52', -1000])
    expect(sums.voids).toEqual([{ patientName: 'Ana Ruiz', method: 'cash', amount: 4000, paidOn: '2026-11-19', reason: 'Wrong patient', isEarlier: true }])
    expect(sums.methods.find(({ method }) => method === 'cash')).toMatchObject({ received: { amount: 0 }, voided: { count: 1, amount: -4000 }, net: -4000 })
    await close({ float: 4000 })
    expect((await test.request('accounts.getClosing', { closingId: id })).closing.sums.net).toBe(4000)
    expect((await test.request('accounts.listClosings', { before: null })).map(({ net }) => net)).toEqual([-1000, 4000])
  })

  it('counts a payment and its void of the same day against each other', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    const paymentId = await aPaymentOn(test, invoice.id, 'cash', 4000)
    await test.request('billing.voidPayment', { paymentId, reason: 'Wrong amount' })
    const { sums } = await preview()
    expect([sums.net, sums.drawer.expected, sums.voids[0]?.isEarlier]).toEqual([0, 0, false])
  })

  it('lets one of two closings win', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    await aPaymentOn(test, invoice.id, 'card', 4000)
    const same = await closing()
    const answers = await Promise.all([test.app.invoke('accounts.closeDay', same), test.app.invoke('accounts.closeDay', same)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(await test.refuse('accounts.closeDay', same)).toMatchObject({
      code: 'conflict',
      message: 'The day was closed meanwhile. Look at the figures since then.',
    })
  })

  it('refuses figures that were overtaken, and a day with nothing in it', async () => {
    expect((await preview()).nothing).toBe('Nothing was charged, received or given back since Nov 19, 2026.')
    expect(await test.refuse('accounts.closeDay', await closing())).toMatchObject({ code: 'rule_broken' })
    const seen = await closing()
    await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    expect(await test.refuse('accounts.closeDay', seen)).toMatchObject({ code: 'conflict' })
    await close()
    expect((await preview()).nothing).toBe('Nothing was charged, received or given back since Nov 19, 2026, 9:52 am, when the day was closed.')
  })

  it('begins the first closing with today, or with the day one says, and tells what lies before', async () => {
    test.setNow('2026-11-16T18:00:00.000Z')
    const invoice = await aDebt(test, ana, { day: '2026-11-10', cents: 12_000 })
    await aPaymentOn(test, invoice.id, 'cash', 1000, '2026-11-16')
    test.setNow('2026-11-19T16:52:00.000Z')
    await aPaymentOn(test, invoice.id, 'cash', 2000)
    expect(await preview()).toMatchObject({ leftOut: { count: 1, amount: 1000 }, sums: { net: 2000, figures: { invoices: { count: 0 } } } })
    expect(await preview(localDate('2026-11-16'))).toMatchObject({ leftOut: { count: 0 }, sums: { net: 3000, figures: { invoices: { count: 1 } } } })
  })

  it('says first what is missing: notes, check-outs, and visits nobody said anything about', async () => {
    const episodeId = await anEpisode(test, ana)
    const at = (hour: string) => aVisit(test, { patientId: ana, episodeId, startsAt: `2026-11-19T${hour}:00` })
    const unsigned = await at('06')
    await aNote(test, unsigned.id, { minutes: { '97124': 30 }, isSigned: false })
    const signed = await at('07')
    await aNote(test, signed.id, { minutes: { '97124': 30 }, isSigned: true })
    await at('08')
    await at('15')
    expect((await preview()).tasks).toEqual([
      { kind: 'unsigned-note', appointmentId: unsigned.id, startsAt: '2026-11-19T06:00', who: 'Ana Ruiz' },
      { kind: 'not-checked-out', appointmentId: signed.id, startsAt: '2026-11-19T07:00', who: 'Ana Ruiz' },
      { kind: 'still-booked', appointmentId: expect.any(String), startsAt: '2026-11-19T08:00', who: 'Ana Ruiz' },
    ])
  })

  it('tells what was let go, given back and voided besides', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    const other = await aDebt(test, ana, { day: '2026-11-17', cents: 5000 })
    const paymentId = await aPaymentOn(test, invoice.id, 'cash', 6000)
    await test.request('billing.reduce', { invoiceId: invoice.id, kind: 'discount', amount: amount(1000), reason: 'Paid at once' })
    await test.request('billing.creditNote', { invoiceId: invoice.id, amount: amount(500), reason: 'Agreed' })
    await test.request('billing.voidInvoice', { invoiceId: other.id, reason: 'Wrong day' })
    const refund = { amount: amount(2000), method: 'cash' as const, reference: '' }
    await test.request('billing.refund', { paymentId, refund, refundedOn: localDate('2026-11-19'), reason: 'Too much', creditNote: false })
    const { figures, drawer, refunds } = (await preview()).sums
    expect(figures).toMatchObject({
      invoices: { count: 2, amount: 17_000 },
      invoicesVoided: { count: 1, amount: -5000 },
      discounts: { count: 1, amount: 1000 },
      creditNotes: { count: 1, amount: 500 },
      visits: 0,
      salesTax: 0,
    })
    expect(drawer).toEqual({ float: 0, received: 6000, refunded: 2000, voided: 0, expected: 4000 })
    expect(refunds).toMatchObject([{ patientName: 'Ana Ruiz', amount: 2000, remark: 'Too much' }])
  })
})
