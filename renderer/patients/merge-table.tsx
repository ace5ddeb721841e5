import { useId } from 'react'
import type { Difference, From } from '../../shared/patients/merge-choices.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import { cx } from '../ui/cx.ts'
import { dateInWords } from '../ui/words.tsx'
import css from './merge-table.module.css'

type MergeTableProps = {
  keep: Patient
  other: Patient
  differ: readonly Difference[]
  choices: Readonly<Record<string, From>>
  onChoose: (key: string, from: From) => void
}

/** The parts in which two charts differ, side by side; arrow keys choose within a row, Tab goes to the next. */
export function MergeTable({ keep, other, differ, choices, onChoose }: MergeTableProps) {
  if (differ.length === 0) return <p>Both charts say the same of the patient. Nothing is to be chosen.</p>
  return (
    <table className={css.table}>
      <caption className={css.hidden}>Where the charts differ</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className={css.hidden}>Field</span>
          </th>
          <ChartHead patient={keep} words="kept" />
          <ChartHead patient={other} words="becomes part of it" />
        </tr>
      </thead>
      <tbody>
        {differ.map(part => (
          <Row key={part.key} part={part} from={choices[part.key] ?? part.usual} onChoose={from => onChoose(part.key, from)} />
        ))}
      </tbody>
    </table>
  )
}

function ChartHead({ patient, words }: { patient: Patient; words: string }) {
  return (
    <th scope="col">
      {patient.chartNumber}, {words}
      <span className={css.since}>opened {dateInWords(patient.registeredOn)}</span>
    </th>
  )
}

function Row({ part, from, onChoose }: { part: Difference; from: From; onChoose: (from: From) => void }) {
  const name = useId()
  const canJoin = part.key === 'remark' && part.keep !== '' && part.other !== ''
  const cell = (value: 'keep' | 'other') => (
    <td className={cx(css.cell, (from === value || from === 'both') && css.on)}>
      <label>
        <input type="radio" name={name} checked={from === value} onChange={() => onChoose(value)} />
        <span className={cx(part[value] === '' && css.none)}>{part[value] || 'Nothing'}</span>
      </label>
      {canJoin && value === 'other' && (
        <label>
          <input type="radio" name={name} checked={from === 'both'} onChange={() => onChoose('both')} />
          <span>Both remarks</span>
        </label>
      )}
    </td>
  )
  return (
    <tr>
      <th scope="row">{part.label}</th>
      {cell('keep')}
      {cell('other')}
    </tr>
  )
}
