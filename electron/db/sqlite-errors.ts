import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DomainError } from '../../shared/lib/errors.ts'

const PAGE = 4096

/** The code of a database or file error (`SQLITE_FULL`, `ENOSPC`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Whether the library could not make sense of the first page: another key, no database, or damage there. */
export function isNotADatabase(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_NOTADB'
}

/** Whether a file is too short to hold one page. SQLite would take it for a new, empty database. False where there is no file. */
export function isTooShort(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? PAGE) < PAGE
}

/** Whether a file starts like an unencrypted SQLite file. False where there is no file. */
export function hasPlainHeader(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    const start = Buffer.alloc(15)
    readSync(file, start, 0, 15, 0)
    closeSync(file)
    return start.toString('latin1') === 'SQLite format 3'
  } catch {
    return false
  }
}

const FULL = 'The disk is full, so nothing was saved. Free some space and try again.'
const DAMAGED = 'The clinic’s file could not be read: it is damaged. Nothing was saved. Restore the newest backup.'
const DISK = 'The disk could not be read or written, so nothing was saved. Check the disk and try again.'
const BUSY = 'This clinic is already open in another Myodesk on this computer. Close that one first.'

const words: readonly (readonly [RegExp, ConstructorParameters<typeof DomainError>])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, ['storage', FULL]],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_(CORRUPTFS|DATA|DECRYPT))/, ['storage', DAMAGED]],
  [/^(SQLITE_(IOERR|CANTOPEN|READONLY|PROTOCOL)|EIO|EROFS|EACCES|EPERM|EMFILE|ENFILE|ENOENT|ENOTDIR|EEXIST|EISDIR|EBUSY)/, ['storage', DISK]],
  [/^SQLITE_(BUSY|LOCKED)/, ['storage', BUSY]],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/, ['conflict', 'This is in the records already. Nothing was saved.']],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, ['conflict', 'Something this belongs to is not in the records, or is still in use. Nothing was saved.']],
  [/^SQLITE_CONSTRAINT/, ['rule_broken', 'The records do not allow this. Nothing was saved.']],
]

/** Says a database or file error in clinic words; `undefined` for any other error. A trigger’s own sentence is kept: it is ours. */
export function storageRefusal(error: unknown): DomainError | undefined {
  const code = codeOf(error)
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && /^[A-Z].*\.$/.test(error.message)) return new DomainError('rule_broken', error.message)
  const found = words.find(([pattern]) => pattern.test(code))
  return found ? new DomainError(...found[1]) : undefined
}
