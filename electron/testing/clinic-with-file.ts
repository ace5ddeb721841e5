import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { prepareFolder } from '../access/clinic-files.ts'
import { createHost } from '../app/create-host.ts'
import type { Database } from '../db/open.ts'
import { handlers } from '../ipc/handlers.ts'
import { createRouter } from '../ipc/router.ts'
import { fakeDesktop } from './fake-desktop.ts'
import { aSetUp } from './set-up.ts'
import { countedIds, TEST_KDF, TEST_NOW, type TestApp } from './test-app.ts'

/** A clinic with its owner signed in, whose open file the test may read beside the requests; closed and removed when the test ends. */
export async function clinicWithFile(): Promise<{ readonly test: TestApp; readonly db: Database }> {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-file-'))
  const desktop = fakeDesktop()
  const log: string[] = []
  const time = { now: TEST_NOW as Instant }
  const resourcesDir = resolve(import.meta.dirname, '../../resources')
  const logger = { info: (event: string) => log.push(event), error: (event: string, error: unknown) => log.push(`${event}: ${String(error)}`) }
  const clock = { now: () => time.now }
  const host = createHost({ dataDir: dir, resourcesDir, desktop, log: logger, version: '0', kdfCost: TEST_KDF, newId: countedIds(), clock }, () => undefined)
  prepareFolder(host.own)
  const services = () => {
    if (!host.open || !host.person) throw new Error('Nobody is signed in.')
    return { ...host, db: host.open.db, person: host.person, dataDir: dir, showName: () => undefined }
  }
  const invoke = createRouter(handlers, { host, services, checksAnswers: true })
  const close = async () => host.open?.db.close()
  const test: TestApp = {
    app: { invoke, onEvent: () => () => undefined, readPaper: async () => undefined, close: async () => void (await close()) },
    dir,
    desktop,
    log,
    async request(channel, input) {
      const result = await invoke(channel, input)
      if (result.ok) return result.value as never
      throw new DomainError(result.error.code, `${channel}: ${result.error.message} ${JSON.stringify(result.error.fields ?? {})} ${log.at(-1) ?? ''}`)
    },
    async refuse(channel, input) {
      const result = await invoke(channel, input)
      if (result.ok) throw new Error(`${channel} was not refused: ${JSON.stringify(result.value).slice(0, 300)}`)
      return result.error
    },
    setNow(instant) {
      time.now = instant as Instant
    },
    async remove() {
      await close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  onTestFinished(() => test.remove())
  await test.request('access.setUpClinic', aSetUp())
  return { test, db: services().db }
}
