import { Temporal } from 'temporal-polyfill'
import { addDays, Instant, type LocalDate, type LocalDateTime, localDateTime, weekdayOf } from '../../shared/lib/dates.ts'
import { holidayOn } from '../../shared/schedule/holidays.ts'

/** The moment of a wall time in a time zone. */
export function momentOf(at: LocalDateTime, timeZone: string): Instant {
  return Instant.parse(Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' }))
}

const isWorkday = (day: LocalDate) => Temporal.PlainDate.from(day).dayOfWeek <= 5 && holidayOn(day) === undefined

/** The nearest working day on or before a day; no visit of the demo’s past or future lies on a weekend or a federal holiday. */
export const workdayBefore = (day: LocalDate): LocalDate => (isWorkday(day) ? day : workdayBefore(addDays(day, -1)))

/** The nearest working day on or after a day. */
export const workdayAfter = (day: LocalDate): LocalDate => (isWorkday(day) ? day : workdayAfter(addDays(day, 1)))

const STARTS = ['08:00', '09:15', '10:30', '13:15', '14:30', '15:45', '17:00'] as const

/** On Fridays the clinic closes at one. */
const FRIDAY_STARTS = ['08:00', '09:15', '10:30', '11:45'] as const

/** Which hours of the practitioners are taken, so that no two visits of the demo clinic clash. */
export type Diary = {
  /** Takes a free start on the day, near the wanted one (0 is the first of the day); the day before or after (`step`) when the day is full or not worked. */
  take(who: string, day: LocalDate, wanted: { readonly start: number; readonly step: 1 | -1 }): LocalDateTime
  /** Keeps a start for something else. */
  keep(who: string, at: LocalDateTime): void
}

/** A diary with nothing in it yet. `isWorked` tells whether somebody treats on a day. */
export function newDiary(isWorked: (who: string, day: LocalDate) => boolean): Diary {
  const taken = new Set<string>()
  const take: Diary['take'] = (who, day, { start, step }) => {
    const starts = weekdayOf(day) === 5 ? FRIDAY_STARTS : STARTS
    for (let turn = 0; turn < starts.length && isWorked(who, day); turn += 1) {
      const at = localDateTime(`${day}T${starts[(start + turn) % starts.length]}`)
      const key = `${who} ${at}`
      if (taken.has(key)) continue
      taken.add(key)
      return at
    }
    return take(who, step > 0 ? workdayAfter(addDays(day, 1)) : workdayBefore(addDays(day, -1)), { start, step })
  }
  return { take, keep: (who, at) => void taken.add(`${who} ${at}`) }
}
