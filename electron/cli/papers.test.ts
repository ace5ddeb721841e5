import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { type Run, runClinic } from '../testing/run-clinic.ts'
import { signedInApp } from '../testing/test-app.ts'

const out = mkdtempSync(join(tmpdir(), 'myodesk-papers-'))
let dir = ''
let chart = ''
beforeAll(async () => {
  const test = await signedInApp()
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
  for (const day of ['2026-11-12', '2026-11-18']) {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: `${day}T10:00` })
    await aNote(test, visit.id, { minutes: { '97124': 30 }, isSigned: true })
    await test.request('billing.checkOut', { appointmentId: visit.id, payment: null })
  }
  chart = (await test.request('patients.getDetails', { patientId })).patient.chartNumber
  await test.app.close()
  dir = test.dir
})
afterAll(() => {
  for (const folder of [dir, out]) rmSync(folder, { recursive: true, force: true })
})
const isPdf = (path: string) => readFileSync(path).subarray(0, 5).toString() === '%PDF-'

describe('papers without a window', () => {
  it('saves a superbill by chart number and days, and the same paper when asked again', async () => {
    const ask = (file: string) => ['--data', dir, 'superbill', '--patient', chart, '--from', '2026-11-12', '--to', '2026-11-18', '--out', join(out, file)]
    const [first, again] = [await runClinic(ask('one.pdf')), await runClinic(ask('two.pdf'))]
    const [one, two] = [first, again].map(run => JSON.parse(run.out) as { number: string; total: number; path: string })
    expect([one?.total, one?.path, isPdf(join(out, 'one.pdf'))]).toEqual([18_000, join(out, 'one.pdf'), true])
    expect(two?.number).toBe(one?.number)
    expect(readFileSync(join(out, 'two.pdf')).equals(readFileSync(join(out, 'one.pdf')))).toBe(true)
  }, 60_000)

  it('saves the signed letter of a patient’s episode', async () => {
    const { code, out: printed, err } = await runClinic(['--data', dir, 'letter', '--patient', chart, '--out', join(out, 'letter.pdf')])
    expect([err, code]).toEqual(['', 0])
    expect([JSON.parse(printed), isPdf(join(out, 'letter.pdf'))]).toMatchObject([{ to: expect.stringMatching(/Amari/), path: join(out, 'letter.pdf') }, true])
  }, 60_000)

  it('makes the folder of the file, and signs or issues nothing where it cannot be saved', async () => {
    const letter = (file: string) => runClinic(['--data', dir, 'letter', '--patient', chart, '--out', file])
    const count = async () => {
      const { out: listed } = await runClinic(['--data', dir, 'call', 'documents.list', '{"patientId":null}'])
      return (JSON.parse(listed) as unknown[]).length
    }
    const before = await count()
    for (const [file, code] of [
      [join(out, 'one.pdf', 'below-a-file.pdf'), 'storage'],
      [out, 'storage'],
      [join(dir, 'keyring.json'), 'conflict'],
    ] as const)
      expect(JSON.parse((await letter(file)).err)).toMatchObject({ code })
    expect(await count()).toBe(before)
    expect((await letter(join(out, 'new', 'folder', 'letter.pdf'))).code).toBe(0)
    expect([await count(), isPdf(join(out, 'new', 'folder', 'letter.pdf'))]).toEqual([before + 1, true])
  }, 60_000)

  it('refuses in words what is missing or unknown, and writes no file', async () => {
    const file = ['--out', join(out, 'none.pdf')]
    const refusals: Run[] = []
    for (const args of [
      ['superbill', '--patient', chart, ...file],
      ['superbill', '--patient', 'X-999', '--from', '2026-11-12', ...file],
      ['superbill', '--patient', chart, '--from', '2026-02-30', ...file],
      ['superbill', '--patient', chart, '--from', '2020-01-01', ...file],
      ['letter', '--episode', 'what', ...file],
      ['dance'],
    ])
      refusals.push(await runClinic(['--data', dir, ...args]))
    expect(refusals.map(run => [run.code, (JSON.parse(run.err) as { code: string }).code])).toEqual([
      [1, 'invalid_input'],
      [1, 'not_found'],
      [1, 'invalid_input'],
      [1, 'rule_broken'],
      [1, 'invalid_input'],
      [1, 'invalid_input'],
    ])
    expect(existsSync(join(out, 'none.pdf'))).toBe(false)
  }, 60_000)
})
