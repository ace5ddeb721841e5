import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { drawEach, drawOne, drawTogether } from '../../electron/documents/drawing.ts'
import type { FrozenPaper } from '../../electron/documents/repository.ts'
import { PROJECT } from '../runtime.ts'
import type { AloneFigures } from './batch-alone.ts'
import { letter, MADE_AT, superbill, superbills } from './bench-papers.ts'
import { buildAlone } from './build-alone.ts'
import { type Contender, interleaved, median, ms, printTable, timed, timesFaster } from './figures.ts'
import { lettersOf, placedWords } from './placed-words.ts'
import { htmlOf, type PrintingBrowser, startChromium } from './print-chromium.ts'
import { printFloor } from './print-floor.ts'

/** How much is measured: rounds, papers of one kind in a round, and papers of a batch. */
export type PdfBench = { readonly rounds: number; readonly papers: number; readonly batch: number; readonly withChromium: boolean }

/** What came out: how many times faster than Chromium (NaN without it) and than the floor, and the milliseconds of ours for one piece. */
export type PdfFigures = {
  readonly name: string
  readonly ours: number
  readonly chromium: number
  readonly floor: number
  readonly versusChromium: number
  readonly versusFloor: number
}

const RESOURCES = join(PROJECT, 'resources')
/** Chromium prints so many pages of a long batch at once; more is counted by proportion. */
const PAGES_AT_ONCE = 100
const IN_A_ROW = 5

/** Measures papers side by side and prints what came out. Fails when others would not have printed the same words, never for being slow. */
export async function benchPdf(bench: PdfBench): Promise<PdfFigures[]> {
  const chromium = bench.withChromium ? await startChromium() : undefined
  try {
    console.log(chromium ? `Beside Chromium ${chromium.version}, warm, printing the same words in the same fonts, tagged.` : 'Without Chromium.')
    const figures = [
      await benchOne('superbill', superbill(0), { ...bench, chromium }),
      await benchOne('progress letter', letter(), { ...bench, chromium }),
      ...(await benchBatch({ ...bench, chromium })),
    ]
    printFigures(figures, bench)
    return figures
  } finally {
    await chromium?.close()
  }
}

/** Prints what a process that draws only a batch needs, measured in one. */
export async function benchAlone(count: number): Promise<AloneFigures> {
  const figures: AloneFigures = JSON.parse(execFileSync(process.execPath, [await buildAlone(), RESOURCES, String(count)], { encoding: 'utf8' }))
  printTable(`In a process of its own, ${count} superbills`, [
    ['first paper after start', ms(figures.first)],
    ['separate files, all', ms(figures.separate)],
    ['one file, all', ms(figures.together)],
    ['event loop of the main thread meanwhile, delay p99', ms(figures.delay)],
    ['from “stop” to stopped, the longest of some', ms(figures.cancel)],
    ['peak memory (RSS)', `${figures.megabytes.toFixed(0)} MB`],
    ['largest file', `${(figures.largest / 1000).toFixed(1)} KB`],
    ['the one file, for each paper', `${(figures.togetherBytes / count / 1000).toFixed(1)} KB`],
  ])
  return figures
}

type Sides = PdfBench & { readonly chromium: PrintingBrowser | undefined }

async function benchOne(name: string, paper: FrozenPaper, { rounds, papers, chromium }: Sides): Promise<PdfFigures> {
  const words = await placedWords(await drawOne(RESOURCES, paper))
  const html = htmlOf(words)
  const times = (work: () => Promise<unknown>, count: number) => async () => {
    const each: number[] = []
    for (let i = 0; i < count; i++) each.push(await timed(work))
    return median(each)
  }
  const contenders: Contender[] = [
    { name: 'ours', round: times(() => drawOne(RESOURCES, paper), papers) },
    { name: 'floor', round: times(() => printFloor(words), papers) },
  ]
  if (chromium) {
    await chromium.load(html)
    refuseOtherWords(name, words, await placedWords(await chromium.print()))
    contenders.push({ name: 'chromium', round: times(() => chromium.print(), IN_A_ROW) })
  }
  return figuresOf(name, await interleaved(contenders, rounds))
}

async function benchBatch({ rounds, batch, chromium }: Sides): Promise<PdfFigures[]> {
  const papers = superbills(batch)
  const words = await Promise.all(
    papers.slice(0, Math.min(PAGES_AT_ONCE, batch)).map(async paper => (await placedWords(await drawOne(RESOURCES, paper))).flat()),
  )
  const each = async () => {
    for await (const file of drawEach(RESOURCES, papers)) if (file.length === 0) throw new Error('A paper is empty.')
  }
  const oneByOne = async () => {
    for (const page of words) await printFloor([page])
  }
  const separate: Contender[] = [
    { name: 'ours', round: async () => (await timed(each)) / batch },
    { name: 'floor', round: async () => (await timed(oneByOne)) / words.length },
  ]
  const together: Contender[] = [
    { name: 'ours', round: async () => (await timed(() => drawTogether(RESOURCES, papers, { title: 'Superbills', madeAt: MADE_AT }))) / batch },
    { name: 'floor', round: async () => (await timed(() => printFloor(words))) / words.length },
  ]
  if (chromium) {
    separate.push({ name: 'chromium', round: () => printSeparately(chromium, words.slice(0, IN_A_ROW * 2)) })
    together.push({ name: 'chromium', round: () => printTogether(chromium, words) })
  }
  return [
    figuresOf(`${batch} superbills, each`, await interleaved(separate, rounds)),
    figuresOf(`${batch} in one file, each`, await interleaved(together, rounds)),
  ]
}

type Page = Awaited<ReturnType<typeof placedWords>>[number]

/** Only the printing is counted, not the loading. */
async function printSeparately(chromium: PrintingBrowser, pages: readonly Page[]): Promise<number> {
  const each: number[] = []
  for (const page of pages) {
    await chromium.load(htmlOf([page]))
    each.push(await timed(() => chromium.print()))
  }
  return median(each)
}

async function printTogether(chromium: PrintingBrowser, pages: readonly Page[]): Promise<number> {
  await chromium.load(htmlOf(pages))
  return (await timed(() => chromium.print())) / pages.length
}

function refuseOtherWords(name: string, ours: readonly Page[], theirs: readonly Page[]): void {
  if (lettersOf(ours) !== lettersOf(theirs)) throw new Error(`Chromium was not asked to print the words of the ${name}.`)
}

function figuresOf(name: string, rounds: ReadonlyMap<string, number[]>): PdfFigures {
  const [ours = [], chromium = [], floor = []] = ['ours', 'chromium', 'floor'].map(contender => rounds.get(contender) ?? [])
  return {
    name,
    ours: median(ours),
    chromium: median(chromium),
    floor: median(floor),
    versusChromium: timesFaster(chromium, ours),
    versusFloor: timesFaster(floor, ours),
  }
}

function printFigures(figures: readonly PdfFigures[], { rounds, papers }: PdfBench): void {
  const said = (figure: number, words: (figure: number) => string) => (Number.isNaN(figure) ? '' : words(figure))
  const times = (figure: number) => `${figure.toFixed(1)} ×`
  printTable(`One paper, median of ${rounds} rounds in turn (${papers} papers in a round)`, [
    ['', 'ours', 'Chromium', 'pdfkit, untagged', 'faster than Chromium', 'than pdfkit'],
    ...figures.map(({ name, ours, chromium, floor, versusChromium, versusFloor }) => [
      name,
      ms(ours),
      said(chromium, ms),
      said(floor, ms),
      said(versusChromium, times),
      said(versusFloor, times),
    ]),
  ])
}
