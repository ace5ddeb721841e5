import { type FocusEvent, useState } from 'react'
import {
  copiedDay,
  type DayProblem,
  type DayTimes,
  dayFrom,
  dayInWords,
  dayProblem,
  openedDay,
  pauseWithin,
  type TypedDay,
  type TypedWeek,
  timesOf,
  WEEKDAYS,
} from '../../shared/practice/week.ts'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { TimeField } from '../ui/date-field.tsx'
import css from './week-editor.module.css'

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6]
const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4]

type WeekEditorProps = {
  label: string
  value: readonly TypedDay[]
  onChange: (week: TypedWeek) => void
  /** Says what is wrong with a day also before one has left it: after a try to save. */
  showsAll: boolean
}

/** The hours of a week, a row for each day: closed, one stretch, or two with a break between them. */
export function WeekEditor({ label, value, onChange, showsAll }: WeekEditorProps) {
  return (
    <fieldset className={css.week} aria-label={label}>
      {WEEKDAYS.map((name, index) => (
        <DayRow
          key={name}
          name={name}
          day={value[index] ?? []}
          showsProblem={showsAll}
          onChange={day => onChange(value.with(index, day))}
          onCopy={days => onChange(copiedDay(value, index, days))}
        />
      ))}
    </fieldset>
  )
}

type DayRowProps = { name: string; day: TypedDay; showsProblem: boolean; onChange: (day: TypedDay) => void; onCopy: (to: readonly number[]) => void }

function DayRow({ name, day, showsProblem, onChange, onCopy }: DayRowProps) {
  const [wasLeft, setLeft] = useState(false)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => setLeft(!currentTarget.contains(relatedTarget))
  const times = timesOf(day)
  return (
    <fieldset className={css.day} aria-label={`Hours on ${name}`} onBlur={leave} onFocus={() => setLeft(false)}>
      <Checkbox label={name} value={day.length > 0} onChange={isOpen => onChange(isOpen ? openedDay() : [])} />
      {times && <Times name={name} times={times} problem={wasLeft || showsProblem ? dayProblem(day) : null} onChange={next => onChange(dayFrom(next))} />}
      {day.length === 0 && <span className={css.closed}>Closed</span>}
      {day.length > 2 && (
        <span className={css.closed}>
          {dayInWords(day)}{' '}
          <Button kind="text" size="small" label={`Enter ${name} anew`} onClick={() => onChange(openedDay())}>
            Enter anew
          </Button>
        </span>
      )}
      <span className={css.more}>
        <ActionMenu
          label={`Copy ${name}`}
          actions={[
            { words: `Copy ${name} to all weekdays`, run: () => onCopy(MONDAY_TO_FRIDAY) },
            { words: `Copy ${name} to every day`, run: () => onCopy(ALL_DAYS) },
          ]}
        />
      </span>
    </fieldset>
  )
}

type TimesProps = { name: string; times: DayTimes; problem: DayProblem | null; onChange: (times: DayTimes) => void }

function Times({ name, times, problem, onChange }: TimesProps) {
  const { pause } = times
  const errorAt = (at: DayProblem['at']) => (problem?.at === at ? problem.sentence : undefined)
  const field = (words: string, at: DayProblem['at'], value: string, change: (time: string) => DayTimes) => (
    <TimeField bare label={`${name} ${words}`} className={css.time} error={errorAt(at)} value={value || null} onChange={time => onChange(change(time ?? ''))} />
  )
  return (
    <>
      {field('opens', 'opens', times.opens, opens => ({ ...times, opens }))}
      <span className={css.to}>to</span>
      {field('closes', 'closes', times.closes, closes => ({ ...times, closes }))}
      {pause ? (
        <span className={css.pause}>
          <span className={css.to}>break</span>
          {field('break begins', 'pauseFrom', pause.from, from => ({ ...times, pause: { ...pause, from } }))}
          <span className={css.to}>to</span>
          {field('break ends', 'pauseTo', pause.to, to => ({ ...times, pause: { ...pause, to } }))}
          <IconButton icon="close" size="small" label={`Remove the break on ${name}`} onClick={() => onChange({ ...times, pause: null })} />
        </span>
      ) : (
        <Button kind="text" size="small" label={`Add break on ${name}`} onClick={() => onChange({ ...times, pause: pauseWithin(times) })}>
          Add break
        </Button>
      )}
    </>
  )
}
