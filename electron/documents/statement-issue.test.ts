import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { type DocumentId, JobId, type PatientId } from '../../shared/lib/ids.ts'
import { aDebt, amount, aPaymentOn } from '../accounts/debt-sample.ts'
import { aNote, anEpisode, aPatient, aVisit } from '../testing/records.ts'
import { countedId, signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

const HOME = { street: '9 Sandhill Crane Lane', street2: '', city: 'Larkspur Falls', state: 'MT' as const, zip: '59000' }
const ALL = { kind: 'all', search: '', filter: 'all' } as const

let test: TestApp
let ana: PatientId
beforeEach(async () => {
  test = await signedInApp()
  ana = await aPatient(test, { firstName: 'Ana', lastName: 'Ruiz', address: HOME })
})
afterEach(() => test.remove())

const issue = (patientId: PatientId) => test.request('documents.issueStatement', { payer: { by: 'patient', patientId } })
const textOf = async (id: DocumentId) => (await readBack((await test.app.readPaper(`papers/document/${id}.pdf`)) ?? new Uint8Array())).text
const jobId = (n: number) => JobId.parse(countedId(900_000 + n))
const print = (given: { minimum?: number; job?: number } = {}) =>
  test.request('documents.printStatements', { jobId: jobId(given.job ?? 1), minimum: amount(given.minimum ?? 0), choice: ALL })
const statements = async () => (await test.request('documents.list', { patientId: null })).filter(({ kind }) => kind === 'statement')

describe('A statement from the records', () => {
  it('lists each open invoice with what was charged, paid and let go, and never a diagnosis', async () => {
    const episodeId = await anEpisode(test, ana)
    const { id } = await aVisit(test, { patientId: ana, episodeId, startsAt: '2026-11-17T09:00' })
    await aNote(test, id, { minutes: { '97124': 53 }, isSigned: true })
    const invoice = await test.request('billing.checkOut', { appointmentId: id, payment: null })
    await aPaymentOn(test, invoice.id, 'check', 5000)
    await test.request('billing.reduce', { invoiceId: invoice.id, kind: 'discount', amount: amount(500), reason: 'Loyal' })
    const closed = await aDebt(test, ana, { day: '2026-11-10', cents: 4500 })
    await aPaymentOn(test, closed.id, 'cash', 4500)
    const statement = await issue(ana)
    expect(statement).toMatchObject({ kind: 'statement', number: 'ST-2026-0001', patientId: ana, total: invoice.total - 5500 })
    const text = await textOf(statement.id)
    for (const words of ['INV-2026-0001', 'Paid: Check 1042', '−50.00', 'Discount', 'Ana Ruiz', '9 Sandhill Crane Lane', 'by the end of the month'])
      expect(text).toContain(words)
    for (const words of ['INV-2026-0002', 'M54', 'Cervicalgia', 'Loyal', 'Neck']) expect(text).not.toContain(words)
  })

  it('is the same one again the same day, and another once something was paid', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-09-10', cents: 12_000 })
    const first = await issue(ana)
    expect((await issue(ana)).id).toBe(first.id)
    await aPaymentOn(test, invoice.id, 'card', 2000)
    const second = await issue(ana)
    expect([first.number, second.number, second.total]).toEqual(['ST-2026-0001', 'ST-2026-0002', 10_000])
    const text = await textOf(second.id)
    expect(text).toContain('Since statement ST-2026-0001 of Nov 19, 2026: balance then 120.00 + charged 0.00 − paid 20.00 = 100.00.')
    expect(text).toContain('more than 60 days old')
  })

  it('begins with the day from which something was owed, where none was sent before', async () => {
    const settled = await aDebt(test, ana, { day: '2026-09-10', cents: 3000 })
    await aPaymentOn(test, settled.id, 'card', 3000)
    await aDebt(test, ana, { day: '2026-11-10', cents: 4500 })
    expect(await textOf((await issue(ana)).id)).toContain('Since Nov 19, 2026: charged 45.00 − paid 0.00 = 45.00.')
  })

  it('stays as it is when fees, names or payments change', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-10', cents: 4500 })
    const { id } = await issue(ana)
    const before = await test.app.readPaper(`papers/document/${id}.pdf`)
    await aPaymentOn(test, invoice.id, 'card', 4500)
    expect(await test.app.readPaper(`papers/document/${id}.pdf`)).toEqual(before)
    expect(await test.refuse('documents.issueStatement', { payer: { by: 'patient', patientId: ana } })).toMatchObject({
      code: 'rule_broken',
      message: 'Ana Ruiz owes nothing. There is no statement to print.',
    })
  })
})

describe('Statements for many', () => {
  it('prints one file in order of name, and says who was left out and why', async () => {
    const mother = await aPatient(test, { firstName: 'Ada', lastName: 'Vance', address: HOME })
    const pays = { patientId: mother, name: 'Ada Vance', relation: 'Mother', phone: '' }
    const son = await aPatient(test, { firstName: 'Tom', lastName: 'Vance', bornOn: localDate('2014-02-01'), guarantor: pays })
    const homeless = await aPatient(test, { firstName: 'Cy', lastName: 'Lund' })
    const small = await aPatient(test, { firstName: 'Bo', lastName: 'Ames', address: HOME })
    for (const [who, cents] of [
      [son, 7000],
      [ana, 4500],
      [homeless, 3000],
      [small, 90],
    ] as const)
      await aDebt(test, who, { day: '2026-11-10', cents })
    const progress: string[] = []
    test.app.onEvent(event => event.kind === 'progress' && progress.push(`${event.done} of ${event.total}`))
    const { printed, skipped, path } = await print({ minimum: 100 })
    expect([printed, skipped]).toEqual([
      2,
      [
        { name: 'Bo Ames', reason: 'Owes $0.90, less than $1.00.' },
        { name: 'Cy Lund', reason: 'No address on file.' },
      ],
    ])
    const { pages } = await readBack(new Uint8Array(await readFile(path ?? '')))
    expect(pages.map(page => /TO (Ana Ruiz|Ada Vance)/.exec(page)?.[1])).toEqual(['Ana Ruiz', 'Ada Vance'])
    expect(pages[1]).toContain('Tom Vance')
    expect((await statements()).map(({ number, patientId }) => `${number} ${patientId}`).toSorted()).toEqual([`ST-2026-0001 ${ana}`, `ST-2026-0002 ${mother}`])
    expect(progress).toEqual(['1 of 2', '2 of 2'])
    expect(test.desktop.opened).toEqual([path])
    await print({ minimum: 100, job: 2 })
    expect(await statements()).toHaveLength(2)
  })

  it('keeps nothing and takes no number when it is stopped', async () => {
    for (let i = 0; i < 8; i++) await aDebt(test, await aPatient(test, { firstName: `P${i}`, address: HOME }), { day: '2026-11-10', cents: 1000 + i })
    const running = test.app.invoke('documents.printStatements', { jobId: jobId(3), minimum: 0, choice: ALL })
    test.app.onEvent(event => event.kind === 'progress' && event.done === 2 && void test.request('documents.stopJob', { jobId: jobId(3) }))
    expect(await running).toMatchObject({ ok: false, error: { message: 'Drawing was stopped, and nothing was kept.' } })
    expect(await statements()).toEqual([])
    await aDebt(test, ana, { day: '2026-11-10', cents: 500 })
    expect((await issue(ana)).number).toBe('ST-2026-0001')
  })

  it('keeps nothing when another statement took a number meanwhile', async () => {
    const ben = await aPatient(test, { firstName: 'Ben', lastName: 'Ode', address: HOME })
    await aDebt(test, ana, { day: '2026-11-10', cents: 4500 })
    await aDebt(test, ben, { day: '2026-11-10', cents: 4500 })
    const running = test.app.invoke('documents.printStatements', {
      jobId: jobId(4),
      minimum: 0,
      choice: { kind: 'some', payers: [{ by: 'chart', patientId: ana }] },
    })
    test.app.onEvent(event => event.kind === 'progress' && void issue(ben))
    expect(await running).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await statements()).map(({ patientId }) => patientId)).toEqual([ben])
  })

  it('says so where nobody is left', async () => {
    expect(await print()).toEqual({ printed: 0, skipped: [], path: null })
  })
})

describe('The page of a closed day', () => {
  it('is drawn from what was frozen, the same whenever it is opened', async () => {
    const invoice = await aDebt(test, ana, { day: '2026-11-18', cents: 12_000 })
    const paymentId = await aPaymentOn(test, invoice.id, 'cash', 4000)
    const { mark } = await test.request('accounts.previewClosing', { from: null, float: null })
    const count = { pieces: [{ value: 2000, count: 2 }], other: amount(0) }
    const { id } = await test.request('accounts.closeDay', { mark, from: null, float: amount(0), count, remark: '' })
    const open = async () => new Uint8Array(await readFile((await test.request('documents.openDayClosing', { closingId: id })).path))
    const before = await open()
    const { text } = await readBack(before)
    for (const words of ['Day closed', 'Rosa Delgado', '(1) 40.00', 'The drawer holds $40.00, as expected.']) expect(text).toContain(words)
    await test.request('billing.voidPayment', { paymentId, reason: 'Wrong patient' })
    test.setNow('2026-11-20T18:00:00.000Z')
    expect(await open()).toEqual(before)
  })
})
