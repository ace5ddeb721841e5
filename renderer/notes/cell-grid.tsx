import type { KeyboardEvent, ReactNode } from 'react'
import { nextCell } from './grid-keys.ts'
import { focusField } from './writing.ts'

const KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter']

/** Marks a row of a `CellGrid`. */
export const gridRow = { 'data-grid-row': true } as const
/** Marks a cell of a `CellGrid` and its column; it holds one field or one group of radio buttons. */
export const gridCell = (column: string) => ({ 'data-grid-cell': column })

const cellsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>('[data-grid-cell]')]

/** Puts the caret into the field of a cell, or onto the chosen one of its radio buttons. */
function enter(cell: HTMLElement | undefined): void {
  const field = cell?.querySelector<HTMLElement>('input:checked, input[tabindex="0"]') ?? cell?.querySelector<HTMLElement>('input, textarea, button')
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}

/** Whether arrows sideways choose an answer there; in a number they lead to the next cell, since one types it anew rather than mends it. */
const isChoice = (field: Element | null) => field instanceof HTMLInputElement && field.type === 'radio'

type CellGridProps = { children: ReactNode; className?: string | undefined /** The field one comes to by Enter in the last row. */; below?: string }

/** Cells one moves through as in a spreadsheet: Enter and the arrows go from cell to cell, Tab from left to right. */
export function CellGrid({ children, className, below }: CellGridProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grid-cell]') : null
    const row = cell?.closest('[data-grid-row]')
    if (!cell || !row) return
    if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && isChoice(document.activeElement)) return
    const rows = [...event.currentTarget.querySelectorAll('[data-grid-row]')]
    const columns = rows.map(each => cellsOf(each).map(one => one.dataset.gridCell ?? ''))
    const next = nextCell(columns, { row: rows.indexOf(row), cell: cellsOf(row).indexOf(cell) }, event.key)
    event.preventDefault()
    event.stopPropagation()
    const target = next && next !== 'below' ? rows[next.row] : undefined
    if (target && next && next !== 'below') enter(cellsOf(target)[next.cell])
    else if (next === 'below' && below && event.key === 'Enter') focusField(below)
  }
  return (
    <div className={className} onKeyDownCapture={move}>
      {children}
    </div>
  )
}
