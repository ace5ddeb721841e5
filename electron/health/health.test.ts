import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import type { HealthHistory } from '../../shared/health/schema.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { makeSlot } from '../access/key-slot.ts'
import { readKeyring, writeKeyring } from '../access/keyring.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { openDatabase } from '../db/open.ts'
import { aPatient, aVisit } from '../testing/records.ts'
import { countedIds, signedInApp, TEST_KDF, testApp } from '../testing/test-app.ts'

let test: Awaited<ReturnType<typeof signedInApp>>
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test)
})
afterEach(() => test.remove())

const TODAY = '2026-11-19'
const NOWHERE = '00000000-0000-4000-8000-00000000ffff'
const APIXABAN = { name: 'Apixaban', purpose: '', item: 'anticoagulants' as const }
const told = (change: Partial<HealthHistory> = {}): HealthHistory => ({ ...EMPTY_HISTORY, ...change })
const save = (change: Partial<HealthHistory> = {}, takenOn = TODAY) => test.request('health.save', { patientId, takenOn, history: told(change) })
const fields = (change: Partial<Input<'health.saveClearance'>['fields']> = {}): Input<'health.saveClearance'>['fields'] => ({
  item: 'anticoagulants',
  givenBy: 'Dr. Amari',
  givenOn: '2026-10-08',
  expiresOn: '2027-01-08',
  terms: 'Light pressure.',
  ...change,
})
const clear = (change: Partial<Input<'health.saveClearance'>['fields']> = {}) =>
  test.request('health.saveClearance', { patientId, clearanceId: null, fields: fields(change) })
const alerts = async () => (await test.request('patients.getHeader', { patientId })).alerts.map(({ kind, text }) => `${kind}: ${text}`)

describe('a health history', () => {
  it('is nothing before the first, then what was told last', async () => {
    expect(await test.request('health.get', { patientId })).toEqual({ patientId, history: null, versions: [], clearances: [] })
    const first = await save({ medications: [APIXABAN] }, '2026-11-01')
    expect(first.history?.medications).toEqual([APIXABAN])
    expect(first.versions).toMatchObject([{ kind: 'taken', takenOn: '2026-11-01', enteredBy: 'Rosa Delgado', changes: [] }])
  })

  it('keeps every version, says what changed, and shows an old one as it stood', async () => {
    await save({ medications: [APIXABAN] }, '2026-10-01')
    await test.request('health.confirmUnchanged', { patientId })
    const { versions } = await save({ allergies: [{ to: 'arnica', reaction: '' }] })
    expect(versions.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['taken', ['Medication stopped: Apixaban, blood thinner.', 'New allergy: arnica.']],
      ['unchanged', []],
      ['taken', []],
    ])
    const at = async (index: number) => test.request('health.getVersion', { versionId: versions[index]?.id ?? NOWHERE })
    expect([(await at(0)).medications, (await at(1)).medications, (await at(2)).medications]).toEqual([[], [APIXABAN], [APIXABAN]])
    expect((await test.refuse('health.getVersion', { versionId: NOWHERE })).code).toBe('not_found')
  })

  it('told again in the same words, or confirmed, is only confirmed; once a day is enough', async () => {
    await save({ medications: [APIXABAN] }, '2026-10-01')
    expect((await save({ medications: [APIXABAN] })).versions.map(({ kind }) => kind)).toEqual(['unchanged', 'taken'])
    expect((await test.request('health.confirmUnchanged', { patientId })).versions).toHaveLength(2)
    test.setNow('2026-11-20T16:52:00.000Z')
    expect((await test.request('health.confirmUnchanged', { patientId })).versions.map(({ takenOn }) => takenOn)).toEqual(['2026-11-20', TODAY, '2026-10-01'])
  })

  it('is not replaced by an older sheet typed in later, nor told before birth', async () => {
    await save({ medications: [APIXABAN] }, '2026-11-10')
    expect(await test.refuse('health.save', { patientId, takenOn: '2026-03-02', history: told() })).toMatchObject({
      code: 'invalid_input',
      message: 'The patient was asked again on Nov 10, 2026. An older sheet cannot replace that: attach its scan, and enter what still holds.',
      fields: { takenOn: 'The patient was asked again on Nov 10, 2026.' },
    })
    const before = await test.refuse('health.save', { patientId, takenOn: '1950-01-01', history: told() })
    expect(before.fields).toEqual({ takenOn: 'That is before the patient was born.' })
    expect((await test.refuse('health.recordRefusal', { patientId, on: '1950-01-01', reason: 'No' })).fields).toEqual({
      on: 'That is before the patient was born.',
    })
    expect((await test.request('health.get', { patientId })).history?.medications).toEqual([APIXABAN])
  })

  it('may be told today although the clock had run ahead the last time', async () => {
    test.setNow('2027-02-01T16:52:00.000Z')
    await save({ medications: [APIXABAN] }, '2027-02-01')
    test.setNow('2026-11-19T16:52:00.000Z')
    expect((await save()).history?.medications).toEqual([])
  })

  it('that was refused leaves an earlier one in force', async () => {
    const refuse = () => test.request('health.recordRefusal', { patientId, on: '2026-11-18', reason: 'Prefers not to say.' })
    expect(await refuse()).toMatchObject({ history: null, versions: [{ kind: 'refused', takenOn: '2026-11-18', refusedReason: 'Prefers not to say.' }] })
    expect(await test.refuse('health.confirmUnchanged', { patientId })).toMatchObject({ code: 'rule_broken', message: expect.stringContaining('first one') })
    await save({ medications: [APIXABAN] })
    expect((await refuse()).history?.medications).toEqual([APIXABAN])
    const visit = await aVisit(test, { patientId, startsAt: '2026-11-19T10:00' })
    const session = await test.request('notes.getSession', { appointmentId: visit.id })
    expect(session).toMatchObject({ health: { takenOn: TODAY, history: { medications: [APIXABAN] } }, intakeRefusedOn: '2026-11-18' })
    await test.request('health.confirmUnchanged', { patientId })
    expect((await test.request('notes.getSession', { appointmentId: visit.id })).intakeRefusedOn).toBeNull()
  })

  it.each<[string, object, string]>([
    ['a day to come', { takenOn: '2026-11-20' }, 'takenOn'],
    ['a name of 100,000 characters', { history: told({ medications: [{ ...APIXABAN, name: 'x'.repeat(100_000) }] }) }, 'history.medications.0.name'],
    ['a remark of 100,000 characters', { history: told({ remark: '😀'.repeat(50_000) }) }, 'history.remark'],
    ['a condition without a name', { history: told({ conditions: [{ item: null, name: ' \u0000 ', sites: [], remark: '' }] }) }, 'history.conditions.0.name'],
    ['a place that is none', { history: { ...told(), surgeries: [{ what: 'Knee', when: '', sites: ['knee-of-nobody'] }] } }, 'history.surgeries.0.sites.0'],
    [
      '61 conditions',
      { history: told({ conditions: Array.from({ length: 61 }, () => ({ item: null, name: 'x', sites: [], remark: '' })) }) },
      'history.conditions',
    ],
  ])('with %s is refused in words, and nothing is kept', async (_, change, field) => {
    const refusal = await test.refuse('health.save', { patientId, takenOn: TODAY, history: told(), ...change })
    expect(refusal.code).toBe('invalid_input')
    expect(refusal.fields?.[field]).toMatch(/^[A-Z].*\.$/)
    expect((await test.request('health.get', { patientId })).versions).toEqual([])
  })

  it('takes right-to-left words, emoji and markup as they are, without what cannot be seen', async () => {
    const name = '<b>أسبرين</b> 💊 \u202E\u0007; DROP TABLE patients'
    const { history } = await save({ medications: [{ name, purpose: '', item: null }] })
    expect(history?.medications[0]?.name).toBe('<b>أسبرين</b> 💊 ; DROP TABLE patients')
  })

  it('of nobody is refused', async () => {
    for (const [channel, rest] of [
      ['health.get', {}],
      ['health.save', { takenOn: TODAY, history: told() }],
      ['health.confirmUnchanged', {}],
      ['health.recordRefusal', { on: TODAY, reason: 'No.' }],
      ['health.saveClearance', { clearanceId: null, fields: fields() }],
    ] as const)
      expect((await test.refuse(channel, { patientId: NOWHERE, ...rest })).code, channel).toBe('not_found')
  })

  it('stays when the patient is archived', async () => {
    await save({ medications: [APIXABAN] })
    await clear()
    await test.request('patients.setArchived', { patientId, isArchived: true })
    expect(await test.request('health.get', { patientId })).toMatchObject({ history: { medications: [APIXABAN] }, clearances: [{ item: 'anticoagulants' }] })
  })
})

describe('a clearance', () => {
  it('is added, corrected, and withdrawn; a withdrawn one is closed', async () => {
    const [first] = (await clear()).clearances
    expect(first).toMatchObject({ ...fields(), withdrawnOn: null })
    const clearanceId = first?.id ?? NOWHERE
    const corrected = await test.request('health.saveClearance', { patientId, clearanceId, fields: fields({ expiresOn: '2026-12-31' }) })
    expect(corrected.clearances).toMatchObject([{ id: clearanceId, expiresOn: '2026-12-31' }])
    expect((await test.request('health.withdrawClearance', { clearanceId })).clearances).toMatchObject([{ withdrawnOn: TODAY }])
    expect((await test.refuse('health.withdrawClearance', { clearanceId })).code).toBe('rule_broken')
    expect((await test.refuse('health.saveClearance', { patientId, clearanceId, fields: fields() })).code).toBe('rule_broken')
    expect((await test.refuse('health.withdrawClearance', { clearanceId: NOWHERE })).code).toBe('not_found')
  })

  it.each([
    ['ends before it was given', { expiresOn: '2026-10-07' }, 'fields.expiresOn'],
    ['is given tomorrow', { givenOn: '2026-11-20' }, 'fields.givenOn'],
    ['is given by nobody', { givenBy: '  ' }, 'fields.givenBy'],
    ['is about nothing known', { item: 'bad-mood' }, 'fields.item'],
    ['ends on a day that does not exist', { expiresOn: '2027-02-30' }, 'fields.expiresOn'],
  ])('that %s is refused', async (_, change, field) => {
    const refusal = await test.refuse('health.saveClearance', { patientId, clearanceId: null, fields: { ...fields(), ...change } })
    expect([refusal.code, Object.keys(refusal.fields ?? {})]).toEqual(['invalid_input', [field]])
    expect((await test.request('health.get', { patientId })).clearances).toEqual([])
  })

  it('of one patient is not corrected from another’s chart', async () => {
    const [first] = (await clear()).clearances
    const other = await aPatient(test, { firstName: 'Omar' })
    const input = { patientId: other, clearanceId: first?.id, fields: fields({ givenBy: 'Somebody' }) }
    expect((await test.refuse('health.saveClearance', input)).code).toBe('not_found')
    expect((await test.request('health.get', { patientId })).clearances).toMatchObject([{ givenBy: 'Dr. Amari' }])
  })

  it('reaches the session and the header, with its last day', async () => {
    await save({ medications: [APIXABAN], allergies: [{ to: 'arnica', reaction: 'rash' }] })
    expect(await alerts()).toEqual(['never: Allergy: arnica (rash)', 'care: Apixaban, needs clearance'])
    await clear({ expiresOn: '2026-12-08' })
    expect(await alerts()).toEqual(['never: Allergy: arnica (rash)', 'care: Apixaban, cleared to Dec 8'])
    await test.request('patients.saveAlerts', { patientId, alerts: [{ kind: 'never', text: 'No arnica oil' }] })
    expect(await alerts()).toEqual(['never: No arnica oil', 'care: Apixaban, cleared to Dec 8'])
    const visit = await aVisit(test, { patientId, startsAt: '2026-11-19T10:00' })
    expect((await test.request('notes.getSession', { appointmentId: visit.id })).clearances).toMatchObject([{ expiresOn: '2026-12-08' }])
  })
})

describe('who and what guards it', () => {
  it('lets the desk take a history but leaves clearances to practitioners', async () => {
    await test.app.close()
    const file = join(test.dir, 'keyring.json')
    const person = { id: PersonId.parse('00000000-0000-4000-8000-0000000000fe'), name: 'Sam Ito', role: 'front-desk' as const }
    const slot = await makeSlot(person, 'another good password', { key: readRecoveryKey(test.recoveryKey), cost: TEST_KDF })
    const keyring = readKeyring(file)
    writeKeyring(file, { ...keyring, slots: [...keyring.slots, slot] })
    const desk = testApp({ dir: test.dir, newId: countedIds(500) })
    await desk.request('access.signIn', { personId: person.id, password: 'another good password' })
    expect((await desk.request('health.save', { patientId, takenOn: TODAY, history: told() })).versions).toMatchObject([{ enteredBy: 'Sam Ito' }])
    expect((await desk.refuse('health.saveClearance', { patientId, clearanceId: null, fields: fields() })).code).toBe('forbidden')
    expect((await desk.refuse('health.withdrawClearance', { clearanceId: NOWHERE })).code).toBe('forbidden')
    await desk.app.close()
  })

  it('is the database itself, which changes and deletes no version', async () => {
    await save({ medications: [APIXABAN] })
    await test.app.close()
    const db = openDatabase(join(test.dir, 'myodesk.db'), readRecoveryKey(test.recoveryKey), { mustExist: true })
    expect(() => db.exec("UPDATE health_versions SET taken_on = '2020-01-01'")).toThrow('A health history does not change.')
    expect(() => db.exec('DELETE FROM health_versions')).toThrow('A health history is never deleted.')
    db.close()
  })
})
