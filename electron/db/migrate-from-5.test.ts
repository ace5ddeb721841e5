import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NoteId } from '../../shared/lib/ids.ts'
import { contentHash, FIRST_HASH } from '../notes/content-hash.ts'
import { getNote } from '../notes/repository.ts'
import { verifySignedNotes } from '../notes/verify-signed-notes.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type Database, openDatabase } from './open.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let dir: string
let db: Database
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'myodesk-from-5-'))
  db = openDatabase(join(dir, 'clinic.db'), randomBytes(32), { mustExist: false })
  migrate(db, migrations.slice(0, 5), () => undefined)
  fillClinic()
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Adds a row; columns that must not be empty and are not given become an empty text or 0. */
function add(table: string, given: Readonly<Record<string, string | number | null>>) {
  const columns = db.prepare<[], { name: string; type: string; notnull: number; pk: number }>(`PRAGMA table_info(${table})`).all()
  const needed = columns.filter(({ notnull, pk }) => notnull === 1 && pk === 0).map(({ name, type }) => [name, type === 'INTEGER' ? 0 : ''])
  const row = { ...Object.fromEntries(needed), ...given }
  const names = Object.keys(row)
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(name => `:${name}`).join(', ')})`).run(row)
}

const PAIN = { now: 5, best: 3, worst: 7 }
/** A note as Myodesk wrote it before clinical depth: techniques by their names, no findings, no marks. */
const oldContent = (plan: string) => ({
  screening: { answers: { fever: 'no', cancer: 'yes' }, remark: 'Cleared in May', overrideReason: 'Cleared', systolic: 120, diastolic: 80 },
  subjective: 'Stiff on waking.',
  objective: '',
  assessment: 'Improving.',
  plan,
  homeCare: '',
  painBefore: PAIN,
  painAfter: { now: 2, best: null, worst: null },
  activities: [{ name: 'Driving', score: 4 }],
  rom: [{ motion: 'cervical-rotation', left: 50, right: 60, value: null }],
  blocks: [
    {
      id: id(90),
      serviceId: id(3),
      code: '97140',
      name: 'Manual therapy',
      isTimed: true,
      minutesPerUnit: 15,
      modifiers: ['GP'],
      minutes: 38,
      regions: ['neck'],
      techniques: ['Myofascial release', 'Cupping'],
      runningSince: null,
    },
  ],
  regionReasons: [],
  tieChoice: [],
})

function fillClinic() {
  add('practitioners', { id: id(1), legal_name: 'Rosa Delgado' })
  add('services', { id: id(3), code: '97140', name: 'Manual therapy', is_timed: 1, minutes_per_unit: 15, modifiers: '[]', is_active: 1 })
  add('patients', { place: 1, id: id(2), chart_number: 'AC-0001', first_name: 'Maria', last_name: 'Ortega', born_on: '1980-02-03' })
  add('episodes', { id: id(4), patient_id: id(2), condition: 'Neck pain', kind: 'auto', regions: '["neck"]', claim_adjuster: 'T. Novak' })
  add('episodes', { id: id(5), patient_id: id(2), condition: 'Low back', kind: 'illness', regions: '[]' })
  for (const [n, measure] of ['pain-now', 'psfs', 'rom', 'free'].entries())
    add('goals', { id: id(10 + n), episode_id: id(4), position: n, text: `Goal ${n}`, measure, baseline: 7, target: 2.5 })
  let previousHash = FIRST_HASH
  for (const n of [1, 2, 3]) {
    const when = { starts_at: `2026-11-0${n}T09:00`, ends_at: `2026-11-0${n}T10:00` }
    add('appointments', { id: id(20 + n), patient_id: id(2), episode_id: id(4), practitioner_id: id(1), minutes: 60, status: 'finished', ...when })
    const content = oldContent(`Plan ${n}`)
    const own = { id: id(30 + n), appointment_id: id(20 + n), patient_id: id(2), practitioner_id: id(1), service_on: `2026-11-0${n}` }
    const draft = { ...own, content: JSON.stringify(content), revision: n, saved_at: '2026-11-05T16:00:00.000Z' }
    if (n === 3) {
      add('notes', draft)
      continue
    }
    const signedAt = `2026-11-0${n}T17:00:00.000Z`
    const signed = { signerName: 'Rosa Delgado', signerCredentials: 'LMT', signedAt, previousHash }
    const hash = contentHash({ noteId: own.id, appointmentId: own.appointment_id, patientId: own.patient_id, serviceOn: own.service_on, content, ...signed })
    const signer = { signer_name: 'Rosa Delgado', signer_credentials: 'LMT' }
    add('notes', { ...draft, ...signer, signed_at: signedAt, signed_sequence: n, content_hash: hash, previous_hash: previousHash })
    previousHash = hash
  }
  add('note_addenda', { id: id(40), note_id: id(31), text: 'Called the day after.', written_at: '2026-11-02T10:00:00.000Z', written_by: 'Rosa' })
  const paper = { patient_id: id(2), episode_id: id(4), issued_at: '2026-11-03T10:00:00.000Z', issued_on: '2026-11-03', content: '{"a":1}' }
  add('documents', { id: id(50), kind: 'superbill', number: 'SB-1', version: 1, total_cents: 12000, ...paper })
  add('documents', { id: id(51), kind: 'superbill', number: 'SB-1', version: 2, total_cents: 9000, replaces_id: id(50), ...paper })
  add('documents', { id: id(52), kind: 'progress-letter', number: 'PL-1', version: 1, ...paper })
  add('letters', { id: id(60), episode_id: id(4), kind: 'progress', wording: '{"b":2}', saved_at: '2026-11-03T10:00:00.000Z', document_id: id(52) })
  add('letters', { id: id(61), episode_id: id(4), kind: 'progress', wording: '{"c":3}', saved_at: '2026-11-04T10:00:00.000Z' })
}

const TABLES = ['patients', 'episodes', 'goals', 'appointments', 'notes', 'note_addenda', 'documents', 'letters']
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
const read = (): Rows =>
  Object.fromEntries(TABLES.map(table => [table, db.prepare<[], Readonly<Record<string, unknown>>>(`SELECT * FROM ${table} ORDER BY id`).all()]))
const open = () => migrate(db, migrations, () => undefined)

describe('a clinic saved by version 5', () => {
  it('opens with every row and every value as it was', () => {
    const before = read()
    open()
    const after = read()
    expect(versionOf(db)).toBe(migrations.length)
    for (const table of TABLES) {
      expect(after[table]).toHaveLength(before[table]?.length ?? 0)
      for (const [index, row] of (before[table] ?? []).entries()) expect(after[table]?.[index]).toMatchObject(row)
    }
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(after.episodes?.map(row => row.claim_attorney)).toEqual(['', null])
  })
  it('keeps the signatures: every hash still stands over the words as they were saved', () => {
    open()
    expect(verifySignedNotes(db)).toEqual({ checked: 2, problem: null })
  })
  it('reads its notes in today’s form, nothing lost', () => {
    open()
    const note = getNote(db, NoteId.parse(id(31)))
    expect(note).toMatchObject({ enteredInError: null, signature: { drawn: '', name: 'Rosa Delgado' }, addenda: [{ text: 'Called the day after.' }] })
    expect(note.content).toMatchObject({ plan: 'Plan 1', marks: [], screening: { systolic: 120, found: [], isWithheld: false, answers: { cancer: 'yes' } } })
    expect(note.content.blocks[0]?.techniques).toEqual([
      { name: 'Myofascial release', sites: [], minutes: null, response: '' },
      { name: 'Cupping', sites: [], minutes: null, response: '' },
    ])
  })
})

describe('after opening it', () => {
  beforeEach(open)
  const run = (sql: string) => () => void db.exec(sql)

  it('what was signed and issued still does not change and is not deleted', () => {
    expect(run(`UPDATE notes SET content = '{}' WHERE id = '${id(31)}'`)).toThrow('A signed note does not change')
    expect(run(`UPDATE notes SET drawn_signature = 'M1 1' WHERE id = '${id(31)}'`)).toThrow('A signed note does not change')
    expect(run(`DELETE FROM notes WHERE id = '${id(33)}'`)).toThrow('A note is never deleted')
    expect(run(`UPDATE documents SET content = '{}'`)).toThrow('An issued paper does not change')
    expect(run('DELETE FROM documents')).toThrow('An issued paper is never deleted')
    expect(run(`UPDATE letters SET wording = '{}' WHERE id = '${id(60)}'`)).toThrow('A signed letter does not change')
    expect(run(`UPDATE note_addenda SET text = 'x'`)).toThrow('An addendum does not change')
    expect(run(`UPDATE notes SET content = '{}' WHERE id = '${id(33)}'`)).not.toThrow()
  })
  it('a signed note can be marked as entered in error once, which makes room for another of the visit', () => {
    const second = `INSERT INTO notes (id, appointment_id, patient_id, practitioner_id, service_on, content, revision, saved_at)
                    VALUES ('${id(39)}', '${id(21)}', '${id(2)}', '${id(1)}', '2026-11-01', '{}', 1, 'now')`
    expect(run(second)).toThrow(/UNIQUE/)
    const mark = (note: number) => `UPDATE notes SET error_at = 'now', error_by = 'Rosa', error_reason = 'Wrong visit' WHERE id = '${id(note)}'`
    expect(run(mark(33))).toThrow(/CHECK/)
    expect(run(mark(31))).not.toThrow()
    expect(run(mark(31))).toThrow('A note entered in error stays so')
    expect(run(second)).not.toThrow()
    expect(verifySignedNotes(db)).toEqual({ checked: 2, problem: null })
  })
  it('what is frozen changes its patient along a merge of two charts, and in no other way', () => {
    add('patients', { place: 2, id: id(8), chart_number: 'AC-0002', first_name: 'Mary', last_name: 'Ortega', born_on: '1980-02-03' })
    const moves = [`UPDATE documents SET patient_id = '${id(8)}'`, `UPDATE notes SET patient_id = '${id(8)}' WHERE id = '${id(31)}'`]
    for (const move of moves) expect(run(move)).toThrow(/does not change/)
    const merged = { merged_at: '2026-11-06T10:00:00.000Z', merged_on: '2026-11-06', merged_by: 'Rosa', moved: '{}', before: '{}' }
    add('merges', { id: id(70), kept_id: id(8), other_id: id(2), ...merged })
    expect(run(`UPDATE documents SET patient_id = '${id(8)}', content = '{}'`)).toThrow('An issued paper does not change')
    for (const move of moves) expect(run(move)).not.toThrow()
    expect(run(`UPDATE documents SET patient_id = '${id(2)}'`)).not.toThrow()
  })
  it('visits of before stand at their first revision, without room, series or buffer', () => {
    const visits = db.prepare('SELECT revision, room_id, series_id, visit_type_id, buffer_minutes, is_late_cancel FROM appointments').all()
    expect(visits).toHaveLength(3)
    for (const visit of visits)
      expect(visit).toEqual({ revision: 1, room_id: null, series_id: null, visit_type_id: null, buffer_minutes: 0, is_late_cancel: 0 })
  })
  it('references are watched, and goals may follow a questionnaire', () => {
    expect(run(`INSERT INTO note_addenda VALUES ('${id(41)}', '${id(99)}', 'x', 'now', 'Rosa')`)).toThrow(/FOREIGN KEY/)
    expect(
      run(
        `INSERT INTO documents SELECT '${id(55)}', kind, 'N-9', 1, patient_id, episode_id, issued_at, issued_on, NULL, NULL, NULL, '${id(98)}', '', content FROM documents WHERE id = '${id(52)}'`,
      ),
    ).toThrow(/FOREIGN KEY/)
    expect(run(`UPDATE goals SET measure = 'score', key = 'neck-disability' WHERE id = '${id(10)}'`)).not.toThrow()
    expect(run(`UPDATE goals SET measure = 'guess' WHERE id = '${id(10)}'`)).toThrow(/CHECK/)
  })
})
