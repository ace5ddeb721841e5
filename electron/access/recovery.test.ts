import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { fingerprint, keep, restarted } from '../testing/clinic-folder.ts'
import { aSetUp, TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp, type TestApp, testApp } from '../testing/test-app.ts'
import { readRecoveryKey } from './recovery-key.ts'

const path = (test: TestApp, name: string) => join(test.dir, name)

describe('files that cannot be opened', () => {
  const cases = [
    ['missing keyring', (test: TestApp) => rmSync(path(test, 'keyring.json')), /keyring.json\) is missing/, false],
    ['damaged keyring', (test: TestApp) => writeFileSync(path(test, 'keyring.json'), '{"format":1,"clinicName":'), /keyring.json\) is damaged/, false],
    ['missing database', (test: TestApp) => rmSync(path(test, 'myodesk.db')), /myodesk.db\) is missing/, true],
  ] as const
  it.each(cases)('%s: blocked, said in words, nothing made in its place', async (_name, damage, sentence, passwordWorks) => {
    const { test, signIn } = await restarted()
    damage(test)
    const before = fingerprint(test.dir)
    expect(await test.request('access.status', {})).toMatchObject({ state: 'blocked', problem: expect.stringMatching(sentence), passwordWorks })
    expect((await test.refuse('access.signIn', signIn)).message).toMatch(sentence)
    expect((await test.refuse('access.setUpClinic', aSetUp())).code).toBe('conflict')
    expect(fingerprint(test.dir)).toEqual(before)
  })

  const bytes = [
    ['first page overwritten', (file: Buffer) => file.fill(7, 0, 4096)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['cut to one byte', (file: Buffer) => file.subarray(0, 1)],
    ['replaced by a letter', () => Buffer.from('Dear doctor, '.repeat(2000))],
  ] as const
  it.each(bytes)('a database with its %s: refused at sign-in, blocked afterwards, left as it was', async (_name, damage) => {
    const { test, signIn } = await restarted()
    writeFileSync(path(test, 'myodesk.db'), damage(readFileSync(path(test, 'myodesk.db'))))
    const before = fingerprint(test.dir)
    expect(await test.refuse('access.signIn', signIn)).toMatchObject({ code: 'storage', message: expect.stringMatching(/damaged.*left as it is/) })
    expect(await test.request('access.status', {})).toMatchObject({ state: 'blocked', problem: expect.stringMatching(/damaged/) })
    expect(fingerprint(test.dir)).toEqual(before)
  })

  const states = [
    ['a newer Myodesk wrote', 'PRAGMA user_version = 999', /newer Myodesk/],
    ['no longer says its format', 'PRAGMA user_version = 0', /holds no records/],
  ] as const
  it.each(states)('a database that %s is refused and left as it was', async (_name, sql, sentence) => {
    const { test, signIn, recoveryKey } = await restarted()
    const db = openDatabase(path(test, 'myodesk.db'), readRecoveryKey(recoveryKey), { mustExist: true })
    db.exec(sql)
    db.close()
    const before = fingerprint(test.dir)
    expect((await test.refuse('access.signIn', signIn)).message).toMatch(sentence)
    expect((await test.refuse('access.recover', { recoveryKey, newPassword: 'a new good password' })).message).toMatch(sentence)
    expect(fingerprint(test.dir)).toEqual(before)
  })

  it('the database of another clinic is refused, by password and by recovery key', async () => {
    const other = await restarted()
    const { test, signIn, recoveryKey } = await restarted()
    writeFileSync(path(test, 'myodesk.db'), readFileSync(path(other.test, 'myodesk.db')))
    const before = fingerprint(test.dir)
    expect((await test.refuse('access.signIn', signIn)).message).toMatch(/another clinic’s key/)
    expect((await test.refuse('access.recover', { recoveryKey, newPassword: 'a new good password' })).message).toMatch(/another clinic’s key/)
    expect(fingerprint(test.dir)).toEqual(before)
  })
})

describe('the recovery key', () => {
  it.each(['missing', 'damaged'])('opens the clinic with a %s keyring and makes a new one', async kind => {
    const { test, signIn, recoveryKey } = await restarted()
    if (kind === 'missing') rmSync(path(test, 'keyring.json'))
    else writeFileSync(path(test, 'keyring.json'), 'not a keyring')
    expect(
      (
        await test.refuse('access.recover', {
          recoveryKey: recoveryKey.replace(/^./, letter => (letter === 'A' ? 'B' : 'A')),
          newPassword: 'a new good password',
        })
      ).message,
    ).toMatch(/Group 1 .* typo/)
    const status = await test.request('access.recover', { recoveryKey: recoveryKey.toLowerCase(), newPassword: 'a new good password' })
    expect(status).toMatchObject({
      state: 'open',
      clinicName: 'Larkspur Medical Massage',
      person: { name: 'Rosa Delgado', role: 'owner' },
      passwordWorks: true,
    })
    await test.app.close()
    const next = keep(testApp({ dir: test.dir }))
    const people = (await next.request('access.status', {})).people
    expect((await next.request('access.signIn', { personId: people[0]?.id ?? signIn.personId, password: 'a new good password' })).state).toBe('open')
  })

  it('is drawn as a kit and opened for printing, and the sheet is gone when the app closes', async () => {
    const test = keep(await signedInApp())
    expect((await test.refuse('access.printRecoveryKit', { password: 'wrong wrong wrong' })).code).toBe('forbidden')
    const { path: kit } = await test.request('access.printRecoveryKit', { password: TEST_PASSWORD })
    expect([test.desktop.opened, readFileSync(kit).subarray(0, 5).toString()]).toEqual([[kit], '%PDF-'])
    await test.app.close()
    expect(existsSync(kit)).toBe(false)
  })

  it('does not stand on the disk, nor does the password or the data key', async () => {
    const test = keep(await signedInApp())
    const texts = Object.keys(fingerprint(test.dir)).map(name => readFileSync(path(test, name)).toString('latin1'))
    for (const secret of [test.recoveryKey, test.recoveryKey.replaceAll('-', ''), TEST_PASSWORD]) expect(texts.some(text => text.includes(secret))).toBe(false)
  })
})
