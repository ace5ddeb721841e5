import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Superbill } from '../../shared/documents/superbill.ts'
import { loadFonts } from './fonts.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { sampleSuperbill, sampleVisits } from './superbill-samples.ts'
import { cleanText, runsOf, SUBSTITUTE } from './text-runs.ts'

const fonts = await loadFonts(join(import.meta.dirname, '../../resources'))
const visual = (text: string) =>
  runsOf(cleanText(text), 'regular', fonts)
    .map(run => run.text)
    .join('')

/** Names and texts that have broken papers elsewhere. */
const HOSTILE: readonly string[] = [
  'Zoë Brontë',
  'José Ñuñez',
  'Łukasz Żółć',
  'Đặng Thị Hồng',
  'Şükrü Iğdır',
  'Ǆuro ǅ',
  'Ægir Þórsson',
  'Straße',
  'ﬁnal ﬂow',
  'éclair',
  'Ελένη Παπαδοπούλου',
  'Наталія Коваль',
  'დავით',
  'Արամ',
  'אברהם כהן',
  'محمد علي',
  'Anna (שרה) Levi',
  'علي 123 حسن',
  'עברית and English עוד',
  'ދިވެހި',
  '李小龍',
  '山田太郎',
  '김철수',
  'สมชาย',
  'अमित',
  'தமிழ்',
  'বাংলা',
  'አበበ',
  '😀 Anna',
  '👩‍👩‍👧‍👦',
  '🇺🇸',
  '👍🏽',
  '𝕊𝕥𝕪𝕝𝕖',
  '🧑‍⚕️',
  'a\0b\x07c',
  '‮evil‬',
  '﻿BOM',
  'zero​width',
  'soft­hyphen',
  '\ud800 lone',
  ' private',
  'tab	new\nline\r\nend',
  'nb\xA0sp',
  `z${'̶̰́'.repeat(60)}algo`,
  '½ ≤ ≥ − ± ° → ✓ ☐',
  '“quotes” ‘single’ – — …',
  '<script>alert(1)</script>',
  "'; DROP TABLE",
  '%s %n {{x}}',
  '\\',
  '',
]

describe('cleaning', () => {
  it('composes accents, drops what cannot be seen, and makes one space of white space', () => {
    expect(cleanText('e\u0301')).toBe('é')
    expect(cleanText(' a\t\n b\u0000\u202E\u200Bc ')).toBe('a bc')
  })
})

describe('right-to-left words', () => {
  it('stand in the order they are read in, inside a line that runs left to right', () => {
    expect(visual('Anna אב גד Levi')).toBe('Anna גד אב Levi')
    expect(visual('אב 12')).toBe('אב 12')
  })
})

describe('characters without a glyph', () => {
  it('show as one substitute for a stretch of them', () => {
    expect(visual('Bruce 李小龍')).toBe(`Bruce ${SUBSTITUTE}`)
    expect(visual('\uE000\uE001x')).toBe(`${SUBSTITUTE}x`)
  })

  it('never reach the paper, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        for (const run of runsOf(cleanText(text), 'semibold', fonts))
          for (const point of run.text) expect(fonts[run.face].has(point.codePointAt(0) ?? 0)).toBe(true)
      }),
    )
  })
})

/** A superbill with these texts in all fields, a different one in each. */
function hostileBill(texts: readonly string[]): Superbill {
  const bill = sampleSuperbill({ lines: sampleVisits(2) })
  const text = (i: number) => texts[i % texts.length] ?? ''
  return {
    ...bill,
    letterhead: { ...bill.letterhead, name: text(0), lines: [text(1)] },
    patient: { ...bill.patient, name: text(2), addressLines: [text(3)], relation: text(4), sex: text(5) },
    provider: { ...bill.provider, name: text(6), license: text(7), place: text(0) },
    insured: { name: text(1), bornOn: null, memberId: text(2), group: text(3), plan: text(4) },
    diagnoses: bill.diagnoses.map((diagnosis, i) => ({ ...diagnosis, label: text(i + 5), diagnosedBy: text(i) })),
    lines: bill.lines.map((line, i) => ({ ...line, service: text(i), method: text(i + 4) })),
  }
}

/** Milliseconds of computing since then: unlike the clock, they do not count what else the machine does. */
const workSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000

describe('hostile text on paper', () => {
  const batches = Array.from({ length: Math.ceil(HOSTILE.length / 8) }, (_, i) => HOSTILE.slice(i * 8, i * 8 + 8))

  it.each(batches.map(texts => [texts]))('%j is printed without a box', async texts => {
    const began = process.cpuUsage()
    const pdf = await drawSuperbill(hostileBill(texts), { paperSize: 'letter', createdAt: new Date(0), fonts })
    expect(workSince(began)).toBeLessThan(2000)
    expect(missingGlyphsIn(pdf)).toBe(0)
  })

  it('comes back as it went in, where the fonts know it', async () => {
    const names = ['Zoë Brontë', 'Łukasz Żółć', 'Đặng Thị Hồng', 'Ελένη Παπαδοπούλου', 'Наталія Коваль', 'დავით', 'Արամ', '½ ≤ ≥ − ± ° → ✓ ☐']
    const bill = sampleSuperbill()
    const diagnoses = bill.diagnoses.map((diagnosis, i) => ({ ...diagnosis, label: names.slice(i * 3, i * 3 + 3).join(' ') }))
    const { text } = await readBack(await drawSuperbill({ ...bill, diagnoses }, { paperSize: 'letter', createdAt: new Date(0), fonts }))
    for (const { label } of diagnoses) expect(text).toContain(label)
  })

  it('letters that look alike come back as they were written, whatever was printed before', async () => {
    for (const name of ['Micro \u00B5', 'Greek \u03BC', 'Micro \u00B5']) {
      const bill = sampleSuperbill({ patient: { ...sampleSuperbill().patient, name } })
      expect((await readBack(await drawSuperbill(bill, { paperSize: 'letter', createdAt: new Date(0), fonts }))).text).toContain(name)
    }
  })

  it('a word of 20,000 letters takes no time and no pages', async () => {
    const word = 'W'.repeat(20_000)
    const bill = sampleSuperbill({ patient: { ...sampleSuperbill().patient, name: word, relation: word } })
    const began = process.cpuUsage()
    const { pages } = await readBack(await drawSuperbill(bill, { paperSize: 'letter', createdAt: new Date(0), fonts }))
    expect(workSince(began)).toBeLessThan(2000)
    expect(pages.length).toBeLessThanOrEqual(2)
  })
})
