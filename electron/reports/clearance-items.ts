import { clearanceFor } from '../../shared/health/clearances.ts'
import type { Clearance, HealthHistory } from '../../shared/health/schema.ts'
import { standingFindings } from '../../shared/health/standing.ts'
import { addDays, dayOf, daysBetween, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { clearanceWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { lastHistory, listClearances } from '../health/repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'

/** Days for which an ended clearance is asked for again although the health history does not name its condition: it may be over. */
const REMEMBERED_DAYS = 90

type PatientRow = { readonly patientId: PatientId; readonly who: string; readonly nextAt: LocalDateTime | null }

// Archived patients, and those neither in care nor expected, are left alone.
function patientsWithEndingClearances(db: Database, asked: { today: LocalDate; until: LocalDate }): PatientRow[] {
  return statement<typeof asked, PatientRow>(
    db,
    `SELECT p.id AS patientId, p.first_name || ' ' || p.last_name AS who,
            (SELECT MIN(a.starts_at) FROM appointments a
              WHERE a.patient_id = p.id AND a.starts_at >= :today AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')) AS nextAt
       FROM patients p
      WHERE p.is_archived = 0
        AND p.id IN (SELECT c.patient_id FROM clearances c WHERE c.withdrawn_on IS NULL AND c.expires_on <= :until)
        AND (nextAt IS NOT NULL OR EXISTS (SELECT 1 FROM episodes e WHERE e.patient_id = p.id AND e.closed_on IS NULL))
      ORDER BY nextAt IS NULL, nextAt, p.last_name, p.first_name, p.id
      LIMIT 50`,
  ).all(asked)
}

/** Physicians’ clearances that end within the clinic’s days, and those that ended before a visit to come; one row for each patient, urgent ones first. */
export function clearanceItems(db: Database, today: LocalDate): AttentionItem[] {
  const until = addDays(today, getRules(db).letterDaysLeft)
  const items = patientsWithEndingClearances(db, { today, until }).flatMap(({ patientId, who, nextAt }) => {
    const nextOn = nextAt && dayOf(nextAt)
    const history = lastHistory(db, patientId)?.history ?? null
    const [first, ...others] = endingOf(listClearances(db, patientId), history, { today, until, isExpected: nextOn !== null })
    if (!first) return []
    return [{ kind: 'clearance' as const, patientId, item: first.item, who, ...clearanceWords([first, ...others], nextOn, today) }]
  })
  return items.toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}

type Seen = { readonly today: LocalDate; readonly until: LocalDate; readonly isExpected: boolean }

function endingOf(clearances: readonly Clearance[], history: HealthHistory | null, { today, until, isExpected }: Seen): Clearance[] {
  const standing = new Set(standingFindings(history).map(({ item }) => item))
  const isAsked = ({ item, expiresOn }: Clearance) => history === null || standing.has(item) || daysBetween(expiresOn, today) <= REMEMBERED_DAYS
  return [...new Set(clearances.map(({ item }) => item))]
    .flatMap(item => {
      const { state, clearance } = clearanceFor(clearances, item, today)
      const isEnding = state === 'stands' && clearance.expiresOn <= until
      const hasEnded = state === 'ended' && isExpected && isAsked(clearance)
      return isEnding || hasEnded ? [clearance] : []
    })
    .toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn))
}
