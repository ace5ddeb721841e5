import { EstimateDraft, type SubmitAnswer } from '../../shared/estimates/schema.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { type DocumentId, EstimateRequestId, type PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** The newest answer to “Will you send the superbill to an insurer?”; `words` say who asked and when. Null while nobody asked. */
export function submitAnswerOf(db: Database, patientId: PatientId): { readonly answer: SubmitAnswer; readonly words: string } | null {
  const row = statement<{ patientId: string }, { answer: SubmitAnswer; answeredOn: LocalDate; answeredBy: string }>(
    db,
    `SELECT answer, answered_on AS answeredOn, answered_by AS answeredBy
       FROM submit_answers
      WHERE patient_id = :patientId
      ORDER BY answered_at DESC, rowid DESC
      LIMIT 1`,
  ).get({ patientId })
  return row ? { answer: row.answer, words: [row.answeredBy, formatDate(row.answeredOn)].filter(text => text !== '').join(', ') } : null
}

/** Keeps an answer with who asked and when; earlier ones stay on record. */
export function insertSubmitAnswer({ db, clock, newId, person }: Services, { patientId, answer }: { patientId: PatientId; answer: SubmitAnswer }): void {
  statement(
    db,
    `INSERT INTO submit_answers (id, patient_id, answer, answered_on, answered_at, answered_by)
          VALUES (:id, :patientId, :answer, :today, :now, :who)`,
  ).run({ id: newId(), patientId, answer, today: clock.today(), now: clock.now(), who: person.name })
}

/** When the patient asked for an estimate that was not given since; null where none is open. */
export function openRequestOf(db: Database, patientId: PatientId): LocalDate | null {
  const row = statement<{ patientId: string }, { requestedOn: LocalDate }>(
    db,
    `SELECT requested_on AS requestedOn FROM estimate_requests WHERE patient_id = :patientId AND document_id IS NULL ORDER BY requested_on LIMIT 1`,
  ).get({ patientId })
  return row?.requestedOn ?? null
}

/** Notes that a patient asked for an estimate today. */
export function insertRequest({ db, clock, newId, person }: Services, patientId: PatientId): void {
  statement(db, 'INSERT INTO estimate_requests (id, patient_id, requested_on, recorded_by) VALUES (:id, :patientId, :today, :who)').run({
    id: EstimateRequestId.parse(newId()),
    patientId,
    today: clock.today(),
    who: person.name,
  })
}

/** What a patient asked for is answered by an estimate that was given. */
export function answerRequests(db: Database, patientId: PatientId, documentId: DocumentId): void {
  statement(db, 'UPDATE estimate_requests SET document_id = :documentId WHERE patient_id = :patientId AND document_id IS NULL').run({ patientId, documentId })
}

/** An estimate being filled in; null where nobody began, or what was kept does not fit any more. */
export function findDraft(db: Database, patientId: PatientId): EstimateDraft | null {
  const row = statement<{ patientId: string }, { draft: string }>(db, 'SELECT draft FROM estimate_drafts WHERE of_patient = :patientId').get({ patientId })
  return row ? (EstimateDraft.safeParse(JSON.parse(row.draft)).data ?? null) : null
}

/** Keeps an estimate being filled in. */
export function writeDraft(db: Database, patientId: PatientId, draft: EstimateDraft): void {
  statement(db, 'INSERT OR REPLACE INTO estimate_drafts (of_patient, draft) VALUES (:patientId, :draft)').run({ patientId, draft: JSON.stringify(draft) })
}

/** Drops what was filled in. */
export function deleteDraft(db: Database, patientId: PatientId): void {
  statement(db, 'DELETE FROM estimate_drafts WHERE of_patient = :patientId').run({ patientId })
}
