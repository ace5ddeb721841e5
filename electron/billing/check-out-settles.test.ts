import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  daysAgo = 0
})
afterEach(() => test.remove())

type CheckOut = Input<'billing.checkOut'>
const pays = (amount: number): NonNullable<CheckOut['payment']> => ({ amount, method: 'card', reference: '' })
const lessBy = (amount: number): NonNullable<CheckOut['discount']> => ({ amount, reason: 'Self-pay discount 10 %' })
let daysAgo = 0
/** A treated visit of 52 minutes on a day of its own: $135.00 at the full fee. */
const treated = async (): Promise<AppointmentId> => {
  const episodeId = await anEpisode(test, patientId)
  const startsAt = `${addDays(localDate('2026-11-19'), 0 - daysAgo)}T08:00`
  daysAgo += 1
  const visit = await aVisit(test, { patientId, episodeId, startsAt, minutes: 60 })
  await aNote(test, visit.id, { minutes: { 97124: 52 }, isSigned: true })
  return visit.id
}
const checkOut = (appointmentId: AppointmentId, more: Partial<CheckOut> = {}) => test.request('billing.checkOut', { appointmentId, payment: null, ...more })
const onAccount = (amount: number) => test.request('billing.receivePayment', { patientId, payment: pays(amount), paidOn: localDate('2026-11-18'), splits: [] })
const aPackage = async (price: number, visits: number) => {
  const fields = { name: 'Six visits', counts: 'visits' as const, amount: visits, price: cents(price), monthsValid: 6, isShared: false, isActive: true }
  const { id } = await test.request('packages.saveType', { id: null, fields })
  await test.request('billing.sell', { patientId, items: [{ kind: 'package', packageTypeId: id }], payment: pays(price) })
}
const discountRule = async (selfPayDiscount: number) =>
  test.request('practice.saveBillingRules', { ...(await test.request('practice.getBillingRules', {})), selfPayDiscount })
const preview = (appointmentId: AppointmentId) => test.request('billing.previewCheckOut', { appointmentId })

describe('what is taken off at check-out', () => {
  it('is a self-pay discount where the clinic gives one, never another fee', async () => {
    const visit = await treated()
    expect((await preview(visit)).discount).toBeNull()
    await discountRule(10_000)
    expect(await preview(visit)).toMatchObject({ total: 13_500, discount: { amount: 1350, reason: 'Self-pay discount 10 %' } })
    expect(await checkOut(visit, { discount: lessBy(1350), payment: pays(12_150) })).toMatchObject({
      total: 13_500,
      lines: [{ unitFee: 4500, charge: 13_500 }],
      reduced: 1350,
      paid: 12_150,
      status: 'paid',
      entries: [{ kind: 'charge' }, { kind: 'discount', amount: -1350, reason: 'Self-pay discount 10 %' }, { kind: 'payment', amount: -12_150 }],
    })
  })
  it('goes in the order package, discount, credit, payment', async () => {
    await aPackage(40_000, 6)
    await onAccount(3000)
    const visit = await treated()
    const { packages, credit } = await preview(visit)
    expect([packages[0]?.value, credit]).toEqual([6666, 3000])
    const invoice = await checkOut(visit, { packageId: packages[0]?.id ?? null })
    expect(invoice.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['charge', 13_500],
      ['package', -6666],
      ['discount', -6834],
    ])
    const other = await checkOut(await treated(), { discount: lessBy(1350), credit: cents(3000), payment: pays(9150) })
    expect(other.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['charge', 13_500],
      ['discount', -1350],
      ['credit', -3000],
      ['payment', -9150],
    ])
    expect((await preview(await treated())).credit).toBe(0)
  })
  it.each([
    ['a discount above the fee', { discount: lessBy(13_501) }, 'The balance of INV-2026-0001 is $135.00. Take off that or less.'],
    ['more credit than there is', { credit: cents(3001) }, 'The credit on the account is $30.00. Use that or less.'],
    ['more credit than is left', { discount: lessBy(13_400), credit: cents(3000) }, 'The balance of INV-2026-0001 is $1.00. Use that or less.'],
    ['a payment above what is left', { discount: lessBy(1350), payment: pays(12_151) }, 'The balance of INV-2026-0001 is $121.50. Take that or less.'],
  ])('refuses %s and leaves nothing behind', async (_, more, sentence) => {
    await onAccount(3000)
    const visit = await treated()
    expect(await test.refuse('billing.checkOut', { appointmentId: visit, payment: null, ...more })).toMatchObject({ code: 'rule_broken', message: sentence })
    expect(await preview(visit)).toMatchObject({ invoice: null, credit: 3000 })
    expect((await checkOut(visit)).number).toBe('INV-2026-0001')
  })
  it('refuses what is no amount', async () => {
    const visit = await treated()
    const refuse = (more: object) => test.refuse('billing.checkOut', { appointmentId: visit, payment: null, ...more })
    for (const amount of [0, -1, 10.5, 1e12]) expect((await refuse({ discount: { amount, reason: 'x' } })).code).toBe('invalid_input')
    expect((await refuse({ discount: { amount: 100, reason: ' ' } })).fields).toHaveProperty('discount.reason')
    for (const credit of [-1, 0.5]) expect((await refuse({ credit })).code).toBe('invalid_input')
  })
  it('is drawn on the superbill ahead as it will be', async () => {
    const visit = await treated()
    await onAccount(3000)
    const text = await pdfText(await test.app.readPaper(`papers/check-out/${visit}_card_9150_d1350_c3000.pdf`))
    expect(text).toContain('121.50')
    expect(text).toContain('13.50')
  })
})

describe('two check-outs at once', () => {
  it('of one visit take the package and the credit once', async () => {
    await aPackage(40_000, 6)
    await onAccount(5000)
    const visit = await treated()
    const packageId = (await preview(visit)).packages[0]?.id ?? null
    const input = { appointmentId: visit, payment: null, packageId }
    const results = await Promise.all([test.app.invoke('billing.checkOut', input), test.app.invoke('billing.checkOut', input)])
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
    expect(await preview(await treated())).toMatchObject({ credit: 5000, packages: [{ words: expect.stringContaining('5 of 6 visits left') }] })
  })
  it('of two visits cannot both use the same credit', async () => {
    await onAccount(5000)
    const visits = [await treated(), await treated()]
    const results = await Promise.all(visits.map(appointmentId => test.app.invoke('billing.checkOut', { appointmentId, payment: null, credit: 5000 })))
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
  })
})

it('whatever is wished, an invoice never takes more than its fee, and nothing is half done', async () => {
  await discountRule(10_000)
  let credit = 20_000
  await onAccount(credit)
  const amount = fc.integer({ min: 0, max: 15_000 })
  await fc.assert(
    fc.asyncProperty(amount, amount, amount, async (discount, wish, pay) => {
      const appointmentId = await treated()
      const more = { discount: discount > 0 ? lessBy(discount) : null, credit: wish, payment: pay > 0 ? pays(pay) : null }
      const isPossible = discount + wish + pay <= 13_500 && wish <= credit
      const result = await test.app.invoke('billing.checkOut', { appointmentId, ...more })
      expect(result.ok).toBe(isPossible)
      if (isPossible) credit -= wish
      const after = await preview(appointmentId)
      expect(after.credit).toBe(credit)
      expect(after.invoice?.balance ?? null).toBe(isPossible ? 13_500 - discount - wish - pay : null)
    }),
    { numRuns: 6 },
  )
})
