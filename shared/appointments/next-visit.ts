import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addMinutes,
  atTime,
  clockOf,
  dayOf,
  daysBetween,
  formatMonthDay,
  formatTime,
  formatWeekday,
  type LocalDate,
  type LocalDateTime,
} from '../lib/dates.ts'
import type { DayHours } from '../practice/hours.ts'

/** When the practitioner works on a day; `closedBecause` as the calendar says it: “Thanksgiving”, “Closed on Sundays”. */
export type WorkedDay = { readonly closedBecause: string; readonly times: DayHours }

/** What the next visit is found from: the last one, the rhythm in days, who works when and whether a time is free. */
export type NextVisitSearch = {
  readonly last: { readonly startsAt: LocalDateTime; readonly minutes: number }
  readonly everyDays: number
  readonly today: LocalDate
  readonly worked: (day: LocalDate) => WorkedDay
  readonly isFree: (startsAt: LocalDateTime) => boolean
}

/** A free time, and what was stepped over on the way there: “Nov 26 is Thanksgiving.” */
export type FoundTime = { readonly startsAt: LocalDateTime; readonly day: LocalDate; readonly remarks: readonly string[] }

const NUMBER_WORDS: Readonly<Record<string, number>> = { once: 1, one: 1, twice: 2, two: 2, three: 3, thrice: 3, four: 4, five: 5, six: 6 }
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 28 }
const numberOf = (word: string | undefined) => (word === undefined ? undefined : (NUMBER_WORDS[word] ?? (Number(word) || undefined)))

/** Days between visits that a prescription’s words ask for (“twice a week” → 3, “every other week” → 14); a week where they name no rhythm. */
export function daysBetweenVisits(frequency: string): number {
  const text = frequency.toLowerCase().replaceAll('-', ' ')
  if (/every other week|biweekly|fortnight/.test(text)) return 14
  const every = /every (\w+) (day|week|month)s?/.exec(text)
  const everyNumber = numberOf(every?.[1])
  if (everyNumber) return everyNumber * (DAYS_OF[every?.[2] ?? ''] ?? 7)
  const times = /(\w+?)(?:\s*(?:x|times|visits?|sessions?))?\s*(?:per|a|an|each|every|\/)\s*(day|week|wk|month)/.exec(text)
  const perPeriod = numberOf(times?.[1])
  const period = DAYS_OF[times?.[2] === 'wk' ? 'week' : (times?.[2] ?? '')]
  if (perPeriod && period) return Math.max(1, Math.floor(period / perPeriod))
  return /month/.test(text) ? 28 : 7
}

const isWeekend = (day: LocalDate) => Temporal.PlainDate.from(day).dayOfWeek > 5

/** Days to try, in order: in the rhythm of the visits, on the same weekday for weekly and longer ones, never today or earlier. */
function candidateDays({ last, everyDays, today }: NextVisitSearch): LocalDate[] {
  const step = everyDays >= 7 ? 7 : 1
  const usualDay = dayOf(last.startsAt)
  const keepsWeekends = isWeekend(usualDay)
  const first = addDays(usualDay, everyDays)
  const late = Math.max(0, daysBetween(first, addDays(today, 1)))
  const day = addDays(first, Math.ceil(late / step) * step)
  return Array.from({ length: step === 7 ? 13 : 60 }, (_, index) => addDays(day, index * step)).filter(each => keepsWeekends || !isWeekend(each))
}

/** Starts on a day, the usual one first, then those nearest to it in quarter hours, all within the hours worked. */
function startsOn(day: LocalDate, times: DayHours, last: NextVisitSearch['last']): LocalDateTime[] {
  const usual = atTime(day, clockOf(last.startsAt))
  const quarters = Array.from({ length: 48 }, (_, index) => [addMinutes(usual, -15 * (index + 1)), addMinutes(usual, 15 * (index + 1))]).flat()
  const isWorked = (start: LocalDateTime) => times.some(({ from, to }) => start >= atTime(day, from) && addMinutes(start, last.minutes) <= atTime(day, to))
  return [usual, ...quarters].filter(isWorked)
}

/** The first free time in the rhythm of the visits, stepping over closed days in words; undefined where three months hold none. */
export function findNextVisit(search: NextVisitSearch): FoundTime | undefined {
  const remarks: string[] = []
  for (const day of candidateDays(search)) {
    const { closedBecause, times } = search.worked(day)
    if (closedBecause !== '' || times.length === 0) {
      remarks.push(closedWords(day, closedBecause))
      continue
    }
    const starts = startsOn(day, times, search.last)
    const startsAt = starts.find(search.isFree)
    if (!startsAt) {
      remarks.push(`${formatMonthDay(day)} is full.`)
      continue
    }
    const usual = atTime(day, clockOf(search.last.startsAt))
    const why = starts[0] === usual ? 'is taken' : 'is outside the hours worked that day'
    return { startsAt, day, remarks: startsAt === usual ? remarks : [...remarks, `${formatTime(usual)} ${why}.`] }
  }
  return undefined
}

function closedWords(day: LocalDate, closedBecause: string): string {
  if (closedBecause === '') return `${formatMonthDay(day)} is a day off.`
  return `${formatMonthDay(day)} is ${closedBecause.replace(/^Closed/, 'closed')}.`
}

/** “Thu, Dec 3, 10:45 am, visit 6 of 6. Nov 26 is Thanksgiving.” */
export function nextVisitSentence(found: FoundTime, visit: { readonly number: number | null; readonly allowed: number | null }): string {
  const when = `${formatWeekday(found.day)}, ${formatTime(found.startsAt)}`
  return [`${when}${visitWords(visit)}.`, ...found.remarks].join(' ')
}

function visitWords({ number, allowed }: { readonly number: number | null; readonly allowed: number | null }): string {
  if (number === null) return ''
  if (allowed === null) return `, visit ${number}`
  return number > allowed ? `, beyond the ${allowed} prescribed` : `, visit ${number} of ${allowed}`
}
