import type { Statement } from '../../shared/documents/statement.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const on = localDate

/** For tests: a mother who owes for herself and for her son. Everybody in it is invented. */
export function sampleStatement(changes: Partial<Statement> = {}): Statement {
  return {
    number: 'ST-2026-0042',
    issuedOn: on('2026-11-19'),
    letterhead: sampleLetterhead,
    phone: '(406) 555-0142',
    to: { name: 'Ada Vance', addressLines: ['9 Sandhill Crane Lane', 'Larkspur Falls, MT 59000'] },
    due: cents(23_140),
    since: { on: on('2026-10-20'), number: 'ST-2026-0031', before: cents(17_640), charged: cents(12_600), paid: cents(5000), reduced: cents(2100) },
    patients: [
      {
        name: 'Ada Vance',
        invoices: [
          {
            number: 'INV-2026-0388',
            on: on('2026-11-03'),
            balance: cents(10_500),
            entries: [
              { on: on('2026-11-03'), words: 'Massage, 3 units', amount: cents(12_600) },
              { on: on('2026-11-03'), words: 'Discount', amount: cents(-2100) },
            ],
          },
        ],
      },
      {
        name: 'Tom Vance',
        invoices: [
          {
            number: 'INV-2026-0301',
            on: on('2026-09-10'),
            balance: cents(7640),
            entries: [
              { on: on('2026-09-10'), words: 'Massage, 2 units; Manual therapy, 1 unit', amount: cents(12_640) },
              { on: on('2026-11-05'), words: 'Paid: Check 1042', amount: cents(-5000) },
            ],
          },
          {
            number: 'INV-2026-0262',
            on: on('2026-08-11'),
            balance: cents(5000),
            entries: [{ on: on('2026-08-11'), words: 'Fee for a missed visit', amount: cents(5000) }],
          },
        ],
      },
    ],
    namesPatients: true,
    aging: { current: cents(10_500), days31: cents(0), days61: cents(7640), days91: cents(5000), total: cents(23_140) },
    credit: cents(0),
    dunning: 'Part of this balance is more than 90 days old. Please call us this week, so that we can settle it together.',
    lastEntry: 912,
    ...changes,
  }
}
