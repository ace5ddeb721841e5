import type { z } from 'zod'
import { formatTime, localDateTime } from '../lib/dates.ts'
import { DayHours, type WeekHours } from './hours.ts'

/** A day and a week while someone types them: times may still be empty or in the wrong order. */
export type TypedDay = z.input<typeof DayHours>
export type TypedWeek = z.input<typeof WeekHours>

/** The weekdays, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What a day opens with where nothing else is known. */
const USUAL_DAY = { from: '09:00', to: '17:00' }

/** A day opened again, without a break. */
export const openedDay = (): TypedDay => [{ ...USUAL_DAY }]

/** A day’s four times: when it opens and closes, and its break where it has one. Null for a day that is closed or has more than one break. */
export type DayTimes = { readonly opens: string; readonly closes: string; readonly pause: { readonly from: string; readonly to: string } | null }
export function timesOf(day: Readonly<TypedDay>): DayTimes | null {
  const [first, second, third] = day
  if (!first || third) return null
  return second ? { opens: first.from, closes: second.to, pause: { from: first.to, to: second.from } } : { opens: first.from, closes: first.to, pause: null }
}

/** The day that these times make. */
export function dayFrom({ opens, closes, pause }: DayTimes): TypedDay {
  if (!pause) return [{ from: opens, to: closes }]
  return [
    { from: opens, to: pause.from },
    { from: pause.to, to: closes },
  ]
}

/** Half an hour in the middle of the day, for a break that someone only begins to type. */
export function pauseWithin({ opens, closes }: DayTimes): { from: string; to: string } {
  return opens < '12:00' && closes > '13:00' ? { from: '12:30', to: '13:00' } : { from: '', to: '' }
}

/** Which of a day’s times cannot stand, and why; null where all can. */
export type DayProblem = { readonly at: 'opens' | 'closes' | 'pauseFrom' | 'pauseTo'; readonly sentence: string }
export function dayProblem(day: Readonly<TypedDay>): DayProblem | null {
  const issue = DayHours.safeParse(day).error?.issues[0]
  if (!issue) return null
  const [stretch, side] = issue.path
  const sentence = issue.message
  if (stretch === undefined) return { at: 'pauseTo', sentence: 'The break ends after it begins.' }
  if (stretch === 0) return { at: side === 'from' ? 'opens' : day.length > 1 ? 'pauseFrom' : 'closes', sentence }
  return { at: side === 'from' ? 'pauseTo' : 'closes', sentence }
}

/** A week in which the days named (0 Monday … 6 Sunday) are as one of them. */
export function copiedDay(week: readonly TypedDay[], from: number, to: readonly number[]): TypedWeek {
  return week.map((day, index) => (to.includes(index) ? (week[from] ?? []).map(time => ({ ...time })) : day))
}

const inWords = (time: string) => formatTime(localDateTime(`2000-01-01T${time}`))

/** A day’s stretches in words: “8:00 am to 12:30 pm, 1:15 pm to 6:00 pm”, or “closed”. */
export function dayInWords(day: readonly { from: string; to: string }[]): string {
  return day.length === 0 ? 'closed' : day.map(({ from, to }) => `${inWords(from)} to ${inWords(to)}`).join(', ')
}

/** The days someone works: “Mon, Wed, Thu”, or “No day”. */
export function workdaysInWords(week: readonly (readonly unknown[])[]): string {
  const days = WEEKDAYS.filter((_, index) => (week[index]?.length ?? 0) > 0).map(name => name.slice(0, 3))
  return days.join(', ') || 'No day'
}
