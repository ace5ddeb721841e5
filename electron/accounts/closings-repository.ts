import { Closing, ClosingRow, type DayMark } from '../../shared/accounts/closing.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { ClosingId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** A closed day as the file keeps it. */
export type StoredClosing = {
  readonly id: ClosingId
  readonly closedOn: LocalDate
  readonly closedAt: Instant
  readonly closedBy: string
  readonly closing: Closing
}

/** When and how far the day was closed last; null before the first time. */
export function lastClosing(db: Database): { readonly closedOn: LocalDate; readonly closedAt: Instant; readonly mark: DayMark } | null {
  const row = statement<Record<string, never>, Omit<DayMark, 'previous'> & { previous: ClosingId; closedOn: LocalDate; closedAt: Instant }>(
    db,
    `SELECT id AS previous, closed_on AS closedOn, closed_at AS closedAt, last_payment AS payment, last_entry AS entry, last_invoice AS invoice
       FROM day_closings
      ORDER BY row DESC
      LIMIT 1`,
  ).get({})
  if (!row) return null
  const { closedOn, closedAt, ...mark } = row
  return { closedOn, closedAt, mark }
}

/** Closes a day for good. The database refuses a second one after the same closing. */
export function insertClosing(db: Database, { closing, ...stored }: StoredClosing, mark: DayMark): void {
  statement(
    db,
    `INSERT INTO day_closings (id, previous_id, closed_on, closed_at, closed_by, last_payment, last_entry, last_invoice, net_cents, counted_cents, content)
          VALUES (:id, :previous, :closedOn, :closedAt, :closedBy, :payment, :entry, :invoice, :net, :counted, :content)`,
  ).run({ ...stored, ...mark, net: closing.sums.net, counted: closing.counted, content: JSON.stringify(closing) })
}

type ListedRow = Omit<ClosingRow, 'closedAt' | 'counted' | 'net'> & { readonly closedAt: Instant; readonly counted: Cents; readonly net: Cents }

const ROWS = `
     SELECT id, closed_on AS closedOn, closed_at AS closedAt, closed_by AS closedBy, net_cents AS net, counted_cents AS counted,
            content ->> '$.difference' AS difference, content ->> '$.remark' AS remark
       FROM day_closings`

const toRow = (row: ListedRow, timeZone: string): ClosingRow => ClosingRow.parse({ ...row, closedAt: wallTimeOf(row.closedAt, timeZone) })

/** Closed days, newest first, 60 at a time: `before` is the last one already shown. */
export function listClosings(db: Database, before: ClosingId | null, timeZone: string): ClosingRow[] {
  return statement<{ before: string | null }, ListedRow>(
    db,
    `${ROWS}
      WHERE :before IS NULL OR row < (SELECT b.row FROM day_closings b WHERE b.id = :before)
      ORDER BY row DESC
      LIMIT 60`,
  )
    .all({ before })
    .map(row => toRow(row, timeZone))
}

/** A closed day as it was frozen. Throws `not_found`. */
export function getStoredClosing(db: Database, id: ClosingId): StoredClosing {
  const row = statement<{ id: string }, Omit<StoredClosing, 'closing'> & { content: string }>(
    db,
    'SELECT id, closed_on AS closedOn, closed_at AS closedAt, closed_by AS closedBy, content FROM day_closings WHERE id = :id',
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That closing is not in the records.')
  const { content, ...rest } = row
  return { ...rest, closing: Closing.parse(JSON.parse(content)) }
}

/** A closed day for the list. */
export function closingRow({ closing, closedAt, ...rest }: StoredClosing, timeZone: string): ClosingRow {
  const { sums, counted, difference, remark } = closing
  return ClosingRow.parse({ ...rest, closedAt: wallTimeOf(closedAt, timeZone), net: sums.net, counted, difference, remark })
}
