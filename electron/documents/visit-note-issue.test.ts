import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeId, NoteId, PatientId } from '../../shared/lib/ids.ts'
import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId

beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
})
afterEach(() => test.remove())

async function aNote(day: string, given: { pain?: number; isSigned?: boolean; episodeId?: EpisodeId | null } = {}): Promise<NoteId> {
  const { pain = 5, isSigned = true } = given
  const { id } = await aVisit(test, { patientId, episodeId: given.episodeId === undefined ? episodeId : given.episodeId, startsAt: `${day}T09:00` })
  const content = await noteContent(test, { '97140': 45 }, { painBefore: { now: pain, best: pain - 1, worst: pain + 1 } })
  const note = await test.request('notes.begin', { appointmentId: id })
  const { revision } = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content })
  if (isSigned) await test.request('notes.sign', { noteId: note.id, revision, drawn: '' })
  return note.id
}
const read = async (path: string) => readBack((await test.app.readPaper(path)) ?? new Uint8Array())

describe('a visit note', () => {
  it('is frozen under a number of its own, with whose and which visit it is', async () => {
    const [, second] = [await aNote('2026-11-10', { pain: 7 }), await aNote('2026-11-12')]
    const paper = await test.request('documents.issueVisitNote', { noteId: second })
    expect(paper).toMatchObject({
      kind: 'visit-note',
      number: 'VN-2026-0001',
      version: 1,
      title: 'Visit note',
      from: '2026-11-12',
      to: '2026-11-12',
      episodeId,
    })
    const { text } = await read(paper.path)
    for (const words of [
      'Pain 5 of 10 before, 2 after treatment. 45 hands-on minutes of manual therapy.',
      'NO. 2 of 6',
      'DX M54.2',
      'Samir Amari, MD',
      'FOR Neck pain',
    ])
      expect(text).toContain(words)
    expect(text).toContain('PAIN, 0 TO 10 NOV 10 NOV 12 Now 7 5')
    expect((await test.request('documents.list', { patientId })).map(each => each.kind)).toEqual(['visit-note'])
  })

  it('is the same paper while the note stays as it is, also when the patient is renamed or the clinic moves', async () => {
    const noteId = await aNote('2026-11-10')
    const first = await test.request('documents.issueVisitNote', { noteId })
    const before = await test.app.readPaper(first.path)
    test.setNow('2026-12-02T17:00:00.000Z')
    const clinic = await test.request('practice.getClinic', {})
    await test.request('practice.saveClinic', { ...clinic, name: 'Another name' })
    expect(await test.request('documents.issueVisitNote', { noteId })).toEqual(first)
    expect(Buffer.from((await test.app.readPaper(first.path)) ?? []).equals(Buffer.from(before ?? []))).toBe(true)
  })

  it('becomes a new version with an addendum, and another where the note is found to be in error', async () => {
    const noteId = await aNote('2026-11-10')
    const first = await test.request('documents.issueVisitNote', { noteId })
    await test.request('notes.addAddendum', { noteId, text: 'Dr. Amari was told by phone.' })
    const second = await test.request('documents.issueVisitNote', { noteId })
    expect(second).toMatchObject({ number: first.number, version: 2, replacesVersion: 1, reason: 'Addendum since it was printed' })
    expect((await read(second.path)).text).toContain('Dr. Amari was told by phone.')
    expect((await read(second.path)).text).toContain('VERSION 2, replaces version 1')
    expect((await test.request('documents.get', { documentId: first.id })).replacedBy).toBe(second.id)
    await test.request('notes.markInError', { noteId, reason: 'Wrong visit.' })
    const third = await test.request('documents.issueVisitNote', { noteId })
    expect(third).toMatchObject({ version: 3, reason: 'Entered in error' })
    expect((await read(third.path)).text).toContain('Entered in error Wrong visit.')
    expect((await read(first.path)).text).not.toContain('Entered in error')
  })

  it('is refused for a draft, in words', async () => {
    const noteId = await aNote('2026-11-10', { isSigned: false })
    expect(await test.refuse('documents.issueVisitNote', { noteId })).toMatchObject({
      code: 'rule_broken',
      message: 'This note is not signed yet. Sign it first, then print it.',
    })
    expect(await test.request('documents.list', { patientId })).toEqual([])
  })

  it('needs no episode', async () => {
    const paper = await test.request('documents.issueVisitNote', { noteId: await aNote('2026-11-10', { episodeId: null }) })
    expect((await read(paper.path)).text).toContain('Referral No prescription')
  })
})

describe('the packet of an episode’s notes', () => {
  it('begins with an index whose page numbers are true, and each note at the top of a page', async () => {
    for (const [i, pain] of [7, 6, 4].entries()) await aNote(`2026-11-1${i}`, { pain })
    const paper = await test.request('documents.issueNotePacket', { episodeId })
    expect(paper).toMatchObject({ kind: 'note-packet', number: 'NP-2026-0001', title: 'Notes of the episode', from: '2026-11-10', to: '2026-11-12' })
    const { pages, tags } = await read(paper.path)
    expect(pages[0]).toContain('3 signed notes, Nov 10, 2026 to Nov 12, 2026.')
    for (const words of ['M54.2 Cervicalgia, Samir Amari, MD, Sep 1, 2026', 'Samir Amari, MD, Oct 1, 2026: 6 visits, once a week, to Dec 31, 2026'])
      expect(pages[0]).toContain(words)
    for (const [i, [day, pain]] of [
      ['Nov 10, 2026', 7],
      ['Nov 11, 2026', 6],
      ['Nov 12, 2026', 4],
    ].entries()) {
      const [, page] = new RegExp(`${day} ${i + 1} of 6 ${pain} / 2 45 (\\d+)`).exec(pages[0] ?? '') ?? []
      expect(pages[Number(page) - 1]).toContain(`Visit ${day}, 9:00 am`)
      expect(pages[Number(page) - 1]).toContain(`Page ${page} of ${pages.length}`)
    }
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'H2').length).toBeGreaterThanOrEqual(3)
  })

  it('names what it leaves out: drafts, and notes entered in error, whose words may be another patient’s', async () => {
    await aNote('2026-11-10')
    const wrong = await aNote('2026-11-11', { pain: 9 })
    await aNote('2026-11-12', { isSigned: false })
    await test.request('notes.markInError', { noteId: wrong, reason: 'Wrong patient.' })
    const { text } = await read((await test.request('documents.issueNotePacket', { episodeId })).path)
    expect(text).toContain('Not in here: Nov 11, 2026: the note was entered in error.')
    expect(text).toContain('Nov 12, 2026: the note is not signed yet.')
    expect(text).not.toContain('Pain 9 of 10')
  })

  it('is the same paper until a note joins it', async () => {
    await aNote('2026-11-10')
    const first = await test.request('documents.issueNotePacket', { episodeId })
    expect(await test.request('documents.issueNotePacket', { episodeId })).toEqual(first)
    await aNote('2026-11-11')
    expect(await test.request('documents.issueNotePacket', { episodeId })).toMatchObject({ number: first.number, version: 2, replacesVersion: 1 })
  })

  it('is refused without a signed note', async () => {
    await aNote('2026-11-10', { isSigned: false })
    expect(await test.refuse('documents.issueNotePacket', { episodeId })).toMatchObject({ code: 'rule_broken' })
  })
})

describe('the intake form', () => {
  it('opens blank, or headed with the patient', async () => {
    const { path } = await test.request('documents.openIntakeForm', { patientId })
    expect(path).toMatch(/papers.Intake form Reyes Marisol\.pdf$/)
    expect(existsSync(path)).toBe(true)
    const blank = await test.request('documents.openIntakeForm', { patientId: null })
    expect(blank.path).toMatch(/Intake form\.pdf$/)
    expect(test.desktop.opened).toEqual([path, blank.path])
  })
})
