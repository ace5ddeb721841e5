import type { LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Belongings, MovedRows } from '../../shared/patients/merge.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listPaidFor, rowsOf } from './merge-repository.ts'
import { listAlerts } from './repository.ts'

type Pair = { readonly keepId: PatientId; readonly otherId: PatientId }

/** How much of each kind stands on a chart. */
export function belongingsOf(db: Database, patientId: PatientId): Belongings {
  const rows = rowsOf(db, patientId)
  const papers = statement<{ patientId: string }, { superbills: number; letters: number; payments: number }>(
    db,
    `SELECT (SELECT count(*) FROM documents WHERE patient_id = :patientId AND kind = 'superbill') AS superbills,
            (SELECT count(*) FROM documents WHERE patient_id = :patientId AND kind = 'progress-letter') AS letters,
            (SELECT count(*) FROM payments WHERE patient_id = :patientId AND kind = 'received') AS payments`,
  ).get({ patientId })
  const counts = Object.fromEntries(Object.entries(rows).map(([table, ids]) => [table, ids.length])) as Record<keyof MovedRows['rows'], number>
  return {
    ...counts,
    superbills: papers?.superbills ?? 0,
    letters: papers?.letters ?? 0,
    payments: papers?.payments ?? 0,
    alerts: listAlerts(db, patientId).length,
    paidFor: listPaidFor(db, patientId).length,
  }
}

/** Starts of visits of one chart during which the other one is booked too. */
export function listBookedTwice(db: Database, pair: Pair): LocalDateTime[] {
  return statement<Pair, { startsAt: LocalDateTime }>(
    db,
    `SELECT a.starts_at AS startsAt
       FROM appointments a
       JOIN appointments b ON b.patient_id = :otherId AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at
      WHERE a.patient_id = :keepId AND a.status NOT IN ('cancelled', 'no-show') AND b.status NOT IN ('cancelled', 'no-show')
      ORDER BY a.starts_at`,
  )
    .all(pair)
    .map(({ startsAt }) => startsAt)
}

/** What open episodes both charts treat. */
export function listOpenInBoth(db: Database, pair: Pair): { readonly kept: string; readonly other: string }[] {
  return statement<Pair, { kept: string; other: string }>(
    db,
    `SELECT a.condition AS kept, b.condition AS other
       FROM episodes a
       JOIN episodes b ON b.patient_id = :otherId AND b.closed_on IS NULL
      WHERE a.patient_id = :keepId AND a.closed_on IS NULL
      ORDER BY a.opened_on, b.opened_on`,
  ).all(pair)
}

/** Whether one of these patients is being treated now. */
export function isInSession(db: Database, pair: Pair): boolean {
  return (
    statement<Pair, { id: string }>(db, "SELECT id FROM appointments WHERE patient_id IN (:keepId, :otherId) AND status = 'in-session' LIMIT 1").get(pair) !==
    undefined
  )
}

/** The chart with the newest health history of two, where both have one. */
export function newestHistory(db: Database, pair: Pair): { readonly patientId: PatientId; readonly takenOn: string } | null {
  const rows = statement<Pair, { patientId: PatientId; takenOn: string }>(
    db,
    `SELECT patient_id AS patientId, max(taken_on) AS takenOn
       FROM health_versions
      WHERE patient_id IN (:keepId, :otherId) AND kind = 'taken'
      GROUP BY patient_id
      ORDER BY takenOn DESC`,
  ).all(pair)
  return rows.length === 2 ? (rows[0] ?? null) : null
}
