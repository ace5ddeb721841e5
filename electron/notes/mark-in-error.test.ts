import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
let visit: Output<'appointments.book'>
let note: Note
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
  visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
  note = await aNote(test, visit.id, { minutes: { 97124: 52 }, isSigned: true })
})
afterEach(() => test.remove())

const reason = 'Written about the wrong patient'
const mark = (noteId = note.id) => test.request('notes.markInError', { noteId, reason })
const checkOut = () => test.request('billing.checkOut', { appointmentId: visit.id, payment: null })

describe('a note entered in error', () => {
  it('keeps its words and signature, with who, when and why, and does so once', async () => {
    const marked = await mark()
    expect(marked).toEqual({ ...note, enteredInError: { reason, at: '2026-11-19T16:52:00.000Z', by: 'Rosa Delgado' } })
    expect(await test.refuse('notes.markInError', { noteId: note.id, reason: 'Again' })).toMatchObject({
      code: 'rule_broken',
      message: 'This note is marked as entered in error already.',
    })
    expect(await test.request('notes.get', { noteId: note.id })).toEqual(marked)
  })
  it('is never a draft, and needs a reason', async () => {
    const other = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T10:30' })
    const draft = await aNote(test, other.id, { minutes: { 97124: 10 } })
    expect((await test.refuse('notes.markInError', { noteId: draft.id, reason })).message).toContain('This note is a draft')
    expect((await test.refuse('notes.markInError', { noteId: note.id, reason: ' ' })).fields).toEqual({ reason: 'Enter what is wrong with it.' })
    expect((await test.request('notes.get', { noteId: note.id })).enteredInError).toBeNull()
  })
  it('still takes addenda', async () => {
    await mark()
    expect((await test.request('notes.addAddendum', { noteId: note.id, text: 'See the note of M. Reyes.' })).addenda).toHaveLength(1)
  })
  it('makes room for another note of the visit; both stand in the list', async () => {
    await mark()
    expect((await test.request('notes.getSession', { appointmentId: visit.id })).note).toBeNull()
    const second = await aNote(test, visit.id, { minutes: { 97124: 30 }, isSigned: true })
    expect(second.id).not.toBe(note.id)
    const states = (await test.request('notes.listOfPatient', { patientId })).map(({ id, state }) => [id, state])
    expect(states).toEqual(
      expect.arrayContaining([
        [note.id, 'in-error'],
        [second.id, 'signed'],
      ]),
    )
    expect((await test.request('notes.getSession', { appointmentId: visit.id })).note?.id).toBe(second.id)
  })
  it('is not carried over and is not the last visit', async () => {
    await mark()
    const next = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T14:00' })
    expect((await test.request('notes.getSession', { appointmentId: next.id })).last).toBeNull()
    expect((await test.request('notes.begin', { appointmentId: next.id })).content.blocks).toEqual([])
  })
})

describe('what no longer counts it', () => {
  it('the measures, goals, charts and the timeline', async () => {
    const goal = { id: null, text: 'Pain at most 2', measure: 'pain-now' as const, key: '', unit: '', baseline: 7, target: 2, statedStatus: null }
    await test.request('episodes.saveGoals', { episodeId, goals: [goal] })
    const today = async () => (await test.request('episodes.get', { episodeId })).goals[0]?.current
    const painInTimeline = async () => (await test.request('patients.getTimeline', { patientId })).filter(({ title }) => /pain 5/.test(title)).length
    expect(await today()).toBe(5)
    expect(await painInTimeline()).toBe(1)
    expect(await test.request('notes.listCharts', { episodeId })).toHaveLength(1)
    await mark()
    expect(await today()).toBeNull()
    expect(await painInTimeline()).toBe(0)
    expect(await test.request('notes.listCharts', { episodeId })).toEqual([])
  })
  it('the superbill, which wants a signed note; the visit stays checked out and waits on Today', async () => {
    await checkOut()
    const day = { patientId, from: visit.startsAt.slice(0, 10) as never, to: visit.startsAt.slice(0, 10) as never }
    const unsigned = async () => (await test.request('documents.previewSuperbill', day)).readiness.items.some(({ sentence }) => /sign/i.test(sentence))
    expect(await unsigned()).toBe(false)
    await mark()
    expect(await unsigned()).toBe(true)
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({ status: 'checked-out', noteState: 'none' })
    const { attention } = await test.request('reports.today', {})
    expect(attention).toContainEqual(expect.objectContaining({ kind: 'unsigned-note', appointmentId: visit.id, title: 'note not begun' }))
    await aNote(test, visit.id, { minutes: { 97124: 52 }, isSigned: true })
    expect(await unsigned()).toBe(false)
  })
})
