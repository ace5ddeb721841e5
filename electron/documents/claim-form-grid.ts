import type { GridPlace } from '../../shared/documents/claim-form-boxes.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Paper } from './page.ts'
import { set } from './page-ink.ts'
import type { Style } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** How far everything is moved to meet the form, in tenths of a millimetre: right and down are above 0. */
export type GridOffset = { readonly right: number; readonly down: number }

/** Ten characters and six lines to the inch. */
export const CELL = 7.2
export const LINE = 12
/** Where the first column begins and the line before the first ends, on a form fed straight. */
const LEFT_EDGE = 20
const TOP_EDGE = 24
/** Up from the foot of a line to its baseline. */
const ABOVE_FOOT = 2.5
const LAST_COLUMN = 80
const FIRST_LINE = 2
const LAST_LINE = 61
const SHEET = { width: 612, height: 792 }

const GRID_STYLE: Style = { face: 'regular', size: 10 }
const POINTS_IN_TENTH = 72 / 254

/** The left edge of a cell and the baseline of its line, in points. */
export function atGrid({ line, column }: GridPlace, { right, down }: GridOffset): { readonly x: number; readonly y: number } {
  return { x: LEFT_EDGE + (column - 1) * CELL + right * POINTS_IN_TENTH, y: TOP_EDGE + line * LINE - ABOVE_FOOT + down * POINTS_IN_TENTH }
}

/** Sets each character in the middle of its own cell. Spaces leave their cell empty. */
export function setInCells(paper: Paper, words: string, { x, y }: { x: number; y: number }): void {
  for (const [i, letter] of Array.from(words).entries()) {
    if (letter === ' ') continue
    set(paper, letter, GRID_STYLE, { x: x + i * CELL + (CELL - widthOf(paper, letter, GRID_STYLE)) / 2, y })
  }
}

/** Throws `rule_broken` where words moved so far would stand outside the sheet. */
export function refuseOffPaper(offset: GridOffset): void {
  const first = atGrid({ line: FIRST_LINE, column: 1 }, offset)
  const last = atGrid({ line: LAST_LINE, column: LAST_COLUMN }, offset)
  const over = [
    [first.x < 0, 'left'],
    [last.x + CELL > SHEET.width, 'right'],
    [first.y < LINE, 'up'],
    [last.y > SHEET.height, 'down'],
  ].find(([isOver]) => isOver)
  if (over) throw new DomainError('rule_broken', `Words on the claim form would leave the paper. Move them less to the ${over[1]} in Settings, Billing.`)
}
