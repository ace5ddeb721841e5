import { extensionOf } from '../../shared/attachments/file-type.ts'
import { Attachment, type AttachmentKind } from '../../shared/attachments/schema.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AttachmentId, EpisodeId, PatientId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

const COLUMNS = `
     SELECT id, patient_id AS patientId, kind, ref_id AS refId, name, media_type AS mediaType, bytes, added_on AS addedOn, added_by AS addedBy
       FROM attachments`
const OF_PATIENT = `${COLUMNS}
      WHERE patient_id = :patientId AND removed_at IS NULL
      ORDER BY added_on DESC, rowid DESC`
const BY_ID = `${COLUMNS}
      WHERE id = :id`

type Row = Omit<Attachment, 'path'>

const toAttachment = (row: Row): Attachment => Attachment.parse({ ...row, path: `papers/attachment/${row.id}.${extensionOf(row.mediaType)}` })

/** The scans on a patient’s chart, newest first; removed ones are left out. */
export function listAttachments(db: Database, patientId: PatientId): Attachment[] {
  return statement<{ patientId: string }, Row>(db, OF_PATIENT).all({ patientId }).map(toAttachment)
}

/** One scan, removed or not. Throws `not_found`. */
export function getAttachment(db: Database, id: AttachmentId): Attachment {
  const row = statement<{ id: string }, Row>(db, BY_ID).get({ id })
  if (!row) throw new DomainError('not_found', 'That scan is not in the records.')
  return toAttachment(row)
}

/** The content of a scan on the chart, as it was attached; undefined when there is none or it was removed. */
export function findAttachmentContent(db: Database, id: string): { readonly name: string; readonly content: Uint8Array } | undefined {
  return statement<{ id: string }, { name: string; content: Uint8Array }>(
    db,
    `SELECT a.name, f.content
       FROM attachments a
       JOIN attachment_files f ON f.attachment_id = a.id
      WHERE a.id = :id AND a.removed_at IS NULL`,
  ).get({ id })
}

/** A scan to be kept. */
export type NewAttachment = Row & { readonly sha256: string; readonly content: Uint8Array }

/** Keeps a scan with its content. */
export function insertAttachment(db: Database, { content, ...row }: NewAttachment) {
  statement(
    db,
    `INSERT INTO attachments (id, patient_id, kind, ref_id, name, media_type, bytes, sha256, added_on, added_by)
          VALUES (:id, :patientId, :kind, :refId, :name, :mediaType, :bytes, :sha256, :addedOn, :addedBy)`,
  ).run(row)
  statement(db, 'INSERT INTO attachment_files (attachment_id, content) VALUES (:id, :content)').run({ id: row.id, content })
}

/** Whether the same content is already on the chart for the same thing. */
export function findSameContent(
  db: Database,
  scan: Pick<NewAttachment, 'patientId' | 'kind' | 'refId' | 'sha256'>,
): { readonly id: string; readonly name: string } | undefined {
  return statement<typeof scan, { id: string; name: string }>(
    db,
    `SELECT id, name
       FROM attachments
      WHERE patient_id = :patientId AND kind = :kind AND ref_id IS :refId AND sha256 = :sha256 AND removed_at IS NULL`,
  ).get({ patientId: scan.patientId, kind: scan.kind, refId: scan.refId, sha256: scan.sha256 })
}

/** The digest of a scan’s content, in hex. Throws `not_found`. */
export function sha256Of(db: Database, id: AttachmentId): string {
  const row = statement<{ id: string }, { sha256: string }>(db, 'SELECT sha256 FROM attachments WHERE id = :id').get({ id })
  if (!row) throw new DomainError('not_found', 'That scan is not in the records.')
  return row.sha256
}

/** Marks a scan as removed at a moment, or puts it back (null). */
export function setRemoved(db: Database, id: AttachmentId, removedAt: Instant | null) {
  statement(db, 'UPDATE attachments SET removed_at = :removedAt WHERE id = :id').run({ id, removedAt })
}

/** Hands the scans of a prescription that leaves the records to its episode, so that they stay in sight. */
export function moveToEpisode(db: Database, prescriptionId: PrescriptionId, episodeId: EpisodeId) {
  statement(db, "UPDATE attachments SET kind = 'other', ref_id = :episodeId WHERE kind = 'prescription' AND ref_id = :prescriptionId").run({
    prescriptionId,
    episodeId,
  })
}

/** Whether something a scan is to belong to is this patient’s. */
export function belongsToPatient(db: Database, asked: { patientId: PatientId; kind: AttachmentKind; refId: string }): boolean {
  const found = statement<typeof asked, { found: number }>(
    db,
    `SELECT 1 AS found
      WHERE (:kind = 'prescription' AND EXISTS (SELECT 1 FROM prescriptions p JOIN episodes e ON e.id = p.episode_id
                                                 WHERE p.id = :refId AND e.patient_id = :patientId))
         OR (:kind = 'clearance' AND EXISTS (SELECT 1 FROM clearances WHERE id = :refId AND patient_id = :patientId))
         OR (:kind = 'intake' AND EXISTS (SELECT 1 FROM health_versions WHERE id = :refId AND patient_id = :patientId))
         OR (:kind = 'reply' AND EXISTS (SELECT 1 FROM documents WHERE id = :refId AND patient_id = :patientId))
         OR (:kind = 'other' AND EXISTS (SELECT 1 FROM episodes WHERE id = :refId AND patient_id = :patientId))
         OR (:kind = 'other' AND EXISTS (SELECT 1 FROM consents WHERE id = :refId AND patient_id = :patientId))`,
  ).get(asked)
  return found !== undefined
}

/** How many scans have lost their content or have it at another length: none in a sound file. */
export function countDamagedAttachments(db: Database): number {
  const row = statement<Record<string, never>, { count: number }>(
    db,
    `SELECT count(*) AS count
       FROM attachments a
       LEFT JOIN attachment_files f ON f.attachment_id = a.id
      WHERE f.content IS NULL OR length(f.content) <> a.bytes`,
  ).get({})
  return row?.count ?? 0
}
