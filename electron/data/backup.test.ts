import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { openDatabase, openForReading } from '../db/open.ts'
import { keep, restarted } from '../testing/clinic-folder.ts'
import { aSetUp, TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp, type TestApp, testApp } from '../testing/test-app.ts'
import { backupName, listBackups } from './list-backups.ts'

const clinic = async () => keep(await signedInApp())
const live = (test: TestApp) => join(test.dir, 'myodesk.db')

/** Renames the clinic, the smallest change of the records. */
async function rename(test: TestApp, name: string) {
  const { clinic: profile } = aSetUp()
  await test.request('practice.saveClinic', { ...profile, name })
}

describe('a backup', () => {
  it('is a whole encrypted copy in the clinic’s folder, listed newest first', async () => {
    const test = await clinic()
    const backup = await test.request('data.backUp', {})
    expect(backup).toMatchObject({ name: 'Larkspur-Medical-Massage-2026-11-19-165200-asked.myodesk', kind: 'asked', at: '2026-11-19T16:52:00.000Z' })
    test.setNow('2026-11-19T17:00:00.000Z')
    await test.request('data.backUp', {})
    expect((await test.request('data.listBackups', {})).map(one => one.at)).toEqual(['2026-11-19T17:00:00.000Z', '2026-11-19T16:52:00.000Z'])
    expect((await test.request('access.status', {})).lastBackupAt).toBe('2026-11-19T17:00:00.000Z')
    const db = openForReading(backup.path, readRecoveryKey(test.recoveryKey))
    expect(db.prepare('SELECT name FROM clinic').pluck().get()).toBe('Larkspur Medical Massage')
    db.close()
    expect(() => openForReading(backup.path, new Uint8Array(32))).toThrow(/another clinic’s key/)
    for (const file of [backup.path, live(test), `${live(test)}-wal`]) {
      const bytes = readFileSync(file).toString('latin1')
      for (const words of ['Larkspur', 'Delgado', 'SQLite format', 'CREATE TABLE']) expect(bytes.includes(words)).toBe(false)
    }
  })

  it.skipIf(process.platform === 'win32')('and the clinic’s own files are readable by their owner alone', async () => {
    const test = await clinic()
    const backup = await test.request('data.backUp', {})
    for (const file of [backup.path, live(test), `${live(test)}-wal`, join(test.dir, 'keyring.json')]) expect(statSync(file).mode & 0o077, file).toBe(0)
  })

  it('goes where the person says, or nowhere when they cancel', async () => {
    const test = await clinic()
    expect(await test.request('data.backUpTo', {})).toBeNull()
    const path = join(test.dir, 'stick', 'copy.myodesk')
    test.desktop.savePaths.push(path)
    expect(await test.request('data.backUpTo', {})).toMatchObject({ path, bytes: statSync(path).size })
    expect(test.desktop.suggestedNames.at(-1)).toBe('Larkspur-Medical-Massage-2026-11-19-165200-asked.myodesk')
  })

  it('is never saved over the clinic’s own files', async () => {
    const test = await clinic()
    const files = ['myodesk.db', 'MYODESK.DB', 'myodesk.db-wal', 'keyring.json', 'incoming.db', 'restoring.db']
    const places = () => ['myodesk.db', 'myodesk.db-wal', 'keyring.json'].map(name => [name, statSync(join(test.dir, name)).ino])
    const asTheyWere = places()
    for (const name of files) {
      test.desktop.savePaths.push(join(test.dir, name))
      expect(await test.refuse('data.backUpTo', {})).toMatchObject({ code: 'conflict', message: expect.stringContaining('one of the clinic’s own files') })
    }
    expect(places()).toEqual(asTheyWere)
    expect(readdirSync(test.dir).filter(name => name.endsWith('.part'))).toEqual([])
  })

  it('is made on quitting when something changed since the last one, and only then', async () => {
    const test = await clinic()
    await rename(test, 'Larkspur')
    await test.app.close()
    await test.app.close()
    const backups = () => listBackups(join(test.dir, 'backups')).map(one => one.kind)
    expect(backups()).toEqual(['on-quit'])
    const next = keep(testApp({ dir: test.dir }))
    await next.request('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })
    await next.app.close()
    expect(backups()).toEqual(['on-quit'])
  })

  it('is still made when the quitting comes in the middle of work, and a cut-off one is cleared away at the next start', async () => {
    const test = await clinic()
    await rename(test, 'Larkspur')
    const late = test.request('practice.saveClinic', { ...aSetUp().clinic, name: 'Last words' })
    await test.app.close()
    await late
    expect(listBackups(join(test.dir, 'backups')).map(one => one.kind)).toEqual(['on-quit'])
    expect((await test.refuse('practice.getClinic', {})).message).toMatch(/is closing/)
    writeFileSync(join(test.dir, 'backups', 'x.myodesk.1234.part'), 'half')
    keep(testApp({ dir: test.dir }))
    expect(readdirSync(join(test.dir, 'backups')).filter(name => name.endsWith('.part'))).toEqual([])
  })

  it('that cannot be written says so and leaves nothing behind', async () => {
    const test = await clinic()
    writeFileSync(join(test.dir, 'not-a-folder'), '')
    test.desktop.savePaths.push(join(test.dir, 'not-a-folder', 'copy.myodesk'))
    expect((await test.refuse('data.backUpTo', {})).message).toMatch(/backup was not made/)
    rmSync(join(test.dir, 'backups'), { recursive: true })
    writeFileSync(join(test.dir, 'backups'), '')
    expect((await test.refuse('data.backUp', {})).message).toMatch(/backup was not made/)
    expect(readdirSync(test.dir).filter(name => name.endsWith('.part'))).toEqual([])
    rmSync(join(test.dir, 'backups'))
    mkdirSync(join(test.dir, 'backups'))
  })

  it('that turns out not to be sound is not kept', async () => {
    const { test, signIn, recoveryKey } = await restarted()
    const db = openDatabase(live(test), readRecoveryKey(recoveryKey), { mustExist: true })
    db.exec("DROP TRIGGER audit_log_keeps_rows; UPDATE audit_log SET person_id = 'someone else' WHERE seq = 1")
    db.close()
    await test.request('access.signIn', signIn)
    expect(await test.request('data.check', {})).toMatchObject({ isSound: false, damage: ['The audit log was altered at line 1.'] })
    expect((await test.refuse('data.backUp', {})).message).toMatch(/backup was not made.*audit log was altered/)
    expect(readdirSync(join(test.dir, 'backups'))).toEqual(['Larkspur-Medical-Massage-2026-11-19-165200-on-quit.myodesk'])
  })

  it('has a name that every system takes, whatever the clinic is called', () => {
    const at = { at: '2026-11-19T16:52:00.000Z', kind: 'on-quit' } as never
    for (const name of ['../../etc', 'CON', 'Ünïque — Massage', '健康按摩', 'x'.repeat(300), 'a/b\\c:d*e?'])
      expect(backupName(name, at)).toMatch(/^[A-Za-z0-9-]{1,90}\.myodesk$/)
  })
})
