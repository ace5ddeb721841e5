import type { Instant } from '../../shared/lib/dates.ts'
import type { DrawRequest } from './drawing-messages.ts'
import { type Drawer, type DrawingLimits, refuseIfStopped, startDrawer } from './drawing-thread.ts'
import type { FrozenPaper } from './repository.ts'

/** What may stop the drawing: a signal (within 0.2 s), or one paper that takes longer than the limit in milliseconds (20 s if not told). */
export type DrawingOptions = { readonly signal?: AbortSignal | undefined; readonly timeLimit?: number }

/** The same for many papers; `onDrawn` is told after each how many are done. */
export type BatchOptions = DrawingOptions & { readonly onDrawn?: (done: number) => void }

/** Papers at hand, or made one by one when they are asked for. */
export type Papers = Iterable<FrozenPaper> | AsyncIterable<FrozenPaper>

const USUAL_LIMIT = 20_000
/** An idle thread holds parsed fonts, some 100 MB. */
const END_IDLE_AFTER = 60_000
/** A long batch and the paper somebody opens meanwhile. */
const MOST_THREADS = 2
/** So many papers of a batch are handed over ahead, so that neither thread waits for the other. */
const AHEAD = 4

const idle: Drawer[] = []
const waiting: (() => void)[] = []
let busy = 0
let idleTimer: NodeJS.Timeout | undefined

/**
 * Draws one frozen paper in a thread of its own, so that the records stay free to answer. Same content: same bytes.
 * Rejects with one sentence when it fails, takes too long or is stopped.
 */
export async function drawOne(resourcesDir: string, paper: FrozenPaper, options: DrawingOptions = {}): Promise<Uint8Array> {
  const drawer = await takeDrawer(resourcesDir, options)
  try {
    return whole(await drawer.ask({ ask: 'draw', paper }, limitsOf(options)))
  } finally {
    giveBack(drawer)
  }
}

/** Draws many papers, each as a file of its own, in their order; a few are drawn before they are asked for. Rejects at the first that fails. */
export async function* drawEach(resourcesDir: string, papers: Papers, options: BatchOptions = {}): AsyncGenerator<Uint8Array> {
  const drawer = await takeDrawer(resourcesDir, options)
  let done = 0
  try {
    for await (const bytes of answered(drawer, requests('draw', papers), limitsOf(options))) {
      options.onDrawn?.(++done)
      yield whole(bytes)
    }
  } finally {
    giveBack(drawer)
  }
}

/**
 * Draws many papers into one file to be printed: shared fonts, a bookmark for each, every paper with its own page numbers, tagged paper by paper.
 * `madeAt` dates the file. Same papers, title and moment: same bytes. Rejects at the first that fails, and then nothing is kept.
 */
export async function drawTogether(
  resourcesDir: string,
  papers: Papers,
  { title, madeAt, onDrawn, ...options }: BatchOptions & { readonly title: string; readonly madeAt: Instant },
): Promise<Uint8Array> {
  const drawer = await takeDrawer(resourcesDir, options)
  let done = 0
  try {
    await drawer.ask({ ask: 'begin', start: { title, madeAt } }, limitsOf(options))
    for await (const _ of answered(drawer, requests('add', papers), limitsOf(options))) onDrawn?.(++done)
    return whole(await drawer.ask({ ask: 'finish' }, limitsOf(options)))
  } finally {
    giveBack(drawer)
  }
}

const limitsOf = ({ signal, timeLimit = USUAL_LIMIT }: DrawingOptions): DrawingLimits => ({ signal, timeLimit })

async function* requests(ask: 'draw' | 'add', papers: Papers): AsyncGenerator<DrawRequest> {
  for await (const paper of papers) yield { ask, paper }
}

/** The answers in the order of the requests, of which a few are always under way. */
async function* answered(drawer: Drawer, work: AsyncIterable<DrawRequest>, limits: DrawingLimits): AsyncGenerator<Uint8Array | undefined> {
  const underWay: Promise<Uint8Array | undefined>[] = []
  for await (const request of work) {
    const answer = drawer.ask(request, limits)
    // Heard of when its turn comes, even if it fails before.
    answer.catch(() => undefined)
    underWay.push(answer)
    if (underWay.length >= AHEAD) yield await underWay.shift()
  }
  for (const answer of underWay) yield await answer
}

async function takeDrawer(resourcesDir: string, { signal }: DrawingOptions): Promise<Drawer> {
  refuseIfStopped(signal)
  while (busy >= MOST_THREADS) await new Promise<void>(resolve => waiting.push(resolve))
  busy++
  clearTimeout(idleTimer)
  return idle.pop() ?? startDrawer(resourcesDir)
}

/** A thread that was left in the middle of its work is ended: the next paper shall not wait for it. */
function giveBack(drawer: Drawer): void {
  busy--
  if (drawer.isFree()) idle.push(drawer)
  else drawer.end()
  idleTimer = setTimeout(() => {
    for (const one of idle.splice(0)) one.end()
  }, END_IDLE_AFTER).unref()
  waiting.shift()?.()
}

function whole(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('The drawing thread answered without a file.')
  return bytes
}
