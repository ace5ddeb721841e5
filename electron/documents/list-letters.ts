import { letterDue } from '../../shared/documents/letter-due.ts'
import { LETTER_TITLES } from '../../shared/documents/progress-letter.ts'
import type { LetterRow } from '../../shared/documents/schema.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { dayOf, formatDate, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listPrescriptionTerms, prescriptionUseOf } from '../episodes/coverage-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { type EpisodeSeen, type ListedLetter, listEpisodesSeen, listStoredLetters } from './letters-repository.ts'

/** Letters that are due, drafted and signed, in this order: of a patient, or of all. */
export function listLetters({ db, clock }: Services, patientId: PatientId | null): LetterRow[] {
  const { timeZone } = getClinic(db)
  const today = clock.today()
  const due = listEpisodesSeen(db, patientId).flatMap(seen => dueRow(db, seen, today) ?? [])
  const kept = listStoredLetters(db, patientId).map(letter => keptRow(db, letter, { today, timeZone }))
  return [...due.toSorted((a, b) => a.patientName.localeCompare(b.patientName)), ...kept]
}

function dueRow(db: Database, seen: EpisodeSeen, today: LocalDate): LetterRow | null {
  if (seen.isDrafted) return null
  const prescription = prescriptionUseOf(db, today, seen.episodeId)
  const prescribedOn = listPrescriptionTerms(db, seen.episodeId).find(terms => terms.id === prescription?.prescriptionId)?.writtenOn ?? null
  const { lastLetterOn, visitsSinceLetter } = seen
  const words = letterDue({ today, prescription, prescribedOn, visitsSinceLetter, lastLetterOn, isClosed: false })
  if (words === null) return null
  const { episodeId, patientId, patientName, condition, lastVisitOn } = seen
  return {
    letterId: null,
    episodeId,
    patientId,
    patientName,
    condition,
    toName: prescriberOf(db, prescription),
    state: 'due',
    words,
    on: lastVisitOn,
    documentId: null,
  }
}

function keptRow(db: Database, letter: ListedLetter, { today, timeZone }: { today: LocalDate; timeZone: string }): LetterRow {
  const { letterId, episodeId, patientId, patientName, condition, documentId, signedOn } = letter
  const title = LETTER_TITLES[letter.kind]
  const on = signedOn ?? dayOf(wallTimeOf(letter.savedAt, timeZone))
  return {
    letterId,
    episodeId,
    patientId,
    patientName,
    condition,
    documentId,
    on,
    toName: letter.toName || prescriberOf(db, prescriptionUseOf(db, today, episodeId)),
    state: documentId === null ? 'draft' : 'signed',
    words: documentId === null ? `${title}, draft` : `${title}, signed ${formatDate(on)}`,
  }
}

function prescriberOf(db: Database, prescription: PrescriptionUse | null): string {
  const row = statement<{ id: string | null }, { name: string; credentials: string }>(
    db,
    `SELECT p.name, p.credentials
       FROM prescriptions r
       JOIN prescribers p ON p.id = r.prescriber_id
      WHERE r.id = :id`,
  ).get({ id: prescription?.prescriptionId ?? null })
  return row ? [row.name, row.credentials].filter(text => text !== '').join(', ') : ''
}
