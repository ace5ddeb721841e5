import { closeDay } from '../../shared/accounts/close-day.ts'
import type { Closing } from '../../shared/accounts/closing.ts'
import { composeDayClose, type DayClose } from '../../shared/documents/day-close.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const tally = (count: number, amount: number) => ({ count, amount: cents(amount) })
const money = (
  kind: 'received' | 'refunded',
  method: 'card' | 'cash' | 'check' | 'hsa',
  amount: number,
): { kind: typeof kind; method: typeof method; amount: Cents } => ({
  kind,
  method,
  amount: cents(amount),
})

/** For tests: a busy day with a payment voided that the day before had counted, and $5.00 too little in the drawer. Everybody in it is invented. */
export function sampleClosing(changes: Partial<Closing> = {}): Closing {
  const voided = [money('received', 'check', 8400)]
  const moved = [
    money('received', 'cash', 12_600),
    money('received', 'cash', 4200),
    money('refunded', 'cash', 2000),
    money('received', 'card', 12_600),
    money('received', 'card', 54_000),
    money('received', 'check', 8400),
    money('received', 'hsa', 12_600),
  ]
  return {
    since: { closedAt: localDateTime('2026-11-18T18:10'), from: localDate('2026-11-18') },
    sums: {
      ...closeDay({ float: cents(10_000), moved, voided }),
      voids: [
        { patientName: 'Owen Pike', method: 'check', amount: cents(8400), paidOn: localDate('2026-11-12'), reason: 'The check bounced', isEarlier: true },
      ],
      refunds: [{ patientName: 'Ana Ruiz', method: 'cash', reference: '', amount: cents(2000), remark: 'Paid twice' }],
      checks: [{ patientName: 'Ada Vance', method: 'check', reference: '1042', amount: cents(8400), remark: '' }],
      figures: {
        visits: 6,
        invoices: tally(7, 104_400),
        invoicesVoided: tally(0, 0),
        discounts: tally(1, 2100),
        writeOffs: tally(0, 0),
        adjustments: tally(0, 0),
        creditNotes: tally(1, 500),
        salesTax: cents(88),
        packagesSold: tally(1, 54_000),
        packagesUsed: tally(2, 18_000),
      },
    },
    count: { pieces: [100, 20, 10, 5, 1].map((dollars, i) => ({ value: dollars * 100, count: [1, 6, 1, 2, 3][i] ?? 0 })), other: cents(0) },
    counted: cents(24_300),
    difference: cents(-500),
    remark: 'Paid the window cleaner without a slip',
    missing: { unsigned: 1, notCheckedOut: 2, stillBooked: 0 },
    ...changes,
  }
}

/** For tests: that day on paper. */
export function sampleDayClose(changes: Partial<Closing> = {}, closedBy = 'Rosa Delgado'): DayClose {
  const head = { letterhead: sampleLetterhead, closedOn: localDate('2026-11-19'), closedAt: localDateTime('2026-11-19T18:05'), closedBy }
  return composeDayClose(head, sampleClosing(changes))
}
