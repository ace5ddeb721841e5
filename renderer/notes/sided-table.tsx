import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'
import { CellGrid, gridCell, gridRow } from './cell-grid.tsx'
import { RemoveButton, removable } from './remove-button.tsx'
import css from './sided-table.module.css'

/** Where a value stands: left and right of a two-sided row, or in the middle. */
export type Side = 'left' | 'right' | 'value'

const SIDES: readonly Side[] = ['left', 'right', 'value']

/** One row: its group (empty for none), its name there, its full name for the ear, and whether left and right are apart. */
export type SidedRow = { key: string; group: string; name: string; fullName: string; isTwoSided: boolean; onRemove: () => void }

type SidedTableProps<Row extends SidedRow> = {
  caption: string
  /** What stands over the names where there is one group or none. */
  title: string
  rows: readonly Row[]
  /** Last visit’s value as written; empty where there is none. */
  was: (row: Row, side: Side) => string
  cell: (row: Row, side: Side) => ReactNode
  /** A last column, such as the usual full range. */
  last?: { title: string; of: (row: Row) => string }
  /** The field that Enter in the last row leads to. */
  below: string
}

/** Values measured left and right, each beside last visit’s, as in a spreadsheet. A midline row has one value, under “Left”. */
export function SidedTable<Row extends SidedRow>({ caption, title, rows, was, cell, last, below }: SidedTableProps<Row>) {
  const hasSides = rows.some(({ isTwoSided }) => isTwoSided)
  const groups = [...new Set(rows.map(({ group }) => group))]
  // Before the second visit there is nothing to compare with.
  const hasWas = rows.some(row => SIDES.some(side => was(row, side) !== ''))
  const columns = (hasSides ? 2 : 1) * (hasWas ? 2 : 1) + 2 + (last ? 1 : 0)
  return (
    <CellGrid below={below}>
      <table className={css.table}>
        <caption className={css.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{groups.length === 1 && groups[0] ? `${groups[0]} ${title.toLowerCase()}` : title}</th>
            {hasWas && <th scope="col">Was</th>}
            <th scope="col">{hasSides ? 'Left' : 'Today'}</th>
            {hasSides && hasWas && <th scope="col">Was</th>}
            {hasSides && <th scope="col">Right</th>}
            {last && <th scope="col">{last.title}</th>}
            <td className={css.remove} />
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group}>
            {groups.length > 1 && group && (
              <tr>
                <th scope="rowgroup" colSpan={columns} className={css.group}>
                  {group}
                </th>
              </tr>
            )}
            {rows
              .filter(row => row.group === group)
              .map(row => (
                <TableRow key={row.key} row={row} hasSides={hasSides} hasWas={hasWas} was={was} cell={cell} last={last?.of(row)} />
              ))}
          </tbody>
        ))}
      </table>
    </CellGrid>
  )
}

type TableRowProps<Row extends SidedRow> = Pick<SidedTableProps<Row>, 'was' | 'cell'> & {
  row: Row
  hasSides: boolean
  hasWas: boolean
  last: string | undefined
}

function TableRow<Row extends SidedRow>({ row, hasSides, hasWas, was, cell, last }: TableRowProps<Row>) {
  const sides: readonly Side[] = row.isTwoSided ? ['left', 'right'] : ['value']
  return (
    <tr data-row={row.key} {...gridRow} {...removable}>
      <th scope="row">{row.name}</th>
      {sides.map(side => (
        <Pair key={side} was={hasWas ? was(row, side) : undefined} column={side === 'right' ? 'right' : 'left'}>
          {cell(row, side)}
        </Pair>
      ))}
      {hasSides && !row.isTwoSided && <td colSpan={hasWas ? 2 : 1} />}
      {last !== undefined && <td className={css.normal}>{last}</td>}
      <td className={css.remove}>
        <RemoveButton label={`Remove ${row.fullName}`} onRemove={row.onRemove} />
      </td>
    </tr>
  )
}

function Pair({ was, column, children }: { was: string | undefined; column: string; children: ReactNode }) {
  return (
    <>
      {was !== undefined && <td className={cx(css.was, column === 'right' && css.second)}>{was}</td>}
      <td className={css.value} {...gridCell(column)}>
        {children}
      </td>
    </>
  )
}
