import { type Benefit, BenefitFields, benefitOf } from '../../shared/claims/benefit.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Row = BenefitFields & {
  readonly episodeId: EpisodeId
  readonly patientName: string
  readonly billed: Cents
  readonly visits: number
  readonly toCome: number
}

// Visits to come: those booked from today on, or the rest of the plan where that is more.
const BENEFITS = `
     SELECT b.episode_id AS episodeId, b.kind, b.limit_cents AS "limit", b.used_elsewhere_cents AS usedElsewhere, b.used_elsewhere_on AS usedElsewhereOn,
            p.first_name || ' ' || p.last_name AS patientName,
            (SELECT coalesce(sum(i.total_cents), 0) FROM invoices i WHERE i.episode_id = e.id AND i.patient_id = e.patient_id AND i.kind = 'visit' AND i.voided_at IS NULL) AS billed,
            (SELECT count(*) FROM invoices i WHERE i.episode_id = e.id AND i.patient_id = e.patient_id AND i.kind = 'visit' AND i.voided_at IS NULL) AS visits,
            max((SELECT count(*) FROM appointments a WHERE a.episode_id = e.id AND a.starts_at >= :today AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')),
                coalesce(e.planned_visits, 0)
                  - (SELECT count(*) FROM appointments a WHERE a.episode_id = e.id AND a.status IN ('finished', 'checked-out'))) AS toCome
       FROM benefit_limits b
       JOIN episodes e ON e.id = b.episode_id
       JOIN patients p ON p.id = e.patient_id`

const toBenefit = ({ episodeId: _episodeId, patientName: _name, billed, visits, toCome, ...fields }: Row): Benefit =>
  benefitOf(BenefitFields.parse(fields), { billed, visits, toCome })

/** Where the limit of an episode stands on a day; null where none is set. */
export function findBenefit(db: Database, episodeId: EpisodeId, today: LocalDate): Benefit | null {
  const row = statement<{ episodeId: string; today: string }, Row>(db, `${BENEFITS} WHERE b.episode_id = :episodeId`).get({ episodeId, today })
  return row ? toBenefit(row) : null
}

/** Limits of open episodes that are nearly or wholly used, by the patient’s name. */
export function listShortBenefits(
  db: Database,
  today: LocalDate,
): { readonly episodeId: EpisodeId; readonly patientName: string; readonly benefit: Benefit }[] {
  return statement<{ today: string }, Row>(db, `${BENEFITS} WHERE e.closed_on IS NULL ORDER BY p.last_name, p.first_name, e.id`)
    .all({ today })
    .map(row => ({ episodeId: row.episodeId, patientName: row.patientName, benefit: toBenefit(row) }))
    .filter(({ benefit }) => benefit.state !== 'ok')
}

/** Sets the limit of an episode, or takes it away. */
export function writeBenefit(db: Database, episodeId: EpisodeId, benefit: BenefitFields | null) {
  if (!benefit) {
    statement(db, 'DELETE FROM benefit_limits WHERE episode_id = :episodeId').run({ episodeId })
    return
  }
  statement(
    db,
    `INSERT OR REPLACE INTO benefit_limits (episode_id, kind, limit_cents, used_elsewhere_cents, used_elsewhere_on)
          VALUES (:episodeId, :kind, :limit, :usedElsewhere, :usedElsewhereOn)`,
  ).run({ ...benefit, episodeId })
}
