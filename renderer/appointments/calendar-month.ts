import { addDays, type LocalDate, localDate, mondayOf } from '../../shared/lib/dates.ts'
import type { MonthDay } from '../../shared/schedule/schema.ts'

/** Six weeks from Monday that hold a day’s month. */
export function weeksOfMonth(day: LocalDate): LocalDate[][] {
  const first = mondayOf(localDate(`${day.slice(0, 7)}-01`))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_unused, weekday) => addDays(first, week * 7 + weekday)))
}

/** The months, `YYYY-MM`, that six such weeks reach into. */
export function monthsOf(weeks: readonly (readonly LocalDate[])[]): string[] {
  return [...new Set(weeks.flat().map(day => day.slice(0, 7)))]
}

/** The same day of the month before or after, or its last day. */
export function stepMonth(day: LocalDate, by: 1 | -1): LocalDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  const next = months + 1
  const afterMonth = localDate(`${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`)
  const last = addDays(afterMonth, -1)
  return localDate(`${month}-${String(Math.min(Number(day.slice(8)), Number(last.slice(8)))).padStart(2, '0')}`)
}

/** How full a day is, 0 to 1; null where nobody works. */
export function fullnessOf({ bookedMinutes, workedMinutes }: Pick<MonthDay, 'bookedMinutes' | 'workedMinutes'>): number | null {
  return workedMinutes === 0 ? null : Math.min(1, bookedMinutes / workedMinutes)
}

const hours = (minutes: number) => {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0) return `${rest} min`
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`
}

/** How full a day is, in words: “Free”, “3 h 15 min free”, “Full”, “45 min over”; a closed day by its reason. */
export function fullnessWords(day: Pick<MonthDay, 'bookedMinutes' | 'workedMinutes' | 'closedBecause' | 'visits'>): string {
  if (day.closedBecause !== '') return day.closedBecause
  if (day.workedMinutes === 0) return 'Nobody in'
  const free = day.workedMinutes - day.bookedMinutes
  if (day.bookedMinutes === 0) return 'Free'
  if (free === 0) return 'Full'
  return free > 0 ? `${hours(free)} free` : `${hours(-free)} over`
}
