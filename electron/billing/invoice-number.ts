import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { takeNumber } from '../practice/number-series.ts'

/** `INV-2026-0042`: gapless within each year. */
export function takeInvoiceNumber(db: Database, issuedOn: LocalDate): string {
  const year = issuedOn.slice(0, 4)
  return `INV-${year}-${String(takeNumber(db, `invoice-${year}`)).padStart(4, '0')}`
}
