import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, NoteId, PatientId } from '../../shared/lib/ids.ts'
import { NoteContent, type NoteSummary } from '../../shared/notes/schema.ts'
import { readStoredBlocks } from '../../shared/notes/stored-content.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** What a list says of a note; its body chart and its other words are not read. */
export type NoteRow = Pick<NoteSummary, 'state' | 'painBefore' | 'painAfter'> &
  Pick<NoteContent, 'plan' | 'blocks' | 'tieChoice'> & {
    readonly id: NoteId
    readonly appointmentId: AppointmentId
    readonly episodeId: EpisodeId | null
    readonly serviceOn: LocalDate
  }
type Row = Omit<NoteRow, 'blocks' | 'tieChoice'> & { readonly blocks: string; readonly tieChoice: string }

/** All notes of a patient as a list shows them, newest first. */
export function listNoteRows(db: Database, patientId: PatientId): NoteRow[] {
  return statement<{ patientId: string }, Row>(
    db,
    `SELECT n.id, n.appointment_id AS appointmentId, a.episode_id AS episodeId, n.service_on AS serviceOn,
            CASE WHEN n.error_at IS NOT NULL THEN 'in-error' WHEN n.signed_at IS NOT NULL THEN 'signed' ELSE 'draft' END AS state,
            n.content ->> '$.painBefore.now' AS painBefore, n.content ->> '$.painAfter.now' AS painAfter, n.content ->> '$.plan' AS plan,
            n.content -> '$.blocks' AS blocks, n.content -> '$.tieChoice' AS tieChoice
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE n.patient_id = :patientId
      ORDER BY a.starts_at DESC`,
  )
    .all({ patientId })
    .map(row => ({ ...row, blocks: readStoredBlocks(JSON.parse(row.blocks)), tieChoice: NoteContent.shape.tieChoice.parse(JSON.parse(row.tieChoice)) }))
}
