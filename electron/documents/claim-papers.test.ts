import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTHING_TYPED } from '../../shared/documents/claim-form.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { aChargedVisit, anAutoCase } from '../testing/auto-case.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { aNote, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let auto: Awaited<ReturnType<typeof anAutoCase>>
const days = { from: localDate('2026-10-01'), to: localDate('2026-11-19') }
const charge = (startsAt: string) => aChargedVisit(test, auto, { startsAt })
const textOf = async (path: string) => pdfText(await test.app.readPaper(path))

beforeEach(async () => {
  test = await signedInApp()
  auto = await anAutoCase(test)
})
afterEach(() => test.remove())

describe('a claim form', () => {
  const range = () => ({ ...auto, ...days })

  it('says what is missing, then is issued, opened both ways, and reprinted the same', async () => {
    await charge('2026-11-12T09:00')
    await charge('2026-11-19T09:00')
    const preview = await test.request('documents.previewClaimForm', range())
    expect(preview).toMatchObject({ visits: 2, sheets: [{ lines: [{}, {}, {}, {}] }] })
    expect(preview.remarks.map(({ sentence }) => sentence)).toContainEqual(expect.stringContaining('Box 1a'))
    const paper = await test.request('documents.issueClaimForm', range())
    expect(paper).toMatchObject({ kind: 'claim-form', number: 'CF-2026-0001', version: 1, from: '2026-11-12', to: '2026-11-19', total: preview.total })
    const before = await test.app.readPaper(paper.path)
    const text = await pdfText(before)
    for (const word of ['Claim form data', 'Y4 NF-26-00881', 'REYES, MARISOL', 'M542', '97140', '97124', '08 02 2026', 'NORTHFORK MUTUAL AUTO'])
      expect(text).toContain(word)
    const sheet = await test.request('documents.openClaimForm', { documentId: paper.id, form: 'sheet' })
    expect(readFileSync(sheet.path).equals(Buffer.from(before ?? []))).toBe(true)
    const overlay = readFileSync((await test.request('documents.openClaimForm', { documentId: paper.id, form: 'overlay' })).path)
    expect((await pdfText(overlay)).replaceAll(' ', '')).toContain('REYES,MARISOL')
  })

  it('is drawn before it is issued, with what was typed, as sheet and for ready-made forms; nothing is issued by that', async () => {
    expect((await test.request('documents.previewClaimForm', range())).papers).toBeNull()
    await charge('2026-11-19T09:00')
    const typed = { ...NOTHING_TYPED, insuredId: 'AP 7714', notes: 'Ménière, seen at home, as the adjuster asked' }
    const { papers } = await test.request('documents.previewClaimForm', { ...range(), typed })
    for (const word of ['Claim form data', 'AP 7714', 'REYES, MARISOL']) expect(await textOf(papers?.sheet ?? '')).toContain(word)
    expect((await textOf(papers?.overlay ?? '')).replaceAll(' ', '')).toContain('REYES,MARISOL')
    expect(await test.request('documents.list', { patientId: auto.patientId })).toEqual([])
    for (const name of ['nonsense', Buffer.from('{}').toString('base64url')]) expect(await test.app.readPaper(`papers/claim-sheet/${name}.pdf`)).toBeUndefined()
  })

  it('gives the same paper while nothing changed, else its next version', async () => {
    await charge('2026-11-19T09:00')
    const first = await test.request('documents.issueClaimForm', range())
    expect(await test.request('documents.issueClaimForm', range())).toMatchObject({ id: first.id })
    test.setNow('2026-11-20T16:52:00.000Z')
    expect(await test.request('documents.issueClaimForm', range())).toMatchObject({ id: first.id })
    const typed = { ...NOTHING_TYPED, insuredId: 'AP 7714', resubmission: '7' as const, originalReference: 'X1' }
    const second = await test.request('documents.issueClaimForm', { ...range(), typed })
    expect(second).toMatchObject({ number: first.number, version: 2, replacesVersion: 1 })
    expect(await textOf(second.path)).toContain('AP 7714')
  })

  it('begins with what the last claim of the case said, or where the last claim to the same payer went', async () => {
    const start = (of = auto) => test.request('documents.claimStart', of)
    expect(await start()).toEqual(NOTHING_TYPED)
    await charge('2026-11-12T09:00')
    const payerAddress = '40 Depot St, Helena, MT 59601'
    const typed = { ...NOTHING_TYPED, insuredId: 'AP 7714', payerAddress, notes: 'Second opinion', resubmission: '7' as const, originalReference: 'X1' }
    await test.request('documents.issueClaimForm', { ...range(), typed })
    expect(await start()).toEqual({ ...NOTHING_TYPED, insuredId: 'AP 7714', payerAddress })
    const other = await anAutoCase(test)
    expect(await start(other), 'without a charged visit no payer is known').toEqual(NOTHING_TYPED)
    await aChargedVisit(test, other, { startsAt: '2026-11-12T13:00' })
    expect(await start(other)).toEqual({ ...NOTHING_TYPED, payerAddress })
  })

  it('leads to the note that is not signed, and to the physician without NPI', async () => {
    const { id } = await aVisit(test, { ...auto, startsAt: '2026-11-12T09:00' })
    await aNote(test, id, { minutes: { '97140': 38 }, isSigned: false })
    await test.request('billing.checkOut', { appointmentId: id, payment: null })
    const fixOf = async (words: string) => (await test.request('documents.previewClaimForm', range())).remarks.find(each => each.sentence.includes(words))?.fix
    expect(await fixOf('is not signed')).toEqual({ screen: 'session', field: 'signature', refId: id, label: 'Sign note' })
    const note = await test.request('notes.begin', { appointmentId: id })
    await test.request('notes.sign', { noteId: note.id, revision: note.revision, drawn: '' })
    const [prescriber] = await test.request('practice.listPrescribers', {})
    if (!prescriber) throw new Error('The case has a prescriber.')
    const { id: prescriberId, ...fields } = prescriber
    await test.request('practice.savePrescriber', { id: prescriberId, fields: { ...fields, npi: '' } })
    expect(await fixOf('Box 17b')).toEqual({ screen: 'prescriber', field: 'npi', refId: prescriberId, label: 'Add NPI' })
  })

  it('refuses visits of other episodes, unsigned notes, and an offset off the paper', async () => {
    expect(await test.refuse('documents.issueClaimForm', range())).toMatchObject({
      code: 'rule_broken',
      message: expect.stringContaining('Nothing was charged'),
    })
    await charge('2026-11-19T09:00')
    const paper = await test.request('documents.issueClaimForm', range())
    const rules = await test.request('practice.getBillingRules', {})
    await test.request('practice.saveBillingRules', { ...rules, claimFormOffset: { right: -200, down: 0 } })
    expect(await test.refuse('documents.openClaimForm', { documentId: paper.id, form: 'overlay' })).toMatchObject({
      message: expect.stringContaining('leave the paper'),
    })
    expect(await test.refuse('documents.openCalibrationPage', {})).toMatchObject({ code: 'rule_broken' })
    await test.request('practice.saveBillingRules', { ...rules, claimFormOffset: { right: 12, down: -8 } })
    const { path } = await test.request('documents.openCalibrationPage', {})
    expect(await pdfText(readFileSync(path))).toContain('Moved now: 1.2 mm to the right, 0.8 mm up.')
  })
})

describe('attendance', () => {
  it('logs visits kept, missed and cancelled with minutes and miles', async () => {
    await charge('2026-11-12T09:00')
    const missed = await aVisit(test, { ...auto, startsAt: '2026-11-17T09:00' })
    await test.request('appointments.setStatus', { appointmentId: missed.id, status: 'no-show', reason: '' })
    const log = await test.request('documents.issueAttendanceLog', { episodeId: auto.episodeId, ...days, tenthsOfMile: 124 })
    const text = await textOf(log.path)
    for (const word of ['AL-2026-0001', 'Nov 12, 2026', '12.4', '53', 'Did not come', '1 attended, 1 missed, 0 cancelled', 'NF-26-00881'])
      expect(text).toContain(word)
    expect(await test.request('documents.issueAttendanceLog', { episodeId: auto.episodeId, ...days, tenthsOfMile: 124 })).toMatchObject({ id: log.id })
    expect(await test.request('documents.issueAttendanceLog', { episodeId: auto.episodeId, ...days, tenthsOfMile: null })).toMatchObject({ version: 2 })
  })

  it('tells an employer when, and what for only with a release', async () => {
    const appointmentId = await charge('2026-11-12T09:00')
    const asked = { episodeId: auto.episodeId, appointmentIds: [appointmentId], to: 'Bracken Creek', remark: '', namesCondition: false }
    const letter = await test.request('documents.issueAttendanceLetter', asked)
    const text = await textOf(letter.path)
    expect(text).toContain('was at this clinic for an appointment on Thursday, November 12, 2026')
    for (const word of ['Whiplash', 'M54.2', '1984']) expect(text).not.toContain(word)
    expect(await textOf((await test.request('documents.issueAttendanceLetter', { ...asked, namesCondition: true })).path)).toContain('Whiplash')
    const booked = await aVisit(test, { ...auto, startsAt: '2026-11-20T09:00' })
    expect(await test.refuse('documents.issueAttendanceLetter', { ...asked, appointmentIds: [booked.id] })).toMatchObject({ code: 'rule_broken' })
    const other = await anAutoCase(test, { releaseSignedOn: null })
    const visit = await aChargedVisit(test, other, { startsAt: '2026-11-12T13:00' })
    const refused = await test.refuse('documents.issueAttendanceLetter', {
      ...asked,
      episodeId: other.episodeId,
      appointmentIds: [visit],
      namesCondition: true,
    })
    expect(refused.message).toContain('No release of information')
  })
})
