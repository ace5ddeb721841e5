import type { Instant } from '../../shared/lib/dates.ts'
import { type Drawer, type DrawingLimits, refuseIfStopped, startDrawer } from './drawing-thread.ts'
import type { FrozenPaper } from './repository.ts'

/** What may stop the drawing: a signal (within 0.2 s), or one paper that takes longer than the limit in milliseconds (20 s if not told). */
export type DrawingOptions = { readonly signal?: AbortSignal | undefined; readonly timeLimit?: number }

/** The same for many papers; `onDrawn` is told after each how many are done. */
export type BatchOptions = DrawingOptions & { readonly onDrawn?: (done: number) => void }

const USUAL_LIMIT = 20_000
/** An idle thread holds parsed fonts, some 60 MB. */
const END_IDLE_AFTER = 60_000
/** A long batch and the paper somebody opens meanwhile. */
const MOST_THREADS = 2

const idle: Drawer[] = []
const waiting: (() => void)[] = []
let busy = 0
let idleTimer: NodeJS.Timeout | undefined

/**
 * Draws one frozen paper in a thread of its own, so that the records stay free to answer. Same content: same bytes.
 * Rejects with one sentence when it fails, takes too long or is stopped.
 */
export function drawOne(resourcesDir: string, paper: FrozenPaper, options: DrawingOptions = {}): Promise<Uint8Array> {
  return withDrawer(resourcesDir, options, async (drawer, limits) => whole(await drawer.ask({ ask: 'draw', paper }, limits)))
}

/** Draws many papers, each as a file of its own, one at a time: the next is drawn when it is asked for. Rejects at the first that fails. */
export async function* drawEach(resourcesDir: string, papers: Iterable<FrozenPaper>, options: BatchOptions = {}): AsyncGenerator<Uint8Array> {
  let done = 0
  for (const paper of papers) {
    const bytes = await drawOne(resourcesDir, paper, options)
    options.onDrawn?.(++done)
    yield bytes
  }
}

/**
 * Draws many papers into one file to be printed: shared fonts, a bookmark for each, every paper with its own page numbers, tagged paper by paper.
 * `madeAt` dates the file. Same papers, title and moment: same bytes. Rejects at the first that fails, and then nothing is kept.
 */
export function drawTogether(
  resourcesDir: string,
  papers: Iterable<FrozenPaper>,
  { title, madeAt, onDrawn, ...options }: BatchOptions & { readonly title: string; readonly madeAt: Instant },
): Promise<Uint8Array> {
  return withDrawer(resourcesDir, options, async (drawer, limits) => {
    await drawer.ask({ ask: 'begin', start: { title, madeAt } }, limits)
    let done = 0
    for (const paper of papers) {
      await drawer.ask({ ask: 'add', paper }, limits)
      onDrawn?.(++done)
    }
    return whole(await drawer.ask({ ask: 'finish' }, limits))
  })
}

type Work = (drawer: Drawer, limits: DrawingLimits) => Promise<Uint8Array>

async function withDrawer(resourcesDir: string, { signal, timeLimit = USUAL_LIMIT }: DrawingOptions, work: Work): Promise<Uint8Array> {
  refuseIfStopped(signal)
  while (busy >= MOST_THREADS) await new Promise<void>(resolve => waiting.push(resolve))
  clearTimeout(idleTimer)
  busy++
  const drawer = idle.pop() ?? startDrawer(resourcesDir)
  try {
    refuseIfStopped(signal)
    return await work(drawer, { signal, timeLimit })
  } finally {
    busy--
    if (drawer.isAlive()) idle.push(drawer)
    idleTimer = setTimeout(endIdle, END_IDLE_AFTER).unref()
    waiting.shift()?.()
  }
}

function endIdle(): void {
  for (const drawer of idle.splice(0)) drawer.end()
}

function whole(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('The drawing thread answered without a file.')
  return bytes
}
