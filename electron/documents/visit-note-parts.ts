import type { NoteBlock, NoteOnPaper, NoteSection, NoteTreatment } from '../../shared/documents/visit-note.ts'
import { LEFT } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, set } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { KEY, type Line, STRONG, TEXT } from './text-style.ts'
import { widthOf } from './text-wrap.ts'
import { chartParts, chartWithTables } from './visit-note-chart.ts'
import { BASELINE, chunksOf, linesOf, type Pen, spaceOf, TEXT_LEFT, write, writeRight } from './visit-note-ink.ts'
import { signatureParts } from './visit-note-signature.ts'
import { fullWidth, pairedTables, tableParts } from './visit-note-table.ts'

/** A part of a note and the section it belongs to. */
export type NotePart = Part & { readonly head: string; readonly startsSection: boolean }

const LINES_KEPT_TOGETHER = 4
/** In points: the last section and the signature. */
const MOST_KEPT_TOGETHER = 130
const CODE_WIDTH = 36
const MINUTES_WIDTH = 40

/** A note’s sections, signature and addenda as parts of the body. */
export function noteParts(pen: Pen, note: NoteOnPaper): NotePart[] {
  const sections = note.sections.flatMap((section, i) => sectionParts(pen, section, `section ${i}`))
  const addenda = note.addenda.flatMap(({ by, at, text }) => {
    const words = [
      { kind: 'prose' as const, label: '', text: `${at}, ${by}` },
      { kind: 'prose' as const, label: '', text },
    ]
    return headed(
      pen,
      'Addendum',
      words.flatMap(block => proseParts({ ...pen, isStruck: false }, block)),
    )
  })
  return [...keptWithLast(sections, headed(pen, 'Signed', signatureParts(pen, note))), ...addenda]
}

/** The signature stays on the page of the last section, where that is short: it never stands alone. */
function keptWithLast(sections: readonly NotePart[], signed: readonly NotePart[]): NotePart[] {
  const from = sections.findLastIndex(part => part.startsSection)
  const last = [...sections.slice(from), ...signed]
  const first = sections[from]
  const height = last.reduce((sum, part, i) => sum + part.height + (i === 0 ? 0 : part.gap), 0)
  if (!first || first.lead || height > MOST_KEPT_TOGETHER) return [...sections, ...signed]
  const draw = (y: number) => {
    let top = y
    for (const [i, part] of last.entries()) {
      top += i === 0 ? 0 : part.gap
      part.draw(top)
      top += part.height
    }
  }
  return [...sections.slice(0, from), { ...first, height, draw }]
}

/** What matters of the visit, and where the note was entered in error, that and why: never struck through. */
export function openingParts(pen: Pen, { summary, inError }: NoteOnPaper): NotePart[] {
  const { paper } = pen
  const width = paper.right - LEFT
  const plain = (part: Part): NotePart => ({ ...part, head: '', startsSection: true })
  const said = linesOf(pen, [{ text: summary, style: KEY }], width)
  const opening: Part = {
    gap: 0,
    height: said.length * 16 + 2,
    draw: y => tagged(paper, paper.root, 'P', () => write(pen, said, { x: LEFT, y: y + 12, lead: 16 })),
  }
  const shown = summary === '' ? [] : [plain(opening)]
  return inError ? [plain(errorPart(pen, inError)), ...shown] : shown
}

function errorPart(pen: Pen, { reason, by, at }: NonNullable<NoteOnPaper['inError']>): Part {
  const { paper } = pen
  const said = `${/[.!?…]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`} Marked by ${by} on ${at}. The text below is kept as it was signed.`
  const words = linesOf(pen, [{ text: said, style: TEXT }], paper.right - LEFT)
  const height = 24 + words.length * pen.lead + 8
  const draw = (y: number) => {
    rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
    tagged(paper, paper.root, pen.heading, () => set(paper, 'Entered in error', KEY, { x: LEFT, y: y + 16 }))
    tagged(paper, paper.root, 'P', () => write({ ...pen, isStruck: false }, words, { x: LEFT, y: y + 30, lead: pen.lead }))
    rule(paper, { from: LEFT, to: paper.right, y: y + height - 4, weight: HEAVY })
  }
  return { gap: 0, height, draw }
}

function sectionParts(pen: Pen, { head, blocks }: NoteSection, key: string): NotePart[] {
  return headed(pen, head, flowParts(pen, blocks, key))
}

/** Blocks in their order, short tables side by side, the body chart beside the last of them. */
function flowParts(pen: Pen, blocks: readonly NoteBlock[], key: string): Part[] {
  const [block, next, ...later] = blocks
  if (!block) return []
  const beside = chartWithTables(pen, blocks)
  if (beside) return [...beside.parts, ...flowParts(pen, blocks.slice(beside.taken), key)]
  const pair = block.kind === 'table' && next?.kind === 'table' ? pairedTables(pen, [block, next], fullWidth(pen)) : undefined
  if (pair) return [pair, ...flowParts(pen, later, key)]
  return [...blockParts(pen, block, `${key}, ${blocks.length} to go`), ...flowParts(pen, blocks.slice(1), key)]
}

function blockParts(pen: Pen, block: NoteBlock, key: string): Part[] {
  if (block.kind === 'prose') return proseParts(pen, block)
  if (block.kind === 'table') return tableParts(pen, block, key)
  return block.kind === 'chart' ? chartParts(pen, block) : treatmentParts(pen, block)
}

/** Puts the side-head and the rule above the first part of a section. */
function headed(pen: Pen, head: string, parts: readonly Part[]): NotePart[] {
  const space = spaceOf(pen)
  return parts.map((part, i) => {
    if (i > 0) return { ...part, head, startsSection: false }
    const { lead } = part
    const top = (y: number) => {
      rule(pen.paper, { from: LEFT, to: pen.paper.right, y: y - 1, weight: HAIRLINE })
      tagged(pen.paper, group(pen.paper, pen.paper.root, 'Sect'), pen.heading, () => set(pen.paper, head, STRONG, { x: LEFT, y: y + space + BASELINE }))
    }
    // A table's head stands above its first row: then the side-head goes with the head.
    if (lead) {
      const first = { height: lead.first.height + space, draw: below(top, lead.first.draw, space) }
      return { ...part, gap: space, lead: { ...lead, first }, head, startsSection: true }
    }
    return { gap: space, height: part.height + space, draw: below(top, part.draw, space), head, startsSection: true }
  })
}

const below = (top: Slice['draw'], draw: Slice['draw'], space: number) => (y: number) => {
  top(y)
  draw(y + space)
}

/** Repeats the side-head at the top of a page that begins inside a section. */
export function repeatHead(pen: Pen, head: string, y: number): void {
  const { paper } = pen
  artifact(paper, 'Pagination', () => {
    set(paper, head, STRONG, { x: LEFT, y: y + BASELINE })
    set(paper, '(cont.)', TEXT, { x: LEFT, y: y + BASELINE + pen.lead })
  })
}

function proseParts(pen: Pen, { label, text }: { label: string; text: string }): Part[] {
  const width = pen.paper.right - TEXT_LEFT
  const paragraphs = text.split('\n').filter(paragraph => paragraph.trim() !== '')
  const chunks = paragraphs.flatMap((paragraph, i) => {
    const lead = i === 0 && label !== '' ? [{ text: `${label}:`, style: STRONG }] : []
    return chunksOf(linesOf(pen, [...lead, { text: paragraph, style: TEXT }], width), LINES_KEPT_TOGETHER)
  })
  return chunks.map((lines, i) => linesPart(pen, lines, i === 0 ? 2 : 0))
}

function linesPart(pen: Pen, lines: readonly Line[], gap: number): Part {
  const { paper } = pen
  const draw = (y: number) => tagged(paper, paper.root, 'P', () => write(pen, lines, { x: TEXT_LEFT, y: y + BASELINE, lead: pen.lead }))
  return { gap, height: lines.length * pen.lead, draw }
}

/** A service: code, name, time and minutes on one line, below it where and how. */
function treatmentParts(pen: Pen, { code, service, regions, time, minutes, details }: NoteTreatment): Part[] {
  const { paper } = pen
  const left = TEXT_LEFT + CODE_WIDTH
  const timeWidth = time === '' ? 0 : Math.min(170, widthOf(paper, time.slice(0, 300), TEXT) + 2)
  const minutesLeft = paper.right - MINUTES_WIDTH
  const timeLines = time === '' ? [] : linesOf(pen, [{ text: time, style: TEXT }], timeWidth)
  const names = linesOf(
    pen,
    [
      { text: regions === '' ? service : `${service},`, style: STRONG },
      { text: regions, style: TEXT },
    ],
    minutesLeft - timeWidth - 12 - left,
  )
  const length = Math.max(names.length, timeLines.length)
  const draw = (y: number) =>
    tagged(paper, paper.root, 'P', () => {
      write(pen, [[{ text: code, style: STRONG }]], { x: TEXT_LEFT, y: y + BASELINE, lead: pen.lead })
      write(pen, names, { x: left, y: y + BASELINE, lead: pen.lead })
      write(pen, timeLines, { x: minutesLeft - timeWidth, y: y + BASELINE, lead: pen.lead })
      writeRight(pen, [[{ text: `${minutes} min`, style: STRONG }]], { x: paper.right, y: y + BASELINE, lead: pen.lead })
    })
  const detailParts = details
    .flatMap(detail => chunksOf(linesOf(pen, [{ text: detail, style: TEXT }], minutesLeft - left), LINES_KEPT_TOGETHER))
    .map(
      (lines): Part => ({
        gap: 0,
        height: lines.length * pen.lead,
        draw: y => tagged(paper, paper.root, 'P', () => write(pen, lines, { x: left, y: y + BASELINE, lead: pen.lead })),
      }),
    )
  return [{ gap: 3, height: length * pen.lead + 1, draw }, ...detailParts]
}
