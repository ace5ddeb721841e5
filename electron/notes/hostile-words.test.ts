import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import { anEpisode, aPatient, aVisit, noteContent } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let noteId: Note['id']
let content: NoteContent
beforeAll(async () => {
  test = await signedInApp()
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId)
  const visit = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
  noteId = (await test.request('notes.begin', { appointmentId: visit.id })).id
  content = await noteContent(test, { 97124: 52 })
})
afterAll(() => test.remove())

const AT = { view: 'back', x: 1, y: 1 }
const MARK = { id: '00000000-0000-4000-a000-000000000001', kind: 'pain', site: 'scalenes-left', at: AT, grade: 4, quality: '', refersTo: null, remark: '' }
const mark = (changes: object) => ({ ...MARK, ...changes })
const GENERIC = { name: 'Grip', min: 0, max: 100, better: 'higher', mattersFrom: null }

/** Every text a note has, with these words in it. */
const FIELDS: readonly (readonly [path: string, put: (words: string) => object])[] = [
  ...['subjective', 'objective', 'assessment', 'plan', 'homeCare'].map(part => [part, (words: string) => ({ [part]: words })] as const),
  ['screening.remark', words => ({ screening: { ...content.screening, remark: words } })],
  ['screening.overrideReason', words => ({ screening: { ...content.screening, overrideReason: words } })],
  ['screening.found.0.remark', words => ({ screening: { ...content.screening, found: [{ item: 'hernia', sites: [], remark: words }] } })],
  ['activities.0.name', words => ({ activities: [{ name: words, score: 4 }] })],
  ['strength.0.muscle', words => ({ strength: [{ muscle: words, left: '5', right: null, value: null }] })],
  ['posture.0.finding', words => ({ posture: [{ finding: words, side: '', grade: '' }] })],
  ['specialTests.0.test', words => ({ specialTests: [{ test: words, left: null, right: null, value: 'positive', remark: '' }] })],
  ['specialTests.0.remark', words => ({ specialTests: [{ test: 'Slump', left: null, right: null, value: 'positive', remark: words }] })],
  ['marks.0.remark', words => ({ marks: [mark({ remark: words })] })],
  ['scores.0.generic.name', words => ({ scores: [{ measure: 'generic', ticked: null, points: 5, answered: null, generic: { ...GENERIC, name: words } }] })],
  ['blocks.0.name', words => ({ blocks: content.blocks.map(block => ({ ...block, name: words })) })],
  ['blocks.0.techniques.0.name', words => ({ blocks: content.blocks.map(block => ({ ...block, techniques: [technique({ name: words })] })) })],
  ['blocks.0.techniques.0.response', words => ({ blocks: content.blocks.map(block => ({ ...block, techniques: [technique({ response: words })] })) })],
  ['regionReasons.0.reason', words => ({ regionReasons: [{ region: 'neck', reason: words }] })],
]
const technique = (changes: object) => ({ name: 'Cupping', sites: [], minutes: null, response: '', ...changes })

// Here a test sends what a screen never would; the router decides.
const draft = async (changes: object) => ({ noteId, revision: (await saved()).revision, content: { ...content, ...changes } }) as Parsed<'notes.saveDraft'>
const saved = () => test.request('notes.get', { noteId })
const valueAt = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)

describe.each(FIELDS)('the words of “%s”', (path, put) => {
  it('are refused whole at 100,000 characters, by name, and the note stays as it was', async () => {
    const before = await saved()
    const { code, fields } = await test.refuse('notes.saveDraft', await draft(put('a'.repeat(100_000))))
    expect(code).toBe('invalid_input')
    expect(fields?.[`content.${path}`]).toMatch(/Keep .* under \d+ characters/)
    expect(await saved()).toEqual(before)
  })
  it.each([
    ['from right to left', 'כאב בצוואר וألم'],
    ['emoji of several parts', '👩🏽‍⚕️ 🇺🇸 pain 🙂'],
    ['accents put together', 'Zoe\u0308 n\u0303'],
    ['script and SQL', `<img src=x onerror=alert(1)>'; DROP TABLE notes; --`],
  ])('are kept as given %s', async (_, words) => {
    await test.request('notes.saveDraft', await draft(put(words)))
    expect(valueAt((await saved()).content, path)).toBe(words)
  })
  it('lose what cannot be seen or printed, and nothing else', async () => {
    await test.request('notes.saveDraft', await draft(put('A\u0000B\u0007C\u202ED\uD800E\uFEFFF')))
    expect(valueAt((await saved()).content, path)).toBe('ABCDEF')
  })
})

describe('values that cannot be', () => {
  it.each([
    ['painBefore.now', { painBefore: { now: 11, best: null, worst: null } }],
    ['painAfter.worst', { painAfter: { now: null, best: null, worst: -1 } }],
    ['painBefore.now', { painBefore: { now: 4.5, best: null, worst: null } }],
    ['activities.0.score', { activities: [{ name: 'Driving', score: 11 }] }],
    ['rom.0.left', { rom: [{ motion: 'cervical-rotation', left: 201, right: null, value: null }] }],
    ['strength.0.left', { strength: [{ muscle: 'Biceps', left: '6', right: null, value: null }] }],
    ['marks.0.grade', { marks: [mark({ grade: 11 })] }],
    ['marks.0.at.x', { marks: [mark({ at: { ...AT, x: 1501 } })] }],
    ['marks.0.site', { marks: [mark({ site: 'third-arm' })] }],
    ['scores.0.ticked.0', { scores: [{ measure: 'roland-morris', ticked: [25], points: null, answered: null, generic: null }] }],
    ['scores.0.answered', { scores: [{ measure: 'oswestry', ticked: null, points: 10, answered: 31, generic: null }] }],
    ['scores.0.points', { scores: [{ measure: 'oswestry', ticked: null, points: 1e9, answered: null, generic: null }] }],
  ])('are refused by name: %s', async (path, changes) => {
    const before = await saved()
    const { code, fields } = await test.refuse('notes.saveDraft', await draft(changes))
    expect(code).toBe('invalid_input')
    expect(Object.keys(fields ?? {})).toEqual([`content.${path}`])
    expect(await saved()).toEqual(before)
  })
  it.each([
    ['a screening temperature', { temperature: 200 }],
    ['a blood pressure', { systolic: 900 }],
  ])('are refused: %s', async (_, changes) => {
    expect((await test.refuse('notes.saveDraft', await draft({ screening: { ...content.screening, ...changes } }))).code).toBe('invalid_input')
  })
})
