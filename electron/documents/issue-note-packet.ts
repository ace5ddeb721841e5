import { isDeepStrictEqual } from 'node:util'
import { NotePacket } from '../../shared/documents/note-packet.ts'
import { packetContent } from '../../shared/documents/note-packet-compose.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DocumentId, type EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getEpisode } from '../episodes/repository.ts'
import { paperNumber } from './paper-number.ts'
import { findFrozenPaper, getDocument, insertDocument } from './repository.ts'
import { headOf, isSigned, notesOfCourse } from './visit-note-load.ts'
import { findNotePacket, insertDocumentNotes } from './visit-note-repository.ts'

/**
 * Freezes all signed notes of an episode as one paper with an index. The packet already made is given again while nothing in it changed; else its next
 * version. Notes entered in error are named and left out. Throws `rule_broken` where no note is signed.
 */
export function issueNotePacket({ db, clock, newId }: Services, { episodeId }: { episodeId: EpisodeId }): IssuedDocument {
  const today = clock.today()
  const episode = getEpisode(db, today, episodeId)
  const course = notesOfCourse(db, { patientId: episode.patientId, episodeId }, today)
  const included = course.notes.filter(isSigned).filter(note => note.enteredInError === null)
  const [first, last] = [included[0], included.at(-1)]
  if (!first || !last) throw new DomainError('rule_broken', 'No note of this episode is signed yet. Sign a note first, then print them.')
  const content = packetContent({
    episode,
    notes: included.map(note => ({ visit: course.visitOf(note), source: course.sourceOf(note) })),
    leftOut: course.notes.filter(note => note.signature === null || note.enteredInError !== null),
  })
  const before = findNotePacket(db, episodeId)
  if (before && saysTheSame(db, before, content)) return before
  const number = before?.number ?? paperNumber(db, 'NP', today)
  const version = (before?.version ?? 0) + 1
  const id = DocumentId.parse(newId())
  const paper: NotePacket = { ...headOf(course), number, version, replaces: before?.version ?? null, issuedOn: today, ...content }
  insertDocument(
    db,
    {
      id,
      kind: 'note-packet',
      number,
      version,
      patientId: episode.patientId,
      episodeId,
      issuedAt: clock.now(),
      issuedOn: today,
      from: first.serviceOn,
      to: last.serviceOn,
      total: null,
      replacesId: before?.id ?? null,
      reason: before ? 'The notes changed since it was printed' : '',
      content: { paperSize: course.clinic.paperSize, paper },
    },
    [],
  )
  insertDocumentNotes(
    db,
    id,
    included.map(note => note.id),
  )
  return getDocument(db, id)
}

function saysTheSame(db: Database, issued: IssuedDocument, now: ReturnType<typeof packetContent>): boolean {
  const frozen = findFrozenPaper(db, issued.id)
  if (!frozen) return false
  const { summary, episode, notes, missing } = NotePacket.parse(frozen.paper)
  return isDeepStrictEqual({ summary, episode, notes, missing }, now)
}
