import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../shared/documents/estimate.ts'
import { Amount, cents, formatAmount, formatMoney } from '../../shared/lib/money.ts'
import { drawEstimate } from './estimate-pdf.ts'
import { sampleEstimate, sampleEstimateLine } from './estimate-samples.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'

const options: PrintOptions = {
  paperSize: 'letter',
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}
const print = (estimate: Estimate) => drawEstimate(estimate, options)
const manyLines = (count: number) => [
  {
    ...sampleEstimate().providers[0],
    name: 'Dana R. Whitlock, LMT',
    facts: 'NPI 1234567893',
    lines: Array.from({ length: count }, () => sampleEstimateLine()),
  },
]

const FOOTER = 792 - 748

/** Where lines stand above the foot of their page, footers left out. */
async function baselines(pdf: Uint8Array): Promise<number[]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false })
  const document = await loading.promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, i) => (await (await document.getPage(i + 1)).getTextContent()).items))
  await loading.destroy()
  return pages
    .flat()
    .flatMap(item => ('str' in item && item.str.trim() !== '' && Math.abs(Number(item.transform[5]) - FOOTER) > 1 ? Number(item.transform[5]) : []))
}

describe('a good faith estimate on paper', () => {
  it('says everything 45 CFR 149.610 asks for', async () => {
    const estimate = sampleEstimate()
    const { text, pages } = await readBack(await print(estimate))
    expect(pages).toHaveLength(1)
    const [provider] = estimate.providers
    const facts = [
      'Good faith estimate NUMBER GE-2026-0057 BOOKED Nov 5, 2026 ISSUED Nov 5, 2026 PAGE 1 of 1',
      `EXPECTED TOTAL ${formatMoney(estimate.totals.expected)} 6 visits Nov 10 to Dec 15, 2026`,
      'DOB May 19, 1961 PAYING Self-pay, no claim',
      'Service Medical massage for low back pain, 60 minutes PLAN Once a week, 6 visits, first on Tue, Nov 10, 2026, 10:00 am DX M54.59 Other low back pain (Owen T. Bright, DO, Nov 2, 2026)',
      `Dana R. Whitlock, LMT ${provider?.facts}`,
      ...(provider?.lines.map(
        line => `${line.service} ${line.code} ${line.dx} ${line.units} ${formatAmount(line.unitFee)} ${line.visits} ${formatAmount(line.expected)}`,
      ) ?? []),
      'Expected total $585.00',
      ...[...estimate.statements, ...estimate.dispute.statements].map(({ head, text: words }) => `${head} ${words}`),
      estimate.dispute.heading,
    ]
    for (const fact of facts) expect(text).toContain(fact)
  })

  it('carries a structure of headings, sections and one table, and no line to sign on', async () => {
    const { tags, title, text } = await readBack(await print(sampleEstimate()))
    expect(title).toBe('Good faith estimate GE-2026-0057, Harold J. Lindqvist')
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'H2')).toHaveLength(2 + 4 + 1 + 4)
    expect(tags.filter(tag => tag === 'Table')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'TH')).toHaveLength(7)
    expect(tags.filter(tag => tag === 'TR')).toHaveLength(1 + 1 + 3 + 1)
    expect(text).not.toMatch(/signature/i)
  })

  it('is the same to the byte whenever it is printed, and small', async () => {
    const first = await print(sampleEstimate())
    await print(sampleEstimate({ service: 'Zoë Ωmega ıfflé' }))
    expect(Buffer.compare(first, await print(sampleEstimate()))).toBe(0)
    expect(first.length).toBeLessThan(60_000)
  })

  it('shows full charges and the discount before the total', async () => {
    const totals = { ...sampleEstimate().totals, discountWords: 'Self-pay discount, 10 %' }
    const { text } = await readBack(await print(sampleEstimate({ totals: { ...totals, discount: cents(-5850), expected: Amount.parse(52_650) } })))
    expect(text).toContain('Full charges 585.00 Self-pay discount, 10 % −58.50 Expected total $526.50')
  })

  it('marks a preview and a next version', async () => {
    expect((await readBack(await print(sampleEstimate({ number: null })))).text).toContain('Not issued yet')
    expect((await readBack(await print(sampleEstimate({ version: 2, replaces: 1 })))).text).toContain('VERSION 2, replaces version 1')
  })

  it.each([8, 14, 18, 24, 60])('of %i lines keeps the heading of the dispute and its paragraphs on one page', async count => {
    const pdf = await print(sampleEstimate({ providers: manyLines(count) }))
    const { pages } = await readBack(pdf)
    const [page] = pages.filter(words => words.includes('you have the right to dispute it'))
    for (const { head } of sampleEstimate().dispute.statements) expect(page).toContain(head)
    expect(pages.join(' ').match(/Manual therapy 97140/g)).toHaveLength(count)
    expect(Math.min(...(await baselines(pdf)))).toBeGreaterThan(792 - 732)
    for (const [i, words] of pages.entries()) expect(words).toContain(`PAGE ${i + 1} of ${pages.length}`)
  })

  it.each(['N'.repeat(200), 'W'.repeat(20_000), 'مرحبا بالعالم', 'שלום עולם', '👩‍⚕️🧖', 'Z̤͔͛͒a̴͗l̶̈́g̷̈́o', '\u202Egnp.exe', 'a\u0000b\tc\n d'])(
    'prints hostile text, %#',
    async words => {
      const estimate = sampleEstimate({
        service: words,
        plan: words,
        diagnoses: words,
        patient: { ...sampleEstimate().patient, name: words, addressLines: [words, words] },
        providers: [{ name: words, facts: words, lines: [sampleEstimateLine({ service: words, dx: words })] }],
        statements: [{ head: 'Not included', text: words }],
        letterhead: { name: words, lines: [words], logo: '' },
      })
      const pdf = await print(estimate)
      expect(missingGlyphsIn(pdf)).toBe(0)
    },
  )
})
