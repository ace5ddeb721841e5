import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Migration, migrate, schemaText, versionOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open.ts'

const dir = mkdtempSync(join(tmpdir(), 'myodesk-migrate-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
let count = 0
const fresh = () => openDatabase(join(dir, `${++count}.db`), randomBytes(32), { mustExist: false })
const SNAPSHOT = resolve(import.meta.dirname, 'migrations/schema.snapshot.sql')

const first: Migration = { version: 1, name: 'parents', sql: 'CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT; INSERT INTO parents VALUES (1)' }
const second: Migration = {
  version: 2,
  name: 'children',
  sql: 'CREATE TABLE children (parent INTEGER NOT NULL REFERENCES parents (id)) STRICT; INSERT INTO children VALUES (1)',
}

describe('migrations', () => {
  it('are numbered 1, 2, 3 …', () => {
    expect(migrations.map(step => step.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('make the schema of the snapshot (run with UPDATE_SCHEMA=1 to write it anew)', () => {
    const db = fresh()
    migrate(db, migrations, () => undefined)
    const text = schemaText(db)
    if (process.env.UPDATE_SCHEMA) writeFileSync(SNAPSHOT, text)
    expect(text).toBe(readFileSync(SNAPSHOT, 'utf8'))
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  it('copy an existing file aside once, and never a new one', () => {
    const db = fresh()
    const copies: number[] = []
    migrate(db, [first], () => copies.push(versionOf(db)))
    expect(copies).toEqual([])
    migrate(db, [first, second], () => copies.push(versionOf(db)))
    migrate(db, [first, second], () => copies.push(versionOf(db)))
    expect(copies).toEqual([1])
    db.close()
  })

  it('leave the file as it was before a step that fails or would break a reference', () => {
    const db = fresh()
    migrate(db, [first], () => undefined)
    const before = schemaText(db)
    const orphan: Migration = {
      version: 2,
      name: 'orphan',
      up: open => void open.exec('CREATE TABLE c (p INTEGER REFERENCES parents (id)); INSERT INTO c VALUES (9)'),
    }
    const broken: Migration = { version: 2, name: 'broken', sql: 'CREATE TABLE half (a); CREATE TABEL' }
    const refused: Migration = { version: 2, name: 'no copy', sql: 'CREATE TABLE never (a)' }
    expect(() => migrate(db, [first, orphan], () => undefined)).toThrow('1 broken references')
    expect(() => migrate(db, [first, broken], () => undefined)).toThrow(/syntax/)
    expect(() =>
      migrate(db, [first, refused], () => {
        throw new Error('disk full')
      }),
    ).toThrow('disk full')
    expect([versionOf(db), schemaText(db), db.pragma('foreign_keys', { simple: true })]).toEqual([1, before, 1])
    db.close()
  })

  it('refuse a file from a newer Myodesk', () => {
    const db = fresh()
    migrate(db, [first, second], () => undefined)
    expect(() => migrate(db, [first], () => undefined)).toThrow(/newer Myodesk/)
    db.close()
  })
})
