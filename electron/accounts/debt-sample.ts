import type { Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import { aVisit } from '../testing/records.ts'
import type { TestApp } from '../testing/test-app.ts'

/** For tests: an open invoice of any day and amount, the fee of a missed visit. Visits start at the hour given. */
export async function aDebt(test: TestApp, patientId: PatientId, owed: { day: string; cents: number; hour?: number }): Promise<Output<'billing.getInvoice'>> {
  const visit = await aVisit(test, { patientId, startsAt: `${owed.day}T${String(owed.hour ?? 8).padStart(2, '0')}:00`, minutes: 30 })
  await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'no-show', reason: '' })
  return test.request('billing.chargeMissed', { appointmentId: visit.id, amount: amount(owed.cents) })
}

/** For tests: money received on an invoice today; answers with its id. */
export async function aPaymentOn(test: TestApp, invoiceId: InvoiceId, method: 'cash' | 'card' | 'check', paid: number, day = '2026-11-19') {
  const payment = { amount: amount(paid), method, reference: method === 'check' ? '1042' : '' }
  const invoice = await test.request('billing.takePayment', { invoiceId, payment, paidOn: localDate(day) })
  const { id } = invoice.payments.at(-1) ?? {}
  if (!id) throw new Error('No payment was kept.')
  return id
}

/** For tests: an amount above zero. */
export const amount = (value: number): Cents => cents(value)
