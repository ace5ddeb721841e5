import { addDays, type LocalDate, mondayOf, weekdayOf } from '../../shared/lib/dates.ts'
import { WeekHours } from '../../shared/practice/hours.ts'
import { federalHoliday, type HolidayName } from '../../shared/schedule/holidays.ts'

const LONG_DAY = [
  { from: '08:00', to: '12:30' },
  { from: '13:15', to: '18:00' },
]
const FRIDAY = [{ from: '08:00', to: '13:00' }]
const SATURDAY = [{ from: '09:00', to: '13:00' }]

/** The clinic’s week, with lunch as a break. Today is a long day whatever its weekday, so that the demo has its nine visits. */
export function clinicWeek(today: LocalDate): WeekHours {
  return WeekHours.parse([LONG_DAY, LONG_DAY, LONG_DAY, LONG_DAY, FRIDAY, SATURDAY, []].with(weekdayOf(today) - 1, LONG_DAY))
}

/** The holidays on which the demo clinic works: today’s, if today is one. */
export function openHolidays(today: LocalDate): HolidayName[] {
  const name = federalHoliday(today)?.name
  return name ? [name] : []
}

/** The three weekdays of the second practitioner (1 Monday … 7 Sunday): today’s where that is a long day, and two more. */
export function theosDays(today: LocalDate): readonly number[] {
  const weekday = weekdayOf(today)
  return [...new Set([...(weekday <= 4 ? [weekday] : []), 1, 3, 2])].slice(0, 3)
}

/** The second practitioner’s own week. */
export function theosWeek(today: LocalDate): WeekHours {
  return WeekHours.parse([1, 2, 3, 4, 5, 6, 7].map(weekday => (theosDays(today).includes(weekday) ? LONG_DAY : [])))
}

/** The second practitioner’s vacation: the third week after this one. */
export function theosVacation(today: LocalDate): { from: LocalDate; to: LocalDate } {
  const from = addDays(mondayOf(today), 21)
  return { from, to: addDays(from, 6) }
}

/** The afternoon next week on which both learn something: Tuesday. */
export const trainingDay = (today: LocalDate): LocalDate => addDays(mondayOf(today), 8)
/** From when to when. */
export const TRAINING = { from: '15:25', to: '17:30' } as const

/** Whether somebody treats on a day. */
export function isWorked(who: string, day: LocalDate, today: LocalDate): boolean {
  if (who !== 'theo') return true
  const vacation = theosVacation(today)
  return theosDays(today).includes(weekdayOf(day)) && (day < vacation.from || day > vacation.to)
}
