import type { Appointment } from '../../shared/appointments/schema.ts'
import type { MeasuredVisit } from '../../shared/episodes/goal-progress.ts'
import { FinalMeasures } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId } from '../../shared/lib/ids.ts'
import { measuresDue, takenAt } from '../../shared/outcomes/due.ts'
import { type DueMeasure, PlannedMeasure } from '../../shared/outcomes/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** What a visit of an episode measured, and the how many-th visit of the episode it was. */
export type NumberedVisit = MeasuredVisit & { readonly appointmentId: AppointmentId | null; readonly visitNumber: number }

/**
 * What an episode measured before treatment, oldest first: its signed notes (none entered in error), then the final measures at discharge.
 * Visits are numbered as they were kept, also those whose note is not signed yet; one at which treatment was withheld is none.
 */
export function listMeasuredVisits(db: Database, episodeId: EpisodeId): NumberedVisit[] {
  const visits = statement<{ episodeId: string }, { appointmentId: AppointmentId; on: LocalDate; visitNumber: number; measured: string }>(
    db,
    `WITH kept AS (
       SELECT a.id, row_number() OVER (ORDER BY a.starts_at, a.id) AS number
         FROM appointments a
        WHERE a.episode_id = :episodeId
          AND (a.status IN ('in-session', 'finished', 'checked-out')
               OR EXISTS (SELECT 1 FROM notes s
                           WHERE s.appointment_id = a.id AND s.signed_at IS NOT NULL AND s.error_at IS NULL
                             AND NOT coalesce(s.content ->> '$.screening.isWithheld', 0)))
     )
     SELECT k.id AS appointmentId, n.service_on AS "on", k.number AS visitNumber,
            json_object('pain', n.content -> '$.painBefore', 'activities', n.content -> '$.activities', 'rom', n.content -> '$.rom',
                        'scores', coalesce(n.content -> '$.scores', json('[]'))) AS measured
       FROM kept k
       JOIN notes n ON n.appointment_id = k.id
      WHERE n.signed_at IS NOT NULL AND n.error_at IS NULL
      ORDER BY k.number`,
  )
    .all({ episodeId })
    .map(({ measured, ...row }) => ({ ...row, ...JSON.parse(measured) }))
  const final = findFinalMeasures(db, episodeId)
  if (!final) return visits
  const { on, painNow, activities, scores } = final
  // An episode that was opened again has visits after them.
  const visitNumber = (visits.findLast(visit => visit.on <= on)?.visitNumber ?? 0) + 1
  const atLast = { appointmentId: null, visitNumber, on, pain: { now: painNow, best: null, worst: null }, activities, rom: [], scores }
  return [...visits, atLast].toSorted((a, b) => a.on.localeCompare(b.on))
}

function findFinalMeasures(db: Database, episodeId: EpisodeId): FinalMeasures | null {
  const row = statement<{ episodeId: string }, { final: string | null }>(db, 'SELECT final_measures AS final FROM episodes WHERE id = :episodeId').get({
    episodeId,
  })
  return row?.final ? FinalMeasures.parse(JSON.parse(row.final)) : null
}

/** The measures that the plan of a visit’s episode asks for at this visit. The last visit of the planned series is measured as for a discharge. */
export function measuresDueAt(db: Database, { id, episodeId }: Pick<Appointment, 'id' | 'episodeId'>): DueMeasure[] {
  const planned = episodeId === null ? null : findPlan(db, episodeId)
  if (episodeId === null || !planned || planned.plan.length === 0) return []
  const visitNumber = numberOf(db, episodeId, id)
  const earlier = listMeasuredVisits(db, episodeId).filter(visit => visit.appointmentId !== null && visit.visitNumber < visitNumber)
  return measuresDue(planned.plan, takenAt(earlier), { visitNumber, isDischarge: planned.visits !== null && visitNumber >= planned.visits })
}

/** What the plan asks for at discharge and neither the last visit nor the final measures hold. */
export function measuresDueAtDischarge(db: Database, episodeId: EpisodeId): DueMeasure[] {
  const plan = findPlan(db, episodeId)?.plan ?? []
  const visits = listMeasuredVisits(db, episodeId)
  const atDischarge = plan.filter(planned => planned.atDischarge)
  return measuresDue(atDischarge, takenAt(visits), { visitNumber: visits.at(-1)?.visitNumber ?? 1, isDischarge: true })
}

function findPlan(db: Database, episodeId: EpisodeId): { plan: PlannedMeasure[]; visits: number | null } | null {
  const row = statement<{ episodeId: string }, { plan: string; visits: number | null }>(
    db,
    'SELECT outcome_plan AS plan, planned_visits AS visits FROM episodes WHERE id = :episodeId',
  ).get({ episodeId })
  return row ? { plan: PlannedMeasure.array().parse(JSON.parse(row.plan)), visits: row.visits } : null
}

/** The how many-th visit of its episode a visit is, counting the ones kept before it. */
function numberOf(db: Database, episodeId: EpisodeId, appointmentId: AppointmentId): number {
  return (
    (statement<{ episodeId: string; appointmentId: string }, { earlier: number }>(
      db,
      `SELECT count(*) AS earlier
         FROM appointments a
         JOIN appointments this ON this.id = :appointmentId
        WHERE a.episode_id = :episodeId AND (a.starts_at, a.id) < (this.starts_at, this.id)
          AND (a.status IN ('in-session', 'finished', 'checked-out')
               OR EXISTS (SELECT 1 FROM notes s
                           WHERE s.appointment_id = a.id AND s.signed_at IS NOT NULL AND s.error_at IS NULL
                             AND NOT coalesce(s.content ->> '$.screening.isWithheld', 0)))`,
    ).get({ episodeId, appointmentId })?.earlier ?? 0) + 1
  )
}
