import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { InvoiceId, LedgerEntryId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import { refusedPaymentDay, refusedRefundDay } from './ledger-days.ts'
import { entryInWords, receivedInWords } from './ledger-words.ts'

const ON = InvoiceId.parse('00000000-0000-4000-8000-000000000001')
const TAKES_BACK = LedgerEntryId.parse('00000000-0000-4000-8000-000000000002')
const visit = { kind: 'visit', serviceOn: localDate('2026-11-12') } as const
const entry = { kind: 'payment', amount: cents(-100), invoiceId: ON, method: 'card', payer: '', reference: 'Visa 4417', reverses: null } as const
const plain = { ...entry, method: null, reference: '' } as const

describe('an entry in words', () => {
  it.each([
    [{ ...plain, kind: 'charge' }, visit, 'Charge for the visit of Nov 12, 2026'],
    [{ ...plain, kind: 'charge' }, { ...visit, kind: 'missed' }, 'Fee for the missed visit of Nov 12, 2026'],
    [{ ...plain, kind: 'charge' }, { ...visit, kind: 'sale' }, 'Sale of Nov 12, 2026'],
    [entry, visit, 'Paid by card, Visa 4417'],
    [{ ...entry, method: 'cash', reference: '', payer: 'Ana Ruiz' }, visit, 'Paid in cash, by Ana Ruiz'],
    [{ ...entry, invoiceId: null }, null, 'Paid by card, Visa 4417, kept on the account'],
    [{ ...entry, kind: 'refund' }, visit, 'Refunded by card, Visa 4417'],
    [{ ...entry, kind: 'refund', invoiceId: null }, null, 'Refunded by card, Visa 4417, from the account'],
    [{ ...entry, kind: 'credit' }, visit, 'Paid from credit'],
    [{ ...entry, kind: 'credit', amount: cents(100) }, visit, 'Moved to credit on the account'],
    [{ ...entry, kind: 'credit', invoiceId: null }, null, 'Kept on the account as credit'],
    [{ ...entry, kind: 'credit', invoiceId: null, amount: cents(100) }, null, 'Credit used'],
    [{ ...plain, kind: 'package' }, visit, 'Taken from a package'],
    [{ ...plain, kind: 'write-off' }, visit, 'Write-off'],
    [{ ...plain, kind: 'credit-note', reference: 'CN-2026-0001' }, visit, 'Credit note CN-2026-0001'],
    [{ ...entry, reverses: TAKES_BACK }, visit, 'Payment taken back, by card, Visa 4417'],
    [{ ...plain, kind: 'charge', reverses: TAKES_BACK }, visit, 'Charge taken back'],
    [{ ...plain, kind: 'credit-note', reverses: TAKES_BACK }, visit, 'Credit note taken back'],
  ] as const)('%o: %s', (one, invoice, words) => {
    expect(entryInWords(one, invoice)).toBe(words)
  })
  it('names a payment in one line', () => {
    expect(receivedInWords({ ...entry, amount: cents(12_000), paidOn: localDate('2026-11-19') })).toBe('$120.00 by card, Visa 4417, Nov 19, 2026')
  })
})

describe('the day of a payment', () => {
  const today = localDate('2026-11-19')
  it.each([
    ['2026-11-20', ['2026-11-19'], 'A payment cannot be dated in the future.'],
    ['2026-11-19', ['2026-11-19'], null],
    ['2025-11-12', ['2026-11-12', '2026-11-19'], null],
    ['2025-11-11', ['2026-11-12', '2026-11-19'], 'A payment for this visit cannot be older than Nov 12, 2025.'],
    ['2025-11-18', [], 'A payment for the account cannot be older than Nov 19, 2025.'],
  ] as const)('%s for visits of %o: %s', (paidOn, services, words) => {
    expect(refusedPaymentDay(localDate(paidOn), services.map(localDate), today)).toBe(words)
  })
  it('is not after its refund', () => {
    expect(refusedRefundDay(localDate('2026-11-18'), today, today)).toBe('This was paid on Nov 19, 2026. Money cannot be given back before that.')
    expect(refusedRefundDay(localDate('2026-11-20'), today, today)).toBe('A refund cannot be dated in the future.')
    expect(refusedRefundDay(today, today, today)).toBeNull()
  })
})
