import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PaymentFields } from '../../shared/billing/schema.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { cents, formatAmount } from '../../shared/lib/money.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

const DAY = '2026-11-19'
let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId

beforeEach(async () => {
  test = await signedInApp()
  const payerId = await aPayer(test)
  const policy = { payerId, memberId: 'CMH 884 020', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  patientId = await aPatient(test, {}, policy)
  episodeId = await anEpisode(test, patientId, { diagnoses: 2 })
  await aPrescription(test, episodeId)
})
afterEach(() => test.remove())

async function aSignedVisit(startsAt = `${DAY}T09:00`): Promise<AppointmentId> {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt })
  await aNote(test, id, { minutes: { '97140': 38, '97124': 15 }, isSigned: true })
  return id
}
const paid = (amount: number, method: string, reference = '') => PaymentFields.parse({ amount, method, reference })
async function aChargedVisit(startsAt?: string) {
  const appointmentId = await aSignedVisit(startsAt)
  const { total } = await test.request('billing.previewCheckOut', { appointmentId })
  return test.request('billing.checkOut', { appointmentId, payment: paid(total, 'card') })
}
const range = (from = DAY, to = from) => ({ patientId, from: localDate(from), to: localDate(to) })
const issue = (days = range(), more: object = {}) => test.request('documents.issueSuperbill', { ...days, replaces: null, reason: '', ...more })

describe('issuing a superbill', () => {
  it('numbers superbills without a gap and lists them', async () => {
    await aChargedVisit()
    await aChargedVisit('2026-11-18T09:00')
    const first = await issue()
    expect(await test.refuse('documents.issueSuperbill', { ...range('2026-01-01'), replaces: null, reason: '' })).toMatchObject({ code: 'rule_broken' })
    const second = await issue(range('2026-11-18'))
    expect([first.number, second.number]).toEqual(['SB-2026-0001', 'SB-2026-0002'])
    expect(first).toMatchObject({ version: 1, from: DAY, to: DAY, title: 'Superbill', replacedBy: null })
    expect((await test.request('documents.list', { patientId })).map(each => each.number).toSorted()).toEqual(['SB-2026-0001', 'SB-2026-0002'])
  })

  it('prints what the records say, down to the cent', async () => {
    const invoice = await aChargedVisit()
    const { path, total } = await issue()
    const text = await pdfText(await test.app.readPaper(path))
    for (const word of ['SB-2026-0001', 'Rosa Delgado, LMT', '1234567893', 'M54.2', 'M62.838', 'Samir Amari, MD', 'CMH 884 020', '97140', '97124'])
      expect(text).toContain(word)
    expect(total).toBe(invoice.total)
    expect(text).toContain(formatAmount(invoice.total))
    for (const line of invoice.lines) expect(text).toContain(formatAmount(line.charge))
  })

  it('reprints the same bytes after fee, name, diagnosis and clinic changed', async () => {
    await aChargedVisit()
    const { path, id } = await issue()
    const before = await test.app.readPaper(path)
    test.setNow('2027-03-01T16:00:00.000Z')
    const { patient, policy } = await test.request('patients.getDetails', { patientId })
    const { id: _id, chartNumber: _chart, isArchived: _archived, deceasedOn: _died, registeredOn: _on, ...fields } = patient
    await test.request('patients.save', { patientId, fields: { ...fields, lastName: 'Changed' }, policy })
    await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: [] })
    const clinic = await test.request('practice.getClinic', {})
    await test.request('practice.saveClinic', { ...clinic, name: 'Another name', paperSize: 'a4' })
    const after = await test.app.readPaper(path)
    expect(Buffer.from(after ?? []).equals(Buffer.from(before ?? []))).toBe(true)
    expect(before?.length).toBeGreaterThan(2000)
    const opened = await test.request('documents.open', { documentId: id })
    expect(opened.path.endsWith('SB-2026-0001 Changed Marisol.pdf')).toBe(true)
    expect(readFileSync(opened.path).equals(Buffer.from(before ?? []))).toBe(true)
    expect(test.desktop.opened).toEqual([opened.path])
  })

  it('saves where the person says, whole or not at all', async () => {
    await aChargedVisit()
    const { id } = await issue()
    expect(await test.request('documents.saveAs', { documentId: id })).toBeNull()
    const path = join(test.dir, 'bill.pdf')
    test.desktop.savePaths.push(path, join(test.dir, 'no', 'such', 'folder.pdf'))
    await test.request('documents.saveAs', { documentId: id })
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await test.refuse('documents.saveAs', { documentId: id })).toMatchObject({ code: 'storage' })
    test.desktop.savePaths.push(join(test.dir, 'keyring.json'))
    expect(await test.refuse('documents.saveAs', { documentId: id })).toMatchObject({ code: 'conflict' })
    expect(readFileSync(join(test.dir, 'keyring.json'), 'utf8')).toContain('"format"')
  })
})

describe('a superbill that cannot be issued', () => {
  it('says that nothing is charged', async () => {
    expect((await test.request('documents.previewSuperbill', range())).obstacle).toContain('Nothing was charged')
  })

  it('waits for the signature', async () => {
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${DAY}T09:00` })
    await aNote(test, id, { minutes: { '97140': 38 } })
    await test.request('billing.checkOut', { appointmentId: id, payment: null })
    const refusal = await test.refuse('documents.issueSuperbill', { ...range(), replaces: null, reason: '' })
    expect(refusal).toMatchObject({
      code: 'rule_broken',
      message: 'The note of Nov 19, 2026 is not signed. Sign it first: a superbill is only for signed notes.',
    })
  })

  it('never invents a diagnosis, but takes the physician’s once it is on file', async () => {
    episodeId = await anEpisode(test, patientId, { condition: 'Low back', diagnoses: 0 })
    await aChargedVisit()
    expect((await test.request('documents.previewSuperbill', range())).obstacle).toContain('No diagnosis on file for Nov 19, 2026.')
    expect(await test.app.readPaper(`papers/superbill/${patientId}_${DAY}_${DAY}.pdf`)).toBeUndefined()
    const maker = {
      diagnosedBy: 'Samir Amari, MD',
      prescriberId: null,
      diagnosedOn: localDate('2026-09-01'),
      validFrom: localDate('2026-09-01'),
      validTo: null,
    }
    await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: [{ id: null, code: 'M54.59', label: 'Other low back pain', ...maker }] })
    const { path } = await issue()
    expect(await pdfText(await test.app.readPaper(path))).toContain('M54.59')
  })

  it('takes what readiness asked for once it is on file, without charging the visit again', async () => {
    const fields = {
      condition: 'Whiplash',
      kind: 'auto' as const,
      onsetOn: null,
      regions: ['neck' as const],
      plannedVisits: null,
      planRemark: '',
      claim: { payerId: null, claimNumber: '', injuredOn: null, state: '' as const, adjuster: '', employer: '', attorney: '' },
    }
    episodeId = (await test.request('episodes.open', { patientId, fields })).id
    const maker = { diagnosedBy: 'Samir Amari, MD', prescriberId: null, diagnosedOn: localDate('2026-09-01'), validTo: null }
    const whiplash = { id: null, code: 'S13.4XXD', label: 'Sprain of neck', validFrom: localDate('2026-09-01'), ...maker }
    await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: [whiplash] })
    const clinic = await test.request('practice.getClinic', {})
    await test.request('practice.saveClinic', { ...clinic, address: { street: '', street2: '', city: '', state: '', zip: '' } })
    const { total } = await aChargedVisit()
    const open = async () => {
      const { readiness } = await test.request('documents.previewSuperbill', range())
      return readiness.items.flatMap(item => (item.state === 'ok' ? [] : item.id))
    }
    expect(await open()).toEqual(['prescription', 'claim', 'address'])
    await test.request('practice.saveClinic', clinic)
    await aPrescription(test, episodeId)
    const claim = { ...fields.claim, claimNumber: '44-0193', injuredOn: localDate('2026-08-29'), state: 'CO' as const }
    await test.request('episodes.save', { episodeId, fields: { ...fields, claim } })
    expect(await open()).toEqual([])
    const { path } = await issue()
    const text = await pdfText(await test.app.readPaper(path))
    for (const words of ['Samir Amari, MD', '1993999998', '44-0193', '100 Example Street', formatAmount(total)]) expect(text).toContain(words)
  })

  it('takes what was mistyped at check-out as it stands when it is issued', async () => {
    await aChargedVisit()
    const { patient, policy } = await test.request('patients.getDetails', { patientId })
    const { id: _id, chartNumber: _chart, isArchived: _archived, deceasedOn: _died, registeredOn: _on, ...fields } = patient
    const address = { street: '9 Willow Lane', street2: '', city: 'Denver', state: 'CO' as const, zip: '80203' }
    await test.request('patients.save', { patientId, fields: { ...fields, lastName: 'Married', middleName: 'Q.', address }, policy })
    const { path } = await issue()
    const text = await pdfText(await test.app.readPaper(path))
    expect(text).toContain('9 Willow Lane')
    expect(text).toContain('Marisol Q. Married')
  })

  it('refuses a range that ends before it begins', async () => {
    expect(await test.refuse('documents.previewSuperbill', range('2026-11-19', '2026-11-18'))).toMatchObject({ code: 'invalid_input' })
  })
})

describe('correcting a superbill', () => {
  it('refuses the same visits twice and names the paper that holds them', async () => {
    await aChargedVisit()
    await issue()
    const refusal = await test.refuse('documents.issueSuperbill', { ...range(), replaces: null, reason: '' })
    expect(refusal).toMatchObject({ code: 'conflict' })
    expect(refusal.message).toContain('SB-2026-0001')
  })

  it('keeps the number, counts the version and says what it replaces', async () => {
    const appointmentId = await aSignedVisit()
    const invoice = await test.request('billing.checkOut', { appointmentId, payment: null })
    const first = await issue()
    expect(await test.refuse('documents.issueSuperbill', { ...range(), replaces: first.id, reason: '' })).toMatchObject({ code: 'rule_broken' })
    expect((await test.request('documents.previewSuperbill', range())).differsFromIssued).toBe(false)
    const payment = paid(invoice.total, 'check', '1042')
    await test.request('billing.takePayment', { invoiceId: invoice.id, payment, paidOn: localDate(DAY) })
    expect(await test.request('documents.previewSuperbill', range())).toMatchObject({ differsFromIssued: true, issued: { id: first.id } })
    const second = await issue(range(), { replaces: first.id, reason: 'Paid since' })
    expect(second).toMatchObject({ number: 'SB-2026-0001', version: 2, replacesVersion: 1, reason: 'Paid since' })
    const text = await pdfText(await test.app.readPaper(second.path))
    expect(text).toContain('2, replaces version 1')
    expect(text).toContain('Check 1042')
    expect(await test.request('documents.get', { documentId: first.id })).toMatchObject({ replacedBy: second.id })
    expect(await test.refuse('documents.issueSuperbill', { ...range(), replaces: first.id, reason: '' })).toMatchObject({ code: 'conflict' })
  })
})

describe('money on a superbill', () => {
  it('shows a discount as one, never a write-off, and what was given back as not paid', async () => {
    const appointmentId = await aSignedVisit()
    const { total } = await test.request('billing.previewCheckOut', { appointmentId })
    const discount = { amount: paid(1000, 'cash').amount, reason: 'Self-pay' }
    const invoice = await test.request('billing.checkOut', { appointmentId, payment: paid(5000, 'check', '4242 4242 4242 4242'), discount })
    await test.request('billing.reduce', { invoiceId: invoice.id, kind: 'write-off', amount: paid(300, 'cash').amount, reason: 'Small rest' })
    const preview = await test.request('documents.previewSuperbill', range())
    expect(preview).toMatchObject({ total, paid: 5000 })
    const first = await issue()
    const text = await pdfText(await test.app.readPaper(first.path))
    expect(text).toContain('Discount 10.00')
    expect(text).toContain(`Balance ${formatAmount(cents(total - 1000 - 5000))}`)
    expect(text).toContain('Check ending 4242')
    expect(text).not.toMatch(/write-off|Small rest|4242 4242|3\.00/i)
    const [payment] = invoice.payments
    if (!payment) throw new Error('No payment was taken.')
    await test.request('billing.refund', {
      paymentId: payment.id,
      refund: paid(5000, 'check'),
      refundedOn: localDate(DAY),
      reason: 'Paid twice',
      creditNote: false,
    })
    const second = await test.request('documents.correctSuperbill', { documentId: first.id, reason: 'Given back' })
    const after = await pdfText(await test.app.readPaper(second.path))
    expect(after).toContain('Not paid')
    expect(after).toContain('Nothing is paid yet.')
    expect(after).not.toContain('Check')
  })
})

describe('previews', () => {
  it('draws a superbill before it is issued, without a number', async () => {
    await aChargedVisit()
    const preview = await test.request('documents.previewSuperbill', range())
    expect(preview).toMatchObject({ visits: 1, obstacle: null, issued: null })
    expect(await pdfText(await test.app.readPaper(preview.path))).toContain('Not issued yet')
  })

  it('draws what a check-out would lead to, paid in full', async () => {
    const id = await aSignedVisit()
    const { total } = await test.request('billing.previewCheckOut', { appointmentId: id })
    const text = await pdfText(await test.app.readPaper(`papers/check-out/${id}_cash.pdf`))
    expect(text).toContain(formatAmount(total))
    expect(text).toContain('Cash')
    expect(text).toContain('Reimburse the patient.')
  })

  it('gives nothing for unknown addresses', async () => {
    for (const path of [
      'papers/document/x.pdf',
      'papers/../keyring.json',
      'papers/letter/nobody.pdf',
      `papers/check-out/${patientId}.pdf`,
      'papers/superbill/a_b_c.pdf',
    ])
      expect(await test.app.readPaper(path)).toBeUndefined()
  })
})
