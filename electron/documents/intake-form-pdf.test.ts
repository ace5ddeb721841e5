import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { INTAKE_CONDITIONS, INTAKE_CONSENT } from '../../shared/documents/intake-form.ts'
import { factsOf } from '../../shared/health/items.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { loadFonts } from './fonts.ts'
import { drawIntakeForm } from './intake-form-pdf.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const options: PrintOptions = { paperSize: 'letter', createdAt: new Date(0), fonts: await loadFonts(join(import.meta.dirname, '../../resources')) }
const patient = { name: 'Elena M. Vasquez', bornOn: localDate('1984-03-14'), phone: '(406) 555-0178', guardian: 'Rosa Vasquez, mother' }

describe('a blank intake form', () => {
  it.each(['letter', 'a4'] as const)('asks everything on two pages of %s', async paperSize => {
    const { pages, text, title } = await readBack(await drawIntakeForm({ letterhead: sampleLetterhead, patient: null }, { ...options, paperSize }))
    expect(pages).toHaveLength(2)
    expect(title).toBe('Intake form')
    for (const { words } of INTAKE_CONDITIONS) expect(pages[0]).toContain(words)
    for (const sentence of INTAKE_CONSENT) expect(pages[1]).toContain(sentence)
    for (const label of [
      'IN AN EMERGENCY CALL',
      'YOUR PHYSICIAN',
      'WHAT BOTHERS YOU MOST',
      'MEDICATION',
      'ALLERGY',
      'SURGERY',
      'PREGNANT',
      'SIGNATURE OF PARENT',
      'I would rather not fill it in',
    ])
      expect(text).toContain(label)
  })

  it('is headed with what is known of the patient', async () => {
    const { text, title } = await readBack(await drawIntakeForm({ letterhead: sampleLetterhead, patient }, options))
    expect(title).toBe('Intake form, Elena M. Vasquez')
    for (const words of ['Elena M. Vasquez', 'Mar 14, 1984', '(406) 555-0178', 'Rosa Vasquez, mother']) expect(text).toContain(words)
  })

  it('says in words what the figure is for, and is the same to the byte', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => drawIntakeForm({ letterhead: sampleLetterhead, patient }, options)))
    if (!first || !second) throw new Error('Nothing was drawn.')
    expect(Buffer.compare(first, second)).toBe(0)
    expect((await readBack(first)).alts).toEqual(['An outline of the body from the front and from the back, to shade where it hurts.'])
    expect(missingGlyphsIn(first)).toBe(0)
  })

  it('cuts a name that is too long for its line', async () => {
    const { pages } = await readBack(await drawIntakeForm({ letterhead: sampleLetterhead, patient: { ...patient, name: 'W'.repeat(5000) } }, options))
    expect(pages).toHaveLength(2)
  })

  it('ticks each thing once, each something the screening knows', () => {
    const items = INTAKE_CONDITIONS.flatMap(({ item }) => item ?? [])
    expect(new Set(items).size).toBe(items.length)
    for (const item of items) expect(factsOf(item).name).not.toBe('')
  })
})
