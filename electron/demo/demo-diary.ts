import { Temporal } from 'temporal-polyfill'
import { addDays, Instant, type LocalDate, type LocalDateTime, localDateTime } from '../../shared/lib/dates.ts'
import { holidayOn } from '../../shared/schedule/holidays.ts'

/** The moment of a wall time in a time zone. */
export function momentOf(at: LocalDateTime, timeZone: string): Instant {
  return Instant.parse(Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' }))
}

const isWorkday = (day: LocalDate) => Temporal.PlainDate.from(day).dayOfWeek <= 5 && holidayOn(day) === undefined

/** The nearest working day on or before a day; the clinic is closed at weekends and on federal holidays. */
export const workdayBefore = (day: LocalDate): LocalDate => (isWorkday(day) ? day : workdayBefore(addDays(day, -1)))

/** The nearest working day on or after a day. */
export const workdayAfter = (day: LocalDate): LocalDate => (isWorkday(day) ? day : workdayAfter(addDays(day, 1)))

const STARTS = ['08:00', '09:05', '10:10', '11:15', '13:15', '14:20', '15:25', '16:30'] as const

/** Which hours of the practitioners are taken, so that no two visits of the demo clinic clash. */
export type Diary = {
  /** Takes a free start on the day, near the wanted one (0 is the first of eight); the day before or after (`step`) when the day is full. */
  take(who: string, day: LocalDate, wanted: { readonly start: number; readonly step: 1 | -1 }): LocalDateTime
}

/** An empty diary. */
export function newDiary(): Diary {
  const taken = new Set<string>()
  const take: Diary['take'] = (who, day, { start, step }) => {
    for (let turn = 0; turn < STARTS.length; turn += 1) {
      const time = STARTS[(start + turn) % STARTS.length]
      const key = `${who} ${day} ${time}`
      if (taken.has(key)) continue
      taken.add(key)
      return localDateTime(`${day}T${time}`)
    }
    return take(who, step > 0 ? workdayAfter(addDays(day, 1)) : workdayBefore(addDays(day, -1)), { start, step })
  }
  return { take }
}
