import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStoredLetter, readStoredWording } from '../../shared/documents/letter-stored.ts'
import { loadFonts } from './fonts.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import { sampleLetter } from './progress-letter-samples.ts'
import { readBack } from './read-back.ts'

/** A letter as the first Myodesk froze it, and what its words, structure and descriptions hashed to then. */
const STORED: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'letter-of-version-1.json'), 'utf8'))
const DRAWN_THEN = '6d934eced0ae2016c23c84c0752058ca3dc3d8c24d21076e80e9456df70039c5'

const options = {
  paperSize: 'letter' as const,
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}

/** What a reader sees and hears of it: the bytes may change from one Myodesk to the next, this may not. */
async function hashOf(pdf: Uint8Array): Promise<string> {
  const { title, pages, tags, alts } = await readBack(pdf)
  return createHash('sha256')
    .update(JSON.stringify([title, pages, tags, alts]))
    .digest('hex')
}

describe('a letter frozen by the first Myodesk', () => {
  it('is drawn as it was sent', async () => {
    expect(await hashOf(await drawProgressLetter(readStoredLetter(STORED), options))).toBe(DRAWN_THEN)
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
