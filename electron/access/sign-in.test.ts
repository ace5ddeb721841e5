import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, keep, restarted } from '../testing/clinic-folder.ts'
import { aSetUp, TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp, type TestApp, testApp } from '../testing/test-app.ts'

const path = (test: TestApp, name: string) => join(test.dir, name)

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
