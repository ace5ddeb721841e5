import BetterSqlite from 'better-sqlite3'
import { DomainError } from '../../shared/lib/errors.ts'
import { codeOf, hasPlainHeader, isNotADatabase, isTooShort } from './sqlite-errors.ts'

/** An open connection to the clinic’s encrypted file. */
export type Database = BetterSqlite.Database
/** A prepared statement with its named parameters and its row. */
export type Statement<Params extends object, Row> = BetterSqlite.Statement<[Params], Row>

/** WAL-reset bugs before this release could corrupt a file, so older libraries are refused. */
const OLDEST_SQLITE = [3, 51, 3] as const
const BUSY_MS = 2000
const NOT_OPENED = 'The clinic’s file is damaged, is not a Myodesk clinic, or belongs to another clinic’s key. It was left as it is. Restore a backup.'

/**
 * Opens (or makes) the clinic’s file for work: SQLCipher v4 under the raw 32-byte data key, WAL, every commit synced, this process alone.
 * Throws `storage` with a sentence when the file is damaged, plain, under another key or open elsewhere. Never replaces anything.
 */
export function openDatabase(path: string, key: Uint8Array, options: { mustExist: boolean }): Database {
  return opened(path, () => {
    const db = new BetterSqlite(path, { fileMustExist: options.mustExist, timeout: BUSY_MS })
    return configured(db, () => {
      unlock(db, key)
      // Before the first read: a WAL file under EXCLUSIVE needs no shared memory, can be read on a full disk and keeps a second process out.
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.pragma(`busy_timeout = ${BUSY_MS}`)
      // 64 MB of decrypted pages: finding one of 50,000 patients takes a third of the time.
      db.pragma('cache_size = -65536')
      db.pragma('trusted_schema = OFF')
      // So that REPLACE too meets the triggers that keep signed notes and audit lines.
      db.pragma('recursive_triggers = ON')
      db.exec('BEGIN IMMEDIATE; COMMIT')
      assertPragmas(db, { locking_mode: 'exclusive', journal_mode: 'wal', synchronous: 2, foreign_keys: 1, recursive_triggers: 1, busy_timeout: BUSY_MS })
    })
  })
}

/** Opens a copy only to look at it: nothing is written, not even the journal mode. Throws as `openDatabase`. */
export function openForReading(path: string, key: Uint8Array): Database {
  return opened(path, () => {
    const db = new BetterSqlite(path, { fileMustExist: true, readonly: true, timeout: BUSY_MS })
    return configured(db, () => {
      unlock(db, key)
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('foreign_keys = ON')
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    })
  })
}

/**
 * Refuses while another program works in a clinic’s file: moving it would leave that program writing to a file nobody finds. Needs no key, changes
 * nothing and says nothing of the file’s soundness. Not to be called while this program has the file open: looking would let go of its lock.
 */
export function refuseIfInUse(path: string) {
  try {
    openForReading(path, new Uint8Array(32)).close()
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw error
  }
}

function unlock(db: Database, key: Uint8Array) {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes.')
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  assertVersion(String(db.prepare('SELECT sqlite_version()').pluck().get()))
}

function configured(db: Database, configure: () => void): Database {
  try {
    configure()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function opened(path: string, open: () => Database): Database {
  if (hasPlainHeader(path)) throw new DomainError('storage', 'This file is not encrypted, so it is not a Myodesk clinic. It was left as it is.')
  if (isTooShort(path)) throw new DomainError('storage', NOT_OPENED)
  try {
    return open()
  } catch (error) {
    if (isNotADatabase(error)) throw new DomainError('storage', NOT_OPENED)
    throw error
  }
}

function assertVersion(version: string) {
  const found = version.split('.').map(Number)
  for (const [index, wanted] of OLDEST_SQLITE.entries()) {
    const part = found[index] ?? 0
    if (part > wanted) return
    if (part < wanted) throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} is needed.`)
  }
}

function assertPragmas(db: Database, wanted: Readonly<Record<string, string | number>>) {
  for (const [name, value] of Object.entries(wanted)) {
    const found = db.pragma(name, { simple: true })
    if (found !== value) throw new Error(`The database did not accept ${name} = ${value}.`)
  }
}
