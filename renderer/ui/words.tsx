import {
  dayOf,
  formatDate,
  formatMonthDay,
  formatTime,
  formatWeekday,
  type Instant,
  type LocalDate,
  type LocalDateTime,
  wallTimeOf,
} from '../../shared/lib/dates.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { clinicTimeZone, todayHere } from './clock.ts'
import { cx } from './cx.ts'
import css from './words.module.css'

/** An amount in dollars. `quietZero` greys nothing owed and makes anything else semibold, as in balance columns. */
export function Money({ cents, quietZero = false }: { cents: Cents; quietZero?: boolean }) {
  return <span className={cx(css.figure, quietZero && (cents === 0 ? css.quiet : css.strong))}>{formatMoney(cents)}</span>
}

/** A day in words: `full` Nov 21, 2026; `short` Nov 21, with the year only when it is another; `weekday` Thu, Nov 19. */
export function DateText({ day, form = 'full' }: { day: LocalDate; form?: 'full' | 'short' | 'weekday' }) {
  return (
    <time dateTime={day} className={css.figure}>
      {dateInWords(day, form)}
    </time>
  )
}

/** The same words as `DateText`, where a string is needed. */
export function dateInWords(day: LocalDate, form: 'full' | 'short' | 'weekday' = 'full'): string {
  if (form === 'weekday') return formatWeekday(day)
  return form === 'short' && day.slice(0, 4) === todayHere().slice(0, 4) ? formatMonthDay(day) : formatDate(day)
}

/** A time of day: `9:05 am`. */
export function TimeText({ at }: { at: LocalDateTime }) {
  return (
    <time dateTime={at} className={css.figure}>
      {formatTime(at)}
    </time>
  )
}

/** A moment in the clinic's own time: `Nov 19, 11:52 am`. */
export function MomentText({ at }: { at: Instant }) {
  return (
    <time dateTime={at} className={css.figure}>
      {momentInWords(at)}
    </time>
  )
}

/** The same words as `MomentText`, where a string is needed; today's moments are only a time. */
export function momentInWords(at: Instant): string {
  const wall = wallTimeOf(at, clinicTimeZone())
  const day = dayOf(wall)
  return day === todayHere() ? formatTime(wall) : `${dateInWords(day, 'short')}, ${formatTime(wall)}`
}

/** The clinic's day of a moment, in words. */
export function dayOfMomentInWords(at: Instant): string {
  return dateInWords(dayOf(wallTimeOf(at, clinicTimeZone())), 'short')
}
