import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../shared/body-chart/marks.ts'
import { parseMark } from '../../shared/body-chart/parse-mark.ts'
import { REGIONS } from '../../shared/body-chart/regions.ts'
import { type ChartPlace, drawBodyChart, type PaperChart, partShown } from './body-chart-drawing.ts'
import { bodyPath, regionsPath } from './body-chart-figure.ts'
import { loadFonts } from './fonts.ts'
import { addPage, finish, newPaper } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'

const fonts = await loadFonts(join(import.meta.dirname, '../../resources'))
const PLACE: ChartPlace = { x: 60, y: 60, width: 400, height: 200 }

function marked(...typed: readonly string[]): readonly Mark[] {
  return typed.map((each, i) => {
    const mark = parseMark(each, 'pain')
    if (!mark) throw new Error(`No place in “${each}”`)
    return { ...mark, id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}` }
  })
}

async function print(charts: readonly PaperChart[]): Promise<Uint8Array> {
  const paper = await newPaper('Body chart', 'Clinic', { paperSize: 'letter', createdAt: new Date(0), fonts })
  addPage(paper)
  for (const chart of charts) drawBodyChart(paper, PLACE, { chart })
  return finish(paper)
}

const before = marked('pain neck r 6 aching', 'tp lev r 3 > temporalis r', 'tension upper trap l 2')
const now = marked('pain neck r 3')
const single: PaperChart = { visits: [{ caption: '', marks: before }], shows: 'numbers', hasKey: false }

describe('the body chart on paper', () => {
  it('numbers the marks in the order of the list', async () => {
    const { text } = await readBack(await print([single]))
    expect(text.split(' ').filter(Boolean)).toEqual(['1', '2', '3'])
  })

  it('shows two visits by their grades, with captions and a key of the shapes in use', async () => {
    const visits = [
      { caption: 'Sep 29', marks: before },
      { caption: 'Nov 3', marks: now },
    ] as const
    const { text, alts, tags } = await readBack(await print([{ visits, shows: 'grades', hasKey: true }]))
    expect(text).toBe('SEP 29 6 3 2 NOV 3 3 Pain 0 to 10 Trigger point 0 to 4 Tension 0 to 4')
    expect(tags.filter(tag => tag === 'Figure')).toHaveLength(1)
    expect(alts).toEqual([
      'Body chart. Sep 29: Pain in the right neck extensors, 6 of 10, aching; Trigger point in the right levator scapulae, tenderness 3 of 4, ' +
        'refers to the right temporalis; Tension in the left upper trapezius, tone 2 of 4. Nov 3: Pain in the right neck extensors, 3 of 10.',
    ])
  })

  it('says what grey and hatched mean, and that nothing is marked', async () => {
    const { text, alts } = await readBack(
      await print([{ visits: [{ caption: '', marks: [] }], shows: 'numbers', prescribed: ['neck'], offLimits: ['lower-leg-left'], hasKey: true }]),
    )
    expect(text).toBe('Grey: prescribed Hatched: keep off')
    expect(alts).toEqual(['Body chart. Nothing marked.'])
  })

  it('is the same to the byte, small, quick and without missing glyphs', async () => {
    const first = await print([single])
    expect(Buffer.compare(first, await print([single]))).toBe(0)
    expect(missingGlyphsIn(first)).toBe(0)
    const fontOnly = await print([])
    expect(first.length - fontOnly.length).toBeLessThan(40_000)
    const paper = await newPaper('', '', { paperSize: 'letter', createdAt: new Date(0), fonts })
    addPage(paper)
    const times = Array.from({ length: 12 }, () => {
      const from = performance.now()
      drawBodyChart(paper, PLACE, { chart: single })
      return performance.now() - from
    })
    // Two figures a chart; the quickest of several, because other work may share the machine.
    expect(Math.min(...times) / 2).toBeLessThan(30)
  })
})

it.each([
  ['trunk', ['tp lev r 3 > temporalis r'], []],
  ['thighs', ['numb fingers r'], []],
  ['thighs', ['pain ql r'], ['forearm-left']],
  ['whole', ['pain calf r'], []],
  ['whole', ['pain ql r'], ['lower-leg-left']],
] as const)('draws the %s where it is enough for %j, keeping off %j', (part, typed, offLimits) => {
  expect(partShown({ visits: [{ caption: '', marks: marked(...typed) }], shows: 'numbers', offLimits, hasKey: false })).toBe(part)
})

it('keeps every outline of the figure, simplified, and a path for every region', () => {
  for (const view of ['front', 'back'] as const) {
    expect(bodyPath(view)).toMatch(/^(\d+ \d+ m( \d+ \d+ l)+ h ?)+$/)
    expect(bodyPath(view).length).toBeLessThan(12_000)
  }
  for (const region of REGIONS) expect(regionsPath('front', [region]) + regionsPath('back', [region]), region).not.toBe('')
})
