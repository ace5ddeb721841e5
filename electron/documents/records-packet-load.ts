import type { RecordsChoice } from '../../shared/documents/records-packet.ts'
import type { DocumentKind, IssuedDocument } from '../../shared/documents/schema.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Database } from '../db/open.ts'
import { getEpisode } from '../episodes/repository.ts'
import { listDocuments } from './repository.ts'
import { isSigned, notesOfCourse } from './visit-note-load.ts'

/** Kinds of paper that a packet may hold, in the order they stand in it. Notes come last, one by one. */
const KINDS: readonly DocumentKind[] = ['progress-letter', 'attendance-log', 'superbill', 'claim-form']

type Days = { readonly episodeId: EpisodeId; readonly from: LocalDate; readonly to: LocalDate }

/** Papers issued for an episode that a packet may hold, the newest version of each, and its notes of those days. */
export function recordsOf(db: Database, { episodeId, from, to }: Days, today: LocalDate) {
  const episode = getEpisode(db, today, episodeId)
  const inDays = (first: LocalDate, last: LocalDate) => first <= to && last >= from
  const papers = listDocuments(db, episode.patientId)
    .filter(paper => paper.episodeId === episodeId && paper.replacedBy === null && KINDS.includes(paper.kind))
    .filter(paper => inDays(paper.from ?? paper.issuedOn, paper.to ?? paper.issuedOn))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || dayOfPaper(a).localeCompare(dayOfPaper(b)) || a.number.localeCompare(b.number))
  const notes = notesOfCourse(db, { patientId: episode.patientId, episodeId }, today).notes.filter(({ serviceOn }) => inDays(serviceOn, serviceOn))
  return { episode, papers, notes: notes.filter(isWhole), missing: notes.filter(note => !isWhole(note)).map(missingInWords) }
}

/** The day a paper is listed under: its first date of service, else the day it was issued. */
export const dayOfPaper = (paper: IssuedDocument): LocalDate => paper.from ?? paper.issuedOn

const isWhole = (note: Note) => isSigned(note) && note.enteredInError === null

const missingInWords = ({ serviceOn, signature }: Note) =>
  `${formatDate(serviceOn)}: ${signature ? 'the note was entered in error' : 'the note is not signed yet'}.`

/** What could go into a packet. */
export function recordsChoice(db: Database, days: Days, today: LocalDate): RecordsChoice {
  const { papers, notes, missing } = recordsOf(db, days, today)
  return {
    papers: papers.map(paper => ({ documentId: paper.id, title: paper.title, number: paper.number, on: dayOfPaper(paper) })),
    notes: notes.map(note => ({ noteId: note.id, on: note.serviceOn, words: `Visit note, ${formatDate(note.serviceOn)}` })),
    missing,
  }
}
