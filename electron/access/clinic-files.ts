import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CLINIC_FILES } from '../app/paths.ts'
import { putInPlace } from '../data/put-in-place.ts'

/** Where a clinic’s files are. One folder holds one clinic. */
export type ClinicFiles = {
  readonly dir: string
  readonly database: string
  readonly keyring: string
  /** Failed sign-ins, so that guessing is slowed after a restart too. */
  readonly attempts: string
  readonly backups: string
  /** PDFs handed to the system’s viewer; emptied at each start. */
  readonly papers: string
  /** A new clinic’s database until its keyring is written. */
  readonly settingUp: string
  /** A verified database on its way into place. */
  readonly incoming: string
}

/** The layout of a clinic folder. */
export function clinicFiles(dir: string): ClinicFiles {
  return {
    dir,
    database: join(dir, CLINIC_FILES.database),
    keyring: join(dir, CLINIC_FILES.keyring),
    attempts: join(dir, CLINIC_FILES.attempts),
    backups: join(dir, 'backups'),
    papers: join(dir, 'papers'),
    settingUp: join(dir, CLINIC_FILES.settingUp),
    incoming: join(dir, CLINIC_FILES.incoming),
  }
}

/** Makes the folder ready at start, and finishes a move that a power cut interrupted. */
export function prepareFolder(files: ClinicFiles) {
  for (const dir of [files.dir, files.papers, files.backups]) mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (existsSync(files.database)) return
  if (existsSync(files.incoming)) putInPlace(files.incoming, files.database)
  else if (existsSync(files.settingUp) && existsSync(files.keyring)) putInPlace(files.settingUp, files.database)
}

/** Removes what an earlier run left: temporary papers, and copies that were cut off before they had their name. */
export function removeLeftovers(files: ClinicFiles) {
  rmSync(files.papers, { recursive: true, force: true })
  mkdirSync(files.papers, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(files.backups)) if (name.endsWith('.part')) rmSync(join(files.backups, name), { force: true })
}

/** Whether any of a clinic’s files are here, so that nothing new may be made over them. */
export function hasAnyFile(files: ClinicFiles): boolean {
  return [files.database, files.keyring, `${files.database}-wal`, files.incoming].some(path => existsSync(path))
}

/**
 * Moves the present files out of the way, never deleting them; the keyring stays in use and is copied along, because the file set aside may need it.
 * Returns the new path of the database, or null if there was none.
 */
export function setAside(files: ClinicFiles, stamp: string): string | null {
  const aside = join(files.dir, `set-aside-${stamp}.db`)
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(files.database + end)) renameSync(files.database + end, aside + end)
  }
  if (existsSync(files.keyring)) copyFileSync(files.keyring, join(files.dir, `set-aside-${stamp}.keyring.json`))
  return existsSync(aside) ? aside : null
}
