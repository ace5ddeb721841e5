import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readStoredLetter, readStoredWording } from '../../shared/documents/letter-stored.ts'
import { loadFonts } from './fonts.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import { sampleLetter } from './progress-letter-samples.ts'

/** A letter as the first Myodesk froze it, and what its pages, fonts and structure hashed to then. */
const STORED: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'letter-of-version-1.json'), 'utf8'))
const DRAWN_THEN = '7bec423b3f509a739317ead7d73947be14b9d11d3043bc1b3f83f7094608cfeb'

const options = {
  paperSize: 'letter' as const,
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}

/** Everything the file holds, unpacked: the same whatever packs it. */
function hashOf(pdf: Buffer): string {
  const hash = createHash('sha256')
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', pdf.indexOf('endstream', from) + 10)) {
    const packed = pdf.subarray(from + 7, pdf.indexOf('\nendstream', from))
    if (packed[0] === 0x78) hash.update(inflateSync(packed))
  }
  return hash.digest('hex')
}

describe('a letter frozen by the first Myodesk', () => {
  it('is drawn as it was sent', async () => {
    expect(hashOf(Buffer.from(await drawProgressLetter(readStoredLetter(STORED), options)))).toBe(DRAWN_THEN)
  })

  it('is read with the parts that came later empty', () => {
    expect(readStoredLetter(STORED)).toMatchObject({
      bodyChart: null,
      screening: '',
      painTrend: { band: null },
      reply: { otherwise: 'Noted, nothing further needed' },
    })
    expect(readStoredLetter(sampleLetter())).toEqual(sampleLetter())
    expect(() => readStoredLetter({ kind: 'progress' })).toThrow()
  })
})

describe('a draft begun with the first Myodesk', () => {
  it('is read with all parts shown', () => {
    const old = {
      kind: 'progress',
      greeting: 'Dear Dr. Amari,',
      answer: 'Better.',
      treatment: '',
      requestVisits: null,
      requestPerWeek: null,
      requestWeeks: null,
      request: '',
    }
    expect(readStoredWording(old)).toMatchObject({ screening: '', sections: { bodyChart: 'where-it-fits', trend: true, goals: true } })
  })
})
