import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { uniqueNames } from '../../shared/documents/file-name.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { putFolderInPlace } from '../data/put-in-place.ts'

/** A folder in the making: nobody sees its name before every file is in it. */
export type FolderInMaking = {
  /** Writes one file whole; a second one of the same name gets a number. */
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Gives the folder its name and returns where it stands. */
  finish(): string
  /** Removes everything. */
  discard(): Promise<void>
}

const UNFINISHED = /^\..+\.myodesk-part$/

/** Begins a folder `name` inside another; where one of that name stands already, `name (2)`. What an earlier run that was cut off left there is removed. */
export async function beginFolder(parent: string, name: string): Promise<FolderInMaking> {
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) throw new DomainError('storage', `There is no folder ${parent}. Choose another one.`)
  await removeUnfinished(parent)
  const temporary = join(parent, `.${name}.myodesk-part`)
  mkdirSync(temporary, { mode: 0o700 })
  const unique = uniqueNames()
  return {
    write: (file, bytes) => writeFile(join(temporary, unique(file)), bytes, { mode: 0o600, flush: true }),
    finish() {
      const place = freeFolder(join(parent, name))
      putFolderInPlace(temporary, place)
      return place
    },
    discard: () => rm(temporary, { recursive: true, force: true }),
  }
}

async function removeUnfinished(parent: string): Promise<void> {
  const left = readdirSync(parent, { withFileTypes: true }).filter(entry => entry.isDirectory() && UNFINISHED.test(entry.name))
  for (const { name } of left) await rm(join(parent, name), { recursive: true, force: true })
}

function freeFolder(wanted: string): string {
  let path = wanted
  for (let copy = 2; existsSync(path); copy++) path = `${wanted} (${copy})`
  return path
}

/** Writes a file whole or not at all, without keeping others waiting. */
export async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(temporary, bytes, { mode: 0o600, flush: true })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
