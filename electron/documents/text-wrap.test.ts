import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFonts } from './fonts.ts'
import { newPaper, type Paper } from './page.ts'
import { type Line, STRONG, TEXT } from './text-style.ts'
import { oneLine, widthOf, wrap } from './text-wrap.ts'

let paper: Paper
beforeAll(async () => {
  const fonts = await loadFonts(join(import.meta.dirname, '../../resources'))
  paper = await newPaper('Test', 'Test', { paperSize: 'letter', createdAt: new Date(0), fonts })
})

const said = (line: Line) => line.map(({ text }) => text).join('')
const lineWidth = (line: Line) => line.reduce((sum, { text, style }) => sum + widthOf(paper, text, style), 0)
const lines = (text: string, width: number, maxLines = 4) => wrap(paper, [{ text, style: TEXT }], { width, maxLines }).map(said)

describe('wrapping', () => {
  it('breaks at spaces and cuts with “…”', () => {
    expect(lines('Juniper Hollow Massage Therapy', 110)).toEqual(['Juniper Hollow Massage', 'Therapy'])
    expect(lines('Sprain of ligaments of cervical spine', 100, 1)).toEqual(['Sprain of ligaments of…'])
    expect(lines('', 100)).toEqual([''])
  })

  it('breaks a word wider than its column anywhere', () => {
    expect(lines('1234567890'.repeat(3), 50)).toEqual(['1234567890', '1234567890', '1234567890'])
    expect(said(oneLine(paper, 'X'.repeat(500), { style: STRONG, width: 40 }))).toMatch(/^X{4,7}…$/)
  })

  it('keeps the styles of words', () => {
    const wrapped = wrap(
      paper,
      [
        { text: 'Strong words', style: STRONG },
        { text: 'and plain ones', style: TEXT },
      ],
      { width: 500 },
    )
    expect(wrapped).toEqual([
      [
        { text: 'Strong words ', style: STRONG },
        { text: 'and plain ones', style: TEXT },
      ],
    ])
  })

  it('never exceeds the width, and loses nothing while there is room', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zé0-9,.-]{1,40}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (list, width) => {
        const wrapped = wrap(paper, [{ text: list.join(' '), style: TEXT }], { width, maxLines: 99 })
        return wrapped.every(line => lineWidth(line) <= width + 0.5) && wrapped.map(said).join('').replaceAll(' ', '') === list.join('')
      }),
    )
  })
})

describe('measuring', () => {
  it('knows the fallback font’s own scale', () => {
    expect(widthOf(paper, 'אב', TEXT)).toBeGreaterThan(8)
    expect(widthOf(paper, 'אב', TEXT)).toBeLessThan(14)
  })
})
