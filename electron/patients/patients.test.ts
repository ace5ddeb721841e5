import { afterEach, describe, expect, it } from 'vitest'
import { aPatient } from '../testing/patients.ts'
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

const register = async (test: TestApp, changes: Parameters<typeof aPatient>[0] = {}) =>
  test.request('patients.register', { fields: aPatient(changes), policy: null })

async function book(test: TestApp, patientId: string, startsAt: string) {
  const [practitioner] = await test.request('practice.listPractitioners', {})
  if (!practitioner) throw new Error('set-up wrote no practitioner')
  return test.request('appointments.book', { fields: { patientId, episodeId: null, practitionerId: practitioner.id, startsAt, minutes: 60, remark: '' } })
}

describe('registering a patient', () => {
  it('gives gapless chart numbers with the clinic’s initials, also after a refusal', async () => {
    const test = await clinic()
    expect((await register(test)).chartNumber).toBe('LM-0001')
    const refusal = await test.refuse('patients.register', { fields: aPatient({ bornOn: '2026-11-20' }), policy: null })
    expect(refusal.fields).toEqual({ 'fields.bornOn': 'A birth date cannot be in the future.' })
    expect(await register(test, { bornOn: '2026-11-19' })).toMatchObject({ chartNumber: 'LM-0002', registeredOn: '2026-11-19', isArchived: false })
  })

  it('keeps the plan and the alerts, and gives them back as entered', async () => {
    const test = await clinic()
    const [selfPay] = await test.request('practice.listPayers', {})
    if (!selfPay) throw new Error('set-up wrote no payer')
    const policy = {
      payerId: selfPay.id,
      memberId: 'XQ 12',
      groupNumber: '',
      planName: '',
      relation: 'child' as const,
      insuredName: 'Ana Reyes',
      insuredBornOn: '1950-01-01',
    }
    const { id } = await test.request('patients.register', { fields: aPatient(), policy })
    const alerts = await test.request('patients.saveAlerts', {
      patientId: id,
      alerts: [
        { kind: 'never', text: 'Avoid left calf' },
        { kind: 'care', text: 'Apixaban' },
      ],
    })
    expect(alerts.map(({ kind, text }) => [kind, text])).toEqual([
      ['never', 'Avoid left calf'],
      ['care', 'Apixaban'],
    ])
    expect(await test.request('patients.getDetails', { patientId: id })).toMatchObject({ patient: aPatient(), policy, alerts })
    await test.request('patients.save', { patientId: id, fields: aPatient({ middleName: 'A.' }), policy: null })
    expect(await test.request('patients.getDetails', { patientId: id })).toMatchObject({
      patient: { middleName: 'A.', chartNumber: 'LM-0001' },
      policy: null,
      alerts,
    })
  })

  it.each([
    ['an impossible date', { bornOn: '1979-02-30' }, 'fields.bornOn'],
    ['a birth date in words', { bornOn: 'tomorrow' }, 'fields.bornOn'],
    ['a name of 10,000 characters', { lastName: 'x'.repeat(10_000) }, 'fields.lastName'],
    ['no name', { firstName: '   ' }, 'fields.firstName'],
    ['a phone number without digits', { phone: 'call me' }, 'fields.phone'],
    ['a release signed tomorrow', { releaseSignedOn: '2026-11-20' }, 'fields.releaseSignedOn'],
  ])('refuses %s in words and registers nobody', async (_, changes, field) => {
    const test = await clinic()
    const refusal = await test.refuse('patients.register', { fields: aPatient(changes), policy: null })
    expect(refusal.code).toBe('invalid_input')
    expect(refusal.fields?.[field]).toMatch(/^[A-Z].*\.$/)
    expect((await test.request('patients.search', { text: '', scope: 'all', limit: 10 })).total).toBe(0)
  })

  it('refuses a payer that is not there, and a patient that is not there', async () => {
    const test = await clinic()
    const nowhere = '00000000-0000-4000-8000-00000000ffff'
    const policy = { payerId: nowhere, memberId: '', groupNumber: '', planName: '', relation: 'self', insuredName: '', insuredBornOn: null }
    expect((await test.refuse('patients.register', { fields: aPatient(), policy })).code).toBe('not_found')
    expect((await test.refuse('patients.save', { patientId: nowhere, fields: aPatient(), policy: null })).code).toBe('not_found')
    expect((await test.refuse('patients.getTimeline', { patientId: nowhere })).code).toBe('not_found')
  })
})

describe('a patient’s header and row', () => {
  it('tell who it is, today’s visit and the next one', async () => {
    const test = await clinic()
    const patient = await register(test, { firstName: 'Omar', lastName: 'Vance', bornOn: '2010-03-03', guardianName: 'Thomas Vance', preferredName: 'Omi' })
    const visit = await book(test, patient.id, '2026-11-19T15:00')
    await book(test, patient.id, '2026-12-03T15:00')
    expect(await test.request('patients.getHeader', { patientId: patient.id })).toMatchObject({
      name: 'Omar Vance',
      age: 16,
      prescription: null,
      balance: 0,
      today: { appointmentId: visit.id, startsAt: '2026-11-19T15:00', status: 'booked' },
    })
    const { rows } = await test.request('patients.search', { text: 'van', scope: 'active', limit: 5 })
    expect(rows).toMatchObject([
      { name: 'Vance, Omar', age: 16, remark: 'Guardian: T. Vance', seenRecently: true, nextVisitAt: '2026-11-19T15:00', lastVisitOn: null },
    ])
  })

  it('put the recently seen first', async () => {
    const test = await clinic()
    await register(test, { firstName: 'Ada', lastName: 'Abel' })
    const zoe = await register(test, { firstName: 'Zoe', lastName: 'Zorn' })
    await book(test, zoe.id, '2026-11-19T15:00')
    const names = async (text: string) => (await test.request('patients.search', { text, scope: 'active', limit: 5 })).rows.map(row => row.name)
    expect([await names(''), await names('1979')]).toEqual([
      ['Zorn, Zoe', 'Abel, Ada'],
      ['Zorn, Zoe', 'Abel, Ada'],
    ])
    test.setNow('2026-12-25T16:00:00.000Z')
    expect(await names('')).toEqual(['Abel, Ada', 'Zorn, Zoe'])
  })
})

describe('archiving', () => {
  it('is refused while visits are booked, and can be taken back', async () => {
    const test = await clinic()
    const { id } = await register(test)
    const visit = await book(test, id, '2026-11-23T10:00')
    await book(test, id, '2026-11-30T10:00')
    const refusal = await test.refuse('patients.setArchived', { patientId: id, isArchived: true })
    expect([refusal.code, refusal.message]).toEqual([
      'rule_broken',
      'Marisol Reyes has 2 visits booked, the first on Nov 23, 2026. Cancel or finish them before archiving.',
    ])
    for (const { id: appointmentId } of await test.request('appointments.listOfPatient', { patientId: id }))
      await test.request('appointments.setStatus', { appointmentId, status: 'cancelled', reason: 'moved away' })
    expect((await test.request('patients.setArchived', { patientId: id, isArchived: true })).isArchived).toBe(true)
    expect((await test.request('patients.setArchived', { patientId: id, isArchived: false })).isArchived).toBe(false)
    const timeline = await test.request('patients.getTimeline', { patientId: id })
    expect(timeline.map(entry => [entry.on, entry.kind, entry.title, entry.detail])).toEqual([
      ['2026-11-30', 'missed', 'Visit cancelled', '10:00 am, moved away'],
      ['2026-11-23', 'missed', 'Visit cancelled', '10:00 am, moved away'],
      ['2026-11-19', 'registered', 'Chart opened', 'LM-0001'],
    ])
    expect(timeline[1]?.refId).toBe(visit.id)
  })
})
