import type { LetterAnswer, Sending } from '../../shared/documents/schema.ts'
import type { DocumentId, SendingId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Every time a paper went out, the latest first. */
export function listSendings(db: Database, documentId: DocumentId): Sending[] {
  return statement<{ documentId: string }, Sending>(
    db,
    `SELECT id, sent_on AS sentOn, how, sent_to AS sentTo, recorded_by AS recordedBy
       FROM sendings
      WHERE document_id = :documentId
      ORDER BY sent_on DESC, rowid DESC`,
  ).all({ documentId })
}

/** The paper that a sending was of; null where it is no longer recorded. */
export function sentPaper(db: Database, id: SendingId): DocumentId | null {
  const row = statement<{ id: string }, { documentId: DocumentId }>(db, 'SELECT document_id AS documentId FROM sendings WHERE id = :id').get({ id })
  return row?.documentId ?? null
}

/** Notes that a paper went out. */
export function insertSending(db: Database, sending: Sending & { documentId: DocumentId }) {
  statement(
    db,
    'INSERT INTO sendings (id, document_id, sent_on, how, sent_to, recorded_by) VALUES (:id, :documentId, :sentOn, :how, :sentTo, :recordedBy)',
  ).run(sending)
}

/** Takes a sending that did not happen off the log. */
export function deleteSending(db: Database, id: SendingId) {
  statement(db, 'DELETE FROM sendings WHERE id = :id').run({ id })
}

/** The physician’s answer to a letter; null before it came. */
export function findAnswer(db: Database, documentId: DocumentId): LetterAnswer | null {
  const row = statement<{ documentId: string }, LetterAnswer>(
    db,
    `SELECT received_on AS receivedOn, answer, remark, recorded_by AS recordedBy, prescription_id AS prescriptionId
       FROM letter_answers
      WHERE document_id = :documentId`,
  ).get({ documentId })
  return row ?? null
}

/** Whether the answer to any version of a letter made a prescription. */
export function hasMadePrescription(db: Database, number: string): boolean {
  const row = statement<{ number: string }, unknown>(
    db,
    `SELECT 1
       FROM letter_answers a
       JOIN documents d ON d.id = a.document_id
      WHERE d.number = :number AND d.kind = 'progress-letter' AND a.prescription_id IS NOT NULL`,
  ).get({ number })
  return row !== undefined
}

/** Keeps the physician’s answer. */
export function insertAnswer(db: Database, answer: LetterAnswer & { documentId: DocumentId }) {
  statement(
    db,
    `INSERT INTO letter_answers (document_id, received_on, answer, remark, recorded_by, prescription_id)
          VALUES (:documentId, :receivedOn, :answer, :remark, :recordedBy, :prescriptionId)`,
  ).run(answer)
}
