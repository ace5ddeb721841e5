import type { Person } from '../../shared/access/schema.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Database } from '../db/open.ts'
import type { Clock } from './clock.ts'
import type { DesktopPort } from './desktop-port.ts'
import type { Logger } from './logger.ts'

/** What every handler of an open clinic works with. `person` is who is signed in. */
export type Services = {
  readonly db: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly desktop: DesktopPort
  readonly log: Logger
  readonly person: Person
  /** The clinic's data folder; temporary papers go to its `papers/` subfolder and are removed at the next start. */
  readonly dataDir: string
  readonly resourcesDir: string
  /** Shows the clinic’s new name on the sign-in screen too, which reads it from the keyring. */
  readonly showName: (name: string) => void
  /** Tells the windows how far a long work is; see jobs.ts. */
  readonly emit: (event: AppEvent) => void
}
