import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Invoice } from '../../shared/billing/schema.ts'
import { receiptOf } from '../../shared/documents/receipt-of.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PackageId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
})
afterEach(() => test.remove())

type CheckOut = Input<'billing.checkOut'>
type TypeFields = Input<'packages.saveType'>['fields']
const FIVE: TypeFields = { name: 'Five visits', counts: 'visits', amount: 5, price: cents(60_000), monthsValid: 12, isShared: false, isActive: true }
const cash = (amount: number): NonNullable<CheckOut['payment']> => ({ amount, method: 'cash', reference: '' })

async function aPackage(given: Partial<TypeFields> = {}, isPresent = false): Promise<PackageId> {
  const fields = { ...FIVE, ...given }
  const { id: packageTypeId } = await test.request('packages.saveType', { id: null, fields })
  const items = [{ kind: 'package' as const, packageTypeId }]
  const sale = await test.request('billing.sell', { patientId, items, payment: isPresent ? null : cash(fields.price) })
  if (isPresent) await test.request('billing.reduce', { invoiceId: sale.id, kind: 'discount', amount: sale.total, reason: 'A present' })
  const held = await test.request('packages.ofPatient', { patientId })
  const one = held.find(({ name }) => name === fields.name)
  if (!one) throw new Error('The package was not sold.')
  return one.id
}

/** A treated visit of 52 minutes, $135.00 at the full fee. */
async function treated(day = '2026-11-19', of = patientId): Promise<AppointmentId> {
  const episodeId = await anEpisode(test, of)
  const { id } = await aVisit(test, { patientId: of, episodeId, startsAt: `${day}T08:00`, minutes: 60 })
  await aNote(test, id, { minutes: { 97124: 52 }, isSigned: true })
  return id
}

const checkOut = async (more: Partial<CheckOut>, appointmentId?: AppointmentId): Promise<Invoice> =>
  test.request('billing.checkOut', { appointmentId: appointmentId ?? (await treated()), payment: null, ...more })
const onAccount = (amount: number) => test.request('billing.receivePayment', { patientId, payment: cash(amount), paidOn: localDate('2026-11-18'), splits: [] })

async function receiptFor(invoice: Invoice) {
  const of = receiptOf(invoice)
  if (!of) throw new Error('There is no receipt to print.')
  const issued = await ('paymentId' in of ? test.request('documents.issueReceipt', of) : test.request('documents.issueSettledReceipt', of))
  const { text } = await readBack((await test.app.readPaper(issued.path)) ?? new Uint8Array())
  return { issued, text }
}

describe('the receipt of a visit that a package paid', () => {
  it('says what the visit usually costs, what the package paid, and what is left of it, and nothing about health', async () => {
    const packageId = await aPackage()
    const { issued, text } = await receiptFor(await checkOut({ packageId }))
    expect(issued).toMatchObject({ kind: 'receipt', number: 'RC-2026-0001', version: 1, total: 12_000, patientId })
    expect(text).toContain('PAID AHEAD $120.00 Paid in full TO Marisol Reyes')
    expect(text).toContain('Massage, Nov 19, 2026 3 45.00 135.00 Total $135.00 Discount −15.00 Package (Five visits) 120.00 Balance $0.00')
    expect(text).toContain('Package 4 of 5 visits left, expires Nov 19, 2027 Five visits. Visit 1 used on Nov 19, 2026.')
    expect(text).toContain('Not a superbill.')
    expect(text).not.toMatch(/M54|neck/i)
  })

  it('is the same paper whenever it is asked for, whatever became of the package since', async () => {
    const packageId = await aPackage()
    const invoice = await checkOut({ packageId })
    const first = await receiptFor(invoice)
    const before = await test.app.readPaper(first.issued.path)
    expect((await receiptFor(invoice)).issued).toEqual(first.issued)
    const { id: packageTypeId } = await test.request('packages.saveType', {
      id: null,
      fields: { ...FIVE, name: 'Ten visits', amount: 10, price: cents(110_000) },
    })
    await test.request('billing.upgradePackage', { packageId, packageTypeId, payment: cash(50_000) })
    expect((await receiptFor(invoice)).issued).toEqual(first.issued)
    test.setNow('2026-11-23T16:00:00.000Z')
    await aVisit(test, { patientId, startsAt: '2026-11-30T10:00' })
    expect((await receiptFor(invoice)).issued).toEqual(first.issued)
    expect(Buffer.compare(Buffer.from((await test.app.readPaper(first.issued.path)) ?? []), Buffer.from(before ?? []))).toBe(0)
  })

  it('printed only after the next visit still says what this one left', async () => {
    const packageId = await aPackage()
    const first = await checkOut({ packageId }, await treated('2026-11-18'))
    const second = await checkOut({ packageId })
    expect((await receiptFor(first)).text).toContain('4 of 5 visits left, expires Nov 19, 2027 Five visits. Visit 1 used on Nov 18, 2026.')
    expect((await receiptFor(second)).text).toContain('3 of 5 visits left, expires Nov 19, 2027 Five visits. Visit 2 used on Nov 19, 2026.')
  })

  it('says that nothing is left after the last visit', async () => {
    const packageId = await aPackage({ name: 'One visit', amount: 1, price: cents(12_000) })
    expect((await receiptFor(await checkOut({ packageId }))).text).toContain('Package 0 of 1 visit left One visit. Visit 1 used on Nov 19, 2026.')
  })

  it('counts minutes, and says what is still to pay where they pay a part; the payment then has its own', async () => {
    const packageId = await aPackage({ name: 'Half an hour', counts: 'minutes', amount: 30, price: cents(6000) })
    const invoice = await checkOut({ packageId })
    const { text } = await receiptFor(invoice)
    expect(text).toContain('PAID AHEAD $60.00 $57.12 still to pay')
    expect(text).toContain('Total $135.00 Discount −17.88 Package (Half an hour) 60.00 Balance $57.12')
    expect(text).toContain('0 of 30 minutes left Half an hour. 30 minutes used on Nov 19, 2026.')
    const paid = await test.request('billing.takePayment', { invoiceId: invoice.id, payment: cash(5712), paidOn: localDate('2026-11-19') })
    const own = await receiptFor(paid)
    expect(own.issued).toMatchObject({ number: 'RC-2026-0002', total: 5712 })
    expect(own.text).toContain('RECEIVED $57.12 Paid in full')
    expect(own.text).toContain('Discount −17.88 Package (Half an hour) 60.00 Cash 57.12 Balance $0.00')
    expect(own.text).toContain('0 of 30 minutes left')
  })

  it('says whose package it is where the household shares one', async () => {
    const packageId = await aPackage({ isShared: true })
    const ben = await aPatient(test, { firstName: 'Ben' })
    await test.request('patients.joinHousehold', { patientId: ben, withId: patientId })
    const { text } = await receiptFor(await checkOut({ packageId }, await treated('2026-11-19', ben)))
    expect(text).toContain('TO Ben Reyes')
    expect(text).toContain('4 of 5 visits left, expires Nov 19, 2027 Five visits, of Marisol Reyes. Visit 1 used on Nov 19, 2026.')
  })

  it('is given too where the package was a present', async () => {
    const packageId = await aPackage({}, true)
    const { text } = await receiptFor(await checkOut({ packageId }))
    expect(text).toContain('PAID AHEAD $0.00 Nothing to pay')
    expect(text).toContain('Total $135.00 Discount −135.00 Balance $0.00')
    expect(text).toContain('4 of 5 visits left')
  })

  it('is refused once the visit was given back to the package', async () => {
    const packageId = await aPackage()
    const invoice = await checkOut({ packageId })
    await receiptFor(invoice)
    const voided = await test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Wrong visit', keepPaymentsAsCredit: false })
    expect(receiptOf(voided)).toBeNull()
    const sentence = `${invoice.number} is void. There is nothing to give a receipt for.`
    expect(await test.refuse('documents.issueSettledReceipt', { invoiceId: invoice.id })).toMatchObject({ code: 'rule_broken', message: sentence })
  })
})

describe('the receipt of a visit that credit paid', () => {
  it('says what came from the account, and the payment beside it has its own', async () => {
    await onAccount(20_000)
    const whole = await receiptFor(await checkOut({ credit: cents(13_500) }))
    expect(whole.text).toContain('PAID AHEAD $135.00 Paid in full')
    expect(whole.text).toContain('Total $135.00 From your account 135.00 Balance $0.00')
    const part = await receiptFor(
      await checkOut({ credit: cents(6500), discount: { amount: cents(1000), reason: 'Self-pay' }, payment: cash(6000) }, await treated('2026-11-18')),
    )
    expect(part.text).toContain('RECEIVED $60.00 Paid in full')
    expect(part.text).toContain('Total $135.00 Discount −10.00 From your account 65.00 Cash 60.00 Balance $0.00')
  })

  it('becomes a next version once more credit pays, and none once the money behind it is void', async () => {
    const { paymentId } = await onAccount(13_500)
    const invoice = await checkOut({ credit: cents(5000), discount: { amount: cents(1500), reason: 'Self-pay' } })
    const first = await receiptFor(invoice)
    expect(first.text).toContain('PAID AHEAD $50.00 $70.00 still to pay')
    const more = await test.request('billing.applyCredit', { patientId, invoiceId: invoice.id, amount: cents(7000) })
    const second = await receiptFor(more)
    expect(second.issued).toMatchObject({ number: first.issued.number, version: 2, replacesVersion: 1, total: 12_000 })
    expect(second.text).toContain('Discount −15.00 From your account 120.00 Balance $0.00')
    await test.request('billing.voidPayment', { paymentId, reason: 'Bounced' })
    expect(receiptOf(await test.request('billing.getInvoice', { invoiceId: invoice.id }))).toBeNull()
    expect(await test.refuse('documents.issueSettledReceipt', { invoiceId: invoice.id })).toMatchObject({
      code: 'rule_broken',
      message: `Neither a package nor credit pays ${invoice.number}. Print the receipt of its payment, or the invoice.`,
    })
  })

  it('is refused for an invoice that only payments pay, or nothing', async () => {
    for (const [day, payment] of [
      ['2026-11-18', cash(13_500)],
      ['2026-11-19', null],
    ] as const) {
      const { id } = await checkOut({ payment }, await treated(day))
      expect((await test.refuse('documents.issueSettledReceipt', { invoiceId: id })).code).toBe('rule_broken')
    }
  })
})
