import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase, openForReading } from './open.ts'
import { transaction } from './transaction.ts'

const dir = mkdtempSync(join(tmpdir(), 'myodesk-open-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const key = randomBytes(32)
let count = 0
const path = () => join(dir, `${++count}.db`)
const made = (file: string) => {
  const db = openDatabase(file, key, { mustExist: false })
  db.exec("CREATE TABLE words (word TEXT NOT NULL) STRICT; INSERT INTO words VALUES ('Plantar fasciitis')")
  return db
}

describe('opening the clinic’s file', () => {
  it('works under the safe settings, on an encrypted file', () => {
    const file = path()
    const db = made(file)
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'locking_mode', 'busy_timeout', 'cipher', 'legacy'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      'exclusive',
      2000,
      'sqlcipher',
      '4',
    ])
    const wal = readFileSync(`${file}-wal`)
    db.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    for (const bytes of [wal, readFileSync(file)]) {
      expect(bytes.includes('Plantar')).toBe(false)
      expect(bytes.includes('SQLite format 3')).toBe(false)
      expect(bytes.includes('CREATE TABLE')).toBe(false)
    }
  })

  it('refuses another key, a plain database and any other file, and leaves each as it was', () => {
    const encrypted = path()
    made(encrypted).close()
    const plain = path()
    const other = new DatabaseSync(plain)
    other.exec('CREATE TABLE t (a)')
    other.close()
    const text = path()
    writeFileSync(text, 'a letter to a patient, not a database. '.repeat(300))
    const empty = path()
    writeFileSync(empty, 'x')
    for (const [file, sentence, wrong] of [
      [encrypted, /another clinic’s key/, randomBytes(32)],
      [plain, /not encrypted/, key],
      [text, /damaged/, key],
      [empty, /damaged/, key],
    ] as const) {
      const before = readFileSync(file)
      expect(() => openDatabase(file, wrong, { mustExist: true })).toThrow(sentence)
      expect(() => openForReading(file, wrong)).toThrow(sentence)
      expect(readFileSync(file).equals(before)).toBe(true)
    }
    expect(() => openDatabase(path(), key, { mustExist: true })).toThrow()
    expect(existsSync(join(dir, `${count}.db`))).toBe(false)
  })

  it('keeps a second connection out', () => {
    const file = path()
    const db = made(file)
    expect(() => openDatabase(file, key, { mustExist: true })).toThrow(/locked/)
    db.close()
  }, 10_000)

  it('undoes inner work alone when it fails, and all of it when the outer fails', () => {
    const db = made(path())
    const words = () => db.prepare('SELECT word FROM words').pluck().all()
    const add = (word: string) => db.prepare('INSERT INTO words VALUES (?)').run(word)
    const fail = (word: string) =>
      transaction(db, () => {
        add(word)
        throw new Error('refused')
      })
    transaction(db, () => {
      add('kept')
      expect(() => fail('inner')).toThrow('refused')
    })
    expect(words()).toEqual(['Plantar fasciitis', 'kept'])
    expect(() =>
      transaction(db, () => {
        transaction(db, () => add('inner'))
        fail('outer')
      }),
    ).toThrow('refused')
    expect(words()).toEqual(['Plantar fasciitis', 'kept'])
    db.close()
  })
})
