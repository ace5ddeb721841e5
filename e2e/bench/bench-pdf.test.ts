import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawOne } from '../../electron/documents/drawing.ts'
import { PROJECT } from '../runtime.ts'
import { superbill } from './bench-papers.ts'
import { benchPdf } from './bench-pdf.ts'
import { lettersOf, placedWords } from './placed-words.ts'
import { printFloor } from './print-floor.ts'

describe('the benchmark of papers, in its short form', () => {
  it('measures every kind of printing', async () => {
    const figures = await benchPdf({ rounds: 1, papers: 2, batch: 4, withChromium: false })
    expect(figures.map(({ name }) => name)).toEqual(['superbill', 'progress letter', '4 superbills, each', '4 in one file, each'])
    for (const { ours, floor } of figures) {
      expect(ours).toBeGreaterThan(0)
      expect(floor).toBeGreaterThan(0)
    }
  })

  it('asks the others for the same words', async () => {
    const ours = await placedWords(await drawOne(join(PROJECT, 'resources'), superbill(5)))
    expect(lettersOf(ours)).toContain('é')
    expect(lettersOf(await placedWords(await printFloor(ours)))).toBe(lettersOf(ours))
  })
})
