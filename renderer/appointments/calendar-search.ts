import { addDays, formatLongDay, formatMonthDay, type LocalDate, mondayOf } from '../../shared/lib/dates.ts'
import { agendaEnd } from './calendar-agenda.ts'
import { monthName, weekTitle } from './calendar-columns.ts'
import { daysOfWeek } from './calendar-layout.ts'
import { stepMonth } from './calendar-month.ts'

/** The ways to look at the calendar. */
export type CalendarViewName = 'day' | 'week' | 'month' | 'agenda'

/** The days a view reads; null where the month reads for itself. */
export function daysRead(view: CalendarViewName, day: LocalDate): { from: LocalDate; to: LocalDate } | null {
  if (view === 'month') return null
  if (view === 'day') return { from: day, to: day }
  if (view === 'agenda') return { from: day, to: agendaEnd(day) }
  return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
}

/** The day to show after one step back or on. */
export function stepView(view: CalendarViewName, day: LocalDate, by: 1 | -1): LocalDate {
  if (view === 'month') return stepMonth(day, by)
  return addDays(day, by * { day: 1, week: 7, agenda: 14 }[view])
}

/** What is shown, in words: “Thursday, November 19”, “November 16 to 21”, “November 2026”, “Nov 19 to Dec 2”. */
export function viewTitle(view: CalendarViewName, day: LocalDate, today: LocalDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`
  if (view === 'month') return `${monthName(day)} ${day.slice(0, 4)}`
  if (view === 'day') return `${formatLongDay(day)}${year}`
  return view === 'agenda' ? `${formatMonthDay(day)} to ${formatMonthDay(agendaEnd(day))}${year}` : weekTitle(daysOfWeek(day, false), today)
}

/** One step of a view in words: “day”, “two weeks”. */
export const STEP_NAMES: Readonly<Record<CalendarViewName, string>> = { day: 'day', week: 'week', month: 'month', agenda: 'two weeks' }
/** What leads back to the present. */
export const TODAY_NAMES: Readonly<Record<CalendarViewName, string>> = { day: 'Today', week: 'This week', month: 'This month', agenda: 'From today' }
