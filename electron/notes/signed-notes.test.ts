import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant, localDate } from '../../shared/lib/dates.ts'
import { AddendumId, AppointmentId, NoteId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import type { Database } from '../db/open.ts'
import { testDatabase } from '../testing/test-database.ts'
import { contentHash } from './content-hash.ts'
import { insertAddendum, insertNote, lastSignature, updateContent, updateError, updateSignature } from './repository.ts'
import { checkSignature, verifySignedNotes } from './verify-signed-notes.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = (minute: number) => Instant.parse(`2026-11-19T16:${String(minute).padStart(2, '0')}:00.000Z`)

/** A database with three signed notes (the second with a drawn signature) and a draft, below the use cases. */
function clinicWithSignedNotes(): Database {
  const db = testDatabase()
  db.pragma('foreign_keys = OFF')
  for (const n of [1, 2, 3, 4]) {
    const note = {
      id: NoteId.parse(id(20 + n)),
      appointmentId: AppointmentId.parse(id(10 + n)),
      patientId: PatientId.parse(id(1)),
      serviceOn: localDate(`2026-11-1${n}`),
    }
    const practitionerId = PractitionerId.parse(id(2))
    const content = { ...emptyContent(), plan: `Plan ${n}` }
    insertNote(db, { ...note, practitionerId, content, savedAt: at(n) })
    if (n === 4) continue
    const last = lastSignature(db)
    const signature = { signerName: 'Rosa Delgado', signerCredentials: 'LMT', signedAt: at(n), previousHash: last.hash }
    const drawn = n === 2 ? 'M10 20L30 40' : ''
    const { id: noteId, appointmentId, patientId, serviceOn } = note
    const hash = contentHash({ noteId, appointmentId, patientId, serviceOn, content, ...signature, ...(drawn !== '' && { drawn }) })
    updateSignature(db, { id: note.id, practitionerId, ...signature, sequence: last.sequence + 1, contentHash: hash, content, drawn })
  }
  return db
}

describe('a signed note in the database', () => {
  it('refuses every change and deletion, even by plain SQL; the draft beside it does not', () => {
    const db = clinicWithSignedNotes()
    const change = (n: number) => () => db.exec(`UPDATE notes SET content = '{}' WHERE id = '${id(20 + n)}'`)
    expect(change(1)).toThrow('A signed note does not change. Add an addendum instead.')
    expect(() => db.exec(`UPDATE notes SET signed_at = NULL WHERE id = '${id(21)}'`)).toThrow('does not change')
    expect(() => db.exec(`DELETE FROM notes WHERE id = '${id(24)}'`)).toThrow('A note is never deleted.')
    expect(change(4)).not.toThrow()
    expect(updateContent(db, { id: NoteId.parse(id(21)), revision: 1, content: emptyContent(), savedAt: at(9) })).toBe(false)
  })
  it('keeps its addenda as they were written', () => {
    const db = clinicWithSignedNotes()
    insertAddendum(db, { id: AddendumId.parse(id(30)), noteId: NoteId.parse(id(21)), text: 'Late entry', writtenAt: at(30), writtenBy: 'Rosa' })
    expect(() => db.exec("UPDATE note_addenda SET text = 'x'")).toThrow('An addendum does not change.')
    expect(() => db.exec('DELETE FROM note_addenda')).toThrow('never deleted')
  })
})

describe('checking all signatures', () => {
  it('finds nothing in an untouched file', () => {
    expect(verifySignedNotes(clinicWithSignedNotes())).toEqual({ checked: 3, problem: null })
  })
  it.each([
    [
      'a changed word',
      `UPDATE notes SET content = replace(content, 'Plan 1', 'Plan 9')`,
      'The signed note of 2026-11-11 (number 1) was changed after it was signed.',
    ],
    [
      'another signer',
      `UPDATE notes SET signer_name = 'Eve' WHERE signed_sequence = 2`,
      'The signed note of 2026-11-12 (number 2) was changed after it was signed.',
    ],
    [
      'another day',
      `UPDATE notes SET service_on = '2026-01-01' WHERE signed_sequence = 2`,
      'The signed note of 2026-01-01 (number 2) was changed after it was signed.',
    ],
    ['a removed note', 'DELETE FROM notes WHERE signed_sequence = 1', 'A signed note is missing before the one of 2026-11-12 (number 2).'],
    [
      'another drawn signature',
      `UPDATE notes SET drawn_signature = 'M10 20L30 41' WHERE signed_sequence = 2`,
      'The signed note of 2026-11-12 (number 2) was changed after it was signed.',
    ],
    [
      'a drawn signature put where none was',
      `UPDATE notes SET drawn_signature = 'M1 2' WHERE signed_sequence = 3`,
      'The signed note of 2026-11-13 (number 3) was changed after it was signed.',
    ],
    [
      'another order',
      `UPDATE notes SET signed_sequence = 9 WHERE signed_sequence = 2; UPDATE notes SET signed_sequence = 2 WHERE signed_sequence = 3;
       UPDATE notes SET signed_sequence = 3 WHERE signed_sequence = 9`,
      'A signed note is missing before the one of 2026-11-13 (number 2).',
    ],
    [
      'a note put between',
      `UPDATE notes SET signed_sequence = 4 WHERE signed_sequence = 3;
       INSERT INTO notes SELECT '00000000-0000-4000-8000-000000000099', '00000000-0000-4000-8000-000000000098', patient_id, practitioner_id, service_on, content, revision,
                                saved_at, signed_at, signer_name, signer_credentials, 3, content_hash, content_hash, drawn_signature, NULL, NULL, NULL, NULL
                           FROM notes WHERE signed_sequence = 2`,
      'The signed note of 2026-11-12 (number 3) was changed after it was signed.',
    ],
    [
      'a note given to another patient as if by a merge',
      `UPDATE notes SET signed_for = patient_id, patient_id = '00000000-0000-4000-8000-000000000077' WHERE signed_sequence = 2`,
      'The signed note of 2026-11-12 (number 2) was changed after it was signed.',
    ],
    [
      'the last note moved on',
      'UPDATE notes SET signed_sequence = 7 WHERE signed_sequence = 3',
      'A signed note is missing before the one of 2026-11-13 (number 7).',
    ],
  ])('finds %s', (_, sql, problem) => {
    const db = clinicWithSignedNotes()
    db.exec(`DROP TRIGGER signed_notes_do_not_change; DROP TRIGGER signed_notes_keep_their_patient; DROP TRIGGER notes_are_not_deleted; ${sql}`)
    expect(verifySignedNotes(db).problem).toBe(problem)
  })
  it('finds any change of any signed value, wherever it is', () => {
    const columns = [
      'id',
      'appointment_id',
      'patient_id',
      'service_on',
      'content',
      'signer_name',
      'signer_credentials',
      'signed_at',
      'content_hash',
      'previous_hash',
    ]
    const db = clinicWithSignedNotes()
    db.exec('DROP TRIGGER signed_notes_do_not_change; DROP TRIGGER signed_notes_keep_their_patient')
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.integer({ min: 1, max: 3 }), fc.nat(), (column, sequence, place) => {
        const row = { sequence }
        const was = db.prepare<typeof row, string>(`SELECT ${column} FROM notes WHERE signed_sequence = :sequence`).pluck().get(row) ?? ''
        const write = db.prepare<{ value: string; sequence: number }>(`UPDATE notes SET ${column} = :value WHERE signed_sequence = :sequence`)
        const changed = withOtherLetter(was, place)
        fc.pre(column !== 'content' || isJson(changed))
        write.run({ value: changed, sequence })
        const { problem } = verifySignedNotes(db)
        write.run({ value: was, sequence })
        expect(problem).not.toBeNull()
        expect(verifySignedNotes(db).problem).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
  it('allows a note to be marked as entered in error: its words stay what was signed', () => {
    const db = clinicWithSignedNotes()
    updateError(db, { id: NoteId.parse(id(22)), at: at(30), by: 'Rosa', reason: 'Wrong patient' })
    expect(verifySignedNotes(db)).toEqual({ checked: 3, problem: null })
  })
  it('tells of one note by itself, and of its neighbors', () => {
    const db = clinicWithSignedNotes()
    const check = (n: number) => checkSignature(db, NoteId.parse(id(20 + n)))
    expect([1, 2, 3].map(check)).toMatchObject([
      { isIntact: true, number: 1 },
      { isIntact: true, number: 2 },
      { isIntact: true, number: 3 },
    ])
    expect(() => check(4)).toThrow('This note is not signed.')
    db.exec(`DROP TRIGGER signed_notes_do_not_change; UPDATE notes SET previous_hash = 'x' WHERE signed_sequence = 2`)
    expect([1, 2, 3].map(n => check(n).sentence)).toEqual([
      'The signed note after this one was changed or removed.',
      'This note was changed after it was signed. Restore a backup to see what was signed.',
      'Every word is as it was signed. This is signed note 3 of the clinic, chained to the one before it.',
    ])
    db.exec('DROP TRIGGER notes_are_not_deleted; DELETE FROM notes WHERE signed_sequence = 2')
    expect(check(3)).toEqual({ isIntact: false, number: 3, sentence: 'The signed note before this one was changed or removed.' })
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// Letters and digits only, so that stored JSON mostly stays JSON; the database refuses what is none.
function withOtherLetter(text: string, place: number): string {
  const places = [...text.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index)
  const at = places[place % places.length] ?? 0
  return `${text.slice(0, at)}${text[at] === 'e' ? 'a' : 'e'}${text.slice(at + 1)}`
}
