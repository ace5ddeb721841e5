import { describe, expect, it } from 'vitest'
import { IssuedDocument } from '../../shared/documents/schema.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { numberInWords, rangeInWords } from './document-words.ts'

const superbill = IssuedDocument.parse({
  id: '0b3f4b0e-7c3c-4f53-9d50-0d8d8a4cf001',
  kind: 'superbill',
  number: 'SB-2026-0118',
  version: 1,
  title: 'Superbill',
  patientId: '0b3f4b0e-7c3c-4f53-9d50-0d8d8a4cf002',
  patientName: 'Marisol Reyes',
  episodeId: null,
  issuedAt: '2026-11-19T18:03:00.000Z',
  issuedOn: '2026-11-19',
  from: '2026-11-19',
  to: '2026-11-19',
  total: 12_000,
  replacesVersion: null,
  replacedBy: null,
  reason: '',
  sentWords: '',
  path: 'papers/document/0b3f4b0e-7c3c-4f53-9d50-0d8d8a4cf001.pdf',
})

describe('an issued paper in words', () => {
  it('names one day once', () => {
    expect(rangeInWords(superbill)).toBe('Visit of Nov 19, 2026')
  })

  it('names the first and last of several days', () => {
    expect(rangeInWords({ ...superbill, from: localDate('2026-11-02') })).toBe('Visits Nov 2, 2026 to Nov 19, 2026')
  })

  it('has no days for a letter', () => {
    expect(rangeInWords({ ...superbill, from: null, to: null })).toBe('')
  })

  it('names the version from the second on', () => {
    expect([numberInWords(superbill), numberInWords({ ...superbill, version: 2 })]).toEqual(['SB-2026-0118', 'SB-2026-0118, version 2'])
  })
})
