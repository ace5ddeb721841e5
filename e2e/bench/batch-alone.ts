import { monitorEventLoopDelay } from 'node:perf_hooks'
import { drawEach, drawOne, drawTogether } from '../../electron/documents/drawing.ts'
import { MADE_AT, superbill, superbills } from './bench-papers.ts'
import { quantile, timed } from './figures.ts'

/** What a process that does nothing else measures of a batch; see run-alone.ts. Times in milliseconds. */
export type AloneFigures = {
  readonly first: number
  readonly separate: number
  readonly together: number
  readonly delay: number
  readonly cancel: number
  readonly megabytes: number
  readonly largest: number
  readonly togetherBytes: number
}

/** How often the event loop’s delay is looked at, in milliseconds. */
const EVERY = 2
const CANCELS = 7

/** Draws so many superbills in every way, and stops some batches. */
export async function measureAlone(resourcesDir: string, count: number): Promise<AloneFigures> {
  const first = await timed(() => drawOne(resourcesDir, superbill(0)))
  const papers = superbills(count)
  const loop = monitorEventLoopDelay({ resolution: EVERY })
  loop.enable()
  let largest = 0
  const separate = await timed(async () => {
    for await (const file of drawEach(resourcesDir, papers)) largest = Math.max(largest, file.length)
  })
  let togetherBytes = 0
  const together = await timed(async () => {
    togetherBytes = (await drawTogether(resourcesDir, papers, { title: 'Superbills', madeAt: MADE_AT })).length
  })
  loop.disable()
  const megabytes = process.resourceUsage().maxRSS / 1024
  const cancels: number[] = []
  for (let i = 0; i < CANCELS; i++) cancels.push(await cancelLatency(resourcesDir, count))
  return { first, separate, together, delay: loop.percentile(99) / 1e6 - EVERY, cancel: quantile(cancels, 1), megabytes, largest, togetherBytes }
}

/** From asking a batch to stop until it says it has. */
async function cancelLatency(resourcesDir: string, count: number): Promise<number> {
  const stop = new AbortController()
  let asked = Number.NaN
  const onDrawn = (done: number) => {
    if (done !== Math.ceil(count / 4)) return
    asked = performance.now()
    stop.abort()
  }
  const batch = drawTogether(resourcesDir, superbills(count), { title: 'Superbills', madeAt: MADE_AT, signal: stop.signal, onDrawn })
  const isStopped = await batch.then(
    () => false,
    () => true,
  )
  if (!isStopped) throw new Error('The batch was not stopped.')
  return performance.now() - asked
}
