import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import type { Refusal } from '../../shared/ipc/result.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PersonId } from '../../shared/lib/ids.ts'
import type { SetUp } from '../../shared/practice/set-up.ts'
import { type App, createApp } from '../app/create-app.ts'
import type { AppOptions } from '../app/create-host.ts'
import { type FakeDesktop, fakeDesktop } from './fake-desktop.ts'
import { aSetUp } from './set-up.ts'

/** The whole product on a temporary folder: real database, real router; only the desktop, the time and the ids are the test’s. */
export type TestApp = {
  readonly app: App
  readonly dir: string
  readonly desktop: FakeDesktop
  /** Log lines so far: event names and codes. */
  readonly log: string[]
  /** The answer to a request. Throws a `DomainError` when it is refused. */
  request<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  /** The refusal of a request that must be refused. Throws when it was not. */
  refuse(channel: Channel, input: unknown): Promise<Refusal>
  /** Sets the time; the clinic’s day follows. */
  setNow(instant: string): void
  /** Closes the app and removes the folder. */
  remove(): Promise<void>
}

/** A Thursday morning, 9:52 in Denver. */
export const TEST_NOW = '2026-11-19T16:52:00.000Z'
/** Cheap on purpose: tests sign in often. */
export const TEST_KDF = { N: 1024, r: 1, p: 1 } as const

/** An app on a fresh folder (or on `dir`), nobody signed in. */
export function testApp(given: Partial<AppOptions> & { dir?: string } = {}): TestApp {
  const dir = given.dir ?? mkdtempSync(join(tmpdir(), 'myodesk-test-'))
  const desktop = fakeDesktop()
  const log: string[] = []
  const time = { now: TEST_NOW as Instant }
  const app = createApp({
    dataDir: dir,
    resourcesDir: resolve(import.meta.dirname, '../../resources'),
    desktop,
    log: { info: event => log.push(event), error: (event, error) => log.push(`${event}: ${String(error)}`) },
    version: '0.0.0-test',
    clock: { now: () => time.now },
    newId: countedIds(),
    kdfCost: TEST_KDF,
    checksAnswers: true,
    ...given,
  })
  return {
    app,
    dir,
    desktop,
    log,
    async request(channel, input) {
      const result = await app.invoke(channel, input)
      if (result.ok) return result.value as never
      throw new DomainError(result.error.code, explained(channel, result.error, log), result.error.fields)
    },
    async refuse(channel, input) {
      const result = await app.invoke(channel, input)
      if (result.ok) throw new Error(`${channel} was not refused: ${JSON.stringify(result.value).slice(0, 300)}`)
      return result.error
    },
    setNow(instant) {
      time.now = instant as Instant
    },
    async remove() {
      await app.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** An app with a new clinic and its owner signed in. `recoveryKey` as shown at set-up. */
export async function signedInApp(
  given: Partial<AppOptions> & { dir?: string; setUp?: SetUp } = {},
): Promise<TestApp & { recoveryKey: string; ownerId: PersonId }> {
  const { setUp, ...options } = given
  const test = testApp(options)
  const { recoveryKey, status } = await test.request('access.setUpClinic', setUp ?? aSetUp())
  if (!status.person) throw new Error('Set-up did not sign the owner in.')
  return { ...test, recoveryKey, ownerId: status.person.id }
}

/** The id of a number, as tests give them out. */
export function countedId(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

/** Ids that count up, so that a test’s records have the same ids each time. Start higher for a second run on the same folder. */
export function countedIds(after = 0): () => string {
  let count = after
  return () => countedId(++count)
}

// A test that meets the sentence for the unexpected needs to know what really happened.
function explained(channel: string, error: Refusal, log: readonly string[]): string {
  if (error.code === 'unexpected') return `${channel}: ${error.message} ${log.at(-1) ?? ''}`
  return error.fields ? `${error.message} ${JSON.stringify(error.fields)}` : error.message
}
