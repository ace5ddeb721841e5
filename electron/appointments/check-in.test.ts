import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const TODAY = localDate('2026-11-19')
const ADDRESS = { street: '9 Quarry Lane', street2: '', city: 'Denver', state: 'CO' as const, zip: '80202' }
const HISTORY = {
  conditions: [],
  medications: [],
  allergies: [],
  surgeries: [],
  pregnancy: { state: 'no' as const, dueOn: null, remark: '' },
  physician: '',
  emergencyName: '',
  emergencyPhone: '',
  goalOfVisit: '',
  remark: '',
}
const missing = async (appointmentId: Awaited<ReturnType<typeof aVisit>>['id']) =>
  (await test.request('appointments.checkIn', { appointmentId })).map(({ sentence }) => sentence)
const policy = (payerId: Awaited<ReturnType<typeof aPayer>>, memberId = 'CM-1') => ({
  payerId,
  memberId,
  groupNumber: '',
  planName: '',
  relation: 'self' as const,
  insuredName: '',
  insuredBornOn: null,
})
const signed = (kind: string) => ({ kind, signedOn: TODAY, expiresOn: null, signedBy: 'Marisol Reyes', remark: '' })

describe('check-in', () => {
  it('names what is missing, until each is settled', async () => {
    const patientId = await aPatient(test, { address: ADDRESS }, policy(await aPayer(test)))
    const episodeId = await anEpisode(test, patientId)
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T14:00' })
    expect(await missing(id)).toEqual([
      'Consent to treatment is not signed.',
      'Privacy notice is not signed.',
      'Health history was never taken.',
      'Cascadia Mutual requires a prescription, and none covers this visit.',
    ])
    await test.request('patients.recordConsent', { patientId, consent: signed('treatment') })
    await test.request('patients.recordConsent', { patientId, consent: signed('privacy') })
    await test.request('health.save', { patientId, takenOn: TODAY, history: HISTORY })
    await aPrescription(test, episodeId)
    expect(await missing(id)).toEqual([])
  })
  it('does not count a prescription whose visits are used, and names what is owed', async () => {
    const patientId = await aPatient(test, { address: ADDRESS }, policy(await aPayer(test)))
    const episodeId = await anEpisode(test, patientId)
    await aPrescription(test, episodeId, { visits: 1 })
    const before = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-12T14:00' })
    await aNote(test, before.id, { minutes: { 97124: 52 }, isSigned: true })
    await test.request('billing.checkOut', { appointmentId: before.id, payment: null })
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T14:00' })
    expect((await missing(id)).slice(-2)).toEqual(['Cascadia Mutual requires a prescription, and none covers this visit.', 'Owes $135.00.'])
  })
  it('asks for an estimate where the patient pays alone, and keeps one that was signed at the desk', async () => {
    const payerId = await aPayer(test, { name: 'Pays alone', kind: 'self-pay', requiresPrescription: false })
    const patientId = await aPatient(test, {}, policy(payerId, ''))
    const { id } = await aVisit(test, { patientId, startsAt: '2026-11-19T14:00' })
    expect(await missing(id)).toContain('Pays without a plan. Will they send the superbill to an insurer?')
    await test.request('estimates.answerSubmit', { patientId, answer: 'no' })
    expect(await missing(id)).toContain('Pays without a plan: no good faith estimate on file.')
    await test.request('patients.recordConsent', { patientId, consent: signed('estimate') })
    expect(await missing(id)).not.toContainEqual(expect.stringContaining('estimate'))
  })
  it('a physician’s clearance that ended, while the health history names its condition', async () => {
    const patientId = await aPatient(test)
    const { id } = await aVisit(test, { patientId, startsAt: '2026-11-19T14:00' })
    await test.request('health.saveClearance', {
      patientId,
      clearanceId: null,
      fields: { item: 'cancer', givenBy: 'Dr. Lee', givenOn: localDate('2026-06-01'), expiresOn: localDate('2026-11-18'), terms: '' },
    })
    expect(await missing(id)).toContain('The physician’s clearance for cancer ended Nov 18.')
    await test.request('health.save', { patientId, takenOn: TODAY, history: HISTORY })
    expect(await missing(id)).not.toContainEqual(expect.stringContaining('clearance'))
  })
})
