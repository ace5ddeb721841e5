import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { keep } from '../testing/clinic-folder.ts'
import { aPatient as fields } from '../testing/patients.ts'
import { aPatient, aVisit } from '../testing/records.ts'
import { signedInApp } from '../testing/test-app.ts'

const clinic = async () => keep(await signedInApp())
const home = { street: '12 Main St', street2: '', city: 'Larkspur Falls', state: 'MT', zip: '59000' }

describe('a household', () => {
  it('is joined and left, shows who pays, and is none with one person left', async () => {
    const test = await clinic()
    const ana = await aPatient(test, { firstName: 'Ana', bornOn: '1950-01-01' })
    const guarantor = { patientId: ana, name: 'whoever', relation: 'mother', phone: '' }
    const omar = await aPatient(test, { firstName: 'Omar', bornOn: '2010-03-03', guarantor })
    const eva = await aPatient(test, { firstName: 'Eva', bornOn: '2012-02-29' })
    const names = async (patientId: typeof ana) =>
      (await test.request('patients.getHousehold', { patientId })).map(({ name, age, isGuarantor }) => `${name} ${age}${isGuarantor ? ' pays' : ''}`)
    await test.request('patients.joinHousehold', { patientId: omar, withId: ana })
    await test.request('patients.joinHousehold', { patientId: eva, withId: omar })
    expect(await names(omar)).toEqual(['Ana Reyes 76 pays', 'Eva Reyes 14'])
    expect(await names(eva)).toEqual(['Ana Reyes 76', 'Omar Reyes 16'])
    await test.request('patients.leaveHousehold', { patientId: ana })
    expect(await names(omar)).toEqual(['Eva Reyes 14'])
    await test.request('patients.leaveHousehold', { patientId: omar })
    expect([await names(eva), await names(omar), await names(ana)]).toEqual([[], [], []])
    expect((await test.refuse('patients.joinHousehold', { patientId: ana, withId: ana })).message).toBe('Choose somebody else of the household.')
  })

  it('is suggested by the address, and joined at registration', async () => {
    const test = await clinic()
    const ana = await aPatient(test, { firstName: 'Ana', address: home })
    await aPatient(test, { firstName: 'Zoe', address: { ...home, street: '14 Main St' } })
    const found = await test.request('patients.listAtAddress', { street: '12 main st ', zip: '59000' })
    expect(found.map(({ id }) => id)).toEqual([ana])
    expect(await test.request('patients.listAtAddress', { street: '', zip: '' })).toEqual([])
    const { id } = await test.request('patients.register', { fields: fields({ firstName: 'Ben', address: home }), policy: null, householdWith: ana })
    expect((await test.request('patients.getHousehold', { patientId: ana })).map(({ patientId }) => patientId)).toEqual([id])
  })
})

describe('who pays', () => {
  it('is kept under the name on their own chart, and follows it', async () => {
    const test = await clinic()
    const ana = await aPatient(test, { firstName: 'Ana', phone: '(406) 555-0100' })
    const omar = await aPatient(test, { firstName: 'Omar', guarantor: { patientId: ana, name: 'x', relation: 'mother', phone: '' } })
    const guarantor = async () => (await test.request('patients.getDetails', { patientId: omar })).patient.guarantor
    expect(await guarantor()).toEqual({ patientId: ana, name: 'Ana Reyes', relation: 'mother', phone: '(406) 555-0100' })
    await test.request('patients.save', { patientId: ana, fields: fields({ firstName: 'Ana', lastName: 'Silva' }), policy: null })
    expect((await guarantor())?.name).toBe('Ana Silva')
  })

  it('is no minor, nobody who died, and nobody whom the patient pays for', async () => {
    const test = await clinic()
    const kid = await aPatient(test, { firstName: 'Kid', bornOn: '2012-01-01' })
    const dead = await aPatient(test, { firstName: 'Old' })
    await test.request('patients.setDeceased', { patientId: dead, deceasedOn: localDate('2026-11-03') })
    const ana = await aPatient(test, { firstName: 'Ana' })
    const ben = await aPatient(test, { firstName: 'Ben', guarantor: { patientId: ana, name: 'x', relation: '', phone: '' } })
    const pays = (patientId: string) => ({ patientId: ana, fields: fields({ guarantor: { patientId, name: 'x', relation: '', phone: '' } }), policy: null })
    expect((await test.refuse('patients.save', pays(kid))).fields).toEqual({
      'fields.guarantor': 'Kid Reyes is a minor and cannot answer for the bill. Choose an adult.',
    })
    expect((await test.refuse('patients.save', pays(dead))).message).toBe('Old Reyes has died. Choose somebody else who pays.')
    expect((await test.refuse('patients.save', pays(ben))).message).toBe('This patient pays for Ben Reyes. Change that first.')
    const cleo = await aPatient(test, { firstName: 'Cleo', guarantor: { patientId: ben, name: 'x', relation: '', phone: '' } })
    expect((await test.refuse('patients.save', pays(cleo))).message).toBe('This patient pays for Ben Reyes. Change that first.')
    await test.request('patients.save', { ...pays(ana), fields: fields({ guarantor: { patientId: ana, name: 'x', relation: '', phone: '' } }) })
    expect((await test.request('patients.getDetails', { patientId: ana })).patient.guarantor).toBeNull()
  })

  it('stays on the chart after their death, so that the rest of it can still be changed', async () => {
    const test = await clinic()
    const payer = await aPatient(test, { firstName: 'Old' })
    const guarantor = { patientId: payer, name: 'Old Reyes', relation: 'mother', phone: '' }
    const omar = await aPatient(test, { firstName: 'Omar', guarantor })
    await test.request('patients.setDeceased', { patientId: payer, deceasedOn: localDate('2026-11-03') })
    const saved = await test.request('patients.save', {
      patientId: omar,
      fields: fields({ firstName: 'Omar', email: 'omar@mail.example', guarantor }),
      policy: null,
    })
    expect(saved).toMatchObject({ email: 'omar@mail.example', guarantor: { patientId: payer, name: 'Old Reyes' } })
  })
})

it('pays under the chart theirs became part of', async () => {
  const test = await clinic()
  const [ana, anna] = [await aPatient(test, { firstName: 'Ana' }), await aPatient(test, { firstName: 'Anna' })]
  await test.request('patients.merge', { keepId: ana, otherId: anna, fields: fields({ firstName: 'Ana' }), policy: null })
  const kid = await aPatient(test, { firstName: 'Kid', guarantor: { patientId: anna, name: 'x', relation: 'mother', phone: '' } })
  expect((await test.request('patients.getDetails', { patientId: kid })).patient.guarantor).toMatchObject({ patientId: ana, name: 'Ana Reyes' })
})

describe('consents at registration', () => {
  it('are signed today, by the guardian of a minor', async () => {
    const test = await clinic()
    const minor = fields({ bornOn: '2016-11-20', guardianName: 'Thomas Vance' })
    const { id } = await test.request('patients.register', { fields: minor, policy: null, consents: ['treatment', 'no-longer-asked'] })
    const standings = await test.request('patients.listConsents', { patientId: id })
    expect(standings.filter(({ latest }) => latest).map(({ kind, latest }) => [kind, latest?.signedBy, latest?.signedOn])).toEqual([
      ['treatment', 'Thomas Vance', '2026-11-19'],
    ])
  })
})

describe('a patient who died', () => {
  it('is archived and booked no more; taking it back brings back the chart, not the visits', async () => {
    const test = await clinic()
    const patientId = await aPatient(test)
    const before = await aVisit(test, { patientId, startsAt: '2026-11-19T08:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-23T10:00' })
    const after = await aVisit(test, { patientId, startsAt: '2026-12-03T10:00' })
    const patient = await test.request('patients.setDeceased', { patientId, deceasedOn: localDate('2026-11-19') })
    expect(patient).toMatchObject({ isArchived: true, deceasedOn: '2026-11-19' })
    const visits = await test.request('appointments.listOfPatient', { patientId })
    expect(visits.map(({ status, cancelReason, isLateCancel }) => [status, cancelReason, isLateCancel])).toEqual(
      Array(3).fill(['cancelled', 'Patient died', false]),
    )
    expect((await test.request('patients.search', { text: 'reyes', scope: 'active', limit: 5 })).rows).toEqual([])
    const [row] = (await test.request('patients.search', { text: 'reyes', scope: 'all', limit: 5 })).rows
    expect(row?.remark).toBe('Died Nov 19, 2026')
    expect((await test.refuse('patients.setArchived', { patientId, isArchived: false })).message).toBe(
      'The chart says that this patient died. Take that back first.',
    )
    expect((await test.refuse('appointments.setStatus', { appointmentId: after.id, status: 'booked', reason: '' })).message).toContain('died on Nov 19, 2026')
    await test.request('patients.setDeceased', { patientId, deceasedOn: null })
    expect(await test.request('patients.getHeader', { patientId })).toMatchObject({ isArchived: false, deceasedOn: null })
    const again = await test.request('appointments.listOfPatient', { patientId })
    expect(again.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(again.some(({ id }) => id === before.id)).toBe(true)
  })

  it.each([
    ['2026-11-20', 'This day lies in the future.'],
    ['1984-03-13', 'The patient was born on Mar 14, 1984.'],
  ])('did not die on %s: %s', async (deceasedOn, sentence) => {
    const test = await clinic()
    const patientId = await aPatient(test)
    expect((await test.refuse('patients.setDeceased', { patientId, deceasedOn })).fields).toEqual({ deceasedOn: sentence })
  })

  it('was not treated later, and is not in session', async () => {
    const test = await clinic()
    const patientId = await aPatient(test)
    const { id: appointmentId } = await aVisit(test, { patientId, startsAt: '2026-11-19T09:00' })
    for (const status of ['arrived', 'in-session'] as const) await test.request('appointments.setStatus', { appointmentId, status, reason: '' })
    expect((await test.refuse('patients.setDeceased', { patientId, deceasedOn: '2026-11-03' })).message).toBe(
      'The patient was treated here on Nov 19, 2026. Check the day.',
    )
    expect((await test.refuse('patients.setDeceased', { patientId, deceasedOn: '2026-11-19' })).message).toBe(
      'Marisol Reyes is in session. Finish or cancel that visit first.',
    )
  })

  it('keeps archived who was archived before', async () => {
    const test = await clinic()
    const patientId = await aPatient(test)
    await test.request('patients.setArchived', { patientId, isArchived: true })
    await test.request('patients.setDeceased', { patientId, deceasedOn: null })
    expect((await test.request('patients.getHeader', { patientId })).isArchived).toBe(true)
  })
})
