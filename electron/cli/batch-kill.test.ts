import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BatchRequest, BatchResult } from '../../shared/documents/batch.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { findDamage } from '../data/verify.ts'
import { openDatabase } from '../db/open.ts'
import { aBilledPatient } from '../testing/billed-patients.ts'
import { aPayer } from '../testing/records.ts'
import { runClinic, startClinic } from '../testing/run-clinic.ts'
import { countedId, signedInApp } from '../testing/test-app.ts'

const PATIENTS = ['Abara', 'Brook', 'Castillo', 'Diaz', 'Evers', 'Fox', 'Gray', 'Huang']
/** Some two or three superbills in the database’s journal. */
const A_FEW_ISSUED = 150_000
let dir = ''
let out = ''
let recoveryKey = ''

beforeAll(async () => {
  const test = await signedInApp()
  const payerId = await aPayer(test)
  for (const [index, lastName] of PATIENTS.entries()) await aBilledPatient(test, { payerId, person: { lastName }, days: [`2026-11-1${index}T09:00`] })
  await test.app.close()
  dir = test.dir
  recoveryKey = test.recoveryKey
  out = join(dir, 'chosen')
  mkdirSync(out)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function asking(as: BatchRequest['as']): string[] {
  const whom = { patientIds: null, without: [], again: true, order: 'name' }
  const request = { jobId: countedId(1), from: '2026-11-01', to: '2026-11-30', as, ...whom }
  return ['--data', dir, 'call', 'documents.startBatch', JSON.stringify(request), '--out', out]
}

/** Runs a batch in a process of its own and kills it with SIGKILL at a moment. Says whether it was still at work. */
async function killedBatch(as: BatchRequest['as'], isMoment: () => boolean): Promise<boolean> {
  const child = startClinic(asking(as))
  const exit = once(child, 'exit')
  while (child.exitCode === null && !isMoment()) await wait(1)
  child.kill('SIGKILL')
  await exit
  return child.signalCode === 'SIGKILL'
}

async function wholeBatch(as: BatchRequest['as']): Promise<BatchResult> {
  const { code, out: answer, err } = await runClinic(asking(as))
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(answer) as BatchResult
}

const sizeOf = (file: string) => statSync(join(dir, file), { throwIfNoEntry: false })?.size ?? 0
const names = (folder: string) => readdirSync(folder).toSorted()
const finished = (folder: string) => names(folder).filter(name => !name.startsWith('.'))
const underWay = () => names(out).flatMap(name => names(join(out, name)))
function isWholePdf(path: string): boolean {
  const text = readFileSync(path, 'latin1')
  return text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF')
}

/** How many superbills were issued, once the file proved sound and their numbers without a gap, each with its line in the log. */
function issuedSoundly(): number {
  const db = openDatabase(join(dir, 'myodesk.db'), readRecoveryKey(recoveryKey), { mustExist: true })
  try {
    expect(findDamage(db)).toEqual([])
    const numbers = db.prepare("SELECT number FROM documents WHERE kind = 'superbill' ORDER BY number").pluck().all()
    expect(numbers).toEqual(numbers.map((_, index) => `SB-2026-000${index + 1}`))
    expect(db.prepare("SELECT count(*) FROM audit_log WHERE action = 'documents.issueSuperbill'").pluck().get()).toBe(numbers.length)
    expect(db.prepare("SELECT next - 1 FROM number_series WHERE name = 'SB-2026'").pluck().get() ?? 0).toBe(numbers.length)
    return numbers.length
  } finally {
    db.close()
  }
}

it('leaves no half a file and no gap in the numbers when a batch is killed in the middle, and the next one finds what was issued', async () => {
  expect(await killedBatch('one', () => sizeOf('myodesk.db-wal') > A_FEW_ISSUED)).toBe(true)
  const first = issuedSoundly()
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(PATIENTS.length)
  expect(finished(join(dir, 'papers'))).toEqual([])

  expect(await killedBatch('files', () => underWay().length > first)).toBe(true)
  const second = issuedSoundly()
  expect(second).toBeGreaterThan(first)
  expect(second).toBeLessThan(PATIENTS.length)
  expect(finished(out)).toEqual([])

  expect(await wholeBatch('files')).toMatchObject({ state: 'done', againCount: second, newCount: PATIENTS.length - second, skippedCount: 0 })
  expect(issuedSoundly()).toBe(PATIENTS.length)
  expect(names(out)).toEqual(['Superbills 2026-11'])
  const files = names(join(out, 'Superbills 2026-11'))
  expect(files).toEqual(PATIENTS.map((lastName, index) => `SB-2026-000${index + 1} ${lastName} Marisol.pdf`))
  expect(files.filter(name => !isWholePdf(join(out, 'Superbills 2026-11', name)))).toEqual([])
}, 120_000)

it('gives one PDF of many its name only when it is whole, though it is killed while it is written', async () => {
  const papers = join(dir, 'papers')
  await killedBatch('one', () => names(papers).length > 0)
  expect(finished(papers).filter(name => !isWholePdf(join(papers, name)))).toEqual([])
  const { state, place, newCount, againCount } = await wholeBatch('one')
  expect([state, place, newCount + againCount]).toEqual(['done', join(papers, 'Superbills 2026-11.pdf'), PATIENTS.length])
  expect(isWholePdf(place)).toBe(true)
  expect(issuedSoundly()).toBe(PATIENTS.length)
}, 60_000)
