import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cents } from '../../shared/lib/money.ts'
import { drawCreditNote } from './credit-note-pdf.ts'
import { loadFonts } from './fonts.ts'
import { drawInvoice } from './invoice-paper-pdf.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawReceipt } from './receipt-pdf.ts'
import { sampleCreditNote, sampleInvoice, sampleReceipt, sampleSettledReceipt } from './receipt-samples.ts'

const options: PrintOptions = {
  paperSize: 'letter',
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}
const HOSTILE = ['N'.repeat(200), 'W'.repeat(20_000), 'مرحبا بالعالم', 'שלום עולם', '👩‍⚕️🧖', 'Z̤͔͛͒a̴͗l̶̈́g̷̈́o', '\u202Egnp.exe', 'a\u0000b\tc\n d']
const item = { name: 'Massage', detail: 'Nov 3, 2026', quantity: 1, price: cents(4500), amount: cents(4500) }

describe('a receipt on paper', () => {
  it('says what was received, for what, how it was paid, what is left, and the next visit', async () => {
    const { text, title, pages, alts, tags } = await readBack(await drawReceipt(sampleReceipt(), options))
    expect(title).toBe('Receipt RC-2026-0342, Harold J. Lindqvist')
    expect(pages).toHaveLength(1)
    expect(text).toContain('Receipt NUMBER RC-2026-0342 DATE Nov 3, 2026 TAX ID 00-1234567 RECEIVED $554.00 Paid in full FROM Harold J. Lindqvist')
    expect(text).toContain('Package of 6 visits, medical massage, 60 min 1 540.00 540.00 Reusable cold pack 1 14.00 14.00')
    expect(text).toContain('Total $554.00 HSA card ending 0142 540.00 Cash 14.00 Balance $0.00')
    expect(text).toContain('Package 5 of 6 visits left, expires Nov 3, 2027 Visit 1 used on Nov 3, 2026.')
    expect(text).toContain('Next visit Tue, Nov 10, 2026, 10:00 am')
    expect(text).toContain('Not a superbill.')
    expect(alts).toEqual(['1 of 6 visits used'])
    expect(tags.filter(tag => tag === 'TR')).toHaveLength(3)
  })

  it('of a visit that a package paid says what it usually costs, what was paid ahead, and what is left of whose package', async () => {
    const { text, title, pages, alts } = await readBack(await drawReceipt(sampleSettledReceipt(), options))
    expect(title).toBe('Receipt RC-2026-0342, Harold J. Lindqvist')
    expect(pages).toHaveLength(1)
    expect(text).toBe(
      [
        'Juniper Hollow Massage Therapy 2210 Cottonwood Avenue, Suite 3 Larkspur Falls, MT 59000 Phone (406) 555-0142 Fax (406) 555-0143',
        'Receipt NUMBER RC-2026-0342 DATE Nov 3, 2026 TAX ID 00-1234567 PAID AHEAD $90.00 Paid in full',
        'TO Harold J. Lindqvist 9 Sandhill Crane Lane Larkspur Falls, MT 59000',
        'ITEM QUANTITY PRICE AMOUNT Manual therapy, Nov 3, 2026 2 48.00 96.00 Massage strokes, Nov 3, 2026 1 42.00 42.00',
        'Total $138.00 Discount −48.00 Package (Six visits for the household) 90.00 Balance $0.00',
        'Package 4 of 6 visits left, expires Nov 3, 2027 Six visits for the household, of Ingrid Lindqvist. Visit 2 used on Nov 3, 2026.',
        'Next visit Tue, Nov 10, 2026, 10:00 am Not a superbill. For an insurance claim, ask us for a superbill.',
      ].join(' '),
    )
    expect(alts).toEqual(['2 of 6 visits used'])
  })

  it('is the same to the byte whenever it is printed, and small', async () => {
    const first = await drawReceipt(sampleReceipt(), options)
    await drawReceipt(sampleReceipt({ answer: 'Zoë Ωmega ıfflé' }), options)
    expect(Buffer.compare(first, await drawReceipt(sampleReceipt(), options))).toBe(0)
    expect(first.length).toBeLessThan(60_000)
  })

  it('of a refund says whom it was given back to, and is no receipt for anything bought', async () => {
    const { text } = await readBack(await drawReceipt(sampleReceipt({ kind: 'refunded', answer: 'Refund of the payment of Oct 1, 2026' }), options))
    expect(text).toContain('Refund NUMBER')
    expect(text).toContain('GIVEN BACK $554.00 Refund of the payment of Oct 1, 2026 TO Harold J. Lindqvist')
    expect(text).not.toContain('superbill')
  })

  it('takes the whole sheet, and more, where it is long', async () => {
    const { pages } = await readBack(await drawReceipt(sampleReceipt({ items: Array.from({ length: 60 }, () => item) }), options))
    expect(pages).toHaveLength(2)
    expect(pages.join(' ').match(/Massage, Nov 3, 2026 1 45.00 45.00/g)).toHaveLength(60)
    expect(pages[1]).toContain('ITEM QUANTITY PRICE AMOUNT')
    expect(pages[1]).toContain('Page 2 of 2')
    expect(pages[1]).toContain('Balance $0.00')
  })

  it.each(HOSTILE)('prints hostile text, %#', async words => {
    const hostile = sampleReceipt({
      from: { name: words, addressLines: [words, words], patientName: 'Someone' },
      answer: words,
      items: [{ ...item, name: words, detail: words }],
      sums: [{ label: words, amount: cents(4500), isStrong: true }],
      packages: [{ words, detail: words, boxes: { used: 2, of: 18 } }],
      nextVisit: words,
      letterhead: { name: words, lines: [words], logo: '' },
    })
    expect(missingGlyphsIn(await drawReceipt(hostile, options))).toBe(0)
  })
})

describe('an invoice on paper', () => {
  it('says full charges, discounts by their reason, payments, the balance, and who pays', async () => {
    const { text, tags } = await readBack(await drawInvoice(sampleInvoice(), options))
    expect(text).toContain(
      'Invoice NUMBER INV-2026-0042 DATE Nov 3, 2026 TAX ID 00-1234567 PAGE 1 of 1 BALANCE $75.08 Please pay $75.08 BILL TO Ingrid Lindqvist',
    )
    expect(text).toContain('Patient Harold J. Lindqvist FOR Visit, Nov 3, 2026')
    expect(text).toContain('Manual therapy, Nov 3, 2026 2 48.00 96.00 Massage strokes, Nov 3, 2026 1 42.00 42.00 Sales tax – – 0.88')
    expect(text).toContain('Total $138.88 Self-pay discount −13.80 Card ending 4242, Nov 3, 2026 50.00 Balance $75.08')
    expect(tags.filter(tag => tag === 'Table')).toHaveLength(1)
  })

  it('that is void says so and why', async () => {
    const { text } = await readBack(await drawInvoice(sampleInvoice({ voidWords: 'This invoice is void: charged twice' }), options))
    expect(text).toContain('This invoice is void: charged twice')
  })

  it.each(HOSTILE)('prints hostile text, %#', async words => {
    const hostile = sampleInvoice({
      billTo: { name: words, addressLines: [words] },
      patientName: words,
      items: [{ ...item, name: words }],
      voidWords: words,
      answer: words,
    })
    expect(missingGlyphsIn(await drawInvoice(hostile, options))).toBe(0)
    const note = sampleCreditNote({ reason: words, takenBackWords: words, patientName: words })
    expect(missingGlyphsIn(await drawCreditNote(note, options))).toBe(0)
  })
})

it('a credit note on paper says what was let go, of which invoice, and why', async () => {
  const { text } = await readBack(await drawCreditNote(sampleCreditNote(), options))
  expect(text).toContain('Credit note NUMBER CN-2026-0001 DATE Nov 5, 2026')
  expect(text).toContain('CREDITED $42.00 Taken off what is owed')
  expect(text).toContain('FOR Invoice INV-2026-0042 of Nov 3, 2026 REASON The second service was not given.')
  expect(text).toContain('This credit note −$42.00 Left of the charge $96.88')
})
