import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId, { diagnoses: 2 })
})
afterEach(() => test.remove())

type Id = Output<'appointments.book'>['id']
type InvoiceId = Output<'billing.checkOut'>['id']
const pays = (amount: number): Input<'billing.takePayment'>['payment'] => ({ amount, method: 'card', reference: '' })
const treated = async (startsAt: string, minutes: Readonly<Record<string, number>> = { 97124: 52 }, isSigned = true) => {
  const visit = await aVisit(test, { patientId, episodeId, startsAt, minutes: 60 })
  await aNote(test, visit.id, { minutes, isSigned })
  return visit.id
}
const checkOut = (appointmentId: Id, payment: ReturnType<typeof pays> | null = null) => test.request('billing.checkOut', { appointmentId, payment })
const take = (invoiceId: InvoiceId, amount: number, paidOn = '2026-11-19') =>
  test.request('billing.takePayment', { invoiceId, payment: pays(amount), paidOn: localDate(paidOn) })
const refuseTake = (invoiceId: InvoiceId, amount: number, paidOn = '2026-11-19') =>
  test.refuse('billing.takePayment', { invoiceId, payment: pays(amount), paidOn })

describe('check-out', () => {
  it('charges the hands-on minutes, takes a first payment and closes the visit', async () => {
    const visit = await treated('2026-11-19T08:00')
    expect(await checkOut(visit, pays(5000))).toMatchObject({
      number: 'INV-2026-0001',
      total: 13_500,
      paid: 5000,
      balance: 8500,
      status: 'open',
      patientName: 'Marisol Reyes',
      serviceOn: '2026-11-19',
      lines: [{ code: '97124', units: 3, unitFee: 4500, charge: 13_500, pointers: ['A', 'B'], placeOfService: '11', regionWords: 'Neck' }],
      payments: [{ amount: 5000, method: 'card', paidOn: '2026-11-19' }],
    })
    expect(await test.request('appointments.get', { appointmentId: visit })).toMatchObject({ status: 'checked-out', balance: 8500 })
  })
  it('issues one invoice when two windows press at the same time', async () => {
    const visit = await treated('2026-11-19T08:00')
    const input = { appointmentId: visit, payment: pays(13_500) }
    const [one, two] = await Promise.all([test.app.invoke('billing.checkOut', input), test.app.invoke('billing.checkOut', input)])
    expect(one.ok).toBe(true)
    expect(two).toMatchObject({ ok: false, error: { code: 'conflict', message: 'This visit is already checked out on INV-2026-0001.' } })
    expect((await test.request('billing.listInvoices', { patientId, show: 'all', before: null })).rows).toHaveLength(1)
  })
  it('leaves nothing behind, not even a number, when the first payment is too high', async () => {
    const visit = await treated('2026-11-19T08:00')
    expect(await test.refuse('billing.checkOut', { appointmentId: visit, payment: pays(13_501) })).toMatchObject({
      code: 'rule_broken',
      message: 'The balance of INV-2026-0001 is $135.00. Take that or less.',
    })
    expect(await test.request('appointments.get', { appointmentId: visit })).toMatchObject({ status: 'finished', invoiceId: null })
    expect((await checkOut(visit)).number).toBe('INV-2026-0001')
  })
  it('says why it is not possible yet', async () => {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T08:00' })
    const obstacle = async () => (await test.request('billing.previewCheckOut', { appointmentId: visit.id })).obstacle
    expect(await obstacle()).toBe('This visit has no note yet. Start the session and enter the hands-on minutes.')
    await aNote(test, visit.id, { minutes: { 97124: 7 } })
    expect(await obstacle()).toBe('7 hands-on minutes are too few to charge a unit under the 8-minute rule.')
    expect((await test.refuse('billing.checkOut', { appointmentId: visit.id, payment: null })).message).toBe(await obstacle())
  })
  it('does not wait for the signature; the superbill does', async () => {
    const visit = await treated('2026-11-19T08:00', { 97124: 52 }, false)
    const { obstacle, readiness } = await test.request('billing.previewCheckOut', { appointmentId: visit })
    expect(obstacle).toBeNull()
    expect(readiness.items[0]).toMatchObject({ id: 'note', state: 'blocks' })
    expect((await checkOut(visit)).total).toBe(13_500)
    expect(await test.request('appointments.get', { appointmentId: visit })).toMatchObject({ status: 'checked-out', noteState: 'draft' })
  })
  it('goes by the payer’s rule, modifiers and limit', async () => {
    const payerId = await aPayer(test, { unitRule: 'midpoint', autoModifiers: ['GP'] })
    const policy = { payerId, memberId: 'M1', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
    patientId = await aPatient(test, { firstName: 'Ted', lastName: 'Lindqvist', phone: '' }, policy)
    episodeId = await anEpisode(test, patientId)
    const visit = await treated('2026-11-19T08:00', { 97124: 24, 97140: 23 })
    const preview = await test.request('billing.previewCheckOut', { appointmentId: visit })
    expect(preview).toMatchObject({ ruleWords: 'midpoint rule', lines: [{ units: 2, modifiers: ['GP'] }, { units: 2 }], total: 18_000, timedMinutes: 47 })
  })
  it('charges the fee of the date of service', async () => {
    const visit = await treated('2026-11-19T08:00')
    const [service] = await test.request('practice.listServices', {})
    if (!service) throw new Error('no service')
    const { id, fees, ...fields } = service
    await test.request('practice.saveService', { id, fields, fee: { effectiveFrom: localDate('2026-11-20'), unitFee: 9900 } })
    test.setNow('2026-11-21T17:00:00.000Z')
    expect(await checkOut(visit)).toMatchObject({ total: 13_500, issuedOn: '2026-11-21', serviceOn: '2026-11-19' })
    expect(fees).toHaveLength(1)
  })
  it('counts both visits of a day together under the 8-minute rule', async () => {
    await checkOut(await treated('2026-11-19T08:00', { 97124: 20 }))
    const second = await treated('2026-11-19T14:00', { 97124: 7 })
    expect(await checkOut(second)).toMatchObject({
      total: 4500,
      explanation: expect.stringContaining('27 hands-on minutes of the day = 2 units; 1 charged on INV-2026-0001, 1 now.'),
    })
  })
  it('previews readiness, the next visit and the one that is booked', async () => {
    await aPrescription(test, episodeId)
    const visit = await treated('2026-11-19T08:00')
    const next = await aVisit(test, { patientId, episodeId, startsAt: '2026-12-03T08:00' })
    const preview = await test.request('billing.previewCheckOut', { appointmentId: visit })
    expect(preview.nextBooked).toMatchObject({ id: next.id, visitNumber: 2 })
    expect(preview.nextVisit).toMatchObject({ startsAt: '2026-12-10T08:00' })
    expect(preview.readiness.items.filter(({ state }) => state === 'ok').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['note', 'units', 'diagnosis', 'pointers', 'prescription']),
    )
    await checkOut(visit, pays(13_500))
    const after = await test.request('billing.previewCheckOut', { appointmentId: visit })
    expect(after).toMatchObject({ obstacle: null, total: 13_500, invoice: { status: 'paid' } })
    expect(after.readiness.items).toContainEqual(expect.objectContaining({ id: 'paid', state: 'ok' }))
  })
})

describe('payments', () => {
  it('are taken up to the balance, which is named', async () => {
    const { id } = await checkOut(await treated('2026-11-19T08:00'), pays(3500))
    expect(await refuseTake(id, 10_001)).toMatchObject({ code: 'rule_broken', message: 'The balance of INV-2026-0001 is $100.00. Take that or less.' })
    expect(await take(id, 10_000)).toMatchObject({ status: 'paid', balance: 0 })
    expect((await refuseTake(id, 1)).message).toBe('INV-2026-0001 is paid. Nothing is owed on it.')
  })
  it('refuse days that cannot be and amounts that are none', async () => {
    const { id } = await checkOut(await treated('2026-11-19T08:00'))
    expect(await refuseTake(id, 100, '2026-11-20')).toMatchObject({ code: 'invalid_input', fields: { paidOn: 'A payment cannot be dated in the future.' } })
    expect((await refuseTake(id, 100, '2025-11-18')).fields).toHaveProperty('paidOn')
    expect((await refuseTake(id, 0)).fields).toEqual({ 'payment.amount': 'Enter an amount above zero.' })
    expect((await refuseTake(id, -100)).code).toBe('invalid_input')
    expect((await refuseTake(id, 10.5)).code).toBe('invalid_input')
    expect((await test.request('billing.getInvoice', { invoiceId: id })).paid).toBe(0)
  })
  it('are voided with a reason, once; the amount is owed again', async () => {
    const { id, payments } = await checkOut(await treated('2026-11-19T08:00'), pays(13_500))
    const paymentId = payments[0]?.id ?? ''
    const voided = await test.request('billing.voidPayment', { paymentId, reason: 'Card was declined' })
    expect(voided).toMatchObject({
      id,
      paid: 0,
      balance: 13_500,
      status: 'open',
      payments: [{ voidReason: 'Card was declined', voidedAt: expect.any(String) }],
    })
    expect((await test.refuse('billing.voidPayment', { paymentId, reason: 'Again' })).message).toBe('This payment is void already.')
    expect((await test.refuse('billing.voidPayment', { paymentId, reason: ' ' })).fields).toHaveProperty('reason')
  })
})

describe('voiding an invoice', () => {
  it('waits for its payments, keeps its number and lets the visit be charged anew', async () => {
    const visit = await treated('2026-11-19T08:00')
    const { id, payments } = await checkOut(visit, pays(100))
    expect((await test.refuse('billing.voidInvoice', { invoiceId: id, reason: 'Wrong payer' })).message).toBe(
      'INV-2026-0001 has payments. Void those first, or keep them on the account as credit, then void the invoice.',
    )
    await test.request('billing.voidPayment', { paymentId: payments[0]?.id ?? '', reason: 'Wrong payer' })
    expect(await test.request('billing.voidInvoice', { invoiceId: id, reason: 'Wrong payer' })).toMatchObject({
      status: 'void',
      balance: 0,
      voidReason: 'Wrong payer',
    })
    expect(await test.request('appointments.get', { appointmentId: visit })).toMatchObject({ status: 'finished', invoiceId: null, balance: 0 })
    expect((await refuseTake(id, 100)).message).toBe('INV-2026-0001 is void and takes no payments.')
    expect((await checkOut(visit)).number).toBe('INV-2026-0002')
    const { rows } = await test.request('billing.listInvoices', { patientId, show: 'void', before: null })
    expect(rows.map(({ number }) => number)).toEqual(['INV-2026-0001'])
  })
  it('is the only way back from checked out', async () => {
    const visit = await treated('2026-11-19T08:00')
    await checkOut(visit)
    expect((await test.refuse('appointments.setStatus', { appointmentId: visit, status: 'finished', reason: '' })).message).toBe(
      'This visit is charged. Void its invoice first.',
    )
  })
})

describe('the list of invoices', () => {
  it('comes newest first, in pages, with what is owed in all', async () => {
    for (const hour of ['08', '09', '10', '11']) await checkOut(await treated(`2026-11-19T${hour}:00`, { 97124: 15 }))
    const list = (show: 'all' | 'open', before: string | null) => test.request('billing.listInvoices', { patientId: null, show, before })
    const all = await list('all', null)
    expect(all.rows.map(({ number }) => number.slice(-1))).toEqual(['4', '3', '2', '1'])
    expect(all).toMatchObject({ openTotal: 18_000, openCount: 4 })
    expect((await list('all', 'INV-2026-0003')).rows.map(({ number }) => number.slice(-1))).toEqual(['2', '1'])
    await take(all.rows[0]?.id ?? ('' as InvoiceId), 4500)
    expect((await list('open', null)).rows).toHaveLength(3)
  })
})
