import type { InvoiceRow } from '../../shared/billing/schema.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { addDays, LocalDate } from '../../shared/lib/dates.ts'

/** First and last day of a superbill, both included. */
export type SuperbillRange = { readonly from: LocalDate; readonly to: LocalDate }

type Charged = Pick<InvoiceRow, 'serviceOn' | 'status'>
type Issued = Pick<IssuedDocument, 'kind' | 'to' | 'replacedBy'>

/** The visits charged since the last superbill; where there are none, the last charged visit; else the last 30 days. */
export function rangeSinceLast(invoices: readonly Charged[], papers: readonly Issued[], today: LocalDate): SuperbillRange {
  const days = invoices.filter(invoice => invoice.status !== 'void').map(invoice => invoice.serviceOn)
  const covered = papers.flatMap(paper => (paper.kind === 'superbill' && paper.replacedBy === null && paper.to !== null ? [paper.to] : [])).toSorted()
  const lastCovered = covered.at(-1)
  const open = days.filter(day => lastCovered === undefined || day > lastCovered).toSorted()
  return { from: open[0] ?? days.toSorted().at(-1) ?? addDays(today, -30), to: today }
}

/** The calendar month before the one of a day. */
export function lastMonth(today: LocalDate): SuperbillRange {
  const to = addDays(LocalDate.parse(`${today.slice(0, 7)}-01`), -1)
  return { from: LocalDate.parse(`${to.slice(0, 7)}-01`), to }
}

/** From New Year to a day. */
export function thisYear(today: LocalDate): SuperbillRange {
  return { from: LocalDate.parse(`${today.slice(0, 4)}-01-01`), to: today }
}
