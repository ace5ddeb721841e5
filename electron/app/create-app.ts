import { rmSync } from 'node:fs'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { prepareFolder } from '../access/clinic-files.ts'
import { closeClinic, type Host, openHere } from '../access/host.ts'
import { personIn } from '../access/passwords.ts'
import { backUp, changedSinceBackup } from '../data/backup.ts'
import { handlers } from '../ipc/handlers.ts'
import { createRouter } from '../ipc/router.ts'
import { type AppOptions, createHost } from './create-host.ts'
import type { Services } from './services.ts'

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
      closing ??= Promise.allSettled(working).then(() => closeDown(host, options.backsUpOnQuit ?? true))
      return closing
    },
  }
}

function servicesOf(host: Host): Services {
  const person = personIn(host)
  const { db } = openHere(host)
  const { clock, newId, desktop, log, resourcesDir } = host
  return { db, clock, newId, desktop, log, person, dataDir: host.files.dir, resourcesDir, changed: () => host.emit({ kind: 'changed' }) }
}

// A backup that fails must not keep the app from closing: the records themselves are safe in the file.
function closeDown(host: Host, backsUp: boolean) {
  try {
    const isDemo = host.files === host.demo || host.makesDemo
    if (backsUp && host.open && !isDemo && changedSinceBackup(host.open.db)) backUp(host, { kind: 'on-quit' })
  } catch (error) {
    host.log.error('backup on quit', error)
  } finally {
    closeClinic(host)
    removePapers(host)
  }
}

// A viewer may still hold one open; what stays is removed at the next start.
function removePapers(host: Host) {
  try {
    rmSync(host.files.papers, { recursive: true, force: true })
  } catch (error) {
    host.log.error('papers on quit', error)
  }
}
