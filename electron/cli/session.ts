import { resolve } from 'node:path'
import { DEMO_PASSWORD } from '../../shared/access/demo-password.ts'
import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { clinicFiles } from '../access/clinic-files.ts'
import { findKeyring } from '../access/keyring.ts'
import type { Clock } from '../app/clock.ts'
import { type App, createApp } from '../app/create-app.ts'
import { lineLogger } from '../app/logger.ts'
import { dataDirFrom, resourcesDirFrom, thisComputer } from '../app/paths.ts'
import { clockStartingAt } from '../desktop/clock-from-env.ts'
import type { Options } from './arguments.ts'
import { passwordFrom } from './password.ts'

/** A run of the headless clinic on one folder. */
export type Session = {
  readonly app: App
  readonly dir: string
  readonly options: Options
  /** The answer to a request. Throws a `DomainError` when it is refused. */
  request<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  /** Where the next paper or backup is saved: the headless answer to “save as”. */
  saveTo(path: string): void
}

/** The time of a run: the computer’s, or one that starts at `MYODESK_NOW` (tests and the demo). */
export function headlessClock(): Partial<Clock> {
  return clockStartingAt(process.env.MYODESK_NOW) ?? {}
}

/** The clinic’s folder of a run. Throws `storage` for a synced or network folder. */
export function clinicDirOf({ data }: Options): string {
  const computer = thisComputer()
  return dataDirFrom(data === undefined ? computer : { ...computer, env: { ...computer.env, MYODESK_DATA_DIR: data } })
}

/** What is said where there is no clinic. */
export const noClinicIn = (dir: string) => new DomainError('not_found', `There is no clinic in ${dir}. Make one with: clinic --data DIR init`)

/** Opens the records without a window; dialogs are answered from the arguments and nothing is opened in a viewer. No backup on leaving: scripts ask for one. */
export function openSession(options: Options): Session {
  const dir = clinicDirOf(options)
  const saved: string[] = []
  const clock = headlessClock()
  const app = createApp({
    dataDir: dir,
    resourcesDir: resourcesDirFrom(undefined),
    desktop: {
      chooseSavePath: async () => saved.shift(),
      chooseFile: async () => (options.file === undefined ? undefined : resolve(options.file)),
      chooseFolder: async () => (options.out === undefined ? undefined : resolve(options.out)),
      openFile: async () => undefined,
    },
    log: lineLogger(line => process.env.MYODESK_LOG && process.stderr.write(line)),
    version: 'headless',
    isHeadless: true,
    clock,
  })
  return {
    app,
    dir,
    options,
    async request(channel, input) {
      const result = await app.invoke(channel, input)
      if (result.ok) return result.value as never
      throw new DomainError(result.error.code, result.error.message, result.error.fields)
    },
    saveTo: path => void saved.push(resolve(path)),
  }
}

/** Signs in the clinic’s owner, or the one person there is, with the password of this run. The demo clinic needs none. Throws in words. */
export async function signInHeadless(session: Session) {
  const { state, people, problem } = await session.request('access.status', {})
  if (state === 'open') return
  if (state === 'empty') throw noClinicIn(session.dir)
  const person = people.find(one => one.role === 'owner') ?? people[0]
  if (!person || state === 'blocked') throw new DomainError('storage', problem ?? 'The clinic cannot be opened.')
  await session.request('access.signIn', { personId: person.id, password: await passwordOf(session) })
}

/** The password of this run; the demo clinic’s is known. */
export async function passwordOf({ dir, options }: Session, question = 'Password: '): Promise<string> {
  const found = findKeyring(clinicFiles(dir).keyring)
  if (found.kind === 'usable' && found.keyring.isDemo) return DEMO_PASSWORD
  return passwordFrom(options, question)
}
