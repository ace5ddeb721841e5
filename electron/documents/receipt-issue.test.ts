import { afterEach, describe, expect, it } from 'vitest'
import { PaymentFields } from '../../shared/billing/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { DocumentId, EpisodeId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

const opened: TestApp[] = []
afterEach(async () => {
  for (const test of opened.splice(0)) await test.remove()
})

type Method = PaymentFields['method']
const paid = (amount: number, method: Method = 'card', reference = '') => PaymentFields.parse({ amount, method, reference })
const cash = (amount: number) => paid(amount, 'cash')
const TODAY = localDate('2026-11-19')

type Clinic = { readonly test: TestApp; readonly patientId: PatientId; readonly episodeId: EpisodeId }
type Invoice = Output<'billing.checkOut'>

async function aClinic(): Promise<Clinic> {
  const test = await signedInApp()
  opened.push(test)
  const patientId = await aPatient(test)
  return { test, patientId, episodeId: await anEpisode(test, patientId) }
}

/** Four units of massage: $180.00. */
async function checkOut({ test, patientId, episodeId }: Clinic, on: string, payment: PaymentFields | null): Promise<Invoice> {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${on}T09:00` })
  await aNote(test, id, { minutes: { '97124': 53 }, isSigned: true })
  return test.request('billing.checkOut', { appointmentId: id, payment })
}

async function textOf(test: TestApp, documentId: DocumentId) {
  const bytes = await test.app.readPaper(`papers/document/${documentId}.pdf`)
  return (await readBack(bytes ?? new Uint8Array())).text
}

const paymentOf = ({ payments }: Invoice, place = 0): PaymentId => {
  const id = payments[place]?.id
  if (!id) throw new Error('There is no such payment.')
  return id
}

describe('a receipt', () => {
  it('says what was received, for what, how, and what is left, and nothing about health', async () => {
    const clinic = await aClinic()
    const invoice = await checkOut(clinic, '2026-11-19', paid(5000, 'card', '4111 1111 1111 4242'))
    const receipt = await clinic.test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })
    expect(receipt).toMatchObject({ kind: 'receipt', number: 'RC-2026-0001', version: 1, total: 5000, patientId: clinic.patientId })
    const text = await textOf(clinic.test, receipt.id)
    expect(text).toContain('RECEIVED $50.00 $130.00 still to pay FROM Marisol Reyes')
    expect(text).toContain('Massage, Nov 19, 2026 4 45.00 180.00 Total $180.00 Card ending 4242 50.00 Balance $130.00')
    expect(text).not.toMatch(/4111|M54|neck/i)
  })

  it('stands for what was paid in two ways on one day, and says so in its next version', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    const invoice = await checkOut(clinic, '2026-11-19', cash(4000))
    const first = await test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })
    expect(await test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })).toEqual(first)
    const after = await test.request('billing.takePayment', { invoiceId: invoice.id, payment: paid(14_000, 'check', '1042'), paidOn: TODAY })
    const second = await test.request('documents.issueReceipt', { paymentId: paymentOf(after, 1) })
    expect(second).toMatchObject({ number: first.number, version: 2, replacesVersion: 1, total: 18_000 })
    expect(await textOf(test, second.id)).toContain('Total $180.00 Cash 40.00 Check 1042 140.00 Balance $0.00')
    expect(await test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })).toEqual(second)
  })

  it('goes on saying what it said, whatever is paid or booked on later days', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    const invoice = await checkOut(clinic, '2026-11-19', cash(4000))
    const receipt = await test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })
    const before = await test.app.readPaper(receipt.path)
    test.setNow('2026-11-23T16:00:00.000Z')
    await test.request('billing.takePayment', { invoiceId: invoice.id, payment: cash(5000), paidOn: localDate('2026-11-23') })
    await aVisit(test, { patientId: clinic.patientId, startsAt: '2026-11-30T10:00' })
    expect(await test.request('documents.issueReceipt', { paymentId: paymentOf(invoice) })).toEqual(receipt)
    expect(Buffer.compare(Buffer.from((await test.app.readPaper(receipt.path)) ?? []), Buffer.from(before ?? []))).toBe(0)
    const later = await test.request('billing.getInvoice', { invoiceId: invoice.id })
    const own = await test.request('documents.issueReceipt', { paymentId: paymentOf(later, 1) })
    expect(own.number).not.toBe(receipt.number)
    const text = await textOf(test, own.id)
    expect(text).toContain('Total $180.00 Cash, Nov 19, 2026 40.00 Cash 50.00 Balance $90.00')
    expect(text).toContain('Next visit Mon, Nov 30, 2026, 10:00 am')
  })

  it('of a payment over several invoices names each, what went to it, and what stays on the account', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    const one = await checkOut(clinic, '2026-11-12', null)
    const two = await checkOut(clinic, '2026-11-19', null)
    const splits = [
      { invoiceId: one.id, amount: paid(18_000).amount },
      { invoiceId: two.id, amount: paid(2000).amount },
    ]
    const { paymentId } = await test.request('billing.receivePayment', { patientId, payment: cash(21_000), paidOn: TODAY, splits })
    const text = await textOf(test, (await test.request('documents.issueReceipt', { paymentId })).id)
    expect(text).toContain(`Visit of Nov 12, 2026, ${one.number}, $180.00 of this payment 1 180.00 180.00`)
    expect(text).toContain(`Visit of Nov 19, 2026, ${two.number}, $20.00 of this payment 1 180.00 180.00`)
    expect(text).toContain('Total $360.00 Cash 210.00 Left on your account 10.00 Balance $160.00')
  })

  it('of money on account alone says so', async () => {
    const { test, patientId } = await aClinic()
    const { paymentId } = await test.request('billing.receivePayment', { patientId, payment: cash(5000), paidOn: TODAY, splits: [] })
    const text = await textOf(test, (await test.request('documents.issueReceipt', { paymentId })).id)
    expect(text).toContain('RECEIVED $50.00 $50.00 on your account')
    expect(text).toContain('Payment on your account 1 50.00 50.00 Cash 50.00 Left on your account $50.00')
  })

  it('of a refund says of which payment, and where the money came from', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    const invoice = await checkOut(clinic, '2026-11-19', cash(18_000))
    const paymentId = paymentOf(invoice)
    const { refundId } = await test.request('billing.refund', {
      paymentId,
      refund: paid(3000, 'check', '7'),
      refundedOn: TODAY,
      reason: 'Came late through our fault',
      creditNote: false,
    })
    const receipt = await test.request('documents.issueReceipt', { paymentId: refundId })
    const text = await textOf(test, receipt.id)
    expect(text).toContain('GIVEN BACK $30.00 Refund of the payment of Nov 19, 2026 TO Marisol Reyes')
    expect(text).toContain(`Visit of Nov 19, 2026, ${invoice.number}, Paid Nov 19, 2026, by cash – – 30.00 Total $30.00 Check 7 30.00`)
    const received = await textOf(test, (await test.request('documents.issueReceipt', { paymentId })).id)
    expect(received).toContain('Cash 180.00 Given back the same day −30.00 Balance $30.00')
  })

  it('is refused for a voided payment', async () => {
    const clinic = await aClinic()
    const invoice = await checkOut(clinic, '2026-11-19', cash(4000))
    await clinic.test.request('billing.voidPayment', { paymentId: paymentOf(invoice), reason: 'Counted twice' })
    expect((await clinic.test.refuse('documents.issueReceipt', { paymentId: paymentOf(invoice) })).code).toBe('rule_broken')
  })
})

describe('an invoice as a paper', () => {
  it('carries its own number, names who pays, and becomes a next version once something changed', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    const { patient } = await test.request('patients.getDetails', { patientId: clinic.patientId })
    const { id: _id, chartNumber: _chart, isArchived: _archived, deceasedOn: _died, registeredOn: _on, ...fields } = patient
    const guarantor = { patientId: null, name: 'Ingrid Reyes', relation: 'mother', phone: '' }
    await test.request('patients.save', { patientId: clinic.patientId, fields: { ...fields, guarantor }, policy: null })
    const invoice = await checkOut(clinic, '2026-11-19', cash(4000))
    const first = await test.request('documents.issueInvoice', { invoiceId: invoice.id })
    expect(first).toMatchObject({ kind: 'invoice', number: invoice.number, version: 1, total: 18_000 })
    expect(await test.request('documents.issueInvoice', { invoiceId: invoice.id })).toEqual(first)
    const text = await textOf(test, first.id)
    expect(text).toContain('BALANCE $140.00 Please pay $140.00 BILL TO Ingrid Reyes')
    expect(text).not.toMatch(/M54|neck/i)
    await test.request('billing.reduce', { invoiceId: invoice.id, kind: 'discount', amount: paid(1800).amount, reason: 'Self-pay discount' })
    await test.request('billing.reduce', { invoiceId: invoice.id, kind: 'write-off', amount: paid(12_200).amount, reason: 'Will not pay' })
    const second = await test.request('documents.issueInvoice', { invoiceId: invoice.id })
    expect(second).toMatchObject({ number: invoice.number, version: 2, replacesVersion: 1 })
    const changed = await textOf(test, second.id)
    expect(changed).toContain('Total $180.00 Self-pay discount −18.00 Written off −122.00 Cash, Nov 19, 2026 40.00 Balance $0.00')
    expect(changed).not.toContain('Will not pay')
  })

  it('that is void says so', async () => {
    const clinic = await aClinic()
    const invoice = await checkOut(clinic, '2026-11-19', null)
    await clinic.test.request('billing.voidInvoice', { invoiceId: invoice.id, reason: 'Wrong visit' })
    const paper = await clinic.test.request('documents.issueInvoice', { invoiceId: invoice.id })
    expect(await textOf(clinic.test, paper.id)).toContain('This invoice is void: Wrong visit')
  })
})

describe('a credit note as a paper', () => {
  it('carries its own number, and says so once it was taken back', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    const invoice = await checkOut(clinic, '2026-11-19', null)
    const credited = await test.request('billing.creditNote', { invoiceId: invoice.id, amount: paid(4500).amount, reason: 'One unit too many' })
    const note = credited.entries.find(({ kind }) => kind === 'credit-note')
    if (!note) throw new Error('There is no credit note.')
    const paper = await test.request('documents.issueCreditNote', { entryId: note.id })
    expect(paper).toMatchObject({ kind: 'credit-note', number: note.reference, version: 1, total: 4500 })
    expect(await test.request('documents.issueCreditNote', { entryId: note.id })).toEqual(paper)
    const text = await textOf(test, paper.id)
    expect(text).toContain('REASON One unit too many')
    expect(text).toContain('This credit note −$45.00 Left of the charge $135.00')
    await test.request('billing.reverseEntry', { entryId: note.id, reason: 'It was right' })
    const next = await test.request('documents.issueCreditNote', { entryId: note.id })
    expect(next).toMatchObject({ number: note.reference, version: 2 })
    expect(await textOf(test, next.id)).toContain('Taken back on Nov 19, 2026: It was right')
  })

  it('is refused for any other entry', async () => {
    const clinic = await aClinic()
    const invoice = await checkOut(clinic, '2026-11-19', cash(4000))
    for (const { id } of invoice.entries) expect((await clinic.test.refuse('documents.issueCreditNote', { entryId: id })).code).toBe('rule_broken')
  })
})
