import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/ipc/contract.ts'
import { aPatient } from '../testing/patients.ts'
import { runClinic } from '../testing/run-clinic.ts'
import { aPdf } from '../testing/scans.ts'
import { TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp } from '../testing/test-app.ts'

const home = mkdtempSync(join(tmpdir(), 'myodesk-cli-'))
let dir = ''
beforeAll(async () => {
  const test = await signedInApp()
  await test.app.close()
  dir = test.dir
})
afterAll(() => {
  for (const folder of [home, dir]) rmSync(folder, { recursive: true, force: true })
})
const refusal = (err: string) => JSON.parse(err) as { code: string; message: string; fields?: object }
const physician = {
  name: 'Dr. Ada Okafor',
  credentials: 'MD',
  npi: '',
  practiceName: '',
  address: { street: '', street2: '', city: '', state: '', zip: '' },
  phone: '',
  fax: '',
}

describe('the headless clinic', () => {
  it('describes every request with its schemas', async () => {
    const { code, out } = await runClinic(['channels'])
    const described = JSON.parse(out) as { channel: string; kind: string; access: string; input: { type?: string }; output: object }[]
    expect([code, described.map(one => one.channel)]).toEqual([0, Object.keys(contract)])
    expect(described.every(one => one.input.type === 'object' && Object.keys(one.output).length > 0)).toBe(true)
  })

  it('makes a request: the answer on stdout, a refusal on stderr, and exit codes to match', async () => {
    const [named, unnamed, unknown, closed] = await Promise.all([
      runClinic(['--data', dir, 'call', 'access.status']),
      runClinic(['--data', dir, 'call', 'access.signIn', '{"personId":"me"}']),
      runClinic(['--data', dir, 'call', 'nothing.here', '{}']),
      runClinic(['--data', join(home, 'nobody'), 'call', 'practice.getClinic']),
    ])
    expect([named.code, JSON.parse(named.out)]).toMatchObject([0, { state: 'locked', clinicName: 'Larkspur Medical Massage' }])
    expect([unnamed.code, unnamed.out, refusal(unnamed.err).fields]).toMatchObject([1, '', { personId: expect.any(String) }])
    expect(refusal(unknown.err).message).toBe('Unknown request “nothing.here”.')
    expect(refusal(closed.err).message).toMatch(/no clinic in/)
  }, 30_000)

  it('takes the password from a file or the environment, never from nowhere, and says when it is wrong', async () => {
    writeFileSync(join(home, 'password'), `${TEST_PASSWORD}\n`)
    const call = ['--data', dir, 'call', 'practice.getClinic']
    expect((await runClinic([...call, '--password-file', join(home, 'password')], { password: null })).code).toBe(0)
    expect(refusal((await runClinic(call, { password: null })).err).message).toMatch(/MYODESK_PASSWORD/)
    expect(refusal((await runClinic(call, { password: 'not this one' })).err).code).toBe('forbidden')
  }, 30_000)

  it('attaches the file that is named', async () => {
    const scan = join(home, 'Prescription of Nov 3.pdf')
    writeFileSync(scan, aPdf())
    const registered = await runClinic(['--data', dir, 'call', 'patients.register', JSON.stringify({ fields: aPatient(), policy: null })])
    const input = JSON.stringify({ patientId: JSON.parse(registered.out).id, kind: 'other', refId: null })
    const call = ['--data', dir, 'call', 'attachments.attach', input]
    expect((await runClinic(call)).out.trim()).toBe('null')
    expect(JSON.parse((await runClinic([...call, '--file', scan])).out)).toMatchObject({ name: 'Prescription of Nov 3.pdf', bytes: aPdf().length })
    const gone = await runClinic([...call, '--file', join(home, 'gone.pdf')])
    expect([gone.code, refusal(gone.err).code]).toEqual([1, 'storage'])
  }, 30_000)

  it('answers a batch line for line, going on after a refusal', async () => {
    const lines = [
      { channel: 'practice.savePrescriber', input: { id: null, fields: physician } },
      { channel: 'practice.savePrescriber', input: { id: null, fields: { ...physician, npi: '1234567890' } } },
      'not json',
      { channel: 'practice.listPrescribers', input: {} },
    ].map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
    const { code, out } = await runClinic(['--data', dir, 'call', '--batch'], { input: lines.join('\n') })
    const answers = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { ok: boolean; error?: { fields?: object }; value?: unknown })
    expect([code, answers.map(one => one.ok)]).toEqual([1, [true, false, false, true]])
    expect(Object.keys(answers[1]?.error?.fields ?? {})).toEqual(['fields.npi'])
    expect(answers[3]?.value).toMatchObject([{ name: 'Dr. Ada Okafor' }])
  }, 30_000)

  it('makes an empty clinic, backs it up, checks it, and restores it elsewhere with the recovery key', async () => {
    const [first, second, file] = [join(home, 'first'), join(home, 'second'), join(home, 'copy.myodesk')]
    const made = await runClinic(['--data', first, 'init', JSON.stringify({ clinic: { name: 'Juniper Massage' } })])
    writeFileSync(join(home, 'key'), (JSON.parse(made.out) as { recoveryKey: string }).recoveryKey)
    expect(refusal((await runClinic(['--data', first, 'init'])).err).code).toBe('conflict')
    expect(JSON.parse((await runClinic(['--data', first, 'backup', file])).out)).toMatchObject({ path: file, bytes: statSync(file).size })
    expect(JSON.parse((await runClinic(['--data', first, 'check'])).out)).toMatchObject({ isSound: true, damage: [] })
    expect(readdirSync(join(first, 'backups'))).toEqual([])
    const restored = await runClinic(['--data', second, 'restore', file, '--recovery-key-file', join(home, 'key')], { password: 'a new good password' })
    expect(JSON.parse(restored.out)).toMatchObject({ status: { clinicName: 'Juniper Massage', state: 'open' }, setAside: null })
    expect((await runClinic(['--data', second, 'check'], { password: 'a new good password' })).code).toBe(0)
  }, 60_000)

  it('leaves no folder behind where there is no clinic, and says in one sentence what it did not understand', async () => {
    const nowhere = join(home, 'mistyped', 'folder')
    for (const args of [
      ['check'],
      ['call', 'reports.today'],
      ['backup'],
      ['superbill', '--patient', 'A', '--from', '2026-11-19', '--out', join(home, 'x.pdf')],
    ])
      expect(refusal((await runClinic(['--data', nowhere, ...args])).err)).toMatchObject({
        code: 'not_found',
        message: expect.stringContaining('There is no clinic in'),
      })
    expect(existsSync(join(home, 'mistyped'))).toBe(false)
    expect(refusal((await runClinic(['--data', dir, '--nope', 'check'])).err).message).toBe("Unknown option '--nope'. See clinic --help.")
  }, 30_000)

  it('stays out of a clinic that is open in the app, and leaves its papers alone', async () => {
    const test = await signedInApp()
    const paper = join(test.dir, 'papers', 'superbill.pdf')
    writeFileSync(paper, 'on the printer')
    expect(refusal((await runClinic(['--data', test.dir, 'check'])).err).message).toMatch(/already open in another Myodesk/)
    expect(readFileSync(paper, 'utf8')).toBe('on the printer')
    const { path } = await test.request('data.backUp', {})
    const before = readdirSync(test.dir)
    expect(refusal((await runClinic(['--data', test.dir, 'restore', path])).err).message).toMatch(/already open in another Myodesk/)
    expect(readdirSync(test.dir)).toEqual(before)
    await test.remove()
  }, 30_000)

  it('says what a damaged file is, and leaves it', async () => {
    const broken = mkdtempSync(join(home, 'broken-'))
    for (const name of ['keyring.json', 'myodesk.db']) writeFileSync(join(broken, name), readFileSync(join(dir, name)))
    const bytes = readFileSync(join(broken, 'myodesk.db')).fill(1, 8192 + 100, 8192 + 900)
    writeFileSync(join(broken, 'myodesk.db'), bytes)
    const { code, err, out } = await runClinic(['--data', broken, 'check'])
    expect([code, `${err}${out}`]).toEqual([1, expect.stringMatching(/damaged/)])
    expect(readFileSync(join(broken, 'myodesk.db')).equals(bytes)).toBe(true)
  }, 30_000)
})
