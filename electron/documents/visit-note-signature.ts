import type { NoteOnPaper } from '../../shared/documents/visit-note.ts'
import type { Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { setLines } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { BLACK, STRONG, TEXT } from './text-style.ts'
import { BASELINE, linesOf, type Pen, TEXT_LEFT } from './visit-note-ink.ts'

/** The field a signature is drawn on, and its height on paper in points. */
const FIELD = { width: 600, height: 160 } as const
const DRAWN_HEIGHT = 30
/** So much of the hash tells two notes apart; the whole stands in the record. */
const HASH_SHOWN = 16

/** Who signed and when, the signature as drawn where one was, and the beginning of the content’s hash. */
export function signatureParts(written: Pen, { signature }: NoteOnPaper): Part[] {
  const { paper } = written
  const scale = DRAWN_HEIGHT / FIELD.height
  const drawnWidth = signature.drawn === '' ? 0 : FIELD.width * scale + 18
  const hash = signature.contentHash.slice(0, HASH_SHOWN).replace(/(.{4})(?=.)/g, '$1 ')
  const width = paper.right - TEXT_LEFT - drawnWidth
  const pen: Pen = { ...written, isStruck: false }
  const lines = [
    ...linesOf(pen, [{ text: signature.name, style: STRONG }], width),
    ...linesOf(pen, [{ text: `Signed electronically on ${signature.at}. Content hash ${hash}`, style: TEXT }], width),
  ]
  const height = Math.max(lines.length * pen.lead, signature.drawn === '' ? 0 : DRAWN_HEIGHT)
  const draw = (y: number) => {
    tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: TEXT_LEFT, y: y + BASELINE, lead: pen.lead }))
    if (signature.drawn === '') return
    const place = { x: paper.right - FIELD.width * scale, y, scale }
    tagged(paper, paper.root, 'Figure', () => drawSignature(paper, signature.drawn, place), { alt: `Signature of ${signature.name}` })
  }
  return [{ gap: 0, height, draw }]
}

function drawSignature({ pdf }: Paper, path: string, { x, y, scale }: { x: number; y: number; scale: number }): void {
  pdf
    .save()
    .translate(x, y)
    .scale(scale)
    .lineWidth(1 / scale)
    .lineCap('round')
    .lineJoin('round')
    .strokeColor(BLACK)
    .path(path)
    .stroke()
    .restore()
}
