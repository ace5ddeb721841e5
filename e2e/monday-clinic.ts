import { aNote, anEpisode, aPatient, aPrescription, visitFields } from '../electron/testing/records.ts'
import { signedInApp, type TestApp } from '../electron/testing/test-app.ts'
import { Instant, localDate } from '../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../shared/lib/ids.ts'
import { cents } from '../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../shared/practice/desk-rules.ts'

/** Monday, October 26, 2026, 8:35 in Denver: the clocks change the Sunday after, and Thanksgiving is four weeks and three days away. */
export const MONDAY = '2026-10-26T14:35:00.000Z'

const A_WEEK_BEFORE = '2026-10-19T14:00:00.000Z'
const MORNING = { from: '08:00', to: '12:00' }
const AFTERNOON = { from: '13:00', to: '18:00' }

/** The people of the Monday, by the name they are found under. */
const PEOPLE = {
  lena: { firstName: 'Lena', lastName: 'Fox', bornOn: '1975-06-02', phone: '(303) 555-0121' },
  owen: { firstName: 'Owen', lastName: 'Park', bornOn: '1968-11-30', phone: '(303) 555-0122', sex: 'male' },
  grace: { firstName: 'Grace', lastName: 'Kim', bornOn: '1991-01-17', phone: '(303) 555-0123' },
  hugo: { firstName: 'Hugo', lastName: 'Brandt', bornOn: '1959-09-09', phone: '(303) 555-0124', sex: 'male' },
  ivy: { firstName: 'Ivy', lastName: 'Novak', bornOn: '1988-04-21', phone: '(303) 555-0125' },
  tess: { firstName: 'Tess', lastName: 'Young', bornOn: '1996-08-08', phone: '(303) 555-0126' },
  uma: { firstName: 'Uma', lastName: 'Vale', bornOn: '1982-02-13', phone: '(303) 555-0127' },
  sam: { firstName: 'Sam', lastName: 'Ortis', bornOn: '1990-05-05', phone: '(303) 555-0177', sex: 'male' },
} as const

/** Larkspur on its Monday morning: one practitioner, a lunch break, fees for missed visits, and a day with a visit for everything the desk does. */
export async function mondayClinic(dir: string): Promise<void> {
  let now = Instant.parse(A_WEEK_BEFORE)
  const made = await signedInApp({ dir, clock: { now: () => now } })
  await arrangeDesk(made)
  const marisol = await marisolAWeekAgo(made)
  now = Instant.parse(MONDAY)
  const of = Object.fromEntries(await Promise.all(Object.entries(PEOPLE).map(async ([key, person]) => [key, await register(made, person)] as const)))
  const id = (key: keyof typeof PEOPLE): PatientId => of[key] ?? marisol.patientId
  await book(made, { patientId: id('lena'), startsAt: '2026-10-26T08:00', minutes: 30 })
  await book(made, { ...marisol, startsAt: '2026-10-26T09:00' })
  await book(made, { patientId: id('owen'), startsAt: '2026-10-26T10:30' })
  await book(made, { patientId: id('grace'), startsAt: '2026-10-26T14:00' })
  await book(made, { patientId: id('tess'), startsAt: '2026-10-27T09:00', remark: 'Call her after 4 pm.' })
  await book(made, { patientId: id('uma'), startsAt: '2026-10-27T11:00' })
  await aPrescription(made, await anEpisode(made, id('ivy'), { condition: 'Frozen shoulder', plannedVisits: 6 }))
  const wish = { patientId: id('hugo'), episodeId: null, practitionerId: null, visitTypeId: null, minutes: 60, weekdays: [] }
  const when = { fromTime: AFTERNOON.from, toTime: null, earliestOn: null, latestOn: null, remark: '' }
  await made.request('waitlist.save', { id: null, fields: { ...wish, ...when } })
  await made.app.close()
}

async function arrangeDesk(made: TestApp): Promise<void> {
  const day = [MORNING, AFTERNOON]
  const fees = { noShowFee: cents(6000), lateCancelFee: cents(4000) }
  await made.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, ...fees, hours: [day, day, day, day, day, [], []] })
  await made.request('practice.saveRoom', { id: null, fields: { name: 'Room 1' }, isActive: true })
  for (const [name, minutes, colour, isForFirstVisit] of [
    ['Follow-up', 60, 'teal', false],
    ['First visit', 75, 'plum', true],
  ] as const) {
    await made.request('practice.saveVisitType', { id: null, fields: { name, minutes, bufferMinutes: 0, colour, isForFirstVisit }, isActive: true })
  }
}

const register = (made: TestApp, { bornOn, ...person }: (typeof PEOPLE)[keyof typeof PEOPLE]) => aPatient(made, { ...person, bornOn: localDate(bornOn) })

type Booked = { patientId: PatientId; episodeId?: EpisodeId; startsAt: string; minutes?: number; remark?: string }

async function book(made: TestApp, { remark = '', ...visit }: Booked) {
  const [room] = await made.request('practice.listRooms', {})
  const [type] = await made.request('practice.listVisitTypes', {})
  const fields = { ...(await visitFields(made, visit)), roomId: room?.id ?? null, visitTypeId: type?.id ?? null, remark }
  return made.request('appointments.book', { fields })
}

/** Marisol under her prescription, treated, charged and paid a week ago. Her consent to treatment ran out on October 1. */
async function marisolAWeekAgo(made: TestApp): Promise<{ patientId: PatientId; episodeId: EpisodeId }> {
  const patientId = await aPatient(made, { address: { street: '9 Quarry Lane', street2: '', city: 'Denver', state: 'CO', zip: '80202' } })
  for (const [kind, expiresOn] of [
    ['treatment', localDate('2026-10-01')],
    ['privacy', null],
  ] as const) {
    const consent = { kind, signedOn: localDate('2025-10-01'), expiresOn, signedBy: 'Marisol Reyes', remark: '' }
    await made.request('patients.recordConsent', { patientId, consent })
  }
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const before = await book(made, { patientId, episodeId, startsAt: '2026-10-19T09:00' })
  await made.request('appointments.setStatus', { appointmentId: before.id, status: 'arrived', reason: '' })
  await aNote(made, before.id, { minutes: { 97140: 38 }, isSigned: true })
  const due = await made.request('billing.previewCheckOut', { appointmentId: before.id })
  await made.request('billing.checkOut', { appointmentId: before.id, payment: { amount: due.total, method: 'card', reference: '' } })
  return { patientId, episodeId }
}
