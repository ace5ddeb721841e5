import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
let visit: Output<'appointments.book'>
let feverish: NoteContent['screening']
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
  visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
  const { screening } = await noteContent(test, {})
  feverish = { ...screening, answers: { ...screening.answers, fever: 'yes' } }
})
afterEach(() => test.remove())

const PAIN = { now: 8, best: null, worst: null }
const NOTHING = { subjective: '', objective: '', assessment: '', activities: [], rom: [] }

/** Saves content over a note’s newest revision. */
async function save(content: NoteContent) {
  const note = await test.request('notes.begin', { appointmentId: visit.id })
  return { noteId: note.id, revision: note.revision, content }
}

describe('a finding that stands against massage', () => {
  it('lets no minutes and no timer in, in words, and the note is unchanged', async () => {
    const content = await noteContent(test, { 97124: 5 }, { screening: feverish })
    const draft = await save(content)
    expect(await test.refuse('notes.saveDraft', draft)).toEqual({
      code: 'rule_broken',
      message: 'No minutes yet. Fever: no massage today. Withhold treatment, or write why it goes on.',
      fields: { 'content.blocks': expect.any(String) },
    })
    const started = content.blocks.map(block => ({ ...block, minutes: 0, runningSince: '2026-11-19T16:50:00.000Z' as never }))
    expect((await test.refuse('notes.saveDraft', { ...draft, content: { ...content, blocks: started } })).code).toBe('rule_broken')
    expect((await test.request('notes.get', { noteId: draft.noteId })).revision).toBe(1)
  })
  it('still lets words in, and a timer that ran before be stopped', async () => {
    const { screening } = await noteContent(test, {})
    const content = await noteContent(test, { 97124: 5 }, { screening })
    const running = content.blocks.map(block => ({ ...block, runningSince: '2026-11-19T16:50:00.000Z' as never }))
    const draft = await save({ ...content, blocks: running })
    const { revision } = await test.request('notes.saveDraft', draft)
    const stopped = { ...content, screening: feverish, blocks: content.blocks.map(block => ({ ...block, minutes: 7 })) }
    const { issues } = await test.request('notes.saveDraft', { ...draft, revision, content: stopped })
    expect(issues[0]).toMatchObject({
      part: 'screening',
      isAdvice: false,
      sentence: expect.stringContaining('Write why treatment went on, or withhold it. Fever:'),
    })
    const more = { ...stopped, blocks: stopped.blocks.map(block => ({ ...block, minutes: 8 })) }
    expect((await test.refuse('notes.saveDraft', { ...draft, revision: revision + 1, content: more })).code).toBe('rule_broken')
    expect((await test.refuse('notes.sign', { noteId: draft.noteId, revision: revision + 1, drawn: '' })).message).toContain('Write why treatment went on')
  })
  it('opens with a reason, which stays on the signed note', async () => {
    const screening = { ...feverish, overrideReason: 'Physician agreed by phone.' }
    const draft = await save(await noteContent(test, { 97124: 52 }, { screening }))
    const { revision, issues } = await test.request('notes.saveDraft', draft)
    expect(issues).toEqual([])
    const note = await test.request('notes.sign', { noteId: draft.noteId, revision, drawn: '' })
    expect(note.content.screening.overrideReason).toBe('Physician agreed by phone.')
  })
})

describe('a visit at which treatment was withheld', () => {
  const withheld = async (changes: Partial<NoteContent> = {}) =>
    save(await noteContent(test, {}, { ...NOTHING, painBefore: PAIN, screening: { ...feverish, isWithheld: true }, plan: 'Call on Monday.', ...changes }))

  it('is signed with screen and plan only, cancelled with the reason, uses no prescribed visit and is not charged', async () => {
    const draft = await withheld()
    const { revision, issues } = await test.request('notes.saveDraft', draft)
    expect(issues).toEqual([])
    const note = await test.request('notes.sign', { noteId: draft.noteId, revision, drawn: '' })
    expect(note.signature).not.toBeNull()
    expect((await test.request('episodes.get', { episodeId })).trends).toEqual([])
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Treatment withheld: fever',
      noteState: 'signed',
    })
    const { prescriptions } = await test.request('episodes.get', { episodeId })
    expect(prescriptions[0]?.use).toMatchObject({ used: 0 })
    expect((await test.refuse('billing.checkOut', { appointmentId: visit.id, payment: null })).message).toBe(
      'This visit was cancelled, so there is nothing to charge.',
    )
    expect((await test.refuse('appointments.setStatus', { appointmentId: visit.id, status: 'booked', reason: '' })).message).toContain('was withheld')
  })
  it('needs the screen, a reason and the plan, and no minutes', async () => {
    const issuesOf = async (changes: Partial<NoteContent>) => {
      const { noteId, content } = await withheld(changes)
      const { revision } = await test.request('notes.get', { noteId })
      return (await test.request('notes.saveDraft', { noteId, revision, content })).issues.map(({ sentence }) => sentence)
    }
    expect(await issuesOf({ plan: '' })).toEqual(['Write the plan.'])
    expect(await issuesOf({ screening: { ...feverish, answers: { fever: 'yes' }, isWithheld: true } })).toEqual([
      expect.stringContaining('Finish the screening'),
    ])
    const { screening } = await noteContent(test, {})
    expect(await issuesOf({ screening: { ...screening, isWithheld: true } })).toEqual(['Write why no treatment was given.'])
    expect(await issuesOf({ screening: { ...screening, isWithheld: true, remark: 'Felt faint on arrival' } })).toEqual([])
    const { blocks } = await noteContent(test, { 97124: 1 })
    const draft = await withheld({ blocks })
    expect((await test.refuse('notes.saveDraft', draft)).message).toContain('Treatment was withheld at this visit')
  })
  it('does not stand in for the last treatment: its shape is carried over from the one before, its answers are the last ones given', async () => {
    const earlier = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-18T09:00' })
    await aNote(test, earlier.id, { minutes: { 97124: 30 }, isSigned: true })
    const { blocks } = await noteContent(test, { 97124: 0 })
    const draft = await withheld({ blocks })
    const { revision } = await test.request('notes.saveDraft', draft)
    await test.request('notes.sign', { noteId: draft.noteId, revision, drawn: '' })
    const next = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T14:00' })
    const signed = await test.request('notes.get', { noteId: draft.noteId })
    expect(signed.content.blocks).toEqual([])
    expect((await test.request('notes.checkSignature', { noteId: draft.noteId })).isIntact).toBe(true)
    const { last } = await test.request('notes.getSession', { appointmentId: next.id })
    expect(last).toMatchObject({ serviceOn: '2026-11-18', content: { screening: { answers: { fever: 'yes' } }, plan: 'Once a week.' } })
    expect((await test.request('notes.begin', { appointmentId: next.id })).content.blocks).toMatchObject([{ code: '97124', minutes: 0 }])
  })
})
