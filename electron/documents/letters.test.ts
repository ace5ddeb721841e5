import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
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
})
afterEach(() => test.remove())

async function aSignedVisit(day: string, pain: number) {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const content = await noteContent(test, { '97140': 45 }, { painBefore: { now: pain, best: pain - 1, worst: pain + 1 } })
  const note = await test.request('notes.begin', { appointmentId: id })
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
}
async function aCourse() {
  await aPrescription(test, episodeId)
  for (const [index, pain] of [7, 6, 5, 3].entries()) await aSignedVisit(`2026-11-1${index}`, pain)
}

describe('a letter that is due', () => {
  it('counts no visit at which treatment was withheld', async () => {
    await aPrescription(test, episodeId)
    await aSignedVisit('2026-11-10', 7)
    await aSignedVisit('2026-11-11', 6)
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-12T09:00' })
    const content = await noteContent(test, {})
    const note = await test.request('notes.begin', { appointmentId: id })
    const withheld = {
      ...content,
      screening: { ...content.screening, answers: { ...content.screening.answers, fever: 'yes' as const }, isWithheld: true },
      blocks: [],
    }
    const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content: withheld })
    await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
    await aSignedVisit('2026-11-13', 5)
    const rules = await test.request('practice.getRules', {})
    const asked = async (letterEveryVisits: number) => {
      await test.request('practice.saveRules', { ...rules, letterFirstAfter: 1, letterVisitsLeft: 0, letterDaysLeft: 0, letterEveryVisits })
      return (await test.request('documents.listLetters', { patientId })).map(({ words }) => words)
    }
    expect(await asked(3)).toEqual(['3 visits without a letter'])
    expect(await asked(4)).toEqual([])
  })
})

describe('a letter', () => {
  it('is filled from the signed notes and drawn before it is signed', async () => {
    await aCourse()
    const letter = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    expect(letter.wording.answer).toContain('Neck pain is down from 7 to 3 out of 10')
    expect(letter.wording.requestVisits).toBe(6)
    const text = await pdfText(await test.app.readPaper(letter.path))
    for (const words of ['Progress letter', 'Dear Dr. Amari,', '4 of 6 attended', 'Not signed yet', 'Yes, 2 or more']) expect(text).toContain(words)
    expect((await test.request('documents.beginLetter', { episodeId, kind: 'progress' })).id).toBe(letter.id)
  })

  it('keeps what was typed until it is filled anew or thrown away', async () => {
    await aCourse()
    const { id, wording } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    const saved = await test.request('documents.saveLetter', { letterId: id, wording: { ...wording, kind: 'discharge', answer: 'My own words.' } })
    expect(saved.wording).toMatchObject({ kind: 'progress', answer: 'My own words.' })
    expect((await test.request('documents.refillLetter', { letterId: id })).wording).toEqual(wording)
    await test.request('documents.discardLetter', { letterId: id })
    expect(await test.refuse('documents.getLetter', { letterId: id })).toMatchObject({ code: 'not_found' })
  })

  it('freezes when it is signed', async () => {
    await aCourse()
    const { id, wording } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    const signed = await test.request('documents.signLetter', { letterId: id })
    expect(signed.document).toMatchObject({ number: 'PL-2026-0001', kind: 'progress-letter', title: 'Progress letter', version: 1 })
    const before = await test.app.readPaper(signed.path)
    test.setNow('2027-02-01T17:00:00.000Z')
    const clinic = await test.request('practice.getClinic', {})
    await test.request('practice.saveClinic', { ...clinic, name: 'Another name' })
    expect(Buffer.from((await test.app.readPaper(signed.path)) ?? []).equals(Buffer.from(before ?? []))).toBe(true)
    expect(await pdfText(before)).toContain('Signed electronically on Nov 19, 2026')
    for (const channel of ['documents.saveLetter', 'documents.discardLetter', 'documents.signLetter', 'documents.refillLetter'] as const)
      expect(await test.refuse(channel, { letterId: id, ...(channel === 'documents.saveLetter' ? { wording } : {}) })).toMatchObject({ code: 'rule_broken' })
  })

  it('begins however much home care was written, and keeps within what a letter holds', async () => {
    await aCourse()
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-18T09:00' })
    const note = await test.request('notes.begin', { appointmentId: id })
    const content = await noteContent(test, { '97140': 45 }, { homeCare: `${'Turn the head slowly to each side. '.repeat(57)}` })
    const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
    await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
    const { wording } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    expect(wording.treatment).toContain('Home care: turn the head slowly to each side.')
    expect(wording.treatment).toContain('…')
    expect(wording.treatment).toContain('Assessment at the last visit: Improving.')
    expect(wording.treatment.length).toBeLessThanOrEqual(2000)
  })

  it('counts the visits of the prescription they were given under, as the chart does', async () => {
    await aPrescription(test, episodeId)
    await aPrescription(test, episodeId, { writtenOn: localDate('2026-11-11'), visits: 4 })
    for (const [index, pain] of [7, 6, 5].entries()) await aSignedVisit(`2026-11-1${index}`, pain)
    const { path } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    const text = await pdfText(await test.app.readPaper(path))
    expect(text).toContain('3 of 6 attended')
    expect(text).toContain('Oct 1, 2026, 6 visits')
  })

  it('is not signed without an addressee, without a visit, or with a claim about toxins', async () => {
    const { id, remarks } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    expect(remarks.filter(each => each.blocks)).toHaveLength(2)
    expect((await test.refuse('documents.signLetter', { letterId: id })).message).toContain('nobody to write to')
    await aCourse()
    const { wording } = await test.request('documents.refillLetter', { letterId: id })
    await test.request('documents.saveLetter', { letterId: id, wording: { ...wording, treatment: 'Massage released toxins.' } })
    expect((await test.refuse('documents.signLetter', { letterId: id })).message).toContain('Leave out toxins')
  })
})

describe('the list of letters', () => {
  it('says which are due, then drafted, then signed', async () => {
    await aCourse()
    const list = () => test.request('documents.listLetters', { patientId: null })
    expect(await list()).toMatchObject([{ state: 'due', words: '2 visits left', letterId: null, toName: 'Samir Amari, MD', condition: 'Neck pain' }])
    const { id } = await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
    expect(await list()).toMatchObject([{ state: 'draft', letterId: id }])
    await test.request('documents.signLetter', { letterId: id })
    expect(await list()).toMatchObject([{ state: 'signed', letterId: id, words: 'Progress letter, signed Nov 19, 2026' }])
  })
})
