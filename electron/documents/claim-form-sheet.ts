import type { ClaimForm, ClaimSheet } from '../../shared/documents/claim-form.ts'
import { shortDate } from '../../shared/documents/claim-form-words.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatAmount } from '../../shared/lib/money.ts'
import { copyRows } from './claim-form-rows.ts'
import { drawDeskPaper } from './desk-page.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { KEY, STRONG, type Style, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const TITLE_X = 79
const VALUE_X = 236
const ROW = 16
const HEADING = 20
const ROW_BASELINE = 11.5

/** Draws a claim as a plain sheet to copy from, box by box: what stands the same on every form first, then each form’s diagnoses, lines and sums. */
export async function drawClaimSheet(claim: ClaimForm, options: PrintOptions): Promise<Uint8Array> {
  const number = claim.number ?? 'Not issued yet'
  const paper = await newPaper(`Claim form data ${number}, ${claim.patient.name}`, claim.letterhead.name, options)
  const count = claim.sheets.length
  return drawDeskPaper(paper, {
    letterhead: claim.letterhead,
    title: 'Claim form data',
    rows: [
      { label: 'Number', value: number, style: STRONG },
      { label: 'Patient', value: claim.patient.name, style: STRONG },
      { label: 'Issued', value: formatDate(claim.issuedOn) },
      ...(claim.replaces === null ? [] : [{ label: 'Version', value: `${claim.version}, replaces version ${claim.replaces}` }]),
      { label: 'Forms', value: String(count) },
    ],
    parts: [
      paragraph(
        paper,
        count === 1
          ? 'Copy each value into its box of form CMS-1500 (02/12).'
          : `Fill in ${count} copies of form CMS-1500 (02/12). These boxes are the same on each.`,
        { gap: 0 },
      ),
      paragraph(paper, 'Boxes not named here stay empty. This sheet is not the form, and payers do not take it in its place.', { gap: 0 }),
      ...claim.remarks.map((remark, i) => paragraph(paper, remark, { gap: i === 0 ? 8 : 2, style: STRONG })),
      ...copyRows(claim).map((row, i) => rowPart(paper, row, i === 0 ? 14 : 0)),
      ...claim.sheets.map((sheet, i) => sheetPart(paper, claim, { sheet, heading: count === 1 ? 'Diagnoses and services' : `Form ${i + 1} of ${count}` })),
    ],
    footer: `Claim form data ${number}${claim.version > 1 ? `, version ${claim.version}` : ''}, ${claim.patient.name}`,
  })
}

function paragraph(paper: Paper, text: string, { gap, style = TEXT }: { gap: number; style?: Style }): Part {
  const lines = wrap(paper, [{ text, style }], { width: paper.right - LEFT, maxLines: 6 })
  return { gap, height: lines.length * LEAD, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 9, lead: LEAD })) }
}

type Row = { readonly box: string; readonly title: string; readonly value: string }

function rowPart(paper: Paper, { box, title, value }: Row, gap: number): Part {
  const lines = wrap(paper, [{ text: value, style: STRONG }], { width: paper.right - VALUE_X, maxLines: 4 })
  const height = lines.length * LEAD + 3
  return {
    gap,
    height,
    draw: y => {
      tagged(paper, paper.root, 'P', () => {
        set(paper, box, STRONG, { x: LEFT, y: y + 10 })
        set(paper, title, TEXT, { x: TITLE_X, y: y + 10 })
        setLines(paper, lines, { x: VALUE_X, y: y + 10, lead: LEAD })
      })
      rule(paper, { from: LEFT, to: paper.right, y: y + height, weight: HAIRLINE })
    },
  }
}

type OneSheet = { readonly sheet: ClaimSheet; readonly heading: string }

/** Diagnoses, lines and sums of one form, kept together: six lines fit on any page. */
function sheetPart(paper: Paper, claim: ClaimForm, { sheet, heading }: OneSheet): Part {
  const codes = sheet.diagnoses.map((code, i) => `${String.fromCharCode(65 + i)} ${code}`).join(' · ')
  const above = rowPart(paper, { box: '21', title: 'Diagnoses, ICD Ind. 0', value: codes }, 0)
  const below = [
    rowPart(paper, { box: '28', title: 'Total charge', value: formatAmount(sheet.total) }, 0),
    rowPart(paper, { box: '29', title: 'Amount paid', value: formatAmount(sheet.paid) }, 0),
  ]
  const lines = 8 + HEAD_HEIGHT + sheet.lines.length * ROW + 6
  return {
    gap: 16,
    height: HEADING + above.height + lines + below.reduce((sum, { height }) => sum + height, 0),
    draw: top => {
      rule(paper, { from: LEFT, to: paper.right, y: top, weight: HEAVY })
      tagged(paper, paper.root, 'H2', () => set(paper, heading, KEY, { x: LEFT, y: top + 15 }))
      let y = top + HEADING
      above.draw(y)
      drawLines(paper, claim, { lines: sheet.lines, y: y + above.height + 8 })
      y += above.height + lines
      for (const part of below) {
        part.draw(y)
        y += part.height
      }
    },
  }
}

function columnsOf(paper: Paper) {
  return {
    from: { title: '24A from', x: LEFT },
    to: { title: 'to', x: 95 },
    place: { title: 'B', x: 147 },
    code: { title: 'D code', x: 168 },
    modifiers: { title: 'Modifiers', x: 212 },
    pointers: { title: 'E', x: 278 },
    charge: { title: 'F charge', x: paper.at(362), align: 'right' as const },
    units: { title: 'G units', x: paper.at(410), align: 'right' as const },
    above: { title: 'I, J above', x: paper.at(426) },
    npi: { title: 'J NPI', x: paper.at(508) },
  }
}

function drawLines(paper: Paper, { renderer }: ClaimForm, { lines, y }: { lines: ClaimSheet['lines']; y: number }): void {
  const columns = columnsOf(paper)
  const shown: readonly Column[] = Object.values(columns)
  const table = group(paper, paper.root, 'Table')
  drawHead(paper, table, { columns: shown, right: paper.right, y, again: false })
  const cell = (column: Column, text: string): Cell => ({ column, lines: [[{ text, style: STRONG }]] })
  for (const [i, line] of lines.entries()) {
    const top = y + HEAD_HEIGHT + i * ROW
    const cells = [
      cell(columns.from, shortDate(line.serviceOn)),
      cell(columns.to, shortDate(line.serviceOn)),
      cell(columns.place, line.placeOfService),
      cell(columns.code, line.code),
      cell(columns.modifiers, line.modifiers.join(' ')),
      cell(columns.pointers, line.pointers.join('')),
      cell(columns.charge, formatAmount(line.charge)),
      cell(columns.units, String(line.units)),
      cell(columns.above, renderer.taxonomy === '' ? '' : `ZZ ${renderer.taxonomy}`),
      cell(columns.npi, renderer.npi),
    ]
    drawRow(paper, table, { cells, y: top + ROW_BASELINE })
    rule(paper, { from: LEFT, to: paper.right, y: top + ROW, weight: HAIRLINE })
  }
}
