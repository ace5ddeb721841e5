import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { clinicFiles } from '../access/clinic-files.ts'
import { type Host, timeZoneOf } from '../access/host.ts'
import { type KdfCost, ORDINARY_COST } from '../access/key-slot.ts'
import { type Clock, clinicClock } from './clock.ts'
import type { DesktopPort } from './desktop-port.ts'
import { oneAfterAnother } from './in-turn.ts'
import type { Logger } from './logger.ts'

/** What the surroundings give: folders, desktop, log, and in tests the time, the ids and a cheap password cost. */
export type AppOptions = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly desktop: DesktopPort
  readonly log: Logger
  readonly version: string
  readonly clock?: Partial<Clock>
  readonly newId?: () => string
  readonly kdfCost?: KdfCost
  /** A clinic set up in this folder is a demo: it says so, and quitting makes no backup. */
  readonly makesDemo?: boolean
  /** A short visit beside an app that may be running: it leaves the temporary papers alone and makes no backup on leaving. */
  readonly isHeadless?: boolean
  /** Whether every answer is checked against the contract (in tests). */
  readonly checksAnswers?: boolean
}

/** A host on a data folder, before anything is opened. `emit` tells the windows. */
export function createHost(options: AppOptions, emit: Host['emit']): Host {
  const own = clinicFiles(options.dataDir)
  const host: Host = {
    own,
    demo: clinicFiles(join(options.dataDir, 'demo')),
    resourcesDir: options.resourcesDir,
    desktop: options.desktop,
    clock: clinicClock(options.clock ?? {}, () => timeZoneOf(host.open)),
    newId: options.newId ?? randomUUID,
    log: options.log,
    version: options.version,
    kdfCost: options.kdfCost ?? ORDINARY_COST,
    emit,
    inTurn: oneAfterAnother(),
    makesDemo: options.makesDemo ?? false,
    files: own,
    open: undefined,
    person: undefined,
    problem: undefined,
    locked: undefined,
  }
  return host
}
