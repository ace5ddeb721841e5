import { Mark } from '../../shared/body-chart/marks.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { type EpisodeId, NoteId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** The body charts of an episode’s signed notes, oldest first; notes entered in error are left out. */
export function listCharts(db: Database, episodeId: EpisodeId): Output<'notes.listCharts'> {
  return statement<{ episodeId: string }, { noteId: string; serviceOn: string; marks: string }>(
    db,
    `SELECT n.id AS noteId, n.service_on AS serviceOn, coalesce(n.content -> '$.marks', '[]') AS marks
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE a.episode_id = :episodeId AND n.signed_at IS NOT NULL AND n.error_at IS NULL
      ORDER BY a.starts_at, a.id`,
  )
    .all({ episodeId })
    .map(row => ({ noteId: NoteId.parse(row.noteId), serviceOn: LocalDate.parse(row.serviceOn), marks: Mark.array().parse(JSON.parse(row.marks)) }))
}
