import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cents } from '../../shared/lib/money.ts'
import { drawDayClose } from './day-close-pdf.ts'
import { sampleClosing, sampleDayClose } from './day-close-samples.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawStatement } from './statement-pdf.ts'
import { sampleStatement } from './statement-samples.ts'

const options: PrintOptions = { paperSize: 'letter', createdAt: new Date(0), fonts: await loadFonts(join(import.meta.dirname, '../../resources')) }
const HOSTILE = ['N'.repeat(200), 'W'.repeat(20_000), 'مرحبا بالعالم', 'שלום עולם', '👩‍⚕️🧖', 'Z̤͔͛͒a̴͗l̶̈́g̷̈́o', '\u202Egnp.exe', 'a\u0000b\tc\n d', '<b>bold</b>']

describe('the statement', () => {
  it('says who owes how much for whom, invoice by invoice, how old it is, and what to send back', async () => {
    const { pages, text, title, tags } = await readBack(await drawStatement(sampleStatement(), options))
    expect(pages).toHaveLength(1)
    expect(title).toBe('Statement ST-2026-0042, Ada Vance')
    expect(text).toMatchInlineSnapshot(
      `"Juniper Hollow Massage Therapy 2210 Cottonwood Avenue, Suite 3 Larkspur Falls, MT 59000 Phone (406) 555-0142 Fax (406) 555-0143 Statement NUMBER ST-2026-0042 DATE Nov 19, 2026 PAGE 1 of 1 AMOUNT DUE $231.40 $126.40 of it is older than 30 days. TO Ada Vance 9 Sandhill Crane Lane Larkspur Falls, MT 59000 Part of this balance is more than 90 days old. Please call us this week, so that we can settle it together. INVOICE DATE CHARGES AND PAYMENTS AMOUNT BALANCE Ada Vance INV-2026-0388 Nov 3, 2026 Massage, 3 units 126.00 Nov 3, 2026 Discount −21.00 105.00 Tom Vance INV-2026-0301 Sep 10, 2026 Massage, 2 units; Manual therapy, 1 unit 126.40 Nov 5, 2026 Paid: Check 1042 −50.00 76.40 INV-2026-0262 Aug 11, 2026 Fee for a missed visit 50.00 50.00 Amount due 231.40 By age of the visit 0–30 DAYS 31–60 DAYS 61–90 DAYS OVER 90 DAYS AMOUNT DUE 105.00 0.00 76.40 50.00 231.40 Since statement ST-2026-0031 of Oct 20, 2026: balance then 176.40 + charged 126.00 − paid 50.00 − taken off 21.00 = 231.40. If you paid in the last few days, your payment and this statement crossed in the mail: take what you paid off the amount due. Please cut here and return this part with your payment FROM Ada Vance STATEMENT ST-2026-0042 DATE Nov 19, 2026 Make checks payable to Juniper Hollow Massage Therapy and write the statement number on the check. To pay by card, call (406) 555-0142. AMOUNT DUE $231.40 AMOUNT ENCLOSED SEND TO Juniper Hollow Massage Therapy 2210 Cottonwood Avenue, Suite 3 Larkspur Falls, MT 59000 Statement ST-2026-0042 Page 1 of 1"`,
    )
    expect(tags.filter(tag => tag === 'H1' || tag === 'H2' || tag === 'TH').length).toBeGreaterThan(10)
  })

  it('names nobody who pays for themselves alone, and says what lies on the account', async () => {
    const { patients } = sampleStatement()
    const own = sampleStatement({ patients: patients.slice(0, 1), namesPatients: false, credit: cents(6000) })
    const { text } = await readBack(await drawStatement(own, options))
    expect(text.match(/Ada Vance/g)).toHaveLength(2)
    expect(text).toContain('You have $60.00 on your account. It is not taken off the amount due')
  })

  it.each(['letter', 'a4'] as const)('goes on to more sheets of %s without splitting an invoice, the slip on the last', async paperSize => {
    const { patients } = sampleStatement()
    const [invoice] = patients[1]?.invoices ?? []
    if (!invoice) throw new Error('The sample has no invoice.')
    const invoices = Array.from({ length: 60 }, (_, i) => ({ ...invoice, number: `INV-2025-${1000 + i}` }))
    const long = sampleStatement({ patients: [{ name: 'Tom Vance', invoices }] })
    const { pages, text } = await readBack(await drawStatement(long, { ...options, paperSize }))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.findIndex(page => page.includes('return this part'))).toBe(pages.length - 1)
    for (const { number } of invoices) expect(pages.filter(page => page.includes(number))).toHaveLength(1)
    for (const page of pages.slice(0, -1)) expect(page.match(/INV-/g)?.length).toBe(page.match(/Check 1042/g)?.length)
    expect(text).toContain(`Page ${pages.length} of ${pages.length}`)
  })

  it('splits an invoice that is longer than a page', async () => {
    const entries = Array.from({ length: 90 }, (_, i) => ({ on: sampleStatement().issuedOn, words: `Paid: Check ${2000 + i}`, amount: cents(-100) }))
    const patients = [{ name: 'Tom Vance', invoices: [{ number: 'INV-2026-0001', on: sampleStatement().issuedOn, entries, balance: cents(5000) }] }]
    const { text } = await readBack(await drawStatement(sampleStatement({ patients }), options))
    for (const { words } of entries) expect(text).toContain(words)
  })

  it('gives the same bytes for the same statement', async () => {
    expect(await drawStatement(sampleStatement(), options)).toEqual(await drawStatement(sampleStatement(), options))
  })

  it.each(HOSTILE)('prints hostile words, %#', async words => {
    const { patients, letterhead } = sampleStatement()
    const hostile = sampleStatement({
      to: { name: words, addressLines: [words, words, words] },
      letterhead: { ...letterhead, name: words, lines: [words, words] },
      phone: words,
      dunning: words,
      patients: patients.map(patient => ({
        name: words,
        invoices: patient.invoices.map(invoice => ({ ...invoice, entries: invoice.entries.map(entry => ({ ...entry, words })) })),
      })),
    })
    const bytes = await drawStatement(hostile, options)
    expect(missingGlyphsIn(bytes)).toBe(0)
    expect((await readBack(bytes)).text).toContain('$231.40')
  })
})

describe('the summary of a closed day', () => {
  it('has on one page what came in, what is in the drawer and why it differs, what was voided, and lines to sign', async () => {
    const { pages, text, title } = await readBack(await drawDayClose(sampleDayClose(), options))
    expect(pages).toHaveLength(1)
    expect(title).toBe('Day closed, Nov 19, 2026')
    expect(text).toMatchInlineSnapshot(
      `"Juniper Hollow Massage Therapy 2210 Cottonwood Avenue, Suite 3 Larkspur Falls, MT 59000 Phone (406) 555-0142 Fax (406) 555-0143 Day closed DAY Thu, Nov 19, 2026 CLOSED Nov 19, 2026, 6:05 pm BY Rosa Delgado SINCE Nov 18, 2026, 6:10 pm Received and given back METHOD RECEIVED GIVEN BACK VOIDED TOTAL Card (2) 666.00 – – 666.00 Cash (2) 168.00 (1) 20.00 – 148.00 Check (1) 84.00 – (1) −84.00 0.00 HSA card (1) 126.00 – – 126.00 All (6) 1,044.00 (1) 20.00 (1) −84.00 940.00 Drawer In the drawer before 100.00 Cash received 168.00 Cash given back −20.00 Expected 248.00 Counted 243.00 Difference −5.00 Counted $100 bills 1 100.00 $20 bills 6 120.00 $10 bills 1 10.00 $5 bills 2 10.00 $1 bills 3 3.00 The drawer holds $243.00, $5.00 less than expected: Paid the window cleaner without a slip Charged Visits checked out 6 Invoices issued 7 1,044.00 Invoices voided 0 0.00 Sales tax on these 0.88 Packages sold, paid ahead 1 540.00 Taken from packages 2 180.00 Let go Discounts 1 21.00 Write-offs 0 0.00 Adjustments 0 0.00 Credit notes 1 5.00 Voided, given back, and checks PATIENT WHAT REMARK AMOUNT Owen Pike Voided, check The check bounced; paid Nov 12, 2026, counted by an earlier closing −84.00 Ana Ruiz Given back, cash Paid twice −20.00 Ada Vance Check 1042 84.00 Still open when the day was closed: 1 note not signed, 2 visits not checked out. COUNTED BY CHECKED BY A closed day stays as it is: what is voided or recorded later stands in a later closing. Keep it in the clinic. Page 1 of 1"`,
    )
  })

  it('says when the drawer is right and nothing is open, and leaves out what did not happen', async () => {
    const { sums } = sampleClosing()
    const quiet = sampleDayClose({
      counted: sums.drawer.expected,
      difference: cents(0),
      remark: '',
      missing: { unsigned: 0, notCheckedOut: 0, stillBooked: 0 },
      sums: { ...sums, voids: [], refunds: [], checks: [] },
    })
    const { text } = await readBack(await drawDayClose(quiet, options))
    expect(text).toContain('The drawer holds $248.00, as expected.')
    expect(text).not.toMatch(/Still open|Voided, given back/)
  })

  it.each(HOSTILE)('prints hostile words, %#', async words => {
    const { sums } = sampleClosing()
    const payment = { patientName: words, method: 'other' as const, reference: words, amount: cents(100), remark: words }
    const hostile = sampleDayClose(
      {
        remark: words,
        sums: { ...sums, refunds: [payment], checks: [payment], voids: sums.voids.map(voided => ({ ...voided, patientName: words, reason: words })) },
      },
      words,
    )
    expect(missingGlyphsIn(await drawDayClose(hostile, options))).toBe(0)
  })
})
