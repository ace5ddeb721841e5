import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { addDays, ageOn, formatDate, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { listName, shortName } from '../../shared/patients/names.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { prescriptionUsesOf } from './prescription-uses-repository.ts'

/** A patient seen within so many days is listed first. */
const RECENT_DAYS = 14

type Columns = {
  id: PatientId
  firstName: string
  middleName: string
  lastName: string
  suffix: string
  chartNumber: string
  bornOn: LocalDate
  phone: string
  guardianName: string
  isArchived: number
  lastVisitOn: LocalDate | null
  nextVisitAt: LocalDateTime | null
  balance: Cents
  openEpisodeId: EpisodeId | null
  closedOn: LocalDate | null
  payerKind: string | null
  seenRecently: number
  mergedNumbers: string | null
  deceasedOn: LocalDate | null
}

/** The span of wall times that counts as recent on a day, today’s visits included. */
export const recentSpan = (today: LocalDate) => ({ since: `${addDays(today, -RECENT_DAYS)}T00:00`, today: `${today}T00:00`, endOfDay: `${today}T23:59` })

/** The list rows of patients, in the order of their ids. */
export function listPatientRows(db: Database, today: LocalDate, ids: readonly PatientId[]): PatientRow[] {
  const rows = statement<object, Columns>(
    db,
    `SELECT p.id, p.first_name AS firstName, p.middle_name AS middleName, p.last_name AS lastName, p.suffix, p.chart_number AS chartNumber,
            p.born_on AS bornOn, p.phone, p.guardian_name AS guardianName, p.is_archived AS isArchived,
            (SELECT substr(max(starts_at), 1, 10) FROM appointments WHERE patient_id = p.id AND status IN ('finished', 'checked-out')) AS lastVisitOn,
            (SELECT min(starts_at) FROM appointments
              WHERE patient_id = p.id AND starts_at >= :today AND status IN ('booked', 'confirmed', 'arrived', 'in-session')) AS nextVisitAt,
            (SELECT coalesce(sum(total_cents - paid_cents - reduced_cents), 0) FROM invoices
              WHERE patient_id = p.id AND voided_at IS NULL AND paid_cents + reduced_cents < total_cents) AS balance,
            (SELECT e.id FROM episodes e
              WHERE e.patient_id = p.id AND e.closed_on IS NULL
              ORDER BY (SELECT max(a.starts_at) FROM appointments a WHERE a.episode_id = e.id AND a.status <> 'cancelled' AND a.starts_at <= :endOfDay)
                       DESC NULLS LAST, e.opened_on DESC, e.id
              LIMIT 1) AS openEpisodeId,
            (SELECT max(closed_on) FROM episodes WHERE patient_id = p.id) AS closedOn,
            (SELECT y.kind FROM policies o JOIN payers y ON y.id = o.payer_id WHERE o.patient_id = p.id) AS payerKind,
            EXISTS (SELECT 1 FROM appointments
                     WHERE patient_id = p.id AND starts_at BETWEEN :since AND :endOfDay
                       AND (status IN ('arrived', 'in-session', 'finished', 'checked-out') OR (starts_at >= :today AND status IN ('booked', 'confirmed'))))
              AS seenRecently,
            p.deceased_on AS deceasedOn,
            (WITH RECURSIVE part (id, number) AS (
               SELECT m.id, m.chart_number FROM patients m WHERE m.merged_into = p.id
                UNION ALL
               SELECT m.id, m.chart_number FROM part JOIN patients m ON m.merged_into = part.id)
             SELECT group_concat(number, ' ') FROM part) AS mergedNumbers
       FROM json_each(:ids) asked
       JOIN patients p ON p.id = asked.value
      ORDER BY asked.key`,
  ).all({ ids: JSON.stringify(ids), ...recentSpan(today) })
  const uses = prescriptionUsesOf(
    db,
    today,
    rows.flatMap(row => row.openEpisodeId ?? []),
  )
  return rows.map(row => toRow(today, row, (row.openEpisodeId && uses.get(row.openEpisodeId)) ?? null))
}

// Not parsed: a hundred rows at every keystroke, written by this program and typed by the query.
function toRow(today: LocalDate, row: Columns, prescription: PrescriptionUse | null): PatientRow {
  const { id, chartNumber, bornOn, phone, lastVisitOn, nextVisitAt, balance } = row
  const age = Math.max(0, ageOn(bornOn, today))
  return {
    id,
    name: listName(row),
    chartNumber,
    bornOn,
    age,
    phone,
    isArchived: row.isArchived === 1,
    seenRecently: row.seenRecently === 1,
    prescription,
    remark: row.deceasedOn ? `Died ${formatDate(row.deceasedOn)}` : prescription ? '' : remarkFor(row, age),
    mergedNumbers: row.mergedNumbers?.split(' ') ?? [],
    lastVisitOn,
    nextVisitAt,
    balance,
  }
}

function remarkFor({ guardianName, openEpisodeId, closedOn, payerKind }: Columns, age: number): string {
  if (age < 18 && guardianName !== '') return `Guardian: ${shortName(guardianName)}`
  if (!openEpisodeId && closedOn) return `Closed ${formatDate(closedOn).replace(/ \d+,/, '')}`
  return payerKind === null || payerKind === 'self-pay' ? 'Self-pay' : ''
}
