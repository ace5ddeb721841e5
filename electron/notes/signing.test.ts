import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import { aNote, anEpisode, aPatient, aVisit, noteContent } from '../testing/records.ts'
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

const aDraft = async (startsAt: string) => {
  const visit = await aVisit(test, { patientId, episodeId, startsAt })
  return aNote(test, visit.id, { minutes: { 97124: 52 } })
}
const sign = ({ id, revision }: Note, drawn = '') => test.request('notes.sign', { noteId: id, revision, drawn })
const check = ({ id }: Note) => test.request('notes.checkSignature', { noteId: id })
const save = async ({ id }: Note, revision: number, plan: string) =>
  test.refuse('notes.saveDraft', { noteId: id, revision, content: await noteContent(test, { 97124: 52 }, { plan }) })

describe('a drawn signature', () => {
  it('is kept as it was drawn and is part of what is signed', async () => {
    const drawn = 'M10 20L30 40L31 41M5 5L6 6'
    const [plain, signed] = [await sign(await aDraft('2026-11-19T08:00')), await sign(await aDraft('2026-11-19T09:00'), drawn)]
    expect(plain.signature?.drawn).toBe('')
    expect(signed.signature?.drawn).toBe(drawn)
    expect(signed.signature?.previousHash).toBe(plain.signature?.contentHash)
    expect(await check(signed)).toEqual({
      isIntact: true,
      number: 2,
      sentence: 'Every word is as it was signed. This is signed note 2 of the clinic, chained to the one before it.',
    })
  })
  it.each([
    ['<svg onload="x"/>', 'Draw the signature again.'],
    ['M10 20C1 1 2 2 3 3', 'Draw the signature again.'],
    ['M1000 20L1 1', 'Draw the signature again.'],
    [`M1 1${'L1 1'.repeat(6000)}`, 'Draw a shorter signature.'],
  ])('is refused where it is none, and nothing is signed: %.30s', async (drawn, sentence) => {
    const note = await aDraft('2026-11-19T09:00')
    const refusal = await test.refuse('notes.sign', { noteId: note.id, revision: note.revision, drawn })
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { drawn: sentence } })
    expect(await test.request('notes.get', { noteId: note.id })).toEqual(note)
  })
})

describe('a note that somebody signed', () => {
  it('takes no more words from a window that was still open, and says so', async () => {
    const draft = await aDraft('2026-11-19T09:00')
    const signed = await sign(draft)
    for (const revision of [draft.revision, draft.revision - 1, draft.revision + 1])
      expect(await save(signed, revision, 'Too late')).toMatchObject({ code: 'rule_broken', message: expect.stringContaining('is signed and does not change') })
    expect(await test.request('notes.get', { noteId: draft.id })).toEqual(signed)
  })
  it('is signed once by two windows at once; the other is told', async () => {
    const draft = await aDraft('2026-11-19T09:00')
    const input = { noteId: draft.id, revision: draft.revision, drawn: '' }
    const answers = await Promise.all([1, 2, 3].map(() => test.app.invoke('notes.sign', input)))
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false])
    expect(answers[1]).toMatchObject({ error: { code: 'rule_broken', message: expect.stringContaining('is signed') } })
  })
  it('is not signed over words that another window saved in between', async () => {
    const draft = await aDraft('2026-11-19T09:00')
    const content = await noteContent(test, { 97124: 52 }, { plan: 'Newer' })
    await test.request('notes.saveDraft', { noteId: draft.id, revision: draft.revision, content })
    expect(await test.refuse('notes.sign', { noteId: draft.id, revision: draft.revision, drawn: '' })).toMatchObject({ code: 'conflict' })
    expect((await test.request('notes.get', { noteId: draft.id })).signature).toBeNull()
  })
})

describe('a clock set back between two notes', () => {
  it('leaves the chain in the order they were signed', async () => {
    const [first, second] = [await aDraft('2026-11-19T08:00'), await aDraft('2026-11-19T09:00')]
    const one = await sign(first)
    test.setNow('2026-11-19T09:00:00.000Z')
    const two = await sign(second)
    expect(two.signature?.signedAt).toBe('2026-11-19T09:00:00.000Z')
    expect(two.signature?.previousHash).toBe(one.signature?.contentHash)
    test.setNow('2027-01-05T18:00:00.000Z')
    expect([await check(one), await check(two)]).toMatchObject([
      { isIntact: true, number: 1 },
      { isIntact: true, number: 2 },
    ])
  })
  it('does not take a draft’s words back: the later save counts, whatever the clock says', async () => {
    const draft = await aDraft('2026-11-19T09:00')
    test.setNow('2026-11-19T10:00:00.000Z')
    const content = await noteContent(test, { 97124: 52 }, { plan: 'Written last' })
    const { revision, savedAt } = await test.request('notes.saveDraft', { noteId: draft.id, revision: draft.revision, content })
    expect(savedAt < draft.savedAt).toBe(true)
    expect((await sign({ ...draft, revision })).content.plan).toBe('Written last')
  })
})
