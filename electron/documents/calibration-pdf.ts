import { CHOICE_BOXES, REPEATED, TEXT_BOXES } from '../../shared/documents/claim-form-boxes.ts'
import { atGrid, CELL, type GridOffset, LINE, refuseOffPaper } from './claim-form-grid.ts'
import { addPage, finish, newPaper, type Paper, type PrintOptions } from './page.ts'
import { HAIRLINE, set, setLines } from './page-ink.ts'
import { artifact, tagged } from './page-tags.ts'
import { BLACK, KEY, LABEL, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const MILLIMETRE = 72 / 25.4
const ARM = 5

/** Boxes at the corners and in the middle of the form: enough to see a shift, and whether the printer also shrinks. */
const MARKS = [
  { words: '1a, insured’s ID', place: TEXT_BOXES.insuredId },
  { words: '2, patient’s name', place: TEXT_BOXES.patientName },
  { words: '3, sex M', place: CHOICE_BOXES.patientSex.options.male },
  { words: '11, group number', place: TEXT_BOXES.group },
  { words: '14, date', place: TEXT_BOXES.onset },
  { words: '21 A, first diagnosis', place: { line: REPEATED.diagnosis.firstLine, column: REPEATED.diagnosis.columns[0] } },
  { words: '24 A, first date', place: { line: REPEATED.serviceLine + 1, column: REPEATED.service.from } },
  { words: '24 J, last NPI', place: { line: REPEATED.serviceLine + 11, column: REPEATED.service.provider } },
  { words: '25, tax ID', place: TEXT_BOXES.taxId },
  { words: '33 a, NPI', place: TEXT_BOXES.billingNpi },
] as const

const HELP = [
  'Print this page on plain paper at full size (100 %, not “fit to page”). Lay it over a ready-made form and hold both against a window.',
  'Each cross marks the left foot of the first character of its box. Where a cross stands right of or below its place on the form, enter that many millimeters to the left or up in Settings, Billing; else to the right or down.',
  'Print again until the crosses meet. If one corner fits and another does not, the printer shrinks the page: switch that off first.',
]

/** A page to measure with: rulers in millimeters and crosses where boxes begin, moved as the claim forms are. Throws `rule_broken` for an offset off the paper. */
export async function drawCalibration(offset: GridOffset, options: PrintOptions): Promise<Uint8Array> {
  refuseOffPaper(offset)
  const paper = await newPaper('Claim form, test page', 'Myodesk', { ...options, paperSize: 'letter' })
  addPage(paper)
  drawRulers(paper)
  for (const { words, place } of MARKS) drawCross(paper, words, atGrid(place, offset))
  drawHelp(paper, offset)
  return finish(paper)
}

function line({ pdf }: Paper, from: readonly [number, number], to: readonly [number, number]): void {
  pdf
    .lineWidth(HAIRLINE)
    .strokeColor(BLACK)
    .moveTo(...from)
    .lineTo(...to)
    .stroke()
}

/** Millimeters along the top and the right edge, counted from the left and the upper edge of the paper. */
function drawRulers(paper: Paper): void {
  artifact(paper, 'Layout', () => {
    const length = (millimetre: number) => (millimetre % 10 === 0 ? 9 : millimetre % 5 === 0 ? 6 : 3.5)
    for (let at = 10; at * MILLIMETRE < paper.width - 20; at++) {
      const x = at * MILLIMETRE
      line(paper, [x, 14], [x, 14 + length(at)])
      if (at % 10 === 0) set(paper, String(at), LABEL, { x: x + 1.5, y: 31 })
    }
    for (let at = 15; at * MILLIMETRE < paper.height - 20; at++) {
      const y = at * MILLIMETRE
      const edge = paper.width - 8
      line(paper, [edge - length(at), y], [edge, y])
      if (at % 10 === 0) set(paper, String(at), LABEL, { x: edge - 24, y: y + 2.5 })
    }
  })
}

function drawCross(paper: Paper, words: string, { x, y }: { x: number; y: number }): void {
  artifact(paper, 'Layout', () => {
    line(paper, [x - ARM, y], [x + ARM, y])
    line(paper, [x, y - ARM], [x, y + ARM])
  })
  tagged(paper, paper.root, 'P', () => set(paper, words, STRONG, { x: x + CELL + 1, y: y - LINE / 4 }))
}

function drawHelp(paper: Paper, { right, down }: GridOffset): void {
  const millimetres = (tenths: number) => (Math.abs(tenths) / 10).toFixed(1)
  const now = `Moved now: ${millimetres(right)} mm to the ${right < 0 ? 'left' : 'right'}, ${millimetres(down)} mm ${down < 0 ? 'up' : 'down'}.`
  const place = { x: 150, y: 418 }
  tagged(paper, paper.root, 'H1', () => set(paper, 'Test page for ready-made claim forms', KEY, place))
  tagged(paper, paper.root, 'P', () => set(paper, now, STRONG, { x: place.x, y: place.y + 18 }))
  let y = place.y + 36
  for (const text of HELP) {
    const lines = wrap(paper, [{ text, style: TEXT }], { width: 390, maxLines: 6 })
    tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: place.x, y, lead: LINE }))
    y += lines.length * LINE + 4
  }
}
