import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aSetUp, TEST_PASSWORD } from '../testing/set-up.ts'
import { countedIds, signedInApp, type TestApp, testApp } from '../testing/test-app.ts'

const apps: TestApp[] = []
const keep = <T extends TestApp>(test: T): T => {
  apps.push(test)
  return test
}
afterEach(async () => {
  for (const test of apps.splice(0)) await test.remove()
})

/** Every file of a clinic with a digest of its bytes, but not the count of password tries. */
const fingerprint = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(dir, name)).isFile() && !name.includes('attempts'))
      .sort()
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex'),
      ]),
  )
const path = (test: TestApp, name: string) => join(test.dir, name)

/** A clinic that was set up and closed, opened again by a new app. */
async function restarted() {
  const first = await signedInApp()
  await first.app.close()
  const test = keep(testApp({ dir: first.dir, newId: countedIds(1000) }))
  const personId = first.ownerId
  return { test, recoveryKey: first.recoveryKey, personId, signIn: { personId, password: TEST_PASSWORD } }
}

describe('setting a clinic up', () => {
  it('goes from nothing to an owner at work, and keeps across a restart', async () => {
    const fresh = keep(testApp())
    expect(await fresh.request('access.status', {})).toMatchObject({ state: 'empty', people: [], passwordWorks: false })
    const { status, recoveryKey } = await fresh.request('access.setUpClinic', aSetUp())
    expect(status).toMatchObject({
      state: 'open',
      clinicName: 'Larkspur Medical Massage',
      person: { name: 'Rosa Delgado', role: 'owner' },
      timeZone: 'America/Denver',
    })
    expect(recoveryKey.split('-')).toHaveLength(13)
    const { test, signIn } = await restarted()
    expect(await test.request('access.status', {})).toMatchObject({ state: 'locked', passwordWorks: true, people: [{ role: 'owner' }], problem: null })
    expect((await test.request('access.signIn', signIn)).state).toBe('open')
  })

  it('is refused where any clinic file is, and changes none of them', async () => {
    const { test } = await restarted()
    const before = fingerprint(test.dir)
    expect((await test.refuse('access.setUpClinic', aSetUp())).code).toBe('conflict')
    expect(fingerprint(test.dir)).toEqual(before)
    for (const name of ['keyring.json', 'myodesk.db']) {
      const fresh = keep(testApp())
      writeFileSync(path(fresh, name), 'something')
      expect((await fresh.refuse('access.setUpClinic', aSetUp())).message).toMatch(/left as they are/)
      expect(readFileSync(path(fresh, name), 'utf8')).toBe('something')
      expect(readdirSync(fresh.dir).filter(file => /db|keyring/.test(file))).toEqual([name])
    }
  })

  it('finishes at the next start when the power failed before the file had its name', async () => {
    const { test, signIn } = await restarted()
    await test.app.close()
    renameSync(path(test, 'myodesk.db'), path(test, 'setting-up.db'))
    const next = keep(testApp({ dir: test.dir }))
    expect((await next.request('access.signIn', signIn)).state).toBe('open')
  })
})

describe('signing in', () => {
  it('says that a wrong password is wrong, five times, and then makes people wait, even after a restart', async () => {
    const { test, signIn } = await restarted()
    const before = fingerprint(test.dir)
    for (let count = 0; count < 5; count++) {
      const refusal = await test.refuse('access.signIn', { ...signIn, password: 'not the password' })
      expect([refusal.code, refusal.message.slice(0, 43)]).toEqual(['forbidden', 'That password does not open this clinic. Ch'])
    }
    const next = keep(testApp({ dir: test.dir }))
    expect((await next.refuse('access.signIn', signIn)).message).toMatch(/Wait 15 seconds/)
    next.setNow('2020-01-01T00:00:00.000Z')
    expect((await next.refuse('access.signIn', signIn)).message).toMatch(/Wait/)
    next.setNow('2020-01-01T00:00:16.000Z')
    expect(fingerprint(test.dir)).toEqual(before)
    expect((await next.request('access.signIn', signIn)).state).toBe('open')
    expect(existsSync(path(test, 'sign-in-attempts.json'))).toBe(false)
  })

  it('locks, refuses everything else, and opens again; the event tells the windows', async () => {
    const test = keep(await signedInApp())
    const events: string[] = []
    test.app.onEvent(event => events.push(event.kind))
    expect(await test.request('access.lock', { reason: 'asked' })).toMatchObject({
      state: 'locked',
      person: null,
      lockReason: 'asked',
      lockedAt: '2026-11-19T16:52:00.000Z',
    })
    expect(events).toEqual(['locked', 'changed'])
    expect((await test.refuse('practice.getClinic', {})).code).toBe('signed_out')
    expect((await test.request('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })).lockedAt).toBeNull()
  })

  it('changes the password only with the present one; backups keep their key', async () => {
    const test = keep(await signedInApp())
    const refusal = await test.refuse('access.changePassword', { current: 'wrong wrong wrong', next: 'a new good password' })
    expect(Object.keys(refusal.fields ?? {})).toEqual(['current'])
    await test.request('access.changePassword', { current: TEST_PASSWORD, next: 'a new good password' })
    await test.request('access.lock', { reason: 'asked' })
    expect((await test.refuse('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })).code).toBe('forbidden')
    await test.request('access.signIn', { personId: test.ownerId, password: 'a new good password' })
    expect((await test.request('access.showRecoveryKey', { password: 'a new good password' })).recoveryKey).toBe(test.recoveryKey)
  })
})

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

  it('does not stand on the disk, nor does the password or the data key', async () => {
    const test = keep(await signedInApp())
    const texts = Object.keys(fingerprint(test.dir)).map(name => readFileSync(path(test, name)).toString('latin1'))
    for (const secret of [test.recoveryKey, test.recoveryKey.replaceAll('-', ''), TEST_PASSWORD]) expect(texts.some(text => text.includes(secret))).toBe(false)
  })
})
