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

  it('says in one sentence that a paper cannot be drawn, and draws the next', async () => {
    const broken: FrozenPaper = { ...superbill('SB-1'), paper: { nothing: true } }
    await expect(drawOne(resources, broken)).rejects.toThrow('This paper could not be drawn')
    expect((await drawOne(resources, superbill('SB-2'))).length).toBeGreaterThan(1000)
  })

  it('stops a paper that takes too long, and draws the next', async () => {
    await expect(drawOne(resources, superbill('SB-1', 2000), { timeLimit: 5 })).rejects.toThrow('took too long')
    expect((await drawOne(resources, superbill('SB-2'))).length).toBeGreaterThan(1000)
  })

  it('stops a batch within 0.2 seconds of being asked, while the clinic’s own thread goes on', async () => {
    const stop = new AbortController()
    let asked = 0
    const onDrawn = (done: number) => {
      if (done !== 3) return
      asked = performance.now()
      stop.abort()
    }
    const papers = Array.from({ length: 200 }, (_, i) => superbill(`SB-${i}`))
    await expect(drawTogether(resources, papers, { title: 'Superbills', madeAt, signal: stop.signal, onDrawn })).rejects.toThrow('Drawing was stopped')
    expect(performance.now() - asked).toBeLessThan(200)
    await expect(drawOne(resources, superbill('SB-1'), { signal: stop.signal })).rejects.toThrow('Drawing was stopped')
  })

  it('draws one paper while a batch is left half read', async () => {
    for await (const file of drawEach(resources, [superbill('SB-1'), superbill('SB-2'), superbill('SB-3')])) {
      expect(Buffer.compare(file, await drawOne(resources, superbill('SB-1')))).toBe(0)
      break
    }
    expect((await readBack(await drawOne(resources, superbill('SB-4')))).text).toContain('SB-4')
  })

  it('takes a word of 20,000 letters in its stride', async () => {
    const bill = sampleSuperbill({ number: 'SB-1' })
    const long = 'W'.repeat(20_000)
    const paper = { ...bill, patient: { ...bill.patient, name: long }, diagnoses: bill.diagnoses.map(diagnosis => ({ ...diagnosis, label: long })) }
    const { text } = await readBack(await drawOne(resources, { ...superbill('SB-1'), paper }, { timeLimit: 10_000 }))
    expect(text).toContain('WWWW')
    expect(text).toContain('…')
  })
})
