import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { type Database, openDatabase } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { takeInvoiceNumber } from './invoice-number.ts'

const key = randomBytes(32)
const day = localDate('2026-11-19')
let dir: string
let one: Database
let other: Database
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'myodesk-numbers-'))
  one = shared()
  migrate(one, migrations, () => undefined)
  other = shared()
})
afterEach(() => {
  one.close()
  other.close()
  rmSync(dir, { recursive: true, force: true })
})

// The product lets one connection at a time into the file; two are let in here to show that numbers would hold even then.
function shared(): Database {
  const db = openDatabase(join(dir, 'clinic.db'), key, { mustExist: false })
  db.pragma('journal_mode = DELETE')
  db.pragma('locking_mode = NORMAL')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  db.pragma('busy_timeout = 0')
  return db
}

const take = (db: Database) => transaction(db, () => takeInvoiceNumber(db, day))

describe('invoice numbers of two check-outs at once', () => {
  it('are taken one after the other: the second waits its turn, and none is given twice', () => {
    const first = transaction(one, () => {
      const number = takeInvoiceNumber(one, day)
      expect(() => take(other)).toThrow(/locked/)
      return number
    })
    expect([first, take(other), take(one)]).toEqual(['INV-2026-0001', 'INV-2026-0002', 'INV-2026-0003'])
  })
  it('have no gap where one of them came to nothing', () => {
    expect(take(one)).toBe('INV-2026-0001')
    expect(() =>
      transaction(one, () => {
        takeInvoiceNumber(one, day)
        throw new Error('The payment was too high.')
      }),
    ).toThrow('The payment was too high.')
    expect(take(other)).toBe('INV-2026-0002')
  })
})
