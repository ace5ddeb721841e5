import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
})
afterEach(() => test.remove())

type Invoice = Output<'billing.getInvoice'>
type Splits = Input<'billing.receivePayment'>['splits']
const TODAY = localDate('2026-11-19')
const card = (amount: number): Input<'billing.takePayment'>['payment'] => ({ amount, method: 'card', reference: 'Visa 4417' })
/** An invoice of $45.00 for each quarter of an hour. */
async function charged(startsAt: string, { of = patientId, minutes = 30 } = {}): Promise<Invoice> {
  const { id } = await aVisit(test, { patientId: of, episodeId: await anEpisode(test, of), startsAt })
  await aNote(test, id, { minutes: { 97124: minutes }, isSigned: true })
  return test.request('billing.checkOut', { appointmentId: id, payment: null })
}
const receiving = (amount: number, splits: Splits, paidOn = TODAY) => ({ patientId, payment: card(amount), paidOn, splits })
const receive = (amount: number, splits: Splits) => test.request('billing.receivePayment', receiving(amount, splits))
const account = (of = patientId) => test.request('billing.getAccount', { patientId: of })
const invoice = ({ id }: Invoice) => test.request('billing.getInvoice', { invoiceId: id })
const inWords = async (of = patientId) => (await account(of)).entries.map(({ words, amount, balanceAfter }) => [words, amount, balanceAfter])

describe('a payment for several invoices', () => {
  it('is spread as told, over the household’s too; the rest is credit that settles another later', async () => {
    const [one, two] = [await charged('2026-11-17T08:00'), await charged('2026-11-18T08:00')]
    const childId = await aPatient(test, { firstName: 'Leo', phone: '' })
    await test.request('patients.joinHousehold', { patientId: childId, withId: patientId })
    const child = await charged('2026-11-18T10:00', { of: childId, minutes: 15 })
    expect((await account()).open.map(({ number, balance }) => [number, balance])).toEqual([
      ['INV-2026-0001', 9000],
      ['INV-2026-0002', 9000],
      ['INV-2026-0003', 4500],
    ])
    await receive(20_000, [
      { invoiceId: one.id, amount: 9000 },
      { invoiceId: child.id, amount: 4500 },
    ])
    expect(await account()).toMatchObject({ owed: 9000, credit: 6500, payments: [{ amount: 20_000, onAccount: 6500, givenBack: 0 }] })
    expect(await test.request('billing.applyCredit', { patientId, invoiceId: two.id, amount: 6500 })).toMatchObject({ paid: 6500, balance: 2500 })
    expect(await inWords()).toEqual([
      ['Charge for the visit of Nov 17, 2026', 9000, 9000],
      ['Charge for the visit of Nov 18, 2026', 9000, 18_000],
      ['Paid by card, Visa 4417', -9000, 9000],
      ['Paid by card, Visa 4417, kept on the account', -6500, 2500],
      ['Credit used', 6500, 9000],
      ['Paid from credit', -6500, 2500],
    ])
    expect(await inWords(childId)).toContainEqual(['Paid by card, Visa 4417, by Marisol Reyes', -4500, 0])
    expect((await account()).entries[2]).toMatchObject({ recordedBy: 'Rosa Delgado', on: TODAY, invoiceNumber: 'INV-2026-0001' })
  })
  it('is refused where it cannot be, in words, and changes nothing', async () => {
    const one = await charged('2026-11-17T08:00')
    const strangerId = await aPatient(test, { firstName: 'Zoe', lastName: 'Amundsen', phone: '' })
    const other = await charged('2026-11-18T08:00', { of: strangerId })
    const refuse = async (amount: number, splits: unknown[], paidOn = '2026-11-19') =>
      test.refuse('billing.receivePayment', { patientId, payment: card(amount), paidOn, splits })
    const split = (amount: number, invoiceId = one.id) => ({ invoiceId, amount })
    expect(await refuse(20_000, [split(9001)])).toMatchObject({
      code: 'rule_broken',
      fields: { 'splits.0.amount': 'The balance of INV-2026-0001 is $90.00. Take that or less.' },
    })
    expect((await refuse(5000, [split(6000)])).fields).toEqual({ 'payment.amount': '$10.00 more is spread than was received.' })
    expect((await refuse(9000, [split(100), split(100)])).message).toBe('INV-2026-0001 is named twice.')
    expect((await refuse(9000, [split(100, other.id)])).message).toBe('INV-2026-0002 belongs to a patient of another household.')
    expect((await refuse(9000, [split(100)], '2026-11-20')).fields).toEqual({ paidOn: 'A payment cannot be dated in the future.' })
    expect((await refuse(9000, [split(100)], '2025-11-16')).fields).toEqual({ paidOn: 'A payment for this visit cannot be older than Nov 17, 2025.' })
    expect((await refuse(9000.5, [])).fields).toEqual({ 'payment.amount': 'Enter an amount in dollars and cents.' })
    expect((await refuse(-1, [])).fields).toEqual({ 'payment.amount': 'Enter an amount above zero.' })
    expect((await refuse(1e21, [])).code).toBe('invalid_input')
    expect((await refuse(100_000_001, [])).fields).toEqual({ 'payment.amount': 'That amount is too large.' })
    expect(await account()).toMatchObject({ owed: 9000, credit: 0, payments: [] })
  })
})

describe('credit on the account', () => {
  it('is never used twice, above what there is, or for strangers', async () => {
    const one = await charged('2026-11-17T08:00')
    await receive(5000, [])
    const use = (amount: number, invoiceId = one.id) => test.refuse('billing.applyCredit', { patientId, invoiceId, amount })
    expect((await use(5001)).message).toBe('The credit on the account is $50.00. Use that or less.')
    expect((await use(9001)).message).toBe('The balance of INV-2026-0001 is $90.00. Use that or less.')
    const [first, second] = await Promise.all([1, 2].map(() => test.app.invoke('billing.applyCredit', { patientId, invoiceId: one.id, amount: 5000 })))
    expect(first?.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, error: { message: 'The balance of INV-2026-0001 is $40.00. Use that or less.' } })
    expect((await use(100)).message).toBe('There is no credit on the account.')
  })
})

describe('a refund', () => {
  it('comes off the account first, then off the newest invoice; it is owed again, or let go by a credit note', async () => {
    const [one, two] = [await charged('2026-11-17T08:00'), await charged('2026-11-18T08:00')]
    const splits = [one, two].map(({ id }) => ({ invoiceId: id, amount: 9000 }))
    const { paymentId } = await receive(20_000, splits)
    const back = (amount: number, creditNote: boolean) =>
      test.request('billing.refund', { paymentId, refund: { amount, method: 'cash', reference: '' }, refundedOn: TODAY, reason: 'Moved away', creditNote })
    await back(3000, false)
    expect(await account()).toMatchObject({ owed: 1000, credit: 0 })
    expect(await invoice(two)).toMatchObject({ paid: 8000, balance: 1000, status: 'open' })
    await back(10_000, true)
    expect(await invoice(two)).toMatchObject({ paid: 0, reduced: 8000, balance: 1000 })
    expect(await invoice(one)).toMatchObject({ paid: 7000, reduced: 2000, balance: 0, status: 'paid' })
    const numbers = (await account()).entries.filter(({ kind }) => kind === 'credit-note').map(({ words }) => words)
    expect(numbers).toEqual(['Credit note CN-2026-0001', 'Credit note CN-2026-0002'])
    expect(await test.request('billing.getPayment', { paymentId })).toMatchObject({ givenBack: 13_000, settles: [{ number: 'INV-2026-0001', amount: 7000 }] })
  })
  it('is at most what was not given back yet, of a payment that stands, and not before it', async () => {
    const one = await charged('2026-11-17T08:00')
    const { paymentId } = await receive(9000, [{ invoiceId: one.id, amount: 9000 }])
    const input = (amount: number, refundedOn: string = TODAY) => {
      const refund = { amount, method: 'cash', reference: '' }
      return { paymentId, refund, refundedOn, reason: 'Moved away', creditNote: false }
    }
    expect(await test.refuse('billing.refund', input(9001))).toMatchObject({
      code: 'rule_broken',
      fields: { 'refund.amount': 'Of this payment $90.00 can be given back. Enter that or less.' },
    })
    expect((await test.refuse('billing.refund', input(100, '2026-11-18'))).fields).toEqual({
      refundedOn: 'This was paid on Nov 19, 2026. Money cannot be given back before that.',
    })
    expect((await test.refuse('billing.refund', input(100, '2026-11-20'))).fields).toEqual({ refundedOn: 'A refund cannot be dated in the future.' })
    const [first, second] = await Promise.all([1, 2].map(() => test.app.invoke('billing.refund', input(9000))))
    expect(first?.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, error: { message: 'All of this payment was given back already.' } })
    expect((await test.refuse('billing.voidPayment', { paymentId, reason: 'Error' })).message).toBe('Part of this payment was given back. It stays as it is.')
  })
})

describe('letting go', () => {
  it('takes a discount, a write-off and an adjustment off the balance, never off the charge, and back again', async () => {
    const one = await charged('2026-11-17T08:00')
    const reduce = (kind: 'discount' | 'write-off' | 'adjustment', amount: number) =>
      test.request('billing.reduce', { invoiceId: one.id, kind, amount, reason: 'Hardship' })
    await reduce('discount', 1000)
    await reduce('adjustment', 1)
    expect(await reduce('write-off', 7999)).toMatchObject({ total: 9000, reduced: 9000, balance: 0, status: 'paid' })
    expect((await test.refuse('billing.reduce', { invoiceId: one.id, kind: 'discount', amount: 1, reason: 'More' })).message).toContain(
      'Nothing is owed on it.',
    )
    const [discount] = (await invoice(one)).entries.filter(({ kind }) => kind === 'discount')
    const entryId = discount?.id ?? one.entries[0]?.id
    if (!entryId) throw new Error('no entry')
    const after = await test.request('billing.reverseEntry', { entryId, reason: 'Wrong patient' })
    expect(after).toMatchObject({ reduced: 8000, balance: 1000, status: 'open' })
    expect(after.entries.at(-1)).toMatchObject({ amount: 1000, reverses: entryId, reason: 'Wrong patient' })
    expect((await test.refuse('billing.reverseEntry', { entryId, reason: 'Again' })).message).toBe('This was taken back already.')
    const charge = after.entries[0]?.id
    expect((await test.refuse('billing.reverseEntry', { entryId: charge, reason: 'No' })).message).toBe(
      'A charge is taken back by voiding its invoice, or by a credit note.',
    )
    expect((await inWords()).at(-1)).toEqual(['Discount taken back', 1000, 1000])
  })
  it('by a credit note moves what was paid beyond to the account of whoever paid', async () => {
    const one = await charged('2026-11-17T08:00')
    await receive(8000, [{ invoiceId: one.id, amount: 8000 }])
    const credit = (amount: number) => test.request('billing.creditNote', { invoiceId: one.id, amount, reason: 'Wrong minutes' })
    expect(await credit(4500)).toMatchObject({ total: 9000, reduced: 4500, paid: 4500, balance: 0 })
    expect(await account()).toMatchObject({ owed: 0, credit: 3500 })
    expect((await test.refuse('billing.creditNote', { invoiceId: one.id, amount: 4501, reason: 'More' })).message).toBe(
      'The charge left on INV-2026-0001 is $45.00. Enter that or less.',
    )
    expect((await credit(4500)).entries.map(({ reference }) => reference)).toEqual(expect.arrayContaining(['CN-2026-0001', 'CN-2026-0002']))
    expect(await account()).toMatchObject({ owed: 0, credit: 8000 })
    expect((await test.refuse('billing.creditNote', { invoiceId: one.id, amount: 1, reason: 'More' })).message).toBe(
      'Nothing is left of the charge of INV-2026-0001.',
    )
  })
})

describe('voiding what moved on', () => {
  it('takes a payment back wherever it stands now', async () => {
    const [one, two] = [await charged('2026-11-17T08:00'), await charged('2026-11-18T08:00')]
    const { paymentId } = await receive(9000, [{ invoiceId: one.id, amount: 9000 }])
    await test.request('billing.voidInvoice', { invoiceId: one.id, reason: 'Wrong payer', keepPaymentsAsCredit: true })
    expect(await account()).toMatchObject({ owed: 9000, credit: 9000 })
    await test.request('billing.applyCredit', { patientId, invoiceId: two.id, amount: 7000 })
    expect(await test.request('billing.voidPayment', { paymentId, reason: 'Bounced' })).toMatchObject({ number: 'INV-2026-0001', status: 'void' })
    expect(await account()).toMatchObject({ owed: 9000, credit: 0, payments: [{ voidReason: 'Bounced', onAccount: 0, settles: [] }] })
    expect(await invoice(two)).toMatchObject({ paid: 0, balance: 9000 })
  })
  it('takes back a payment of which a credit note moved a part to the account', async () => {
    const one = await charged('2026-11-17T08:00')
    const { paymentId } = await receive(9000, [{ invoiceId: one.id, amount: 9000 }])
    await test.request('billing.creditNote', { invoiceId: one.id, amount: 4000, reason: 'Wrong minutes' })
    expect(await test.request('billing.voidPayment', { paymentId, reason: 'Bounced' })).toMatchObject({ reduced: 4000, paid: 0, balance: 5000 })
    expect(await account()).toMatchObject({ owed: 5000, credit: 0 })
  })
  it('keeps a void invoice’s number, entries and the words why; a partly refunded payment must be settled first', async () => {
    const one = await charged('2026-11-17T08:00')
    const { paymentId } = await receive(9000, [{ invoiceId: one.id, amount: 9000 }])
    const refund = { amount: 1000, method: 'cash' as const, reference: '' }
    await test.request('billing.refund', { paymentId, refund, refundedOn: TODAY, reason: 'Too much', creditNote: false })
    expect((await test.refuse('billing.voidInvoice', { invoiceId: one.id, reason: 'Wrong' })).message).toBe(
      'Part of what was paid on INV-2026-0001 was given back. Give the rest back too, or keep it on the account as credit, then void the invoice.',
    )
    const voided = await test.request('billing.voidInvoice', { invoiceId: one.id, reason: 'Wrong', keepPaymentsAsCredit: true })
    expect(voided).toMatchObject({ number: 'INV-2026-0001', status: 'void', paid: 0, balance: 0 })
    expect(await account()).toMatchObject({ owed: 0, credit: 8000 })
    for (const [channel, input] of [
      ['billing.reduce', { invoiceId: one.id, kind: 'discount', amount: 1, reason: 'x' }],
      ['billing.creditNote', { invoiceId: one.id, amount: 1, reason: 'x' }],
      ['billing.applyCredit', { patientId, invoiceId: one.id, amount: 1 }],
      ['billing.receivePayment', receiving(1, [{ invoiceId: one.id, amount: 1 }] as unknown as Splits)],
    ] as const)
      expect((await test.refuse(channel, input)).message).toContain('INV-2026-0001 is void')
  })
})
