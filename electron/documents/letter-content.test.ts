import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LetterKind } from '../../shared/documents/progress-letter.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
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

async function aSignedVisit(day: string, changes: Partial<NoteContent> = {}) {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: `${day}T09:00` })
  const note = await test.request('notes.begin', { appointmentId: id })
  const content = await noteContent(test, { '97140': 45 }, changes)
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
}
const begin = (kind: LetterKind) => test.request('documents.beginLetter', { episodeId, kind })
const printed = async (path: string) => pdfText(await test.app.readPaper(path))
const numbersIn = (text: string) => text.match(/\d+(?:\.\d+)?/g) ?? []

/** Every number that the records hold, as they stand in the database, and those that follow from them by counting or subtracting. */
async function knownNumbers(): Promise<Set<string>> {
  const records = await Promise.all([
    test.request('episodes.get', { episodeId }),
    test.request('notes.listOfPatient', { patientId }),
    test.request('practice.getClinic', {}),
    test.request('practice.listPractitioners', {}),
    test.request('practice.listPrescribers', {}),
    test.request('patients.getHeader', { patientId }),
  ])
  const said = new Set(numbersIn(JSON.stringify(records).replaceAll(/[-:()T]/g, ' ')).flatMap(number => [number, String(Number(number))]))
  for (const number of ['45', '97140', ...COURSE.flatMap(pain => [pain, pain - 1, pain + 1].map(String))]) said.add(number)
  return said
}

const COURSE = [8, 6, 5, 3]
// What a letter says of its own: scales, thresholds, normal values, counts of visits and differences between first and last.
const OWN = ['0', '10', '2', '2.3', '80', '1', '3', '4', '5', '6', '4.0', '50', '60']

describe('the figures of a letter', () => {
  it('all stand in the records, in every kind of letter', async () => {
    await aPrescription(test, episodeId)
    for (const [index, pain] of COURSE.entries()) await aSignedVisit(`2026-11-1${index}`, { painBefore: { now: pain, best: pain - 1, worst: pain + 1 } })
    const known = new Set([...(await knownNumbers()), ...OWN, '2026', '19', '11', '13'])
    for (const kind of LetterKind.options) {
      const { path } = await begin(kind)
      const strange = numbersIn(await printed(path)).filter(number => !known.has(number) && !known.has(String(Number(number))))
      expect(strange, kind).toEqual([])
    }
  })

  it('are said to be strange where somebody types others', async () => {
    await aPrescription(test, episodeId)
    for (const [index, pain] of COURSE.entries()) await aSignedVisit(`2026-11-1${index}`, { painBefore: { now: pain, best: null, worst: null } })
    const { id, wording, remarks } = await begin('progress')
    expect(remarks.filter(({ sentence }) => sentence.includes('nowhere'))).toEqual([])
    const typed = await test.request('documents.saveLetter', { letterId: id, wording: { ...wording, answer: 'Pain is down from 9.5 to 3 of 10.' } })
    expect(typed.remarks.map(({ sentence }) => sentence)).toContain('9.5 stands nowhere in the records. Check the figures, or fill the letter anew.')
  })
})

describe('a letter about what the screening found', () => {
  const answers = async () => (await noteContent(test, {})).screening.answers
  const screened = async (changes: Partial<NoteContent['screening']>) => {
    const { screening } = await noteContent(test, {})
    return { screening: { ...screening, answers: { ...(await answers()), 'blood-clot': 'yes' as const }, ...changes } }
  }

  it('refers back: what was found, when, and that nothing more is given until the physician answers', async () => {
    await aPrescription(test, episodeId)
    await aSignedVisit('2026-11-10')
    await aSignedVisit('2026-11-17', { ...(await screened({ isWithheld: true })), blocks: [] })
    expect((await test.request('documents.listLetters', { patientId }))[0]).toMatchObject({ kind: 'refer-back', words: 'Treatment withheld Nov 17' })
    const { wording, path } = await begin('refer-back')
    expect(wording.answer).toMatch(
      /^I found blood clot at screening on Nov 17, 2026\. I gave no massage that day\. I refer the patient back to you and will give no more massage until I hear from you\./,
    )
    const text = await printed(path)
    for (const words of ['Nov 17: blood clot. No massage was given.', 'Massage may go on as before', 'Your re-evaluation before any more massage'])
      expect(text).toContain(words)
    expect(text).not.toContain('No contraindications found')
    expect(text, 'a visit without treatment measured nothing').not.toContain('NOV 17 CHANGE')
  })

  it('leaves the report before the prescription ends still to be asked for', async () => {
    await aPrescription(test, episodeId, { visits: 5 })
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-11']) await aSignedVisit(day)
    await aSignedVisit('2026-11-17', { ...(await screened({ isWithheld: true })), blocks: [] })
    const { id } = await begin('refer-back')
    await test.request('documents.signLetter', { letterId: id })
    const due = (await test.request('documents.listLetters', { patientId })).find(({ state }) => state === 'due')
    expect(due).toMatchObject({ kind: 'progress', words: '2 visits left' })
  })

  it('says why treatment went on', async () => {
    await aPrescription(test, episodeId)
    await aSignedVisit('2026-11-10', await screened({ overrideReason: 'Old clot, ruled out by ultrasound on Nov 9' }))
    expect((await begin('progress')).wording.screening).toBe('Nov 10: blood clot. Treatment went on: old clot, ruled out by ultrasound on Nov 9.')
  })
})

describe('a letter from thin or hostile records', () => {
  it('says where function rests on fewer activities than the scale asks for', async () => {
    const activities = ['Driving', 'Sleeping', 'Typing'].map(name => ({ name, score: 4 }))
    await aSignedVisit('2026-11-10', { activities })
    await aSignedVisit('2026-11-12', { activities: activities.map((one, index) => (index === 0 ? { ...one, score: 8 } : { ...one, score: null })) })
    const { remarks } = await begin('progress')
    expect(remarks).toContainEqual({ sentence: 'Function: One activity only; the scale asks for 3 to 5.', blocks: false })
  })

  it('stands without a prescriber, with one visit, and says so', async () => {
    await aSignedVisit('2026-11-10')
    const { wording, remarks, path } = await begin('progress')
    expect(wording.greeting).toBe('To whom it may concern,')
    expect(wording.answer).toContain('It is too early to judge progress.')
    expect(remarks.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'No prescription on file, so nobody to write to. Add it to the episode.',
        'Only one visit is signed: there is nothing to compare yet.',
      ]),
    )
    expect(await printed(path)).toContain('Progress letter')
  })

  it('prints braces, scripts and right-to-left words as they were typed, and takes none for a placeholder', async () => {
    await aPrescription(test, episodeId)
    const hostile = '{change} <script>alert(1)</script> שלום 😀 {if worse}'
    await aSignedVisit('2026-11-10', { assessment: hostile, homeCare: `${hostile} ${'x'.repeat(1500)}` })
    const { id, wording, path, remarks } = await begin('progress')
    expect(remarks.map(({ sentence }) => sentence)).toContain('“{change}” is not filled in yet.')
    expect(wording.treatment).toContain('{change} <script>alert(1)</script>')
    expect(wording.treatment.length).toBeLessThanOrEqual(2000)
    expect(await printed(path)).toContain('<script>alert(1)</script>')
    const huge = { ...wording, answer: 'a'.repeat(100_000) }
    expect(await test.refuse('documents.saveLetter', { letterId: id, wording: huge })).toMatchObject({ code: 'invalid_input' })
    expect((await test.request('documents.getLetter', { letterId: id })).wording).toEqual(wording)
  })
})

describe('the clinic’s own wording', () => {
  const words = {
    kind: 'progress' as const,
    greeting: 'Hello {doctor},',
    answer: '{if improved}Good news: {change}. {if worse}Bad news.',
    screening: '',
    treatment: '{work}.',
    request: 'Thank you.',
  }

  it('fills the next letter, and ours comes back', async () => {
    await aPrescription(test, episodeId)
    for (const [index, pain] of COURSE.entries()) await aSignedVisit(`2026-11-1${index}`, { painBefore: { now: pain, best: null, worst: null } })
    const saved = await test.request('documents.saveLetterTemplate', words)
    expect(saved.find(({ kind }) => kind === 'progress')).toMatchObject({ isOwn: true, greeting: 'Hello {doctor},' })
    const { id, wording } = await begin('progress')
    expect(wording).toMatchObject({
      greeting: 'Hello Dr. Amari,',
      answer: 'Good news: Neck pain is down from 8 to 3 out of 10 and function is unchanged at 4.0 out of 10 after 4 visits.',
    })
    await test.request('documents.resetLetterTemplate', { kind: 'progress' })
    expect((await test.request('documents.refillLetter', { letterId: id })).wording.greeting).toBe('Dear Dr. Amari,')
  })

  it('is refused at its field with a placeholder that does not exist', async () => {
    const refused = await test.refuse('documents.saveLetterTemplate', { ...words, request: 'See {nothing}.' })
    expect(refused).toMatchObject({ code: 'invalid_input', fields: { request: expect.stringContaining('{nothing}') } })
    expect((await test.refuse('documents.saveLetterTemplate', { ...words, answer: ' ' })).fields).toHaveProperty('answer')
    expect((await test.request('documents.listLetterTemplates', {})).every(({ isOwn }) => !isOwn)).toBe(true)
  })
})
