import { readStoredLetter } from '../../shared/documents/letter-stored.ts'
import { NotePacket } from '../../shared/documents/note-packet.ts'
import { Superbill } from '../../shared/documents/superbill.ts'
import { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { drawOne } from './drawing.ts'
import { drawNotePacket } from './note-packet-pdf.ts'
import type { PaperFile, PrintOptions } from './page.ts'
import { printOptions } from './print-options.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import type { FrozenPaper } from './repository.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { drawVisitNote } from './visit-note-pdf.ts'

type Draw = (paper: unknown, options: PrintOptions) => Promise<Uint8Array>

/** How each kind of paper is drawn from its frozen content. */
const DRAWINGS: Readonly<Record<FrozenPaper['kind'], Draw>> = {
  superbill: (paper, options) => drawSuperbill(Superbill.parse(paper), options),
  'visit-note': (paper, options) => drawVisitNote(VisitNotePaper.parse(paper), options),
  'note-packet': (paper, options) => drawNotePacket(NotePacket.parse(paper), options),
  'progress-letter': (paper, options) => drawProgressLetter(readStoredLetter(paper), options),
}

/**
 * The PDF of an issued paper, drawn from its frozen content and dated when it was issued: the same bytes every time, whatever changed since.
 * Drawn in a thread of its own, see drawing.ts; rejects with one sentence when it fails.
 */
export const drawFrozen = (resourcesDir: string, paper: FrozenPaper): Promise<Uint8Array> => drawOne(resourcesDir, paper)

/** Draws in this thread, as a file of its own or into a file of many (then the answer is empty): for the drawing thread and for measuring. */
export async function drawHere(resourcesDir: string, { kind, paper, paperSize, issuedAt }: FrozenPaper, into?: PaperFile): Promise<Uint8Array> {
  const options = await printOptions(resourcesDir, paperSize, issuedAt)
  return DRAWINGS[kind](paper, into ? { ...options, into } : options)
}
