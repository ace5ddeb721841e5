import { afterEach, describe, expect, it } from 'vitest'
import { PaymentFields } from '../../shared/billing/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { DocumentId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

const opened: TestApp[] = []
afterEach(async () => {
  for (const test of opened.splice(0)) await test.remove()
})

const paid = (amount: number, method: 'card' | 'cash' = 'card', reference = '') => PaymentFields.parse({ amount, method, reference })

type Clinic = { readonly test: TestApp; readonly patientId: PatientId; readonly invoice: Output<'billing.checkOut'> }

async function checkedOut(payment: PaymentFields | null): Promise<Clinic> {
  const test = await signedInApp()
  opened.push(test)
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId)
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
  await aNote(test, id, { minutes: { '97124': 53 }, isSigned: true })
  const invoice = await test.request('billing.checkOut', { appointmentId: id, payment })
  return { test, patientId, invoice }
}

async function textOf(test: TestApp, documentId: DocumentId) {
  const bytes = await test.app.readPaper(`papers/document/${documentId}.pdf`)
  return (await readBack(bytes ?? new Uint8Array())).text
}

describe('a receipt', () => {
  it('says what was received, for what, how, and what is left', async () => {
    const { test, invoice } = await checkedOut(paid(5000, 'card', 'Visa 4242'))
    const [payment] = invoice.payments
    if (!payment) throw new Error('Nothing was paid.')
    const receipt = await test.request('documents.issueReceipt', { paymentId: payment.id })
    const text = await textOf(test, receipt.id)
    console.log(text)
    expect(receipt).toMatchObject({ kind: 'receipt', number: 'RC-2026-0001', version: 1, total: 5000 })
  })
})
