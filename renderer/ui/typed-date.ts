import { Temporal } from 'temporal-polyfill'
import { addDays, LocalDate } from '../../shared/lib/dates.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a day as people type it: `11/19/2026`, `11/19`, `11-19-26`, `11192026`, `Nov 19`, `19 Nov 2026`, `2026-11-19`, `today`, `tomorrow`, `+7`.
 * Without a year it is this year's, or the next one's where that is the first not before `notBefore` (an expiry typed in November). Two digits
 * are this century up to ten years ahead, else the last. `undefined` when it is no day.
 */
export function readTypedDate(typed: string, today: LocalDate, notBefore: LocalDate | null = null): LocalDate | undefined {
  const text = typed.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ')
  const relative = { yesterday: -1, today: 0, tomorrow: 1 }[text]
  if (relative !== undefined) return addDays(today, relative)
  const ahead = /^([+-]\d{1,4})$/.exec(text)
  if (ahead) return addDays(today, Number(ahead[1]))
  const read = readCalendarDay(text, today)
  const isTooEarly = read !== undefined && notBefore !== null && read < notBefore
  return isTooEarly && WITHOUT_YEAR.test(text) ? readCalendarDay(`${text} ${Number(today.slice(0, 4)) + 1}`, today) : read
}

const WITHOUT_YEAR = /^(?:\d{1,2}[/.\- ]\d{1,2}|[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}\.?)$/

function readCalendarDay(text: string, today: LocalDate): LocalDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (run) return day(Number(run[3]), Number(run[1]), Number(run[2]))
  const slashed = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text)
  if (slashed) return day(yearOf(slashed[3], today), Number(slashed[1]), Number(slashed[2]))
  const worded = /^([a-z]{3,9})\.? (\d{1,2})(?: (\d{4}|\d{2}))?$/.exec(text)
  if (worded) return day(yearOf(worded[3], today), monthOf(worded[1]), Number(worded[2]))
  const reversed = /^(\d{1,2}) ([a-z]{3,9})\.?(?: (\d{4}|\d{2}))?$/.exec(text)
  if (reversed) return day(yearOf(reversed[3], today), monthOf(reversed[2]), Number(reversed[1]))
  return undefined
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3)) + 1
}

function yearOf(typed: string | undefined, today: LocalDate): number {
  const thisYear = Number(today.slice(0, 4))
  if (typed === undefined) return thisYear
  if (typed.length === 4) return Number(typed)
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(typed)
  return inThisCentury > thisYear + 10 ? inThisCentury - 100 : inThisCentury
}

function day(year: number, month: number, number: number): LocalDate | undefined {
  try {
    return LocalDate.safeParse(Temporal.PlainDate.from({ year, month, day: number }, { overflow: 'reject' }).toString()).data
  } catch {
    return undefined
  }
}

/**
 * Reads a time of day as typed: `9`, `915`, `9:15`, `9:15 am`, `3p`, `15:30`. Hours 1 to 6 without am or pm are afternoon, as a clinic means them.
 * Returns `HH:MM`; `undefined` when it is no time.
 */
export function readTypedTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?::?([0-5]\d))?\s*(a|p|am|pm)?\.?$/.exec(typed.trim().toLowerCase().replaceAll('.', ''))
  if (!match) return undefined
  const hour = Number(match[1])
  const half = match[3]?.charAt(0)
  if (hour > 23 || (half && (hour < 1 || hour > 12))) return undefined
  const isAfternoon = half === 'p' || (half === undefined && hour >= 1 && hour <= 6 && !(match[1] ?? '').startsWith('0'))
  const of24 = half === 'a' ? hour % 12 : isAfternoon ? (hour % 12) + 12 : hour
  return `${String(of24).padStart(2, '0')}:${match[2] ?? '00'}`
}
