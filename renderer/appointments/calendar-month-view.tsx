import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { addDays, formatMonthDay, formatWeekday, type LocalDate } from '../../shared/lib/dates.ts'
import type { MonthDay } from '../../shared/schedule/schema.ts'
import { ask } from '../lib/api.ts'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import css from './calendar-month.module.css'
import { fullnessOf, fullnessWords, monthsOf, stepMonth, weeksOfMonth } from './calendar-month.ts'
import { visitCount } from './calendar-words.ts'

type CalendarMonthProps = { day: LocalDate; today: LocalDate; onOpen: (day: LocalDate) => void; onTurn: (day: LocalDate) => void }

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Six weeks at a glance: how many visits, how full, and what is closed. Arrow keys move, Enter opens the day. */
export function CalendarMonth({ day, today, onOpen, onTurn }: CalendarMonthProps) {
  const weeks = weeksOfMonth(day)
  const months = useQueries({ queries: monthsOf(weeks).map(month => ({ ...ask('schedule.month', { month }), placeholderData: keepPreviousData })) })
  const table = useRef<HTMLTableElement>(null)
  const wantsFocus = useRef(false)
  const [kept, setKept] = useState(day)
  const at = weeks.flat().includes(kept) ? kept : day
  useLayoutEffect(() => {
    if (wantsFocus.current) table.current?.querySelector<HTMLElement>('[data-cursor]')?.focus()
    wantsFocus.current = false
  })
  const days = new Map(months.flatMap(month => month.data ?? []).map(one => [one.day, one]))
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const turn = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
    if (step === undefined && turn === 0) return
    event.preventDefault()
    wantsFocus.current = true
    const next = turn === 0 ? addDays(at, step ?? 0) : stepMonth(at, turn)
    setKept(next)
    if (next.slice(0, 7) !== day.slice(0, 7)) onTurn(next)
  }
  return (
    <div className={css.month}>
      <Problem error={months.find(month => month.error)?.error} />
      <table ref={table} className={css.table} onKeyDown={move} aria-label="Month">
        <thead>
          <tr>
            {WEEKDAYS.map(name => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(one => (
                <td key={one} className={cx(one.slice(0, 7) !== day.slice(0, 7) && css.outside)}>
                  <DayCell day={one} facts={days.get(one)} isToday={one === today} hasCursor={one === at} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayCellProps = { day: LocalDate; facts: MonthDay | undefined; isToday: boolean; hasCursor: boolean; onOpen: (day: LocalDate) => void }

function DayCell({ day, facts, isToday, hasCursor, onOpen }: DayCellProps) {
  const words = facts ? fullnessWords(facts) : ''
  const full = facts ? fullnessOf(facts) : null
  const count = facts ? visitCount(facts.visits) : ''
  const isClosed = facts?.closedBecause !== undefined && facts.closedBecause !== ''
  const label = [formatWeekday(day), isToday && 'today', count, words, count === '' && 'no visits'].filter(Boolean).join(', ')
  return (
    <button
      type="button"
      className={cx(css.day, isToday && css.today, isClosed && css.closed)}
      tabIndex={hasCursor ? 0 : -1}
      data-cursor={hasCursor || undefined}
      aria-label={label}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => onOpen(day)}
    >
      <span className={css.top} aria-hidden="true">
        <b>{day.endsWith('-01') ? formatMonthDay(day) : Number(day.slice(8))}</b> {isToday && <span className={css.todayWord}>Today</span>}{' '}
        <span className={css.count}>{count}</span>
      </span>{' '}
      {full !== null && !isClosed && (
        <span className={cx(css.bar, full >= 1 && css.over)}>
          <span style={{ width: `${full * 100}%` }} />
        </span>
      )}
      <span className={css.words} aria-hidden="true">
        {words}
      </span>
    </button>
  )
}
