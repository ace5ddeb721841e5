import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Instant } from '../../shared/lib/dates.ts'
import { drawEach, drawOne, drawTogether } from './drawing.ts'
import { fullLetter } from './progress-letter-samples.ts'
import { readBack } from './read-back.ts'
import type { FrozenPaper } from './repository.ts'
import { sampleSuperbill, sampleVisits } from './superbill-samples.ts'

const resources = join(import.meta.dirname, '../../resources')
const madeAt = Instant.parse('2026-11-05T15:00:00.000Z')
const superbill = (number: string, visits = 4): FrozenPaper => ({
  kind: 'superbill',
  paper: sampleSuperbill({ number, lines: sampleVisits(visits) }),
  paperSize: 'letter',
  issuedAt: madeAt,
})
const letter: FrozenPaper = { kind: 'progress-letter', paper: fullLetter('progress'), paperSize: 'a4', issuedAt: madeAt }

describe('drawing in a thread', () => {
  it('draws one paper, the same to the byte whatever was drawn before', async () => {
    const first = await drawOne(resources, superbill('SB-1'))
    await drawOne(resources, letter)
    expect(Buffer.compare(first, await drawOne(resources, superbill('SB-1')))).toBe(0)
    expect((await readBack(first)).text).toContain('SB-1')
  })

  it('draws many papers, one file each', async () => {
    const texts: string[] = []
    for await (const file of drawEach(resources, [superbill('SB-1'), letter, superbill('SB-2')])) texts.push((await readBack(file)).text)
    expect(texts.map(text => /SB-\d|Progress/.exec(text)?.[0])).toEqual(['SB-1', 'Progress', 'SB-2'])
  })

  it('draws many papers into one file, each with its own page numbers and its own part of the structure', async () => {
    const papers = [superbill('SB-1', 11), letter, superbill('SB-2')]
    const done: number[] = []
    const file = await drawTogether(resources, papers, { title: 'November 2026', madeAt, onDrawn: count => done.push(count) })
    const { pages, tags, title } = await readBack(file)
    expect(done).toEqual([1, 2, 3])
    expect(title).toBe('November 2026')
    expect(pages.map(page => /PAGE \d of \d|Page \d of \d/.exec(page)?.[0])).toEqual(['PAGE 1 of 2', 'PAGE 2 of 2', 'Page 1 of 1', 'PAGE 1 of 1'])
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(3)
  })
})
