import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_RULES } from '../../shared/practice/clinical-rules.ts'
import { feeOn } from '../../shared/practice/fees.ts'
import { aSetUp } from '../testing/set-up.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

const apps: TestApp[] = []
async function clinic() {
  const test = await signedInApp()
  apps.push(test)
  return test
}
afterEach(async () => {
  for (const test of apps.splice(0)) await test.remove()
})

const noAddress = { street: '', street2: '', city: '', state: '' as const, zip: '' }
const amari = { name: 'Samir Amari', credentials: 'MD', npi: '1993999998', practiceName: '', address: noAddress, phone: '', fax: '' }
const cascadia: Input<'practice.savePayer'>['fields'] = {
  name: 'Cascadia Mutual',
  kind: 'auto',
  unitRule: 'midpoint',
  requiresPrescription: true,
  autoModifiers: ['gp'],
  maxUnitsPerVisit: 4,
}

describe('the clinic’s hours', () => {
  it('end after they begin', async () => {
    const test = await clinic()
    const { clinic: profile } = aSetUp()
    const refusal = await test.refuse('practice.saveClinic', { ...profile, opensAt: '18:00', closesAt: '08:00' })
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { closesAt: 'Choose a closing time after the opening time.' } })
    expect((await test.request('practice.getClinic', {})).opensAt).toBe('08:00')
  })
})

describe('the clinical rules', () => {
  it.each([
    ['a blood pressure turned around', { systolicLimit: 120, diastolicLimit: 130 }, { diastolicLimit: 'The lower number stays below the upper one.' }],
    ['a change beyond the scale', { mattersFrom: { pain: 20 } }, { 'mattersFrom.pain': 'The whole scale has only 10.' }],
  ])('refuse %s', async (_, change, fields) => {
    const test = await clinic()
    expect(await test.refuse('practice.saveRules', { ...USUAL_RULES, ...change })).toMatchObject({ code: 'invalid_input', fields })
    expect(await test.request('practice.getRules', {})).toEqual(USUAL_RULES)
  })
})

describe('a new clinic', () => {
  it('holds what first run asked for, self-pay, and diagnosis codes', async () => {
    const test = await clinic()
    expect((await test.request('practice.getClinic', {})).name).toBe('Larkspur Medical Massage')
    expect(await test.request('practice.listPractitioners', {})).toMatchObject([{ legalName: 'Rosa Delgado', isActive: true, licenseExpiresOn: '2027-12-31' }])
    const services = await test.request('practice.listServices', {})
    expect(services.map(({ code, fees }) => [code, fees])).toEqual([
      ['97124', [{ effectiveFrom: '2026-11-19', unitFee: 4500 }]],
      ['97140', [{ effectiveFrom: '2026-11-19', unitFee: 4500 }]],
    ])
    expect(await test.request('practice.listPayers', {})).toMatchObject([{ name: 'Self-pay', kind: 'self-pay', unitRule: 'cms', requiresPrescription: false }])
    expect(await test.request('codes.search', { text: 'M54.2', on: '2026-11-19' })).toMatchObject([{ code: 'M54.2', isValid: true }])
  })

  it('changes its profile as a whole', async () => {
    const test = await clinic()
    const changed = { ...aSetUp().clinic, name: 'Östra Kliniken ✚', paperSize: 'a4' as const, noShowUsesVisit: true }
    expect(await test.request('practice.saveClinic', changed)).toEqual(changed)
    expect(await test.request('access.status', {})).toMatchObject({ clinicName: changed.name })
    expect(await test.request('practice.getClinic', {})).toEqual(changed)
  })
})

describe('the fee schedule', () => {
  it('adds a dated fee and keeps the earlier one for earlier visits', async () => {
    const test = await clinic()
    const [massage] = await test.request('practice.listServices', {})
    if (!massage) throw new Error('set-up wrote no service')
    const { id, fees: _, ...fields } = massage
    const fee = { effectiveFrom: '2027-01-01', unitFee: cents(4800) }
    const saved = await test.request('practice.saveService', { id, fields: { ...fields, name: 'Medical massage' }, fee })
    expect(saved.fees.map(one => one.unitFee)).toEqual([4800, 4500])
    expect([feeOn(saved, localDate('2026-12-31')), feeOn(saved, localDate('2027-01-01'))]).toEqual([4500, 4800])
    const listed = await test.request('practice.listServices', {})
    expect(listed.map(one => one.name)).toEqual(['Medical massage', 'Manual therapy'])
  })

  it('refuses a new service without a fee, and writes nothing', async () => {
    const test = await clinic()
    const fields = { name: 'Hot pack', code: '97010', isTimed: false, minutesPerUnit: 15, modifiers: [], isActive: true }
    expect((await test.refuse('practice.saveService', { id: null, fields, fee: null })).fields).toEqual({ fee: 'Add a fee.' })
    expect(await test.request('practice.listServices', {})).toHaveLength(2)
  })
})

describe('people the clinic works with', () => {
  it('keeps payers with their unit rule, one of each name', async () => {
    const test = await clinic()
    const payer = await test.request('practice.savePayer', { id: null, fields: cascadia })
    expect(payer).toMatchObject({ unitRule: 'midpoint', autoModifiers: ['GP'], maxUnitsPerVisit: 4 })
    expect((await test.request('practice.savePayer', { id: payer.id, fields: { ...cascadia, unitRule: 'full' } })).unitRule).toBe('full')
    expect((await test.refuse('practice.savePayer', { id: null, fields: { ...cascadia, name: 'CASCADIA mutual' } })).code).toBe('conflict')
  })

  it('refuses an NPI with a wrong digit, and one that another prescriber has', async () => {
    const test = await clinic()
    await test.request('practice.savePrescriber', { id: null, fields: amari })
    expect((await test.refuse('practice.savePrescriber', { id: null, fields: { ...amari, npi: '1993999997' } })).fields?.['fields.npi']).toMatch(
      /one digit is wrong/,
    )
    const twice = await test.refuse('practice.savePrescriber', { id: null, fields: { ...amari, name: 'Someone Else' } })
    expect([twice.code, twice.fields?.['fields.npi']]).toEqual(['conflict', 'This NPI belongs to Samir Amari.'])
    expect(await test.request('practice.listPrescribers', {})).toHaveLength(1)
  })

  it('keeps at least one practitioner active', async () => {
    const test = await clinic()
    const [owner] = await test.request('practice.listPractitioners', {})
    if (!owner) throw new Error('set-up wrote no practitioner')
    const { id, isActive: _, leftOn: __, ...fields } = owner
    expect((await test.refuse('practice.savePractitioner', { id, fields, isActive: false })).message).toBe('Keep at least one practitioner active.')
    await test.request('practice.savePractitioner', { id: null, fields: { ...fields, legalName: 'Ida Berg', npi: '' }, isActive: true })
    await test.request('practice.savePractitioner', { id, fields, isActive: false })
    const all = await test.request('practice.listPractitioners', {})
    expect(all.map(one => [one.legalName, one.isActive])).toEqual([
      ['Rosa Delgado', false],
      ['Ida Berg', true],
    ])
  })

  it('says when a record is not there', async () => {
    const test = await clinic()
    expect((await test.refuse('practice.savePayer', { id: '00000000-0000-4000-8000-00000000ffff', fields: cascadia })).code).toBe('not_found')
  })
})
