/** One cell one may stand in, by the column it belongs to. */
export type GridRow = readonly string[]
type Spot = { readonly row: number; readonly cell: number }

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** The cell of a row nearest to a column: the column itself where the row has it, else the same place in the row. */
function cellNear(row: GridRow, column: string | undefined, cell: number): number {
  const same = column === undefined ? -1 : row.indexOf(column)
  return same >= 0 ? same : clamp(cell, row.length - 1)
}

/**
 * Where an arrow or Enter leads in a table of cells: Enter and the arrow down go to the next row that has cells, left and right to the neighbour in the
 * row. Null where there is nothing further that way; `below` where one leaves the last row downwards.
 */
export function nextCell(rows: readonly GridRow[], { row, cell }: Spot, key: string): Spot | 'below' | null {
  const here = rows[row] ?? []
  if (key === 'ArrowLeft') return cell > 0 ? { row, cell: cell - 1 } : null
  if (key === 'ArrowRight') return cell < here.length - 1 ? { row, cell: cell + 1 } : null
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' || key === 'Enter' ? 1 : 0
  if (step === 0) return null
  for (let at = row + step; at >= 0 && at < rows.length; at += step) {
    const next = rows[at]
    if (next && next.length > 0) return { row: at, cell: cellNear(next, here[cell], cell) }
  }
  return step === 1 ? 'below' : null
}
