import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/access/schema.ts'
import type { Channel } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { findAuditTampering } from '../access/audit-log.ts'
import { prepareFolder } from '../access/clinic-files.ts'
import { makeSlot } from '../access/key-slot.ts'
import { readKeyring, writeKeyring } from '../access/keyring.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { createHost } from '../app/create-host.ts'
import { statement } from '../db/statement.ts'
import { fakeDesktop } from '../testing/fake-desktop.ts'
import { aSetUp } from '../testing/set-up.ts'
import { countedIds, signedInApp, TEST_KDF, type TestApp, testApp } from '../testing/test-app.ts'
import { handlers } from './handlers.ts'
import { createRouter, type Handlers } from './router.ts'

const cleanUps: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleanUps.splice(0)) await clean()
})

/** A signed-in clinic with a router whose handlers the test may replace. */
async function clinicWith(replaced: Partial<Handlers<Channel>>) {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-router-'))
  const log: string[] = []
  const host = createHost(
    {
      dataDir: dir,
      resourcesDir: 'resources',
      desktop: fakeDesktop(),
      log: { info: () => undefined, error: event => log.push(event) },
      version: '0',
      kdfCost: TEST_KDF,
      newId: countedIds(),
    },
    () => undefined,
  )
  prepareFolder(host.own)
  const open = () => {
    if (!host.open || !host.person) throw new Error('Nobody is signed in.')
    return { ...host, db: host.open.db, person: host.person, dataDir: dir, showName: () => undefined }
  }
  const invoke = createRouter({ ...handlers, ...replaced }, { host, services: open, checksAnswers: false })
  expect((await invoke('access.setUpClinic', aSetUp())).ok).toBe(true)
  cleanUps.push(() => {
    host.open?.db.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const names = () => open().db.prepare('SELECT name FROM clinic').pluck().all()
  const actions = () => open().db.prepare('SELECT action FROM audit_log ORDER BY seq').pluck().all()
  return { host, invoke, log, names, actions, db: () => open().db }
}
const profile = () => aSetUp().clinic
const renameClinic = (name: string) => (services: { db: Parameters<typeof statement>[0] }) =>
  statement<{ name: string }>(services.db, 'UPDATE clinic SET name = :name').run({ name })

describe('a command and its audit line', () => {
  it('are saved together: who, what and which ids, and no word of the content', async () => {
    const { invoke, db } = await clinicWith({})
    await invoke('practice.saveClinic', { ...profile(), name: 'Quiet Hands' })
    const services = await invoke('practice.listServices', {})
    const service = services.ok ? (services.value as { id: string; fees: unknown }[])[0] : undefined
    await invoke('practice.saveService', {
      id: service?.id,
      fields: { name: 'Massage', code: '97124', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true },
      fee: null,
    })
    const rows = db()
      .prepare<[], { action: string; subject: string; person: string }>('SELECT action, subject, person_id AS person FROM audit_log ORDER BY seq')
      .all()
    expect(rows.map(row => row.action)).toEqual(['access.setUpClinic', 'practice.saveClinic', 'practice.saveService'])
    expect(JSON.parse(rows[2]?.subject ?? '')).toEqual({ id: service?.id })
    expect(JSON.stringify(rows)).not.toMatch(/Quiet|Massage|97124/)
    expect(findAuditTampering(db())).toBeUndefined()
  })

  it('are both undone when the handler refuses or breaks, and the refusal never quotes the database', async () => {
    const failing =
      (error: Error): Handlers<'practice.saveClinic'>['practice.saveClinic'] =>
      services => {
        renameClinic('Half done')(services)
        throw error
      }
    const cases = [
      [new DomainError('conflict', 'Somebody else changed this.'), { code: 'conflict', message: 'Somebody else changed this.' }],
      [new Error('Maria Lopez has no phone'), { code: 'unexpected', message: 'Something went wrong. Nothing was saved.' }],
      [Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }), { code: 'storage', message: expect.stringMatching(/disk is full/) }],
      [
        Object.assign(new Error('UNIQUE constraint failed: x.y'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
        { code: 'conflict', message: expect.not.stringMatching(/constraint/) },
      ],
      [
        Object.assign(new Error('CHECK constraint failed: units > 0'), { code: 'SQLITE_CONSTRAINT_CHECK' }),
        { code: 'rule_broken', message: expect.not.stringMatching(/units/) },
      ],
    ] as const
    for (const [error, refusal] of cases) {
      const { invoke, names, actions } = await clinicWith({ 'practice.saveClinic': failing(error) })
      expect(await invoke('practice.saveClinic', profile())).toEqual({ ok: false, error: refusal })
      expect([names(), actions()]).toEqual([['Larkspur Medical Massage'], ['access.setUpClinic']])
    }
  })

  it('of a handler that writes a file: the line follows when the work is done', async () => {
    const later =
      (fails: boolean): Handlers<'practice.saveClinic'>['practice.saveClinic'] =>
      async () => {
        await new Promise(resolve => setTimeout(resolve, 1))
        if (fails) throw new DomainError('storage', 'The disk is full.')
        return profile()
      }
    for (const fails of [true, false]) {
      const { invoke, actions } = await clinicWith({ 'practice.saveClinic': later(fails) })
      expect((await invoke('practice.saveClinic', profile())).ok).toBe(!fails)
      expect(actions()).toEqual(fails ? ['access.setUpClinic'] : ['access.setUpClinic', 'practice.saveClinic'])
    }
  })
})

describe('rights', () => {
  /** The clinic with one more person in its keyring, signed in. */
  async function signedInAs(role: Role): Promise<TestApp> {
    const first = await signedInApp()
    await first.app.close()
    const file = join(first.dir, 'keyring.json')
    const person = { id: PersonId.parse('00000000-0000-4000-8000-0000000000ff'), name: 'Sam Ito', role }
    const slot = await makeSlot(person, 'another good password', { key: readRecoveryKey(first.recoveryKey), cost: TEST_KDF })
    const keyring = readKeyring(file)
    writeKeyring(file, { ...keyring, slots: [...keyring.slots, slot] })
    const test = testApp({ dir: first.dir, newId: countedIds(500) })
    cleanUps.push(() => test.remove())
    await test.request('access.signIn', { personId: person.id, password: 'another good password' })
    return test
  }
  const outcome = async (test: TestApp, channel: Channel) => {
    const result = await test.app.invoke(channel, {})
    return result.ok ? 'answered' : result.error.code
  }

  it('follow the role: front desk, clinician, owner', async () => {
    const requests = ['practice.getClinic', 'episodes.close', 'practice.saveClinic', 'access.setIdleMinutes'] as const
    const found: Record<string, string[]> = {}
    for (const role of ['front-desk', 'clinician', 'owner'] as const) {
      const test = await signedInAs(role)
      found[role] = []
      for (const channel of requests) found[role].push(await outcome(test, channel))
    }
    expect(found).toEqual({
      'front-desk': ['answered', 'forbidden', 'forbidden', 'forbidden'],
      clinician: ['answered', 'invalid_input', 'forbidden', 'forbidden'],
      owner: ['answered', 'invalid_input', 'invalid_input', 'invalid_input'],
    })
  })

  it('are sealed with the password: a role edited in the keyring file opens nothing', async () => {
    const test = await signedInAs('front-desk')
    await test.app.close()
    const file = join(test.dir, 'keyring.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"front-desk"', '"owner"'))
    const next = testApp({ dir: test.dir })
    cleanUps.push(() => next.remove())
    expect((await next.refuse('access.signIn', { personId: '00000000-0000-4000-8000-0000000000ff', password: 'another good password' })).code).toBe('forbidden')
  })
})
