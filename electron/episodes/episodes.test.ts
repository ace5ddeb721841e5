import { afterEach, describe, expect, it } from 'vitest'
import { aDiagnosis, anEpisode, aPrescription } from '../testing/episodes.ts'
import { aPatient } from '../testing/patients.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

const apps: TestApp[] = []
afterEach(async () => {
  for (const test of apps.splice(0)) await test.remove()
})

const noAddress = { street: '', street2: '', city: '', state: '' as const, zip: '' }

/** A clinic with Marisol Reyes, Dr. Amari and an open episode of neck pain. */
async function course(changes: Parameters<typeof anEpisode>[0] = {}) {
  const test = await signedInApp()
  apps.push(test)
  const patient = await test.request('patients.register', { fields: aPatient(), policy: null })
  const prescriber = await test.request('practice.savePrescriber', {
    id: null,
    fields: { name: 'Samir Amari', credentials: 'MD', npi: '1993999998', practiceName: '', address: noAddress, phone: '', fax: '' },
  })
  const episode = await test.request('episodes.open', { patientId: patient.id, fields: anEpisode(changes) })
  const [practitioner] = await test.request('practice.listPractitioners', {})
  if (!practitioner) throw new Error('set-up wrote no practitioner')
  const book = (startsAt: string) =>
    test.request('appointments.book', {
      fields: { patientId: patient.id, episodeId: episode.id, practitionerId: practitioner.id, startsAt, minutes: 60, remark: '' },
    })
  return { test, patientId: patient.id, prescriberId: prescriber.id, episodeId: episode.id, episode, book }
}

describe('an episode', () => {
  it('opens today and says what is missing', async () => {
    const { test, patientId, episode } = await course()
    expect(episode).toMatchObject({
      ...anEpisode(),
      openedOn: '2026-11-19',
      beganOn: '2026-11-19',
      closedOn: null,
      diagnoses: [],
      prescriptions: [],
      goals: [],
      trends: [],
      visitsDone: 0,
    })
    expect(await test.request('episodes.list', { patientId })).toMatchObject([
      { condition: 'Neck pain', diagnosisWords: 'No diagnosis on file', prescription: null },
    ])
  })

  it('keeps the facts of a claim, and drops them when they are taken away', async () => {
    const { test, episodeId } = await course()
    const [payer] = await test.request('practice.listPayers', {})
    if (!payer) throw new Error('set-up wrote no payer')
    const claim = { payerId: payer.id, claimNumber: '', injuredOn: '2026-09-12', state: 'OR' as const, adjuster: 'Kim Ode', employer: '', attorney: '' }
    expect((await test.request('episodes.save', { episodeId, fields: anEpisode({ kind: 'auto', claim }) })).claim).toEqual(claim)
    expect((await test.request('episodes.save', { episodeId, fields: anEpisode() })).claim).toBeNull()
  })

  it('refuses an onset or an injury in the future, and an insurer or patient that is not there', async () => {
    const { test, patientId, episodeId } = await course()
    const claim = { payerId: null, claimNumber: '', injuredOn: '2026-11-20', state: '', adjuster: '', employer: '', attorney: '' }
    expect((await test.refuse('episodes.open', { patientId, fields: anEpisode({ onsetOn: '2026-11-20' }) })).fields).toHaveProperty(['fields.onsetOn'])
    expect((await test.refuse('episodes.save', { episodeId, fields: { ...anEpisode(), claim } })).fields).toHaveProperty(['fields.claim.injuredOn'])
    expect((await test.refuse('episodes.save', { episodeId, fields: { ...anEpisode(), claim: { ...claim, injuredOn: null, payerId: patientId } } })).code).toBe(
      'not_found',
    )
    expect((await test.refuse('episodes.open', { patientId: episodeId, fields: anEpisode() })).code).toBe('not_found')
    expect(await test.request('episodes.list', { patientId })).toHaveLength(1)
  })

  it('closes with a reason once nothing is booked, and opens again', async () => {
    const { test, patientId, episodeId, book } = await course()
    const visit = await book('2026-11-23T10:00')
    const close = { episodeId, closedOn: '2026-11-19', kind: 'goals-met' as const, reason: 'Goals met', finalMeasures: null, cancelBookings: [] }
    expect((await test.refuse('episodes.close', close)).message).toBe(
      '1 visit is still booked in this episode (Mon, Nov 23, 10:00 am). Cancel it with the discharge, or finish it first.',
    )
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: '' })
    expect((await test.refuse('episodes.close', { ...close, closedOn: '2026-11-18' })).message).toMatch(/opened on Nov 19, 2026/)
    expect((await test.refuse('episodes.close', { ...close, closedOn: '2026-11-20' })).message).toMatch(/future/)
    expect(await test.request('episodes.close', close)).toMatchObject({ closedOn: '2026-11-19', closeReason: 'Goals met' })
    expect((await test.refuse('episodes.close', close)).code).toBe('conflict')
    const { rows } = await test.request('patients.search', { text: '', scope: 'active', limit: 1 })
    expect(rows[0]?.remark).toBe('Closed Nov 2026')
    expect(await test.request('episodes.reopen', { episodeId })).toMatchObject({ closedOn: null, closeReason: '' })
    expect(await test.request('episodes.list', { patientId })).toHaveLength(1)
  })
})

describe('diagnoses', () => {
  it('stand in order, keep their ids, and are shown in lists', async () => {
    const { test, patientId, episodeId, prescriberId } = await course()
    const first = await test.request('episodes.saveDiagnoses', {
      episodeId,
      diagnoses: [aDiagnosis({ prescriberId }), aDiagnosis({ code: 'm62.838', label: 'Other muscle spasm' })],
    })
    expect(first.diagnoses.map(one => one.code)).toEqual(['M54.2', 'M62.838'])
    const turned = await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: first.diagnoses.toReversed() })
    expect(turned.diagnoses).toEqual(first.diagnoses.toReversed())
    expect((await test.request('episodes.list', { patientId }))[0]?.diagnosisWords).toBe('M62.838, M54.2')
  })

  it('refuse a code that had ended by then, and name what took its place', async () => {
    const { test, episodeId } = await course()
    const old = aDiagnosis({ code: 'M54.5', label: 'Low back pain' })
    const refusal = await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [aDiagnosis(), old] })
    expect([refusal.code, refusal.message]).toEqual(['rule_broken', 'M54.5 ended on Sep 30, 2021. Choose M54.50, M54.51 or M54.59.'])
    expect((await test.request('episodes.get', { episodeId })).diagnoses).toEqual([])
    const then = { ...old, diagnosedOn: '2021-09-01', validFrom: '2021-09-01', validTo: '2021-09-30' }
    expect((await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: [then] })).diagnoses).toHaveLength(1)
    const early = aDiagnosis({ code: 'M54.50', label: 'Low back pain', diagnosedOn: '2021-09-01', validFrom: '2021-09-01' })
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [early] })).message).toBe(
      'M54.50 begins on Oct 1, 2021. Choose a code that was valid on Sep 1, 2021.',
    )
  })

  it('accept a code that the list does not hold, with the words as typed', async () => {
    const { test, episodeId } = await course()
    const rare = aDiagnosis({ code: 'Q79.62', label: 'Hypermobile type' })
    expect((await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: [rare] })).diagnoses).toMatchObject([
      { code: 'Q79.62', label: 'Hypermobile type' },
    ])
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [{ ...rare, code: 'neck' }] })).code).toBe('invalid_input')
  })

  it('hold twelve on any one day, each code once', async () => {
    const { test, episodeId } = await course()
    const many = Array.from({ length: 13 }, (_, index) => aDiagnosis({ code: `Q${10 + index}.9`, label: 'Rare' }))
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: many })).message).toMatch(/^13 diagnoses apply on Oct 20, 2026/)
    const ended = many.map((one, index) => (index === 0 ? { ...one, validFrom: '2026-10-01', validTo: '2026-10-19' } : one))
    expect((await test.request('episodes.saveDiagnoses', { episodeId, diagnoses: ended })).diagnoses).toHaveLength(13)
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [aDiagnosis(), aDiagnosis()] })).message).toMatch(/^M54.2 is listed twice/)
  })

  it.each([
    ['made in the future', { diagnosedOn: '2026-11-20' }, 'diagnoses.0.diagnosedOn'],
    ['ended before it began', { validTo: '2026-10-19' }, 'diagnoses.0.validTo'],
    ['of an impossible day', { validFrom: '2026-02-30' }, 'diagnoses.0.validFrom'],
    ['without its maker', { diagnosedBy: ' ' }, 'diagnoses.0.diagnosedBy'],
  ])('refuse one %s', async (_, changes, field) => {
    const { test, episodeId } = await course()
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [aDiagnosis(changes)] })).fields).toHaveProperty([field])
  })

  it('refuse an id that is not theirs', async () => {
    const { test, episodeId, patientId } = await course()
    expect((await test.refuse('episodes.saveDiagnoses', { episodeId, diagnoses: [{ ...aDiagnosis(), id: patientId }] })).code).toBe('conflict')
  })
})

describe('prescriptions', () => {
  it('are used by the visits of their episode, and shown in the header', async () => {
    const { test, patientId, episodeId, prescriberId, book } = await course()
    await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: aPrescription(prescriberId, { visitsUsedBefore: 3 }) })
    await book('2026-11-19T15:00')
    await book('2026-11-26T15:00')
    const { prescriptions } = await test.request('episodes.get', { episodeId })
    expect(prescriptions).toMatchObject([{ prescriber: { name: 'Samir Amari' }, use: { used: 3, allowed: 6, hasVisitToday: true, booked: 1 } }])
    const { prescription } = await test.request('patients.getHeader', { patientId })
    expect(prescription).toEqual(prescriptions[0]?.use)
    expect(prescription?.words).toBe('3 of 6 visits · expires Dec 12')
  })

  it('are listed newest first, the oldest in force being used', async () => {
    const { test, patientId, episodeId, prescriberId } = await course()
    await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: aPrescription(prescriberId) })
    const later = aPrescription(prescriberId, { writtenOn: '2026-11-10', expiresOn: null, visits: 4 })
    const { prescriptions } = await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: later })
    expect(prescriptions.map(one => one.writtenOn)).toEqual(['2026-11-10', '2026-10-20'])
    expect((await test.request('episodes.list', { patientId }))[0]?.prescription?.allowed).toBe(6)
  })

  it('change, and leave the episode while no paper names them', async () => {
    const { test, episodeId, prescriberId } = await course()
    const [order] = (await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: aPrescription(prescriberId) })).prescriptions
    if (!order) throw new Error('no prescription was saved')
    const changed = await test.request('episodes.savePrescription', { episodeId, prescriptionId: order.id, fields: aPrescription(prescriberId, { visits: 8 }) })
    expect(changed.prescriptions.map(one => one.visits)).toEqual([8])
    const refusal = await test.refuse('episodes.savePrescription', {
      episodeId,
      prescriptionId: null,
      fields: aPrescription(prescriberId, { expiresOn: '2026-10-19' }),
    })
    expect(refusal.fields).toEqual({ 'fields.expiresOn': 'A prescription cannot expire before it was written.' })
    const tooMany = { episodeId, prescriptionId: order.id, fields: aPrescription(prescriberId, { visits: 3, visitsUsedBefore: 4 }) }
    expect((await test.refuse('episodes.savePrescription', tooMany)).fields).toEqual({
      'fields.visitsUsedBefore': 'The prescription orders 3 visits: no more can have been done before.',
    })
    expect((await test.request('episodes.removePrescription', { episodeId, prescriptionId: order.id })).prescriptions).toEqual([])
    expect((await test.refuse('episodes.removePrescription', { episodeId, prescriptionId: order.id })).code).toBe('not_found')
  })
})

describe('goals', () => {
  it('keep their ids and order, and start at nothing measured', async () => {
    const { test, episodeId } = await course()
    const pain = { id: null, text: 'Pain at 2 or less', measure: 'pain-now' as const, key: '', unit: 'points', baseline: 7, target: 2, statedStatus: null }
    const free = { ...pain, text: 'Sleeps through', measure: 'free' as const, baseline: null, target: null, statedStatus: 'partly-met' as const }
    const { goals } = await test.request('episodes.saveGoals', { episodeId, goals: [pain, free] })
    expect(goals.map(({ text, status, current }) => [text, status, current])).toEqual([
      ['Pain at 2 or less', 'not-started', null],
      ['Sleeps through', 'partly-met', null],
    ])
    const [first, second] = goals
    if (!first || !second) throw new Error('goals were not saved')
    const turned = await test.request('episodes.saveGoals', {
      episodeId,
      goals: [
        { ...free, id: second.id },
        { ...pain, id: first.id },
      ],
    })
    expect(turned.goals.map(goal => goal.id)).toEqual([second.id, first.id])
    expect((await test.refuse('episodes.saveGoals', { episodeId, goals: [{ ...pain, id: episodeId }] })).code).toBe('conflict')
  })
})
