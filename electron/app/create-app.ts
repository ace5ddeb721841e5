import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { attendedDesktop } from '../access/attended-desktop.ts'
import { prepareFolder, removeLeftovers } from '../access/clinic-files.ts'
import { closeClinic, type Host, openHere } from '../access/host.ts'
import { personIn, showClinicName } from '../access/passwords.ts'
import { backUpOnLeaving } from '../data/backup.ts'
import { handlers } from '../ipc/handlers.ts'
import { createRouter } from '../ipc/router.ts'
import { type AppOptions, createHost } from './create-host.ts'
import type { Services } from './services.ts'

const LONGEST_WAIT_MS = 5000

/** The whole product without a window. */
export type App = {
  /** Makes a request; refusals are answers, it never throws. */
  invoke(channel: string, input: unknown): Promise<Result<unknown>>
  /** Hears `changed` after each successful command and `locked` when the session ends. Returns how to stop listening. */
  onEvent(listener: (event: AppEvent) => void): () => void
  /** The bytes of a paper for `app://clinic/papers/…`; `undefined` when signed out or unknown. */
  readPaper(path: string): Promise<Uint8Array | undefined>
  /** Backs up what changed since the last backup, then closes the file. Calling it again does nothing more. */
  close(): Promise<void>
}

/** Wires everything on a data folder. Nothing is opened until someone signs in. */
export function createApp(options: AppOptions): App {
  const listeners = new Set<(event: AppEvent) => void>()
  const host = createHost(options, event => {
    for (const listener of listeners) listener(event)
  })
  prepareFolder(host.own)
  if (!options.isHeadless) quietly(host, 'papers at start', () => removeLeftovers(host.own))
  const invoke = createRouter(handlers, { host, services: () => servicesOf(host), checksAnswers: options.checksAnswers ?? false })
  const working = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined
  return {
    invoke(channel, input) {
      if (closing) return Promise.resolve({ ok: false, error: { code: 'signed_out', message: 'Myodesk is closing. Nothing was saved.' } })
      const work = invoke(channel, input)
      working.add(work)
      return work.finally(() => working.delete(work))
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async readPaper(path) {
      if (!host.person || closing) return undefined
      const { readPaper } = await import('../documents/read-paper.ts')
      return await readPaper(servicesOf(host), path)
    },
    close() {
      closing ??= settled(working).then(() => closeDown(host, options.isHeadless ?? false))
      return closing
    },
  }
}

function servicesOf(host: Host): Services {
  const person = personIn(host)
  const { db } = openHere(host)
  const { clock, newId, log, resourcesDir, emit } = host
  const desktop = attendedDesktop(host, person)
  return { db, clock, newId, desktop, log, person, dataDir: host.files.dir, resourcesDir, emit, showName: name => showClinicName(host, name) }
}

// Work under way is let finish; an open dialog, which may never end, is not waited for.
function settled(working: ReadonlySet<Promise<unknown>>): Promise<unknown> {
  const longEnough = new Promise(resolve => setTimeout(resolve, LONGEST_WAIT_MS).unref())
  return Promise.race([Promise.allSettled(working), longEnough])
}

// A backup that fails must not keep the app from closing: the records themselves are safe in the file.
function closeDown(host: Host, isHeadless: boolean) {
  if (!isHeadless) backUpOnLeaving(host)
  closeClinic(host)
  // A viewer may still hold one open; what stays is removed at the next start.
  if (!isHeadless) quietly(host, 'papers on quit', () => removeLeftovers(host.files))
}

function quietly(host: Host, event: string, work: () => void) {
  try {
    work()
  } catch (error) {
    host.log.error(event, error)
  }
}
