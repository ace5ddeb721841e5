import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { findDamage } from '../data/verify.ts'
import { openDatabase } from '../db/open.ts'
import { startClinic } from '../testing/run-clinic.ts'
import { signedInApp } from '../testing/test-app.ts'

const KILLS = 20
const PER_RUN = 100
let dir = ''
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const address = { street: '', street2: '', city: '', state: '', zip: '' }
const save = (name: string) =>
  JSON.stringify({
    channel: 'practice.savePrescriber',
    input: { id: null, fields: { name, credentials: 'MD', npi: '', practiceName: '', address, phone: '', fax: '' } },
  })

/** Saves physicians in a batch and kills the process with SIGKILL in the middle. Returns the names acknowledged on stdout. */
async function killedRun(run: number): Promise<string[]> {
  const child = startClinic(['--data', dir, 'call', '--batch'])
  child.stdin.on('error', () => undefined)
  child.stdin.write(Array.from({ length: 1000 }, (_, line) => `${save(`Dr. ${run}-${line}`)}\n`).join(''))
  const acknowledged: string[] = []
  const killAfter = PER_RUN + run * 3
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line) as { ok: boolean; value: { name: string } }
    if (!answer.ok) throw new Error(line)
    acknowledged.push(answer.value.name)
    if (acknowledged.length === killAfter) setTimeout(() => child.kill('SIGKILL'), run % 7)
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return acknowledged
}

it('loses nothing it acknowledged when the process is killed in the middle of writing, 20 times', async () => {
  const test = await signedInApp()
  dir = test.dir
  await test.app.close()
  const acknowledged: string[] = []
  for (let run = 0; run < KILLS; run++) acknowledged.push(...(await killedRun(run)))
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * PER_RUN)

  const db = openDatabase(join(dir, 'myodesk.db'), readRecoveryKey(test.recoveryKey), { mustExist: true })
  const saved = db.prepare('SELECT name FROM prescribers').pluck().all()
  const audited = db.prepare("SELECT count(*) FROM audit_log WHERE action = 'practice.savePrescriber'").pluck().get()
  expect(findDamage(db)).toEqual([])
  db.close()
  expect(new Set(saved).size).toBe(saved.length)
  expect(acknowledged.filter(name => !saved.includes(name))).toEqual([])
  expect(audited).toBe(saved.length)
  expect(readFileSync(join(dir, 'myodesk.db')).includes('Dr. 0-1')).toBe(false)
}, 240_000)
