import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
let episodeId: EpisodeId
let visit: Output<'appointments.book'>
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
  visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
})
afterEach(() => test.remove())

const begin = (appointmentId = visit.id) => test.request('notes.begin', { appointmentId })
const save = async (note: { id: Output<'notes.get'>['id']; revision: number }, changes: Parameters<typeof noteContent>[2], minutes = { 97124: 52 }) =>
  test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content: await noteContent(test, minutes, changes) })
const issues = async (changes: Parameters<typeof noteContent>[2], minutes = { 97124: 52 }) => {
  const note = await begin()
  return (await save(note, changes, minutes)).issues.map(({ sentence }) => sentence)
}

describe('the minutes of a note', () => {
  it('cannot be more than a day has, and the field is named', async () => {
    const note = await begin()
    const content = await noteContent(test, { 97124: 470 })
    const [block] = content.blocks
    const blocks = [1, 2, 3, 4].map(count => ({ ...block, id: `00000000-0000-4000-9000-00000000000${count}` }))
    const refusal = await test.refuse('notes.saveDraft', { noteId: note.id, revision: note.revision, content: { ...content, blocks } })
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { 'content.blocks': 'A visit cannot be longer than 24 hours.' } })
  })

  it('are not signed where one code counts them in two ways: such a note could never be charged', async () => {
    const fields = { name: 'Long massage', code: '97124', isTimed: true, minutesPerUnit: 30, modifiers: [], isActive: true }
    const long = await test.request('practice.saveService', { id: null, fields, fee: { effectiveFrom: '2026-01-01', unitFee: 8000 } })
    const note = await begin()
    const content = await noteContent(test, { 97124: 30 })
    const [block] = content.blocks
    if (!block) throw new Error('The note has a block.')
    const blocks = [block, { ...block, id: '00000000-0000-4000-9000-000000000002', serviceId: long.id, minutesPerUnit: 30 }]
    const saved = await test.request('notes.saveDraft', { noteId: note.id, revision: note.revision, content: { ...content, blocks } })
    expect(saved.issues).toEqual([
      { part: 'blocks', isAdvice: false, sentence: expect.stringContaining('Two services with code 97124 count minutes differently.') },
    ])
    expect(await test.refuse('notes.sign', { noteId: note.id, revision: saved.revision, drawn: '' })).toMatchObject({ code: 'rule_broken' })
  })
})

describe('beginning a note', () => {
  it('sets the visit in session, and returns the same note again', async () => {
    const note = await begin()
    expect(note).toMatchObject({ revision: 1, serviceOn: '2026-11-19', signature: null, content: { subjective: '', blocks: [] } })
    expect((await begin()).id).toBe(note.id)
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({
      status: 'in-session',
      startedAt: '2026-11-19T09:52',
      noteState: 'draft',
    })
  })
  it('carries names over from the last signed note, no values and no minutes', async () => {
    await aNote(test, visit.id, { minutes: { 97124: 30, 97140: 22 }, isSigned: true })
    const next = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T14:00' })
    const { content } = await begin(next.id)
    expect(content.blocks.map(({ code, minutes, regions }) => [code, minutes, regions])).toEqual([
      ['97124', 0, ['neck']],
      ['97140', 0, ['neck']],
    ])
    expect(content).toMatchObject({
      activities: [{ score: null }],
      rom: [{ left: null, right: null }],
      subjective: '',
      painBefore: { now: null },
      screening: { answers: {} },
    })
  })
  it('refuses visits of other days and cancelled ones', async () => {
    const tomorrow = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-20T09:00' })
    expect((await test.refuse('notes.begin', { appointmentId: tomorrow.id })).message).toBe('This visit is on Fri, Nov 20. Its note can be begun that day.')
    await test.request('appointments.setStatus', { appointmentId: tomorrow.id, status: 'cancelled', reason: '' })
    expect((await test.refuse('notes.begin', { appointmentId: tomorrow.id })).message).toContain('“Cancelled”')
  })
})

describe('a draft', () => {
  it('says what is missing before the signature', async () => {
    expect(await issues({})).toEqual([])
    const none = { answers: {}, found: [], remark: '', overrideReason: '', systolic: null, diastolic: null, temperature: null, isWithheld: false }
    expect(await issues({ screening: none })).toEqual(['Ask the eight screening questions.'])
    expect(await issues({ subjective: ' ', plan: '' })).toEqual(['Write what the patient reports.', 'Write the plan.'])
    expect(await issues({ objective: '', rom: [] })).toEqual(['Write what you found, or measure a motion.'])
    expect(await issues({ painBefore: { now: null, best: 1, worst: 2 } })).toEqual(['Enter the pain now, from 0 to 10.'])
    expect(await issues({ blocks: [] })).toEqual(['Add at least one service with its minutes.'])
    expect(await issues({}, { 97124: 75 })).toEqual(['75 minutes are more than the 60 booked. Compare them.'])
  })
  it('wants a reason for a region outside the prescription, and a stopped timer', async () => {
    await aPrescription(test, episodeId)
    const { blocks } = await noteContent(test, { 97124: 52 })
    const outside = blocks.map(block => ({ ...block, regions: ['neck' as const, 'chest' as const], runningSince: null }))
    expect(await issues({ blocks: outside })).toEqual(['Write why the chest was treated: it is outside the prescribed regions.'])
    expect(await issues({ blocks: outside, regionReasons: [{ region: 'chest', reason: 'Physician asked by phone' }] })).toEqual([])
    const running = blocks.map(block => ({ ...block, runningSince: '2026-11-19T16:00:00.000Z' as never }))
    expect(await issues({ blocks: running })).toEqual(['Stop the timer.'])
  })
  it('is refused from an older screen, and the newer words stay', async () => {
    const note = await begin()
    expect((await save(note, { plan: 'First' })).revision).toBe(2)
    const content = await noteContent(test, { 97124: 52 }, { plan: 'Second' })
    expect(await test.refuse('notes.saveDraft', { noteId: note.id, revision: 1, content })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('another screen'),
    })
    expect((await test.request('notes.get', { noteId: note.id })).content.plan).toBe('First')
  })
  it('refuses minutes that cannot be', async () => {
    const note = await begin()
    const content = await noteContent(test, { 97124: 52 })
    const [block] = content.blocks
    const refuse = async (blocks: unknown) => test.refuse('notes.saveDraft', { noteId: note.id, revision: 1, content: { ...content, blocks } })
    expect((await refuse([{ ...block, minutes: -5 }])).fields).toEqual({ 'content.blocks.0.minutes': 'Minutes cannot be negative.' })
    expect((await refuse([{ ...block, minutes: 1500 }])).fields).toEqual({ 'content.blocks.0.minutes': 'One block is at most 8 hours.' })
    const four = [1, 2, 3, 4].map(n => ({ ...block, id: `00000000-0000-4000-9000-00000000000${n}`, minutes: 375 }))
    expect(await refuse(four)).toMatchObject({ code: 'invalid_input', message: 'A visit cannot be longer than 24 hours.' })
    expect((await refuse([{ ...block, serviceId: patientId }])).message).toContain('not in the fee schedule')
    expect((await test.request('notes.get', { noteId: note.id })).revision).toBe(1)
  })
})

describe('signing', () => {
  it('locks the note in the practitioner’s name and finishes the visit', async () => {
    const note = await aNote(test, visit.id, { minutes: { 97124: 52 }, isSigned: true })
    expect(note.signature).toMatchObject({
      name: 'Rosa Delgado',
      credentials: 'LMT',
      signedAt: '2026-11-19T16:52:00.000Z',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await test.request('appointments.get', { appointmentId: visit.id })).toMatchObject({ status: 'finished', noteState: 'signed' })
    const content = await noteContent(test, { 97124: 60 })
    expect((await test.refuse('notes.saveDraft', { noteId: note.id, revision: note.revision, content })).message).toContain('is signed and does not change')
    expect((await test.refuse('notes.sign', { noteId: note.id, revision: note.revision, drawn: '' })).code).toBe('rule_broken')
  })
  it('is refused while something is missing, or when a newer revision was saved', async () => {
    const note = await begin()
    const { revision } = await save(note, { plan: '' })
    expect(await test.refuse('notes.sign', { noteId: note.id, revision, drawn: '' })).toMatchObject({ code: 'rule_broken', message: 'Write the plan.' })
    expect(await test.refuse('notes.sign', { noteId: note.id, revision: 1, drawn: '' })).toMatchObject({ code: 'conflict' })
  })
  it('signs once when two windows press at the same time', async () => {
    const note = await aNote(test, visit.id, { minutes: { 97124: 52 } })
    const input = { noteId: note.id, revision: note.revision, drawn: '' }
    const results = await Promise.all([test.app.invoke('notes.sign', input), test.app.invoke('notes.sign', input)])
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
  })
  it('takes addenda afterwards, in the name of who is signed in, and none before', async () => {
    const draft = await aNote(test, visit.id, { minutes: { 97124: 52 } })
    expect((await test.refuse('notes.addAddendum', { noteId: draft.id, text: 'Late' })).message).toContain('not signed yet')
    const { revision } = await test.request('notes.get', { noteId: draft.id })
    await test.request('notes.sign', { noteId: draft.id, revision, drawn: '' })
    const { addenda, content } = await test.request('notes.addAddendum', { noteId: draft.id, text: 'Pain returned the day after.' })
    expect(addenda).toMatchObject([{ text: 'Pain returned the day after.', writtenBy: 'Rosa Delgado' }])
    expect(content).toEqual(draft.content)
  })
})

describe('what the session screen shows', () => {
  it('the order, the last visit, the services and the payer’s rule', async () => {
    await aPrescription(test, episodeId)
    await aNote(test, visit.id, { minutes: { 97124: 52 }, isSigned: true })
    const next = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-26T09:00' })
    expect(await test.request('notes.getSession', { appointmentId: next.id })).toMatchObject({
      condition: 'Neck pain',
      allowedRegions: ['neck'],
      prescriberName: 'Samir Amari, MD',
      requests: 'Gentle work around C5.',
      unitRule: 'cms',
      note: null,
      last: { serviceOn: '2026-11-19', units: 3 },
      services: [{ code: '97124' }, { code: '97140' }],
    })
  })
  it('lists notes with pain, minutes and units', async () => {
    await aNote(test, visit.id, { minutes: { 97124: 53 }, isSigned: true })
    expect(await test.request('notes.listOfPatient', { patientId })).toMatchObject([
      { state: 'signed', painBefore: 5, painAfter: 2, timedMinutes: 53, units: 4, practitionerName: 'Rosa Delgado', excerpt: 'Once a week.' },
    ])
  })
  it('finds notes by their words, wherever they stand', async () => {
    const note = await aNote(test, visit.id, { minutes: { 97124: 53 }, isSigned: true })
    await test.request('notes.addAddendum', { noteId: note.id, text: 'Called: headache gone.' })
    const find = async (text: string) => (await test.request('notes.findWords', { patientId, text })).length
    expect(await find('STIFF neck')).toBe(1)
    expect(await find('headache')).toBe(1)
    expect(await find('')).toBe(1)
    expect(await find('stiff knee')).toBe(0)
  })
})
