import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import type { DocumentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId

beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId, { procedures: ['97140'] })
  for (const [index, pain] of [7, 6, 5, 3].entries()) await aSignedVisit(`2026-11-1${index}`, pain)
})
afterEach(() => test.remove())

async function aSignedVisit(day: string, pain: number) {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const content = await noteContent(test, { '97140': 45 }, { painBefore: { now: pain, best: pain - 1, worst: pain + 1 } })
  const note = await test.request('notes.begin', { appointmentId: id })
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
}

async function aSignedLetter(kind: 'progress' | 'discharge' = 'progress'): Promise<DocumentId> {
  const { id } = await test.request('documents.beginLetter', { episodeId, kind })
  const { document } = await test.request('documents.signLetter', { letterId: id })
  if (!document) throw new Error('It was not signed.')
  return document.id
}
const day = localDate
const approved = { receivedOn: day('2026-11-19'), answer: 'approved' as const, remark: '' }
const prescriptions = async () => (await test.request('episodes.get', { episodeId })).prescriptions

describe('a physician’s yes', () => {
  it('keeps the prescription it made on the episode, also one written after the letter', async () => {
    const documentId = await aSignedLetter()
    const { suggested } = await test.request('documents.getTrail', { documentId })
    test.setNow('2026-11-24T16:52:00.000Z')
    const prescription = suggested && { ...suggested, writtenOn: day('2026-11-23') }
    const { answer } = await test.request('documents.recordAnswer', { documentId, answer: { ...approved, receivedOn: day('2026-11-24') }, prescription })
    expect(await test.refuse('episodes.removePrescription', { episodeId, prescriptionId: answer?.prescriptionId })).toMatchObject({
      code: 'rule_broken',
      message: 'The answer to letter PL-2026-0001 names this prescription, so it stays on the episode. Change it instead if something is wrong.',
    })
  })

  it('makes one prescription, also where the letter was corrected meanwhile', async () => {
    const documentId = await aSignedLetter()
    const { suggested } = await test.request('documents.getTrail', { documentId })
    await test.request('documents.recordAnswer', { documentId, answer: approved, prescription: suggested })
    const { id: letterId } = await test.request('documents.correctLetter', { documentId, reason: 'Wrong side named' })
    const corrected = (await test.request('documents.signLetter', { letterId })).document?.id ?? ''
    expect(await test.refuse('documents.recordAnswer', { documentId: corrected, answer: approved, prescription: suggested })).toMatchObject({
      code: 'conflict',
      message: 'Another version of this letter was answered with a prescription already. Change that one on the episode instead.',
    })
    expect(await prescriptions()).toHaveLength(2)
    expect((await test.request('documents.recordAnswer', { documentId: corrected, answer: approved, prescription: null })).answer?.answer).toBe('approved')
  })

  it('becomes the next prescription in one step: the visits asked for, regions and codes as before', async () => {
    const documentId = await aSignedLetter()
    const { suggested } = await test.request('documents.getTrail', { documentId })
    const [before] = await prescriptions()
    expect(suggested).toMatchObject({
      prescriberId: before?.prescriberId,
      visits: 6,
      frequency: 'once a week',
      regions: ['neck'],
      procedures: ['97140'],
      writtenOn: '2026-11-19',
      expiresOn: '2026-12-31',
      isSigned: true,
      saysMedicallyNecessary: true,
      visitsUsedBefore: 0,
    })
    const { answer } = await test.request('documents.recordAnswer', { documentId, answer: approved, prescription: suggested })
    const [next, first] = await prescriptions()
    expect([next?.id, first?.id]).toEqual([answer?.prescriptionId, before?.id])
    expect(next).toMatchObject({ visits: 6, writtenOn: '2026-11-19', use: { used: 0 } })
    expect(answer).toMatchObject({ answer: 'approved', recordedBy: 'Rosa Delgado' })
  })

  it('is recorded once, and refused as a whole where its prescription cannot be', async () => {
    const documentId = await aSignedLetter()
    const { suggested } = await test.request('documents.getTrail', { documentId })
    const ended = suggested && { ...suggested, expiresOn: day('2026-11-01') }
    expect((await test.refuse('documents.recordAnswer', { documentId, answer: approved, prescription: ended })).code).toBe('invalid_input')
    expect((await test.request('documents.getTrail', { documentId })).answer).toBeNull()
    await test.request('documents.recordAnswer', { documentId, answer: approved, prescription: suggested })
    const again = await test.refuse('documents.recordAnswer', { documentId, answer: approved, prescription: null })
    expect(again).toMatchObject({ code: 'conflict', message: 'The answer to this letter is recorded already.' })
    expect(await prescriptions()).toHaveLength(2)
  })

  it('cannot come before the letter or in the future, and a no makes no prescription', async () => {
    const documentId = await aSignedLetter()
    const { suggested } = await test.request('documents.getTrail', { documentId })
    const refused = async (changes: object, prescription: typeof suggested = null) =>
      (await test.refuse('documents.recordAnswer', { documentId, answer: { ...approved, ...changes }, prescription })).message
    expect(await refused({ receivedOn: '2026-11-18' })).toContain('before the letter')
    expect(await refused({ receivedOn: '2026-11-20' })).toContain('in the future')
    expect(await refused({ answer: 'declined' }, suggested)).toContain('makes no prescription')
    expect(await prescriptions()).toHaveLength(1)
  })

  it('to a letter that asks for nothing makes nothing', async () => {
    const documentId = await aSignedLetter('discharge')
    expect((await test.request('documents.getTrail', { documentId })).suggested).toBeNull()
  })
})

describe('the sending log', () => {
  const faxed = { sentOn: day('2026-11-19'), how: 'fax' as const, sentTo: 'Samir Amari, MD' }

  it('says on every list that a letter went out, and can be taken back', async () => {
    const documentId = await aSignedLetter()
    const { sendings } = await test.request('documents.recordSending', { documentId, sending: faxed })
    expect((await test.request('documents.list', { patientId }))[0]?.sentWords).toBe('Faxed Nov 19 to Samir Amari, MD')
    expect((await test.request('documents.listLetters', { patientId }))[0]?.sentWords).toBe('Faxed Nov 19 to Samir Amari, MD')
    const [sending] = sendings
    if (!sending) throw new Error('Nothing was recorded.')
    expect((await test.request('documents.removeSending', { sendingId: sending.id })).sendings).toEqual([])
    expect((await test.request('documents.get', { documentId })).sentWords).toBe('')
    expect((await test.refuse('documents.removeSending', { sendingId: sending.id })).code).toBe('not_found')
  })

  it('refuses days that cannot be, and warns without a release of information', async () => {
    const documentId = await aSignedLetter()
    for (const sentOn of ['2026-11-18', '2026-11-20'])
      expect((await test.refuse('documents.recordSending', { documentId, sending: { ...faxed, sentOn } })).code).toBe('invalid_input')
    const trail = await test.request('documents.getTrail', { documentId })
    expect(trail.addressee.name).toBe('Samir Amari, MD')
    expect(trail.consentRemark).toContain('No release of information')
  })
})

describe('a corrected letter', () => {
  it('becomes the next version and says what it replaces; the first stays as it was sent', async () => {
    const first = await aSignedLetter()
    const before = await test.app.readPaper(`papers/document/${first}.pdf`)
    const draft = await test.request('documents.correctLetter', { documentId: first, reason: 'Wrong side' })
    expect(draft).toMatchObject({ document: null, replaces: { documentId: first, version: 1, reason: 'Wrong side' } })
    expect((await test.request('documents.correctLetter', { documentId: first, reason: 'Again' })).id).toBe(draft.id)
    await test.request('documents.saveLetter', { letterId: draft.id, wording: { ...draft.wording, answer: 'The right side is better.' } })
    const { document } = await test.request('documents.signLetter', { letterId: draft.id })
    expect(document).toMatchObject({ number: 'PL-2026-0001', version: 2, replacesVersion: 1, reason: 'Wrong side' })
    expect(await pdfText(await test.app.readPaper(document?.path ?? ''))).toContain('The right side is better.')
    expect(Buffer.from((await test.app.readPaper(`papers/document/${first}.pdf`)) ?? []).equals(Buffer.from(before ?? []))).toBe(true)
    expect(await test.refuse('documents.correctLetter', { documentId: first, reason: 'Late' })).toMatchObject({ code: 'conflict' })
    expect((await test.request('documents.get', { documentId: first })).replacedBy).toBe(document?.id)
  })

  it('does not stand in the way of a new letter of the same kind', async () => {
    const first = await aSignedLetter()
    const draft = await test.request('documents.correctLetter', { documentId: first, reason: 'Wrong side' })
    expect((await test.request('documents.beginLetter', { episodeId, kind: 'progress' })).id).not.toBe(draft.id)
  })
})
