import type { ClaimForm, ClaimLine, ClaimSheet } from '../../shared/documents/claim-form.ts'
import { CHOICE_BOXES, type ChoiceBox, type GridPlace, REPEATED, TEXT_BOXES, type TextBox } from '../../shared/documents/claim-form-boxes.ts'
import { shortDate } from '../../shared/documents/claim-form-words.ts'
import { type Cents, formatAmount } from '../../shared/lib/money.ts'
import { atGrid, type GridOffset, refuseOffPaper, setInCells } from './claim-form-grid.ts'
import { addPage, finish, newPaper, type Paper, type PrintOptions, type Structure } from './page.ts'
import { group, tagged } from './page-tags.ts'

/**
 * Prints a claim onto ready-made forms: words alone, one character to a cell of the form’s grid, a page for each sheet of six lines, always on Letter.
 * Throws `rule_broken` where the clinic’s offset would leave the paper.
 */
export async function drawClaimOverlay(claim: ClaimForm, offset: GridOffset, options: PrintOptions): Promise<Uint8Array> {
  refuseOffPaper(offset)
  const title = `Claim form ${claim.number ?? 'preview'}, ${claim.patient.name}`
  const paper = await newPaper(title, claim.letterhead.name, { ...options, paperSize: 'letter' })
  for (const sheet of claim.sheets) {
    addPage(paper)
    drawSheet(paper, claim, { sheet, offset })
  }
  return finish(paper)
}

function drawSheet(paper: Paper, claim: ClaimForm, { sheet, offset }: { sheet: ClaimSheet; offset: GridOffset }): void {
  const part = group(paper, paper.root, 'Sect')
  const put = (place: GridPlace, words: string) => {
    if (words !== '') putWords(paper, part, { words, place, offset })
  }
  const boxes: Readonly<Record<string, TextBox>> = TEXT_BOXES
  for (const [key, box] of Object.entries(boxes)) put(box, (claim.texts[key] ?? '').slice(0, box.width))
  const choices: Readonly<Record<string, ChoiceBox>> = CHOICE_BOXES
  for (const [key, { options }] of Object.entries(choices)) {
    const chosen = options[claim.choices[key] ?? '']
    if (chosen) put(chosen, 'X')
  }
  const { firstLine, columns } = REPEATED.diagnosis
  for (const [i, code] of sheet.diagnoses.entries()) put({ line: firstLine + Math.floor(i / columns.length), column: columns[i % columns.length] ?? 1 }, code)
  for (const [i, line] of sheet.lines.entries()) for (const { place, words } of lineWords(line, claim, REPEATED.serviceLine + i * 2)) put(place, words)
  const { line, charge, paid } = REPEATED.totals
  put({ line, column: charge }, gridAmount(sheet.total))
  put({ line, column: paid }, gridAmount(sheet.paid))
}

type Put = { readonly place: GridPlace; readonly words: string }

function lineWords(line: ClaimLine, { renderer }: ClaimForm, shaded: number): Put[] {
  const { service } = REPEATED
  const at = (column: number, words: string): Put => ({ place: { line: shaded + 1, column }, words })
  const above = (column: number, words: string): Put => ({ place: { line: shaded, column }, words })
  const on = shortDate(line.serviceOn)
  return [
    ...(renderer.taxonomy === '' ? [] : [above(service.qualifier, 'ZZ'), above(service.provider, renderer.taxonomy)]),
    at(service.from, on),
    at(service.to, on),
    at(service.place, line.placeOfService),
    at(service.code, line.code),
    ...line.modifiers.map((modifier, i) => at(service.modifiers[i] ?? 0, modifier)),
    at(service.pointers, line.pointers.join('')),
    at(service.charge, gridAmount(line.charge)),
    at(service.units, String(line.units).padStart(3)),
    at(service.provider, renderer.npi),
  ]
}

// Dollars and cents stand on either side of the form’s own dotted line: no point, no comma. What does not fit is left to be written by hand.
function gridAmount(amount: Cents): string {
  const words = formatAmount(amount).replaceAll(',', '').replace('.', ' ')
  return words.length > REPEATED.amountWidth ? '' : words.padStart(REPEATED.amountWidth)
}

function putWords(paper: Paper, part: Structure, { words, place, offset }: { words: string; place: GridPlace; offset: GridOffset }): void {
  tagged(paper, part, 'P', () => setInCells(paper, words, atGrid(place, offset)))
}
