import { readStoredLetter } from '../../shared/documents/letter-stored.ts'
import { NotePacket } from '../../shared/documents/note-packet.ts'
import { Superbill } from '../../shared/documents/superbill.ts'
import { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { drawNotePacket } from './note-packet-pdf.ts'
import { printOptions } from './print-options.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import type { FrozenPaper } from './repository.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { drawVisitNote } from './visit-note-pdf.ts'

/** The PDF of an issued paper, drawn from its frozen content and dated when it was issued: the same bytes every time, whatever changed since. */
export async function drawFrozen(resourcesDir: string, { kind, paper, paperSize, issuedAt }: FrozenPaper): Promise<Uint8Array> {
  const options = await printOptions(resourcesDir, paperSize, issuedAt)
  if (kind === 'superbill') return drawSuperbill(Superbill.parse(paper), options)
  if (kind === 'visit-note') return drawVisitNote(VisitNotePaper.parse(paper), options)
  return kind === 'note-packet' ? drawNotePacket(NotePacket.parse(paper), options) : drawProgressLetter(readStoredLetter(paper), options)
}
