import type { Tally } from '../../shared/accounts/close-day.ts'
import type { DayFigures, DayMark, NamedPayment, VoidedPayment } from '../../shared/accounts/closing.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** How far the records go: where the next closing begins. */
export type Mark = Omit<DayMark, 'previous'>

/** The newest payment, entry and invoice there are. */
export function newestMark(db: Database): Mark {
  const row = statement<Record<string, never>, Mark>(
    db,
    `SELECT (SELECT coalesce(max(row), 0) FROM payments) AS payment, (SELECT coalesce(max(row), 0) FROM ledger) AS entry,
            (SELECT coalesce(max(row), 0) FROM invoices) AS invoice`,
  ).get({})
  return row ?? { payment: 0, entry: 0, invoice: 0 }
}

/** The newest of each from before a day began; `at` is that moment. */
export function markBefore(db: Database, from: { readonly day: LocalDate; readonly at: Instant }): Mark {
  const row = statement<typeof from, Mark>(
    db,
    `SELECT coalesce((SELECT row FROM payments WHERE recorded_at < :at ORDER BY row DESC LIMIT 1), 0) AS payment,
            coalesce((SELECT row FROM ledger WHERE recorded_at < :at ORDER BY row DESC LIMIT 1), 0) AS entry,
            coalesce((SELECT row FROM invoices WHERE issued_on < :day ORDER BY row DESC LIMIT 1), 0) AS invoice`,
  ).get(from)
  return row ?? { payment: 0, entry: 0, invoice: 0 }
}

type Moved = NamedPayment & { readonly kind: 'received' | 'refunded' }
type Voided = VoidedPayment & { readonly kind: 'received' | 'refunded' }

/** Money written down since a mark, in the order recorded. */
export function paymentsSince(db: Database, { payment }: Mark): Moved[] {
  return statement<{ payment: number }, Moved>(
    db,
    `SELECT p.kind, p.method, p.amount_cents AS amount, p.reference, p.reason AS remark, w.first_name || ' ' || w.last_name AS patientName
       FROM payments p
       JOIN patients w ON w.id = p.patient_id
      WHERE p.row > :payment
      ORDER BY p.row`,
  ).all({ payment })
}

/** Payments voided since a mark, known by the entries that took theirs back: each voided payment falls into one closing. */
export function voidsSince(db: Database, { payment, entry }: Mark): Voided[] {
  return statement<{ payment: number; entry: number }, Omit<Voided, 'isEarlier'> & { isEarlier: number }>(
    db,
    `SELECT p.kind, p.method, p.amount_cents AS amount, p.paid_on AS paidOn, p.void_reason AS reason, w.first_name || ' ' || w.last_name AS patientName,
            p.row <= :payment AS isEarlier
       FROM payments p
       JOIN patients w ON w.id = p.patient_id
      WHERE p.voided_at IS NOT NULL
        AND p.id IN (SELECT e.payment_id FROM ledger e WHERE e.row > :entry AND e.reverses IS NOT NULL AND e.payment_id IS NOT NULL)
      ORDER BY p.row`,
  )
    .all({ payment, entry })
    .map(row => ({ ...row, isEarlier: row.isEarlier === 1 }))
}

/** How many payments were written down up to a mark, and how much was received. */
export function paymentsUpTo(db: Database, { payment }: Mark): Tally {
  return tally(
    statement<{ payment: number }, Counted>(
      db,
      "SELECT count(*) AS count, sum(amount_cents) AS amount FROM payments WHERE row <= :payment AND kind = 'received'",
    ).get({ payment }),
  )
}

type Counted = { readonly count: number; readonly amount: number | null }
const tally = (row: Counted | undefined): Tally => ({ count: row?.count ?? 0, amount: cents(row?.amount ?? 0) })

/** What else happened since a mark. */
export function figuresSince(db: Database, mark: Mark): DayFigures {
  const of = (sql: string) => tally(statement<Mark, Counted>(db, sql).get(mark))
  return {
    visits: of("SELECT count(*) AS count, 0 AS amount FROM invoices WHERE row > :invoice AND kind = 'visit' AND voided_at IS NULL").count,
    invoices: of('SELECT count(*) AS count, sum(total_cents) AS amount FROM invoices WHERE row > :invoice'),
    invoicesVoided: of("SELECT count(*) AS count, sum(amount_cents) AS amount FROM ledger WHERE row > :entry AND kind = 'charge' AND reverses IS NOT NULL"),
    discounts: of(letGo('discount')),
    writeOffs: of(letGo('write-off')),
    adjustments: of(letGo('adjustment')),
    creditNotes: of(letGo('credit-note')),
    packagesUsed: of(letGo('package')),
    salesTax: cents(of(sold('0', 'i.tax_cents', 'TRUE')).amount - of(voided('0', 'i.tax_cents', 'TRUE')).amount),
    packagesSold: packagesSold(
      of(sold('i.quantity', 'i.amount_cents', "i.kind = 'package'")),
      of(voided('i.quantity', 'i.amount_cents', "i.kind = 'package'")),
    ),
  }
}

const letGo = (kind: 'discount' | 'write-off' | 'adjustment' | 'credit-note' | 'package') =>
  `SELECT count(*) FILTER (WHERE reverses IS NULL) AS count, 0 - sum(amount_cents) AS amount FROM ledger WHERE row > :entry AND kind = '${kind}'`

const sold = (count: string, amount: string, where: string) =>
  `SELECT coalesce(sum(${count}), 0) AS count, sum(${amount}) AS amount FROM invoice_items i JOIN invoices v ON v.id = i.invoice_id WHERE v.row > :invoice AND ${where}`

const voided = (count: string, amount: string, where: string) =>
  `SELECT coalesce(sum(${count}), 0) AS count, sum(${amount}) AS amount
     FROM ledger e
     JOIN invoice_items i ON i.invoice_id = e.invoice_id
    WHERE e.row > :entry AND e.kind = 'charge' AND e.reverses IS NOT NULL AND ${where}`

const packagesSold = (sales: Tally, voids: Tally): Tally => ({ count: sales.count - voids.count, amount: cents(sales.amount - voids.amount) })
