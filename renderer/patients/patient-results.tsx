import { dayOf, formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { todayHere } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { DateText, dateInWords, Money } from '../ui/words.tsx'
import { Marked } from './marked.tsx'
import { markDigits, markWords } from './marks.ts'
import css from './patients.module.css'
import { PrescriptionCell } from './prescription-cell.tsx'

const COLUMNS = ['Name', 'Born', 'Phone', 'Chart', 'Prescription', 'Next visit', 'Balance'] as const

// The arrow keys go through it from the search field, as through the choices of a list.
const GRID = { role: 'grid' } as const

/** The id of a row in the page, so that the search field can say which one the arrow keys stand on. */
export const rowId = (row: Pick<PatientRow, 'id'>) => `patient-${row.id}`

/** A coming visit in a row: the time today, else weekday and day. */
export function nextVisitInWords(at: LocalDateTime): string {
  return dayOf(at) === todayHere() ? `Today, ${formatTime(at)}` : dateInWords(dayOf(at), 'weekday')
}

type PatientResultsProps = {
  id: string
  rows: readonly PatientRow[]
  typed: string
  selected: PatientRow | undefined
  onSelect: (row: PatientRow) => void
  onOpen: (row: PatientRow) => void
}

/** The patients found, the recently seen first. The search field keeps the keyboard; a click chooses, a double click opens. */
export function PatientResults({ id, rows, typed, selected, onSelect, onOpen }: PatientResultsProps) {
  const groups = [
    { title: 'Seen recently', rows: rows.filter(row => row.seenRecently) },
    { title: typed.trim() === '' ? 'All patients' : 'All matches', rows: rows.filter(row => !row.seenRecently) },
  ].filter(group => group.rows.length > 0)
  return (
    <table className={css.table} id={id} aria-label="Patients" {...GRID}>
      <thead className={css.head}>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col" className={cx(column === 'Balance' && css.right)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.title} aria-label={group.title}>
          <tr>
            <th colSpan={COLUMNS.length} scope="rowgroup" className={css.group}>
              {group.title}
            </th>
          </tr>
          {group.rows.map(row => (
            <ResultRow key={row.id} row={row} typed={typed} isSelected={row.id === selected?.id} onSelect={() => onSelect(row)} onOpen={() => onOpen(row)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type ResultRowProps = { row: PatientRow; typed: string; isSelected: boolean; onSelect: () => void; onOpen: () => void }

function ResultRow({ row, typed, isSelected, onSelect, onOpen }: ResultRowProps) {
  return (
    <tr
      id={rowId(row)}
      className={cx(css.row, isSelected && css.selected)}
      aria-selected={isSelected}
      onMouseDown={event => event.preventDefault()}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <td className={css.name} title={[row.name, ...row.mergedNumbers].join(', ')}>
        <Marked parts={markWords(row.name, typed)} />
        {row.mergedNumbers.length > 0 && /\d/.test(typed) && <span className={css.quiet}> was {row.mergedNumbers.join(', ')}</span>}
        {row.isArchived && !row.remark.startsWith('Died ') && <span className={css.quiet}> archived</span>}
      </td>
      <td>
        <DateText day={row.bornOn} />, {row.age}
      </td>
      <td>
        <Marked parts={markDigits(row.phone, typed)} />
      </td>
      <td>
        <Marked parts={markWords(row.chartNumber, typed)} />
      </td>
      <td>{row.prescription ? <PrescriptionCell use={row.prescription} /> : <span className={css.quiet}>{row.remark || 'None'}</span>}</td>
      <td>{row.nextVisitAt ? nextVisitInWords(row.nextVisitAt) : <span className={css.quiet}>None</span>}</td>
      <td className={css.right}>
        <Money cents={row.balance} quietZero />
      </td>
    </tr>
  )
}
