import type { BatchPreview, BatchResult, BatchRow } from '../../shared/documents/batch.ts'
import { type Days, monthOf } from '../../shared/documents/batch-days.ts'
import { addDays, addMonths, formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { Choice } from '../ui/select-field.tsx'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** `November 2026` */
export const monthInWords = (day: LocalDate): string => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`

/** The month that ended last before a day. */
export const lastFinishedMonth = (today: LocalDate): Days => monthOf(addDays(monthOf(today).from, -1))

/** Chosen instead of a month: days of one’s own. */
export const OTHER_DAYS = 'other'

/** This month and the fourteen before it, the newest first, then other days. */
export function monthChoices(today: LocalDate): Choice<string>[] {
  const first = monthOf(today).from
  const months = Array.from({ length: 15 }, (_, back) => addMonths(first, -back))
  return [...months.map(month => ({ value: month, label: monthInWords(month) })), { value: OTHER_DAYS, label: 'Other days …' }]
}

/** `1 visit`, `2 visits` */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** `42 patients, 118 visits, $11,280.00 charged, $10,560.00 paid` */
export function sumInWords({ patients, visits, total, paid }: BatchPreview): string {
  return `${counted(patients, 'patient')}, ${counted(visits, 'visit')}, ${formatMoney(total)} charged, ${formatMoney(paid)} paid`
}

/** `Nov 2, 2026 to Nov 19, 2026`; one day alone. */
export const daysInWords = ({ from, to }: Days): string => (from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`)

/** How a row stands, in words that need no colour. */
export function stateInWords({ state, issued, remarks }: BatchRow): string {
  if (state === 'missing') return 'Something is missing'
  if (state === 'changed') return `Changed since ${issued?.number ?? 'it was issued'}`
  if (state === 'issued') return `${issued?.number ?? ''}${issued && issued.version > 1 ? `, version ${issued.version}` : ''}, unchanged`
  return remarks === 0 ? 'Ready' : `Ready, ${counted(remarks, 'remark')}`
}

/** What became of a batch, in one sentence. */
export function resultInWords({ state, newCount, newTotal, newPaid, againCount, skippedCount, problem }: BatchResult): string {
  const again = againCount > 0 ? `, ${againCount} printed again` : ''
  const left = skippedCount > 0 ? `, ${skippedCount} left out` : ''
  if (state === 'failed') return problem
  if (state === 'cancelled')
    return newCount === 0
      ? 'Cancelled before anything was issued. No file was written.'
      : `Cancelled. ${counted(newCount, 'superbill')} had been issued and ${newCount === 1 ? 'stays' : 'stay'} issued; no file was written. Print them again with the month.`
  if (newCount + againCount === 0) return `Nothing was printed${left}.`
  if (newCount === 0) return `${counted(againCount, 'superbill')} printed again${left}.`
  return `${counted(newCount, 'superbill')} issued, ${formatMoney(newTotal)} charged, ${formatMoney(newPaid)} paid${again}${left}.`
}
