import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { cx } from './cx.ts'
import css from './table.module.css'

/** One column: its head, what stands in a row, and how wide. Numbers go to the right. */
export type TableColumn<Row> = { title: string; cell: (row: Row) => ReactNode; align?: 'left' | 'right'; width?: string; hideTitle?: boolean }

type TableProps<Row> = {
  /** What the table lists, for screen readers. */
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Opens a row: click or Enter. Gives the rows keyboard focus with the arrow keys, Home and End. */
  onOpen?: ((row: Row) => void) | undefined
  /** Called as focus moves from row to row, for a side panel. */
  onFocusRow?: ((row: Row) => void) | undefined
  selectedKey?: string | null | undefined
  /** 28 px in charting, 36 in lists, 52 where a row has a second line. */
  height?: 'charting' | 'list' | 'tall'
  foot?: ReactNode
}

/** A dense table without vertical lines or zebra. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, onOpen, onFocusRow, selectedKey = null, height = 'list', foot } = props
  const body = useRef<HTMLTableSectionElement>(null)

  const move = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return
    const all = [...(body.current?.rows ?? [])]
    const at = event.currentTarget.sectionRowIndex
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      all[Math.min(all.length - 1, Math.max(0, to))]?.focus()
    }
    if (event.key === 'Enter') onOpen?.(row)
  }
  const focusable = (row: Row, index: number) =>
    onOpen
      ? {
          tabIndex: (selectedKey === null ? index === 0 : keyOf(row) === selectedKey) ? 0 : -1,
          'aria-selected': keyOf(row) === selectedKey,
          onClick: () => onOpen(row),
          onFocus: () => onFocusRow?.(row),
          onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => move(event, row),
        }
      : {}

  return (
    <table className={cx(css.table, css[height], onOpen && css.opens)} {...(onOpen && { role: 'grid' })}>
      <caption className={css.hidden}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th
              key={column.title}
              scope="col"
              className={cx(css.head, column.align === 'right' && css.right)}
              style={column.width ? { width: column.width } : undefined}
            >
              <span className={cx(column.hideTitle && css.hidden)}>{column.title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => (
          <tr key={keyOf(row)} className={cx(css.row, keyOf(row) === selectedKey && css.selected)} {...focusable(row, index)}>
            {columns.map(column => (
              <td key={column.title} className={cx(css.cell, column.align === 'right' && css.right)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  )
}
