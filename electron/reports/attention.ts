import { endOf } from '../../shared/appointments/overlap.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { spokenName } from '../../shared/billing/readiness-words.ts'
import { LETTER_TITLES, type LetterKind } from '../../shared/documents/progress-letter.ts'
import { shownUse } from '../../shared/episodes/coverage.ts'
import { addDays, dayOf, type LocalDate, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { backupWords, balanceWords, notCheckedOutWords, prescriptionWords, unsignedNoteWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import { coverageOfEpisodes } from '../appointments/coverage-repository.ts'
import { listAppointmentsByIds } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { listDueLetters, type UsesOf } from '../documents/due-letters-repository.ts'
import { findNoteOf } from '../notes/repository.ts'
import { issuesOf } from '../notes/visit-context-repository.ts'
import { lastBackupAt, listDraftLetters, listEpisodesUnderWay, listUnsettledVisits, oldestOpenInvoices, prescriberOf } from './repository.ts'

/** Letters listed at most: more are not written in a day. */
const MOST_LETTERS = 50
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
export function prescriptionAndLetterItems(db: Database, { today }: Moment): AttentionItem[] {
  const watched = listEpisodesUnderWay(db, addDays(today, -WATCHED_DAYS))
  const coverages = coverageOfEpisodes(
    db,
    watched.map(({ episodeId }) => episodeId),
    today,
  )
  const prescriptions = prescriptionItems(watched, coverages, today)
  const letters = letterItems(db, coverages, today)
  // A prescription that runs out is renewed with the letter, so one row says both; a letter already begun, and one that is no report, stand for themselves.
  const renewed = new Set(prescriptions.map(item => item.episodeId))
  const own = letters.filter(letter => letter.letterId !== null || !REPORTS.includes(letter.letterKind) || !renewed.has(letter.episodeId))
  const begun = new Set(letters.flatMap(letter => (letter.letterId ? [letter.episodeId] : [])))
  const kinds = new Map(letters.filter(letter => REPORTS.includes(letter.letterKind)).map(letter => [letter.episodeId, letter.letterKind]))
  const running = prescriptions
    .filter(item => item.isUrgent || !begun.has(item.episodeId))
    .map(item => ({ ...item, letterKind: kinds.get(item.episodeId) ?? item.letterKind }))
  return [...running, ...own]
}

/** Letters that ask for more visits. */
const REPORTS: readonly LetterKind[] = ['progress', 're-evaluation']

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
    return words ? [{ kind: 'prescription' as const, episodeId, letterKind: 'progress' as const, who: patientName, ...words }] : []
  })
  return items.toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}

function letterItems(db: Database, coverages: Coverages, today: LocalDate): LetterItem[] {
  const to = (episodeId: Parameters<typeof prescriberOf>[1]) => {
    const { name, credentials } = prescriberOf(db, episodeId)
    return name === '' ? '' : `To ${spokenName(name, credentials)}. `
  }
  const drafts = listDraftLetters(db).map(({ episodeId, letterId, patientName, kind }) => {
    const title = LETTER_TITLES[kind].toLowerCase()
    return { kind: 'letter' as const, episodeId, letterId, letterKind: kind, who: patientName, title, detail: `${to(episodeId)}Begun, not signed.` }
  })
  const usesOf: UsesOf = episodeIds => {
    const unknown = episodeIds.filter(id => !coverages.has(id))
    const others = coverageOfEpisodes(db, unknown, today)
    return episodeId => shownUse((coverages.get(episodeId) ?? others.get(episodeId))?.uses ?? [])
  }
  const all = listDueLetters(db, { patientId: null, today, usesOf })
  const due = all.slice(0, MOST_LETTERS).map(({ episodeId, patientName, kind, words }) => ({
    kind: 'letter' as const,
    episodeId,
    letterId: null,
    letterKind: kind,
    who: patientName,
    title: LETTER_TITLES[kind].toLowerCase(),
    detail: `${to(episodeId)}${words}.`,
  }))
  return [...drafts, ...due].slice(0, MOST_LETTERS)
}

/** A word about the backup when it is overdue. */
export function backupItems(db: Database, { today, timeZone }: Moment): AttentionItem[] {
  const at = lastBackupAt(db)
  const words = backupWords(at && dayOf(wallTimeOf(at, timeZone)), today)
  return words ? [{ kind: 'backup', who: '', ...words }] : []
}
