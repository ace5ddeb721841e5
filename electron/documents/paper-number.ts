import type { PaperPrefix } from '../../shared/documents/document-kinds.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { takeNumber } from '../practice/number-series.ts'

/** The next number of a paper: `SB-2026-0001`, counted anew each year, none missing. */
export function paperNumber(db: Database, prefix: PaperPrefix, today: LocalDate): string {
  const year = today.slice(0, 4)
  return `${prefix}-${year}-${String(takeNumber(db, `${prefix}-${year}`)).padStart(4, '0')}`
}
