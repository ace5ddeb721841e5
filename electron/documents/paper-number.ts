import type { PaperPrefix } from '../../shared/documents/document-kinds.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { nextNumber, takeNumber } from '../practice/number-series.ts'

/** The next number of a paper: `SB-2026-0001`, counted anew each year, none missing. */
export function paperNumber(db: Database, prefix: PaperPrefix, today: LocalDate): string {
  const series = seriesOf(prefix, today)
  return numberOf(series, takeNumber(db, series))
}

/** The number a paper will get once `after` others have theirs; it is not taken, so that a paper can be drawn before it is kept. */
export function upcomingNumber(db: Database, prefix: PaperPrefix, today: LocalDate, after: number): string {
  const series = seriesOf(prefix, today)
  return numberOf(series, nextNumber(db, series) + after)
}

const seriesOf = (prefix: PaperPrefix, today: LocalDate) => `${prefix}-${today.slice(0, 4)}`
const numberOf = (series: string, place: number) => `${series}-${String(place).padStart(4, '0')}`
