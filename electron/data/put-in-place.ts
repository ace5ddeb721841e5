import { chmodSync, closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../db/sqlite-errors.ts'

const RETRIES_MS = [20, 50, 120, 300, 700] as const

/** Renames a finished file to its final name, readable by its owner alone, and makes that last through a power cut. Replaces a file of that name. */
export function putInPlace(from: string, to: string) {
  chmodSync(from, 0o600)
  sync(from, 'r+')
  renameWithPatience(from, to)
  syncFolder(dirname(to))
}

/** Renames a finished folder to its final name, which must be free, and makes that last through a power cut: all of its files are there, or none. */
export function putFolderInPlace(from: string, to: string) {
  syncFolder(from)
  renameWithPatience(from, to)
  syncFolder(dirname(to))
}

/** Writes a small file whole or not at all: a temporary name, synced, then renamed. */
export function writeWhole(path: string, text: string) {
  const temporary = `${path}.tmp`
  writeFileSync(temporary, text, { mode: 0o600 })
  putInPlace(temporary, path)
}

function sync(path: string, flags: string) {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

// Windows cannot open a folder to sync it; its renames are journaled.
function syncFolder(dir: string) {
  if (process.platform !== 'win32') sync(dir, 'r')
}

// A virus scanner may hold a new file for a moment on Windows.
function renameWithPatience(from: string, to: string) {
  for (const wait of RETRIES_MS) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (!/^(EBUSY|EPERM|EACCES)$/.test(codeOf(error)) || process.platform !== 'win32') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
  renameSync(from, to)
}
