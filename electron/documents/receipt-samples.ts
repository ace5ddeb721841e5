import type { CreditNotePaper, InvoicePaper } from '../../shared/documents/invoice-paper.ts'
import type { Receipt } from '../../shared/documents/receipt.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { Amount, cents } from '../../shared/lib/money.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const address = ['9 Sandhill Crane Lane', 'Larkspur Falls, MT 59000']

/** For tests: the receipt of the sample papers, a package and a cold pack, paid in two ways. Everybody in it is invented. */
export function sampleReceipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    kind: 'received',
    letterhead: sampleLetterhead,
    number: 'RC-2026-0342',
    version: 1,
    replaces: null,
    issuedOn: localDate('2026-11-03'),
    on: localDate('2026-11-03'),
    taxId: '00-1234567',
    from: { name: 'Harold J. Lindqvist', addressLines: address, patientName: 'Harold J. Lindqvist' },
    amount: Amount.parse(55_400),
    answer: 'Paid in full',
    items: [
      { name: 'Package of 6 visits, medical massage, 60 min', detail: '', quantity: 1, price: cents(54_000), amount: cents(54_000) },
      { name: 'Reusable cold pack', detail: '', quantity: 1, price: cents(1400), amount: cents(1400) },
    ],
    sums: [
      { label: 'Total', amount: cents(55_400), isStrong: true },
      { label: 'HSA card ending 0142', amount: cents(54_000), isStrong: false },
      { label: 'Cash', amount: cents(1400), isStrong: false },
      { label: 'Balance', amount: cents(0), isStrong: true },
    ],
    packages: [{ words: '5 of 6 visits left, expires Nov 3, 2027', detail: 'Visit 1 used on Nov 3, 2026.', boxes: { used: 1, of: 6 } }],
    nextVisit: 'Tue, Nov 10, 2026, 10:00 am',
    ...changes,
  }
}

/** For tests: the receipt of a visit that his wife’s shared package paid, with no money changing hands. */
export function sampleSettledReceipt(changes: Partial<Receipt> = {}): Receipt {
  return sampleReceipt({
    kind: 'settled',
    amount: Amount.parse(9000),
    items: [
      { name: 'Manual therapy', detail: 'Nov 3, 2026', quantity: 2, price: cents(4800), amount: cents(9600) },
      { name: 'Massage strokes', detail: 'Nov 3, 2026', quantity: 1, price: cents(4200), amount: cents(4200) },
    ],
    sums: [
      { label: 'Total', amount: cents(13_800), isStrong: true },
      { label: 'Discount', amount: cents(-4800), isStrong: false },
      { label: 'Package (Six visits for the household)', amount: cents(9000), isStrong: false },
      { label: 'Balance', amount: cents(0), isStrong: true },
    ],
    packages: [
      {
        words: '4 of 6 visits left, expires Nov 3, 2027',
        detail: 'Six visits for the household, of Ingrid Lindqvist. Visit 2 used on Nov 3, 2026.',
        boxes: { used: 2, of: 6 },
      },
    ],
    ...changes,
  })
}

/** For tests: an invoice of a visit and a roller, with a discount, partly paid. */
export function sampleInvoice(changes: Partial<InvoicePaper> = {}): InvoicePaper {
  return {
    ...sampleHead,
    number: 'INV-2026-0042',
    invoicedOn: localDate('2026-11-03'),
    serviceOn: localDate('2026-11-03'),
    about: 'Visit',
    items: [
      { name: 'Manual therapy', detail: 'Nov 3, 2026', quantity: 2, price: cents(4800), amount: cents(9600) },
      { name: 'Massage strokes', detail: 'Nov 3, 2026', quantity: 1, price: cents(4200), amount: cents(4200) },
      { name: 'Sales tax', detail: '', quantity: 0, price: cents(88), amount: cents(88) },
    ],
    sums: [
      { label: 'Total', amount: cents(13_888), isStrong: true },
      { label: 'Self-pay discount', amount: cents(-1380), isStrong: false },
      { label: 'Card ending 4242, Nov 3, 2026', amount: cents(5000), isStrong: false },
      { label: 'Balance', amount: cents(7508), isStrong: true },
    ],
    balance: cents(7508),
    answer: 'Please pay $75.08',
    voidWords: '',
    ...changes,
  }
}

const sampleHead = {
  letterhead: sampleLetterhead,
  version: 1,
  replaces: null,
  issuedOn: localDate('2026-11-05'),
  taxId: '00-1234567',
  billTo: { name: 'Ingrid Lindqvist', addressLines: address },
  patientName: 'Harold J. Lindqvist',
}

/** For tests: a credit note on the sample invoice. */
export function sampleCreditNote(changes: Partial<CreditNotePaper> = {}): CreditNotePaper {
  return {
    ...sampleHead,
    number: 'CN-2026-0001',
    creditedOn: localDate('2026-11-05'),
    invoiceNumber: 'INV-2026-0042',
    invoicedOn: localDate('2026-11-03'),
    amount: Amount.parse(4200),
    reason: 'The second service was not given.',
    sums: [
      { label: 'Charged, INV-2026-0042', amount: cents(13_888), isStrong: false },
      { label: 'This credit note', amount: cents(-4200), isStrong: true },
      { label: 'Left of the charge', amount: cents(9688), isStrong: true },
    ],
    takenBackWords: '',
    ...changes,
  }
}
