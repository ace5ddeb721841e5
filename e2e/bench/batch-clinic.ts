import { aNote, anEpisode, aPatient, aPayer, aPrescription, visitFields } from '../../electron/testing/records.ts'
import { aPractitioner } from '../../electron/testing/schedule.ts'
import { signedInApp, type TestApp } from '../../electron/testing/test-app.ts'
import { atTime, type ClockTime, localDate } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { personName } from './bench-papers.ts'

/** The month of the benchmark. */
export const MONTH = { from: localDate('2026-10-01'), to: localDate('2026-10-31') }

const VISITS_EACH = 10
const PATIENTS_OF_ONE = 25
const WEEKDAYS = ['01', '02', '05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '19', '20', '21', '22', '23', '26', '27', '28', '29', '30']
const STARTS = ['08:00', '08:45', '09:30', '10:15', '11:00', '11:45', '12:30', '13:15', '14:00', '14:45', '15:30', '16:15']
const VISIT_MINUTES = 45

/** Makes a clinic in `dir` where so many patients had ten signed and paid visits each in the month. */
export async function batchClinic(dir: string, patients: number): Promise<void> {
  const test = await signedInApp({ dir, checksAnswers: false })
  const payerId = await aPayer(test)
  const policy = { payerId, memberId: 'CMH 884 020', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  for (let first = 0; first < patients; first += PATIENTS_OF_ONE) {
    const practitionerId = await aPractitioner(test, { legalName: `Lee ${personName(first)}`, npi: '1234567893' })
    for (let place = 0; place < PATIENTS_OF_ONE && first + place < patients; place++) {
      const patientId = await aPatient(test, nameOf(first + place), policy)
      const episodeId = await anEpisode(test, patientId, { diagnoses: 2 })
      await aPrescription(test, episodeId, { visits: VISITS_EACH })
      const fields = { ...(await visitFields(test, { patientId, episodeId, startsAt: '2026-10-01T08:00', minutes: VISIT_MINUTES })), practitionerId }
      for (let visit = 0; visit < VISITS_EACH; visit++) await treat(test, { fields, slot: place + visit * PATIENTS_OF_ONE })
    }
  }
  await test.app.close()
}

function nameOf(index: number) {
  const [firstName = '', ...lastName] = personName(index).split(' ')
  const address = { street: `${100 + index} Tamarack Street`, street2: '', city: 'Denver', state: 'CO' as const, zip: String(80_200 + (index % 99)) }
  return { firstName, lastName: lastName.join(' '), phone: '', address }
}

type Treated = { readonly fields: Awaited<ReturnType<typeof visitFields>> & { readonly practitionerId: PractitionerId }; readonly slot: number }

async function treat(test: TestApp, { fields, slot }: Treated) {
  const day = WEEKDAYS[Math.floor(slot / STARTS.length)]
  const time = STARTS[slot % STARTS.length]
  const startsAt = atTime(localDate(`2026-10-${day}`), time as ClockTime)
  const { id: appointmentId } = await test.request('appointments.book', { fields: { ...fields, startsAt } })
  await aNote(test, appointmentId, { minutes: { '97140': 38 }, isSigned: true })
  const { total } = await test.request('billing.previewCheckOut', { appointmentId })
  await test.request('billing.checkOut', { appointmentId, payment: { amount: total, method: 'card', reference: '' } })
}
