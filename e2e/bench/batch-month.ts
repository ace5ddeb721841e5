import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type App, createApp } from '../../electron/app/create-app.ts'
import { fakeDesktop } from '../../electron/testing/fake-desktop.ts'
import { TEST_PASSWORD } from '../../electron/testing/set-up.ts'
import { TEST_NOW } from '../../electron/testing/test-app.ts'
import type { BatchRequest } from '../../shared/documents/batch.ts'
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import { Instant } from '../../shared/lib/dates.ts'
import { JobId } from '../../shared/lib/ids.ts'
import { PROJECT } from '../runtime.ts'
import { MONTH } from './batch-clinic.ts'
import { timed } from './figures.ts'

/** One thing done with a month of superbills: how long it took, how late the main thread answered meanwhile (ms), and the memory held after it (MB). */
export type MonthFigure = {
  readonly name: string
  readonly took: number
  readonly p50: number
  readonly p99: number
  readonly longest: number
  readonly megabytes: number
}
/** All of them; from “stop” to stopped, the longest; and the peak memory. */
export type MonthFigures = { readonly figures: readonly MonthFigure[]; readonly cancel: number; readonly peak: number }

/** How often the event loop’s delay is looked at, in milliseconds. */
const EVERY = 2
const CANCELS = 6

/** Previews and prints the month of a clinic made by `batchClinic`, as the desk would. To be run in a process that does nothing else. */
export async function measureMonth(dir: string): Promise<MonthFigures> {
  const desktop = fakeDesktop()
  const log = { info: () => undefined, error: (event: string, error: unknown) => console.error(event, error) }
  const clock = { now: () => Instant.parse(TEST_NOW) }
  const app = createApp({ dataDir: dir, resourcesDir: join(PROJECT, 'resources'), desktop, log, version: '0', clock })
  const [owner] = (await ask(app, 'access.status', {})).people
  if (!owner) throw new Error('Nobody can sign in here.')
  await ask(app, 'access.signIn', { personId: owner.id, password: TEST_PASSWORD })
  const folder = join(dir, 'chosen')
  mkdirSync(folder, { recursive: true })
  const batch = async (as: BatchRequest['as']) => {
    desktop.chosenFolders.push(folder)
    const result = await startBatch(app, { as, jobId: JobId.parse(crypto.randomUUID()) })
    if (result?.state !== 'done') throw new Error(`The batch ended badly: ${result?.problem}`)
  }
  const preview = () => ask(app, 'documents.previewBatch', { ...MONTH, show: 'all', offset: 0 })
  const figures = [
    await measured('preview', preview),
    await measured('separate files, all new', () => batch('files')),
    await measured('preview of what was issued', preview),
    await measured('separate files, again', () => batch('files')),
    await measured('one PDF', () => batch('one')),
  ]
  let cancel = 0
  for (let i = 0; i < CANCELS; i++) {
    desktop.chosenFolders.splice(0, Number.POSITIVE_INFINITY, folder)
    cancel = Math.max(cancel, await cancelLatency(app, i % 2 === 0 ? 'one' : 'files'))
  }
  await app.close()
  return { figures, cancel, peak: process.resourceUsage().maxRSS / 1024 }
}

async function ask<C extends Channel>(app: App, channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await app.invoke(channel, input)
  if (!result.ok) throw new Error(`${channel}: ${result.error.message}`)
  // The bridge of the contract: the router answers each request with its own output.
  return result.value as Output<C>
}

const startBatch = (app: App, { as, jobId }: Pick<BatchRequest, 'as' | 'jobId'>) =>
  ask(app, 'documents.startBatch', { jobId, ...MONTH, patientIds: null, without: [], again: true, order: 'name', as })

async function measured(name: string, work: () => Promise<unknown>): Promise<MonthFigure> {
  const loop = monitorEventLoopDelay({ resolution: EVERY })
  loop.enable()
  const took = await timed(work)
  loop.disable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY)
  const megabytes = process.memoryUsage().rss / 1024 / 1024
  return { name, took, p50: late(loop.percentile(50)), p99: late(loop.percentile(99)), longest: late(loop.max), megabytes }
}

/** From asking a batch to stop, a quarter into it, until it says it has. */
async function cancelLatency(app: App, as: BatchRequest['as']): Promise<number> {
  const jobId = JobId.parse(crypto.randomUUID())
  let asked = Number.NaN
  const forget = app.onEvent(event => {
    if (event.kind !== 'progress' || !Number.isNaN(asked) || event.done < event.total / 4) return
    asked = performance.now()
    void app.invoke('documents.stopJob', { jobId })
  })
  const result = await startBatch(app, { as, jobId })
  forget()
  if (result?.state !== 'cancelled') throw new Error('The batch was not stopped.')
  return performance.now() - asked
}
