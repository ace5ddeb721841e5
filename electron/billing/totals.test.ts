import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

type Invoice = Output<'billing.getInvoice'>
type Visit = { readonly id: Invoice['appointmentId']; invoice: Invoice | null }

let test: TestApp
const visits: Visit[] = []
const numbers: string[] = []
beforeAll(async () => {
  test = await signedInApp()
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId)
  for (const [startsAt, minutes] of [
    ['2026-11-19T08:00', { 97124: 52 }],
    ['2026-11-18T09:00', { 97124: 24, 97140: 23 }],
    ['2026-11-17T10:00', { 97140: 8 }],
  ] as const) {
    const { id } = await aVisit(test, { patientId, episodeId, startsAt })
    await aNote(test, id, { minutes, isSigned: true })
    visits.push({ id, invoice: null })
  }
})
afterAll(() => test.remove())

const step = fc.record({
  kind: fc.constantFrom('check-out', 'pay', 'void-payment', 'void-payment', 'void-invoice'),
  visit: fc.nat({ max: 2 }),
  amount: fc.integer({ min: 1, max: 14_000 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const standing = (invoice: Invoice) => invoice.payments.filter(payment => payment.voidedAt === null)
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** The request of a step on the invoice it meets, and whether it must succeed. */
function requestOf(visit: Visit, { kind, amount }: Step): { channel: Parameters<TestApp['request']>[0]; input: unknown; succeeds: boolean } {
  const payment = { amount, method: 'card', reference: '' }
  const { invoice } = visit
  if (kind === 'check-out' || !invoice) return { channel: 'billing.checkOut', input: { appointmentId: visit.id, payment: null }, succeeds: !invoice }
  const balance = invoice.total - sum(standing(invoice).map(each => each.amount))
  if (kind === 'pay')
    return { channel: 'billing.takePayment', input: { invoiceId: invoice.id, payment, paidOn: localDate('2026-11-19') }, succeeds: amount <= balance }
  if (kind === 'void-invoice')
    return { channel: 'billing.voidInvoice', input: { invoiceId: invoice.id, reason: 'Try again' }, succeeds: standing(invoice).length === 0 }
  const paid = standing(invoice)[0] ?? invoice.payments[0]
  if (!paid) return { channel: 'billing.getInvoice', input: { invoiceId: invoice.id }, succeeds: true }
  return { channel: 'billing.voidPayment', input: { paymentId: paid.id, reason: 'Bounced' }, succeeds: paid.voidedAt === null }
}

it('keeps every total equal to its lines and payments, whatever the desk does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
      for (const each of steps) {
        const visit = visits[each.visit]
        if (!visit) throw new Error('no such visit')
        const { channel, input, succeeds } = requestOf(visit, each)
        const result = await test.app.invoke(channel, input)
        expect([channel, result.ok]).toEqual([channel, succeeds])
        if (!result.ok) continue
        const invoice = result.value as Invoice
        if (channel === 'billing.checkOut') numbers.push(invoice.number)
        expect(invoice.total).toBe(sum(invoice.lines.map(line => line.units * line.unitFee)))
        expect(invoice.paid).toBe(sum(standing(invoice).map(payment => payment.amount)))
        expect(invoice.balance).toBe(invoice.status === 'void' ? 0 : invoice.total - invoice.paid)
        visit.invoice = invoice.status === 'void' ? null : invoice
      }
      const { openTotal } = await test.request('billing.listInvoices', { patientId: null, show: 'open', before: null })
      expect(openTotal).toBe(sum(visits.map(visit => visit.invoice?.balance ?? 0)))
    }),
    { numRuns: 200 },
  )
  expect(numbers).toEqual(numbers.map((_, index) => `INV-2026-${String(index + 1).padStart(4, '0')}`))
  expect(numbers.length).toBeGreaterThan(5)
}, 60_000)
