import {
  addDays,
  atTime,
  type ClockTime,
  dayOf,
  formatMonthDay,
  formatTime,
  formatWeekday,
  type LocalDate,
  type LocalDateTime,
  localDate,
} from '../lib/dates.ts'
import type { WaitlistFields } from './schema.ts'

type Wanted = Pick<WaitlistFields, 'minutes' | 'weekdays' | 'fromTime' | 'toTime' | 'earliestOn' | 'latestOn'>

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const SOME_DAY = localDate('2026-01-01')
const inWords = (time: ClockTime) => formatTime(atTime(SOME_DAY, time))

function weekdayWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b)
  if (days.join('') === '12345') return 'weekdays'
  if (days.join('') === '67') return 'weekends'
  const names = days.map(day => WEEKDAYS[day - 1] ?? '')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

function timeWords(from: ClockTime | null, to: ClockTime | null): string {
  if (from === null && to === null) return ''
  if (from === null && to !== null) {
    if (to === '12:00') return 'mornings'
    return to < '12:00' ? `mornings before ${inWords(to).slice(0, -3)}` : `before ${inWords(to)}`
  }
  if (from !== null && to === null) return from === '12:00' ? 'afternoons' : `from ${inWords(from)}`
  const [start, end] = [inWords(from ?? to ?? SOME_TIME), inWords(to ?? from ?? SOME_TIME)]
  return `${start.slice(-2) === end.slice(-2) ? start.slice(0, -3) : start} to ${end}`
}

const SOME_TIME = '12:00' as ClockTime

/** “60 min, any afternoon”, “60 min, Thu or Fri”, “75 min, mornings before 10:00”, “45 min, any time, until Dec 4” */
export function wishWords({ minutes, weekdays, fromTime, toTime, earliestOn, latestOn }: Wanted): string {
  const [days, times] = [weekdayWords(weekdays), timeWords(fromTime, toTime)]
  const when =
    days === '' ? ({ '': 'any time', mornings: 'any morning', afternoons: 'any afternoon' }[times] ?? times) : [days, times].filter(Boolean).join(', ')
  const bounds = [earliestOn === null ? '' : `from ${formatMonthDay(earliestOn)}`, latestOn === null ? '' : `until ${formatMonthDay(latestOn)}`].filter(Boolean)
  return [`${minutes} min`, when, ...bounds].join(', ')
}

/** “Fits today 4:30 pm”, “Fits tomorrow 9:00 am”, “Fits Thu, Nov 26, 4:30 pm” */
export function fitsWords(startsAt: LocalDateTime, today: LocalDate): string {
  const day = dayOf(startsAt)
  if (day === today) return `Fits today ${formatTime(startsAt)}`
  return day === addDays(today, 1) ? `Fits tomorrow ${formatTime(startsAt)}` : `Fits ${formatWeekday(day)}, ${formatTime(startsAt)}`
}
