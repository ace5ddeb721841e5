import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeClaimForm } from '../../shared/documents/claim-form-compose.ts'
import { drawAttendanceLetter } from './attendance-letter-pdf.ts'
import { drawAttendanceLog } from './attendance-log-pdf.ts'
import { sampleAttendanceLetter, sampleAttendanceLog } from './attendance-samples.ts'
import { drawCalibration } from './calibration-pdf.ts'
import { drawClaimOverlay } from './claim-form-overlay.ts'
import { sampleClaimForm, sampleClaimSource } from './claim-form-samples.ts'
import { drawClaimSheet } from './claim-form-sheet.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'

const options: PrintOptions = { paperSize: 'letter', createdAt: new Date(0), fonts: await loadFonts(join(import.meta.dirname, '../../resources')) }
const HERE = { right: 0, down: 0 }

describe('the sheet to copy a claim from', () => {
  it('names every box once, and every form with its lines and sums', async () => {
    const { pages, text, tags } = await readBack(await drawClaimSheet(sampleClaimForm, options))
    expect(pages).toHaveLength(2)
    for (const words of [
      'Form 1 of 3',
      'Form 3 of 3',
      'A S134XXD · B M62838',
      'Y4 NF-26-00881',
      '406 5550178',
      '540.00',
      '180.00',
      'ZZ 225700000X',
      '11 12 26',
    ])
      expect(text).toContain(words)
    expect(tags.filter(tag => tag === 'Table')).toHaveLength(3)
    expect(text).toContain('Box 32, where the service was given: 30 characters, and 26 fit.')
  })
})

describe('words for ready-made forms', () => {
  it('stand in the cells of the grid, a page for each form, on Letter whatever the clinic’s paper', async () => {
    const bytes = await drawClaimOverlay(sampleClaimForm, HERE, { ...options, paperSize: 'a4' })
    const { pages } = await readBack(bytes)
    expect(pages).toHaveLength(3)
    const [first = '', , last = ''] = pages.map(page => page.replaceAll(' ', ''))
    expect(first).toContain('VASQUEZ,ELENA,M')
    expect(first).toContain('100126')
    expect(last).toContain('18000')
    expect(last).not.toContain('100126')
  })

  it('are refused where the offset would leave the paper', async () => {
    for (const offset of [
      { right: -80, down: 0 },
      { right: 250, down: 0 },
      { right: 0, down: 250 },
    ])
      await expect(drawClaimOverlay(sampleClaimForm, offset, options)).rejects.toThrow('leave the paper')
    await expect(drawCalibration({ right: 0, down: -160 }, options)).rejects.toThrow('leave the paper')
  })
})

describe('papers of a case and hostile words', () => {
  it.each([
    '<script>alert(1)</script>',
    'A'.repeat(20_000),
    'Zoë Ñandú O’Brien',
    'مريم العلي',
    'שרה לוי',
    '🦋 Ada',
    'a\u0301\u0302\u0303\u0304\u0305\u0306',
    '',
  ])('draws %.40s without a missing glyph', async name => {
    const visits = sampleClaimSource.visits.map(visit => ({ ...visit, facts: { ...visit.facts, patient: { ...visit.facts.patient, lastName: name } } }))
    const claim = composeClaimForm({ ...sampleClaimSource, visits }, { number: null, version: 1, replaces: null, issuedOn: sampleClaimForm.issuedOn, logo: '' })
    const papers = [
      await drawClaimSheet(claim, options),
      await drawClaimOverlay(claim, HERE, options),
      await drawAttendanceLog({ ...sampleAttendanceLog, patient: { ...sampleAttendanceLog.patient, name }, facts: [{ label: 'Claim', value: name }] }, options),
      await drawAttendanceLetter({ ...sampleAttendanceLetter, patientName: name, to: name, remark: name, condition: name }, options),
    ]
    for (const paper of papers) expect(missingGlyphsIn(paper)).toBe(0)
  })

  it('gives the same bytes again', async () => {
    expect(await drawClaimOverlay(sampleClaimForm, HERE, options)).toEqual(await drawClaimOverlay(sampleClaimForm, HERE, options))
    expect(await drawAttendanceLog(sampleAttendanceLog, options)).toEqual(await drawAttendanceLog(sampleAttendanceLog, options))
  })
})
