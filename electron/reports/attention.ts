import { endOf } from '../../shared/appointments/overlap.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { spokenName } from '../../shared/billing/readiness-words.ts'
import { letterDue } from '../../shared/documents/letter-due.ts'
import { LETTER_TITLES } from '../../shared/documents/progress-letter.ts'
import { shownUse } from '../../shared/episodes/coverage.ts'
import { addDays, dayOf, type LocalDate, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { backupWords, balanceWords, notCheckedOutWords, prescriptionWords, unsignedNoteWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import { coverageOfEpisodes } from '../appointments/coverage-repository.ts'
import { listAppointmentsByIds } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { listEpisodesSeen } from '../documents/letters-repository.ts'
import { listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { findNoteOf } from '../notes/repository.ts'
import { issuesOf } from '../notes/visit-context-repository.ts'
import { lastBackupAt, listDraftLetters, listEpisodesUnderWay, listUnsettledVisits, oldestOpenInvoices, prescriberOf } from './repository.ts'

/** Days without a visit after which an episode’s prescription is no longer watched. */
const WATCHED_DAYS = 42

/** This moment for the clinic: its day, its wall time and its zone. */
export type Moment = { readonly today: LocalDate; readonly now: LocalDateTime; readonly timeZone: string }

/** Notes that wait for their signature, and signed visits that wait for check-out; newest first. */
export function visitItems(db: Database, { today, now }: Moment): AttentionItem[] {
  const visits = listAppointmentsByIds(db, listUnsettledVisits(db, { today, now }), today).toReversed()
  return visits.map(visit => {
    const on = dayOf(visit.startsAt)
    const own = { appointmentId: visit.id, who: visit.patientName }
    if (visit.noteState === 'signed')
      return { kind: 'not-checked-out', ...own, title: 'not checked out', detail: notCheckedOutWords(visit.startsAt, on, today) }
    const missing = missingIn(db, visit)
    const title = visit.noteState === 'none' ? 'note not begun' : 'note not signed'
    return { kind: 'unsigned-note', ...own, isReady: missing === null, title, detail: unsignedNoteWords({ on, endedAt: endOf(visit), missing }, today) }
  })
}

/** The first thing a visit’s note lacks before it can be signed; null when it is complete. */
function missingIn(db: Database, visit: Appointment): string | null {
  const note = findNoteOf(db, visit.id)
  if (!note) return 'Nothing is written yet.'
  return issuesOf(db, visit, note.content).find(issue => !issue.isAdvice)?.sentence ?? null
}

/** What patients owe who come today, each once. */
export function balanceItems(db: Database, visits: readonly Appointment[], { today }: Moment): AttentionItem[] {
  const owing = new Map(visits.filter(visit => visit.status !== 'cancelled' && visit.balance > 0).map(visit => [visit.patientId, visit]))
  const since = oldestOpenInvoices(db, [...owing.keys()])
  return [...owing.values()].map(({ patientId, patientName, balance }) => ({
    kind: 'balance',
    patientId,
    who: patientName,
    title: `owes ${formatMoney(balance)}`,
    detail: balanceWords(since.get(patientId) ?? today, today),
  }))
}

/** Prescriptions that run out, and letters that are due or begun, from one look at the episodes under way; urgent prescriptions first. */
export function prescriptionAndLetterItems(db: Database, moment: Moment): AttentionItem[] {
  const watched = listEpisodesUnderWay(db, addDays(moment.today, -WATCHED_DAYS))
  const seen = listEpisodesSeen(db, null)
  const coverages = coverageOfEpisodes(
    db,
    [...watched, ...seen].map(({ episodeId }) => episodeId),
    moment.today,
  )
  const prescriptions = prescriptionItems(watched, coverages, moment.today)
  // A prescription that runs out is renewed with the letter, so one row says both; a letter already begun stands for itself.
  const letters = letterItems(db, { seen, coverages }, moment.today).filter(
    letter => letter.letterId !== null || !prescriptions.some(item => item.episodeId === letter.episodeId),
  )
  const begun = new Set(letters.flatMap(letter => (letter.letterId ? [letter.episodeId] : [])))
  return [...prescriptions.filter(item => item.isUrgent || !begun.has(item.episodeId)), ...letters]
}

type PrescriptionItem = Extract<AttentionItem, { kind: 'prescription' }>
type LetterItem = Extract<AttentionItem, { kind: 'letter' }>
type Coverages = ReturnType<typeof coverageOfEpisodes>

function prescriptionItems(watched: ReturnType<typeof listEpisodesUnderWay>, coverages: Coverages, today: LocalDate): PrescriptionItem[] {
  const items = watched.flatMap(({ episodeId, patientName }) => {
    const coverage = coverages.get(episodeId)
    const use = shownUse(coverage?.uses ?? [])
    const isRenewed = coverage?.uses.some(({ state }) => state === 'active' || state === 'not-yet')
    if (!coverage || !use || isRenewed) return []
    const beyond = [...coverage.visits.values()].filter(visit => visit.prescriptionId === use.prescriptionId && visit.number !== null && !visit.isCovered)
    const words = prescriptionWords(use, Math.min(beyond.length, use.booked), today)
    return words ? [{ kind: 'prescription' as const, episodeId, who: patientName, ...words }] : []
  })
  return items.toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}

function letterItems(db: Database, { seen, coverages }: { seen: ReturnType<typeof listEpisodesSeen>; coverages: Coverages }, today: LocalDate): LetterItem[] {
  const to = (episodeId: Parameters<typeof prescriberOf>[1]) => {
    const { name, credentials } = prescriberOf(db, episodeId)
    return name === '' ? '' : `To ${spokenName(name, credentials)}. `
  }
  const drafts = listDraftLetters(db).map(({ episodeId, letterId, patientName, kind }) => {
    const title = LETTER_TITLES[kind].toLowerCase()
    return { kind: 'letter' as const, episodeId, letterId, who: patientName, title, detail: `${to(episodeId)}Begun, not signed.` }
  })
  const due = seen.flatMap(({ episodeId, patientName, isDrafted, ...letters }) => {
    const prescription = shownUse(coverages.get(episodeId)?.uses ?? [])
    if (isDrafted || !prescription) return []
    const prescribedOn = listPrescriptionTerms(db, episodeId).find(terms => terms.id === prescription.prescriptionId)?.writtenOn ?? null
    const words = letterDue({ ...letters, today, prescription, prescribedOn, isClosed: false })
    return words
      ? [{ kind: 'letter' as const, episodeId, letterId: null, who: patientName, title: 'progress letter', detail: `${to(episodeId)}${words}.` }]
      : []
  })
  return [...drafts, ...due]
}

/** A word about the backup when it is overdue. */
export function backupItems(db: Database, { today, timeZone }: Moment): AttentionItem[] {
  const at = lastBackupAt(db)
  const words = backupWords(at && dayOf(wallTimeOf(at, timeZone)), today)
  return words ? [{ kind: 'backup', who: '', ...words }] : []
}
