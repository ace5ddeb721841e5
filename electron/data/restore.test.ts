import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { migrate, versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase, openForReading } from '../db/open.ts'
import { keep } from '../testing/clinic-folder.ts'
import { aSetUp, TEST_PASSWORD } from '../testing/set-up.ts'
import { countedIds, signedInApp, type TestApp, testApp } from '../testing/test-app.ts'

const clinic = async () => keep(await signedInApp())
const live = (test: TestApp) => join(test.dir, 'myodesk.db')
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const files = (test: TestApp) => readdirSync(test.dir).filter(name => statSync(join(test.dir, name)).isFile())

/** Renames the clinic, the smallest change of the records. */
async function rename(test: TestApp, name: string) {
  const { clinic: profile } = aSetUp()
  await test.request('practice.saveClinic', { ...profile, name })
}
const nameOf = async (test: TestApp) => (await test.request('practice.getClinic', {})).name

/** A copy of a backup, changed by direct SQL under its key. */
function changedCopy(test: TestApp & { recoveryKey: string }, backup: string, sql: string): string {
  const copy = join(test.dir, 'backups', 'changed.myodesk')
  writeFileSync(copy, readFileSync(backup))
  const db = openDatabase(copy, readRecoveryKey(test.recoveryKey), { mustExist: true })
  db.exec(sql)
  db.close()
  return copy
}

describe('restoring', () => {
  it('brings the backup’s records back and sets the present file aside', async () => {
    const test = await clinic()
    const backup = await test.request('data.backUp', {})
    await rename(test, 'Changed since')
    const { status, setAside } = await test.request('data.restore', { path: backup.path, password: TEST_PASSWORD })
    expect(status).toMatchObject({ state: 'open', person: { role: 'owner' } })
    expect(await nameOf(test)).toBe('Larkspur Medical Massage')
    const aside = openForReading(String(setAside), readRecoveryKey(test.recoveryKey))
    expect(aside.prepare('SELECT name FROM clinic').pluck().get()).toBe('Changed since')
    aside.close()
    expect(files(test).some(name => /restoring|incoming/.test(name))).toBe(false)
  })

  it.each(['missing', 'damaged'])('works when the live file is %s, with its old journal beside it', async kind => {
    const test = await clinic()
    const backup = await test.request('data.backUp', {})
    await rename(test, 'Changed since')
    const wal = readFileSync(`${live(test)}-wal`)
    await test.app.close()
    if (kind === 'missing') rmSync(live(test))
    else writeFileSync(live(test), Buffer.alloc(9000, 5))
    writeFileSync(`${live(test)}-wal`, wal)
    const next = keep(testApp({ dir: test.dir }))
    expect((await next.request('data.restore', { path: backup.path, password: TEST_PASSWORD })).status.state).toBe('open')
    expect(await nameOf(next)).toBe('Larkspur Medical Massage')
  })

  it('on a computer without the clinic needs the recovery key and a new password', async () => {
    const test = await clinic()
    const backup = await test.request('data.backUp', {})
    const other = keep(testApp({ newId: countedIds(500) }))
    const key = { path: backup.path, recoveryKey: test.recoveryKey }
    expect((await other.refuse('data.restore', { path: backup.path, password: TEST_PASSWORD })).message).toMatch(/keyring.json\) is missing/)
    expect(Object.keys((await other.refuse('data.restore', key)).fields ?? {})).toEqual(['newPassword'])
    expect((await other.request('access.status', {})).state).toBe('empty')
    const { status, setAside } = await other.request('data.restore', { ...key, newPassword: 'a new good password' })
    expect([status.state, status.clinicName, setAside]).toEqual(['open', 'Larkspur Medical Massage', null])
    await other.app.close()
    const next = keep(testApp({ dir: other.dir }))
    expect((await next.request('access.signIn', { personId: status.people[0]?.id as never, password: 'a new good password' })).state).toBe('open')
  })

  it('refuses what is not sound, newer, foreign or not there, and the live file stays as it was', async () => {
    const test = await clinic()
    const stranger = await clinic()
    const backup = (await test.request('data.backUp', {})).path
    const bytes = readFileSync(backup)
    const written = (name: string, content: Buffer) => {
      writeFileSync(join(test.dir, 'backups', name), content)
      return join(test.dir, 'backups', name)
    }
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(40_000) ^ 1, 40_000)
    const audit = "DROP TRIGGER audit_log_keeps_rows; UPDATE audit_log SET person_id = 'you' WHERE seq = 1"
    const candidates: readonly (readonly [string, RegExp])[] = [
      [written('flipped.myodesk', flipped), /^This backup .*damaged/],
      [written('cut.myodesk', bytes.subarray(0, bytes.length - 4096)), /damaged|not sound/],
      [written('half.myodesk', bytes.subarray(0, 3 * 4096)), /damaged|not sound/],
      [written('empty.myodesk', Buffer.alloc(0)), /^This backup .*damaged/],
      [written('text.myodesk', Buffer.from('Dear doctor, '.repeat(900))), /^This backup .*damaged/],
      [(await stranger.request('data.backUp', {})).path, /^This backup .*another clinic’s key/],
      [changedCopy(test, backup, 'PRAGMA user_version = 999'), /newer Myodesk/],
      [join(test.dir, 'nowhere.myodesk'), /no backup at that place/],
      [test.dir, /no backup at that place/],
    ]
    const [before, names] = [digest(live(test)), files(test)]
    for (const [path, sentence] of candidates) {
      expect((await test.refuse('data.restore', { path, password: TEST_PASSWORD })).message).toMatch(sentence)
      expect((await test.refuse('data.restore', { path, recoveryKey: test.recoveryKey })).message).toMatch(sentence)
    }
    const tampered = changedCopy(test, backup, audit)
    expect((await test.refuse('data.restore', { path: tampered, password: TEST_PASSWORD })).message).toMatch(/audit log was altered at line 1/)
    expect((await test.refuse('data.restore', { path: backup, password: 'not the password' })).code).toBe('forbidden')
    expect((await test.refuse('data.restore', { path: backup })).code).toBe('invalid_input')
    expect([digest(live(test)), files(test).filter(name => !name.includes('attempts'))]).toEqual([before, names])
    expect(await nameOf(test)).toBe('Larkspur Medical Massage')
  })

  it('brings an older format forward, after copying it aside', async () => {
    const test = await clinic()
    const old = join(test.dir, 'old.myodesk')
    const key = readRecoveryKey(test.recoveryKey)
    const db = openDatabase(old, key, { mustExist: false })
    migrate(db, migrations.slice(0, -1), () => undefined)
    db.close()
    await test.request('data.restore', { path: old, password: TEST_PASSWORD })
    const copies = (await test.request('data.listBackups', {})).filter(one => one.kind === 'before-migration')
    const versions = [...copies.map(one => one.path), old].map(path => {
      const copy = openForReading(path, key)
      try {
        return versionOf(copy)
      } finally {
        copy.close()
      }
    })
    expect(versions).toEqual([migrations.length - 1, migrations.length - 1])
    await test.app.close()
    const now = openForReading(live(test), key)
    expect(versionOf(now)).toBe(migrations.length)
    now.close()
  })
})
