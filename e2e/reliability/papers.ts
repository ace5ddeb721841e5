import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { drawTogether } from '../../electron/documents/drawing.ts'
import { MADE_AT, superbills } from '../bench/bench-papers.ts'
import { PROJECT } from '../runtime.ts'

const USUAL_COUNT = 200
const IN_A_BATCH = 60

/**
 * Stops a batch of superbills again and again, each time a little later in its work. A drawing thread must never take the program down with it, and every stop
 * must be heard: a program that fell would print no last line. Answers whether every batch was stopped.
 */
export async function stopManyBatches(count = USUAL_COUNT): Promise<boolean> {
  let stopped = 0
  for (let i = 0; i < count; i++) {
    const stop = new AbortController()
    const late = async () => {
      await wait(i % 7)
      stop.abort()
    }
    const onDrawn = (done: number) => done === 1 + (i % (IN_A_BATCH / 2)) && void late()
    const batch = drawTogether(join(PROJECT, 'resources'), superbills(IN_A_BATCH), { title: 'Superbills', madeAt: MADE_AT, signal: stop.signal, onDrawn })
    stopped += await batch.then(
      () => 0,
      () => 1,
    )
    if ((i + 1) % 50 === 0) console.log(`${i + 1} batches …`)
  }
  console.log(`${stopped} of ${count} batches were stopped in their work, and the program went on.`)
  return stopped === count
}
