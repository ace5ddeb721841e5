import { describe, expect, it } from 'vitest'
import { Instant, localDate } from '../../shared/lib/dates.ts'
import { AddendumId, AppointmentId, NoteId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import type { Database } from '../db/open.ts'
import { testDatabase } from '../testing/test-database.ts'
import { contentHash } from './content-hash.ts'
import { insertAddendum, insertNote, lastSignature, updateContent, updateSignature } from './repository.ts'
import { verifySignedNotes } from './verify-signed-notes.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = (minute: number) => Instant.parse(`2026-11-19T16:${String(minute).padStart(2, '0')}:00.000Z`)

/** A database with two signed notes and a draft, below the use cases. */
function clinicWithSignedNotes(): Database {
  const db = testDatabase()
  db.pragma('foreign_keys = OFF')
  for (const n of [1, 2, 3]) {
    const note = {
      id: NoteId.parse(id(20 + n)),
      appointmentId: AppointmentId.parse(id(10 + n)),
      patientId: PatientId.parse(id(1)),
      serviceOn: localDate(`2026-11-1${n}`),
    }
    const practitionerId = PractitionerId.parse(id(2))
    const content = { ...emptyContent(), plan: `Plan ${n}` }
    insertNote(db, { ...note, practitionerId, content, savedAt: at(n) })
    if (n === 3) continue
    const last = lastSignature(db)
    const signature = { signerName: 'Rosa Delgado', signerCredentials: 'LMT', signedAt: at(n), previousHash: last.hash }
    const hash = contentHash({
      noteId: note.id,
      appointmentId: note.appointmentId,
      patientId: note.patientId,
      serviceOn: note.serviceOn,
      content,
      ...signature,
    })
    updateSignature(db, { id: note.id, practitionerId, ...signature, sequence: last.sequence + 1, contentHash: hash, content, drawn: '' })
  }
  return db
}

describe('a signed note in the database', () => {
  it('refuses every change and deletion, even by plain SQL; the draft beside it does not', () => {
    const db = clinicWithSignedNotes()
    const change = (n: number) => () => db.exec(`UPDATE notes SET content = '{}' WHERE id = '${id(20 + n)}'`)
    expect(change(1)).toThrow('A signed note does not change. Add an addendum instead.')
    expect(() => db.exec(`UPDATE notes SET signed_at = NULL WHERE id = '${id(21)}'`)).toThrow('does not change')
    expect(() => db.exec(`DELETE FROM notes WHERE id = '${id(23)}'`)).toThrow('A note is never deleted.')
    expect(change(3)).not.toThrow()
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
    expect(verifySignedNotes(clinicWithSignedNotes())).toEqual({ checked: 2, problem: null })
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
  ])('finds %s', (_, sql, problem) => {
    const db = clinicWithSignedNotes()
    db.exec(`DROP TRIGGER signed_notes_do_not_change; DROP TRIGGER notes_are_not_deleted; ${sql}`)
    expect(verifySignedNotes(db).problem).toBe(problem)
  })
})
