import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
import { signedInApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

const textOf = async (path: string) => (await readBack(new Uint8Array(await readFile(path)))).text

async function clinicDay() {
  const test = await signedInApp()
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId, { condition: 'Neck pain' })
  await aPrescription(test, episodeId)
  const today = (await test.request('reports.today', {})).day
  const visit = await aVisit(test, { patientId, episodeId, startsAt: `${today}T16:00` })
  return { test, patientId, today, visit }
}

describe('papers of the desk from the records', () => {
  it('prints the day with the visit, its course and what must not be overlooked', async () => {
    const { test, patientId, today } = await clinicDay()
    await test.request('patients.saveAlerts', { patientId, alerts: [{ kind: 'never', text: 'left calf, blood clot' }] })
    const text = await textOf((await test.request('documents.openDaySheet', { day: today, practitionerId: null })).path)
    for (const words of ['Marisol Reyes', '4:00 pm', 'visit 1 of 6', 'Never: left calf, blood clot']) expect(text).toContain(words)
  })

  it('gives a card without clinical words to take home, and refuses one without visits', async () => {
    const { test, patientId, visit } = await clinicDay()
    const text = await textOf((await test.request('documents.openAppointmentCard', { patientId, appointmentIds: null })).path)
    expect(text).toContain('4:00 to 5:00 pm')
    expect(text).not.toMatch(/neck|M54/i)
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: 'Ill' })
    const refusal = await test.refuse('documents.openAppointmentCard', { patientId, appointmentIds: null })
    expect(refusal.message).toBe('Nothing is booked for this patient. Book a visit first.')
  })

  it('prints a closed day as one', async () => {
    const { test } = await clinicDay()
    const text = await textOf((await test.request('documents.openDaySheet', { day: localDate('2026-11-26'), practitionerId: null })).path)
    expect(text).toContain('Thanksgiving')
  })
})

describe('the calls and the face sheet from the records', () => {
  it('lists tomorrow’s visit with the number to call', async () => {
    const { test, patientId } = await clinicDay()
    await aVisit(test, { patientId, startsAt: '2026-11-20T10:00' })
    const text = await textOf((await test.request('documents.openReminderList', { day: localDate('2026-11-20') })).path)
    for (const words of ['Fri, Nov 20, 2026', 'Marisol Reyes', '10:00 am', '1 of 1']) expect(text).toContain(words)
  })

  it('prints who the patient is, what is open and what comes', async () => {
    const { test, patientId } = await clinicDay()
    await aVisit(test, { patientId, startsAt: '2026-12-01T10:00' })
    const text = await textOf((await test.request('documents.openFaceSheet', { patientId })).path)
    for (const words of ['Marisol Reyes', 'Mar 14, 1984, 42 years old', 'Neck pain', 'Tue, Dec 1, 10:00 am', 'Consent to treatment', 'None on file'])
      expect(text).toContain(words)
  })
})
