import { Appointment } from '../../shared/appointments/schema.ts'
import { spokenName } from '../../shared/billing/readiness-words.ts'
import { coverageOf, type EpisodeVisit, type PrescriptionTerms, shownUse } from '../../shared/episodes/coverage.ts'
import { prescriptionsToChoose } from '../../shared/episodes/prescription-choice.ts'
import { formatMonthDay, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

/** A visit as the database returns it, before its prescription is counted. */
export type VisitRow = Omit<
  Appointment,
  'isFirstVisit' | 'isLateCancel' | 'visitNumber' | 'visitsAllowed' | 'prescription' | 'isPrescriptionChosen' | 'prescriptionChoices'
> & {
  isFirstVisit: number
  isLateCancel: number
  plannedVisits: number | null
}

type TermsRow = PrescriptionTerms & { episodeId: string; prescriberName: string; credentials: string }
type EpisodeVisitRow = EpisodeVisit<AppointmentId> & { episodeId: string }

/** The prescriptions of the episodes named in a JSON list. */
function termsOf(db: Database, episodeIds: string): Map<string, TermsRow[]> {
  const rows = statement<{ episodeIds: string }, TermsRow>(
    db,
    `SELECT r.episode_id AS episodeId, r.id, r.written_on AS writtenOn, r.expires_on AS expiresOn, r.visits, r.visits_used_before AS visitsUsedBefore,
            s.name AS prescriberName, s.credentials
       FROM prescriptions r
       JOIN prescribers s ON s.id = r.prescriber_id
      WHERE r.episode_id IN (SELECT value FROM json_each(:episodeIds))`,
  ).all({ episodeIds })
  return Map.groupBy(rows, row => row.episodeId)
}

/** All visits of those episodes, of any status and day. */
function visitsOf(db: Database, episodeIds: string): Map<string, EpisodeVisitRow[]> {
  const rows = statement<{ episodeIds: string }, EpisodeVisitRow>(
    db,
    `SELECT episode_id AS episodeId, id, starts_at AS startsAt, status, prescription_id AS chosenPrescriptionId
       FROM appointments
      WHERE episode_id IN (SELECT value FROM json_each(:episodeIds))`,
  ).all({ episodeIds })
  return Map.groupBy(rows, row => row.episodeId)
}

function recordsOf(db: Database, episodeIds: readonly string[]) {
  const asked = [...new Set(episodeIds)]
  const ids = JSON.stringify(asked)
  const terms = termsOf(db, ids)
  const visits = visitsOf(db, ids)
  return asked.map(id => ({ id, terms: terms.get(id) ?? [], visits: visits.get(id) ?? [] }))
}

/** How the visits of several episodes fall under their prescriptions, as of today, and what that was counted from; by episode. */
export function coverageOfEpisodes(db: Database, episodeIds: readonly string[], today: LocalDate) {
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  return new Map(recordsOf(db, episodeIds).map(({ id, terms, visits }) => [id, { ...coverageOf(terms, visits, rules), counted: { terms, visits, rules } }]))
}

/** Completes visits with their number and prescription: three statements, however many visits there are. */
export function withCoverage(db: Database, rows: readonly VisitRow[], today: LocalDate): Appointment[] {
  const episodeIds = rows.flatMap(row => row.episodeId ?? [])
  const coverages = episodeIds.length > 0 ? coverageOfEpisodes(db, episodeIds, today) : new Map<string, never>()
  return rows.map(({ plannedVisits, isFirstVisit, isLateCancel, ...row }) => {
    const coverage = row.episodeId === null ? undefined : coverages.get(row.episodeId)
    const own = coverage?.visits.get(row.id)
    const counts = row.status !== 'cancelled' && row.status !== 'no-show'
    return Appointment.parse({
      ...row,
      isFirstVisit: isFirstVisit === 1,
      isLateCancel: isLateCancel === 1,
      visitNumber: counts ? (own?.number ?? null) : null,
      visitsAllowed: own?.prescriptionId ? own.allowed : plannedVisits,
      isPrescriptionChosen: own?.isChosen ?? false,
      prescriptionChoices: coverage && row.invoiceId === null ? choicesOf(row.id, coverage) : [],
      prescription: coverage?.uses.find(use => use.prescriptionId === own?.prescriptionId) ?? shownUse(coverage?.uses ?? []),
    })
  })
}

type CountedEpisode = ReturnType<typeof coverageOfEpisodes> extends Map<string, infer Counted> ? Counted : never

// Prescriptions of one episode are told apart by who wrote them and when.
function choicesOf(visitId: AppointmentId, { counted: { terms, visits, rules }, uses }: CountedEpisode): Appointment['prescriptionChoices'] {
  const written = new Map(terms.map(row => [row.id, row]))
  return prescriptionsToChoose({ prescriptions: terms, visits, rules, visitId }).map(({ id, writtenOn }) => {
    const { prescriberName = '', credentials = '' } = written.get(id) ?? {}
    const use = uses.find(({ prescriptionId }) => prescriptionId === id)
    return { prescriptionId: id, words: `${spokenName(prescriberName, credentials)}, ${formatMonthDay(writtenOn)} · ${use?.words ?? ''}` }
  })
}
