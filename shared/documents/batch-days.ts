import { addDays, addMonths, LocalDate } from '../lib/dates.ts'

/** First and last day, both included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate }

/** The calendar month of a day. */
export function monthOf(day: LocalDate): Days {
  const from = LocalDate.parse(`${day.slice(0, 7)}-01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** What a batch of these days is called, as a file or folder: `Superbills 2026-10`, or with both days where it is not a whole month. */
export function batchName({ from, to }: Days): string {
  const month = monthOf(from)
  if (month.from === from && month.to === to) return `Superbills ${from.slice(0, 7)}`
  return from === to ? `Superbills ${from}` : `Superbills ${from} to ${to}`
}
