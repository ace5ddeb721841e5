import { DISCHARGE_DAYS, type LetterDue, letterDue } from '../../shared/documents/letter-due.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'

/** Days for which withheld treatment asks for a letter. */
const WITHHELD_DAYS = 42

/** A visit at which treatment was withheld reports itself: it is none of the visits that make a letter due. */
const IS_GIVEN = "n.id NOT IN (SELECT w.id FROM notes w INDEXED BY notes_withheld WHERE w.content ->> '$.screening.isWithheld' = 1)"

/** A letter that is due: about which episode, of which kind, and why. */
export type DueLetter = EpisodeSeen & LetterDue & { readonly prescription: PrescriptionUse }

/** The prescription that an episode shows, looked up for all these episodes at once. */
export type UsesOf = (episodeIds: readonly EpisodeId[]) => (episodeId: EpisodeId) => PrescriptionUse | null

/** Letters that are due and not begun: of a patient, or of all. */
export function listDueLetters(db: Database, { patientId, today, usesOf }: { patientId: PatientId | null; today: LocalDate; usesOf: UsesOf }): DueLetter[] {
  const rules = getRules(db)
  const withheld = listWithheld(db, addDays(today, -WITHHELD_DAYS))
  const seen = listEpisodesSeen(db, { patientId, closedSince: addDays(today, -DISCHARGE_DAYS) }).filter(({ isDrafted }) => isDrafted === 0)
  const useOf = usesOf(seen.map(({ episodeId }) => episodeId))
  return seen.flatMap(episode => {
    const prescription = useOf(episode.episodeId)
    if (!prescription) return []
    const prescribedOn = listPrescriptionTerms(db, episode.episodeId).find(terms => terms.id === prescription.prescriptionId)?.writtenOn ?? null
    const withheldOn = unreported(episode, withheld.get(episode.episodeId))
    const hasDischargeLetter = episode.hasDischargeLetter === 1
    const due = letterDue({ ...episode, today, prescription, prescribedOn, withheldOn, hasDischargeLetter }, rules)
    return due ? [{ ...episode, ...due, prescription }] : []
  })
}

// Withheld at the last visit, and not said to the physician since.
function unreported({ lastVisitOn, lastReferralOn }: EpisodeSeen, on: LocalDate | undefined): LocalDate | null {
  return on === lastVisitOn && (lastReferralOn === null || lastReferralOn < on) ? on : null
}

/** An episode with signed visits, for telling whether a letter is due. Visits are those signed after the last report was; a referral back reports no progress. */
type EpisodeSeen = {
  readonly episodeId: EpisodeId
  readonly patientId: PatientId
  readonly patientName: string
  readonly condition: string
  readonly closedOn: LocalDate | null
  readonly lastLetterOn: LocalDate | null
  readonly lastReferralOn: LocalDate | null
  readonly visitsSinceLetter: number
  readonly visitsSinceReEvaluation: number
  readonly lastVisitOn: LocalDate
  readonly hasDischargeLetter: number
  readonly isDrafted: number
}

/** Episodes open, or closed from `closedSince` on, with at least one signed visit and a prescription. */
function listEpisodesSeen(db: Database, { patientId, closedSince }: { patientId: PatientId | null; closedSince: LocalDate }): EpisodeSeen[] {
  return statement<{ patientId: string | null; closedSince: string }, EpisodeSeen>(
    db,
    `WITH signed AS (
       SELECT l.episode_id, MAX(CASE WHEN l.kind <> 'refer-back' THEN d.issued_on END) AS lastLetterOn,
              MAX(CASE WHEN l.kind = 're-evaluation' THEN d.issued_on END) AS lastReEvaluationOn,
              MAX(CASE WHEN l.kind = 'refer-back' THEN d.issued_on END) AS lastReferralOn,
              MAX(l.kind = 'discharge') AS hasDischargeLetter
         FROM letters l
         JOIN documents d ON d.id = l.document_id
        WHERE l.kind <> 'initial'
        GROUP BY l.episode_id
     )
     SELECT e.id AS episodeId, e.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, e.condition, e.closed_on AS closedOn,
            s.lastLetterOn, s.lastReferralOn, COALESCE(s.hasDischargeLetter, 0) AS hasDischargeLetter,
            SUM((s.lastLetterOn IS NULL OR n.service_on > s.lastLetterOn) AND ${IS_GIVEN}) AS visitsSinceLetter,
            SUM((s.lastReEvaluationOn IS NULL OR n.service_on > s.lastReEvaluationOn) AND ${IS_GIVEN}) AS visitsSinceReEvaluation,
            MAX(n.service_on) AS lastVisitOn,
            EXISTS (SELECT 1 FROM letters l WHERE l.episode_id = e.id AND l.document_id IS NULL AND l.replaces_id IS NULL) AS isDrafted
       FROM episodes e
       JOIN patients p ON p.id = e.patient_id
       JOIN appointments a ON a.episode_id = e.id
       JOIN notes n ON n.appointment_id = a.id AND n.signed_at IS NOT NULL AND n.error_at IS NULL
       LEFT JOIN signed s ON s.episode_id = e.id
      WHERE (e.closed_on IS NULL OR e.closed_on >= :closedSince) AND (:patientId IS NULL OR e.patient_id = :patientId)
        AND EXISTS (SELECT 1 FROM prescriptions r WHERE r.episode_id = e.id)
      GROUP BY e.id`,
  ).all({ patientId, closedSince })
}

/** When treatment was withheld since a day, by episode: the last such visit of each. */
function listWithheld(db: Database, since: LocalDate): ReadonlyMap<EpisodeId, LocalDate> {
  const rows = statement<{ since: string }, { episodeId: EpisodeId; on: LocalDate }>(
    db,
    `SELECT a.episode_id AS episodeId, MAX(n.service_on) AS "on"
       FROM notes n INDEXED BY notes_withheld
      CROSS JOIN appointments a ON a.id = n.appointment_id
      WHERE n.content ->> '$.screening.isWithheld' = 1 AND n.signed_at IS NOT NULL AND n.error_at IS NULL AND a.starts_at >= :since
        AND a.episode_id IS NOT NULL
      GROUP BY a.episode_id`,
  ).all({ since })
  return new Map(rows.map(({ episodeId, on }) => [episodeId, on]))
}
