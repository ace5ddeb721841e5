import { LETTER_TITLES } from '../../shared/documents/progress-letter.ts'
import type { LetterRow } from '../../shared/documents/schema.ts'
import { sendingWords } from '../../shared/documents/sending-words.ts'
import { shownUse } from '../../shared/episodes/coverage.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { dayOf, formatDate, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { coverageOfEpisodes } from '../appointments/coverage-repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { prescriptionUseOf } from '../episodes/coverage-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { type DueLetter, listDueLetters, type UsesOf } from './due-letters-repository.ts'
import { type ListedLetter, listStoredLetters } from './letters-repository.ts'

/** Letters that are due, drafted and signed, in this order: of a patient, or of all. */
export function listLetters({ db, clock }: Services, patientId: PatientId | null): LetterRow[] {
  const { timeZone } = getClinic(db)
  const today = clock.today()
  const usesOf: UsesOf = episodeIds => {
    const coverages = coverageOfEpisodes(db, episodeIds, today)
    return episodeId => shownUse(coverages.get(episodeId)?.uses ?? [])
  }
  const due = listDueLetters(db, { patientId, today, usesOf }).map(letter => dueRow(db, letter))
  const kept = listStoredLetters(db, patientId).map(letter => keptRow(db, letter, { today, timeZone }))
  return [...due.toSorted((a, b) => a.patientName.localeCompare(b.patientName)), ...kept]
}

function dueRow(db: Database, due: DueLetter): LetterRow {
  const { episodeId, patientId, patientName, condition, kind, words, lastVisitOn, prescription } = due
  return {
    letterId: null,
    episodeId,
    patientId,
    patientName,
    condition,
    kind,
    toName: prescriberOf(db, prescription),
    state: 'due',
    words,
    on: lastVisitOn,
    documentId: null,
    sentWords: '',
  }
}

function keptRow(db: Database, letter: ListedLetter, { today, timeZone }: { today: LocalDate; timeZone: string }): LetterRow {
  const { letterId, episodeId, patientId, patientName, condition, kind, documentId, signedOn, version } = letter
  const title = LETTER_TITLES[kind]
  const on = signedOn ?? dayOf(wallTimeOf(letter.savedAt, timeZone))
  const signedWords = `${title}${version > 1 ? `, version ${version}` : ''}, signed ${formatDate(on)}`
  return {
    letterId,
    episodeId,
    patientId,
    patientName,
    condition,
    kind,
    documentId,
    on,
    toName: letter.toName || prescriberOf(db, prescriptionUseOf(db, today, episodeId)),
    state: documentId === null ? 'draft' : 'signed',
    words: documentId === null ? `${title}, ${letter.isCorrection === 1 ? 'correction' : 'draft'}` : signedWords,
    sentWords: sendingWords(letter),
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
