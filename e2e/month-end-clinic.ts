import { aChargedVisit, anAutoCase } from '../electron/testing/auto-case.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, visitFields } from '../electron/testing/records.ts'
import { aPractitioner } from '../electron/testing/schedule.ts'
import { signedInApp, type TestApp } from '../electron/testing/test-app.ts'
import { PaymentFields } from '../shared/billing/schema.ts'
import { ClockTime, Instant, localDate } from '../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId, PayerId, PractitionerId } from '../shared/lib/ids.ts'
import { cents } from '../shared/lib/money.ts'

/** Tuesday, December 1, 2026, 9:10 in Denver: November is over, and its papers are due. */
export const MONTH_END = '2026-12-01T16:10:00.000Z'

/** A clinic’s records on a folder of their own, made through the router and closed again before the window opens on them. */
async function recordsOn<T>(dir: string, fill: (made: TestApp) => Promise<T>): Promise<T> {
  const now = Instant.parse(MONTH_END)
  const made = await signedInApp({ dir, clock: { now: () => now } })
  const filled = await fill(made)
  await made.app.close()
  return filled
}

const living = (street: string, zip: string) => ({ address: { street, street2: '', city: 'Denver', state: 'CO' as const, zip } })

type Person = NonNullable<Parameters<typeof aPatient>[1]>
type Course = { readonly patientId: PatientId; readonly episodeId: EpisodeId }

async function aCourse(made: TestApp, person: Person, given: { payerId?: PayerId; memberId?: string; diagnoses?: number } = {}): Promise<Course> {
  const { payerId, memberId = '', diagnoses = 2 } = given
  const policy = payerId && { payerId, memberId, groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  const patientId = await aPatient(made, person, policy ?? null)
  const episodeId = await anEpisode(made, patientId, { diagnoses })
  await aPrescription(made, episodeId, { expiresOn: localDate('2027-01-31') })
  return { patientId, episodeId }
}

type Visit = { readonly startsAt: string; readonly minutes?: number; readonly isSigned?: boolean; readonly by?: PractitionerId }

/** A visit with its note; 38 minutes of manual therapy are three units of $45.00. */
async function treat(made: TestApp, course: Course, { startsAt, minutes = 38, isSigned = true, by }: Visit): Promise<AppointmentId> {
  const fields = { ...(await visitFields(made, { ...course, startsAt })), ...(by && { practitionerId: by }) }
  const { id } = await made.request('appointments.book', { fields })
  await aNote(made, id, { minutes: { '97140': minutes }, isSigned })
  return id
}

/** A visit treated and checked out, `paid` of it by card; all of it if not told. */
async function charge(made: TestApp, course: Course, { paid, ...visit }: Visit & { readonly paid?: number }): Promise<void> {
  const appointmentId = await treat(made, course, visit)
  const { total } = await made.request('billing.previewCheckOut', { appointmentId })
  const amount = paid ?? total
  const payment = amount === 0 ? null : PaymentFields.parse({ amount, method: 'card', reference: 'Visa 4417' })
  await made.request('billing.checkOut', { appointmentId, payment })
}

/** November for six patients, three of whose superbills lack something, and a fourth a member ID; and a September of thirty, for a batch that is cancelled. */
export function novemberClinic(dir: string): Promise<void> {
  return recordsOn(dir, async made => {
    const payerId = await aPayer(made)
    const course = (
      firstName: string,
      lastName: string,
      more: Partial<Person> = {},
      { diagnoses = 2, memberId = `CMH 884 ${lastName.length}${firstName.length}0` } = {},
    ) => aCourse(made, { firstName, lastName, ...more }, { payerId, memberId, diagnoses })
    const chidi = await course('Chidi', 'Abara', { sex: 'male', ...living('14 Alder Street', '80203') })
    await charge(made, chidi, { startsAt: '2026-11-02T09:00' })
    await charge(made, chidi, { startsAt: '2026-11-09T09:00' })
    const lee = await aPractitioner(made)
    await charge(made, await course('Hugo', 'Brandt', { sex: 'male', ...living('3 Birch Lane', '80205') }), { startsAt: '2026-11-04T10:00', by: lee })
    const ines = await course('Inés', 'Castillo', living('77 Cedar Avenue', '80210'), { memberId: '' })
    await charge(made, ines, { startsAt: '2026-11-05T11:00', minutes: 53 })
    await charge(made, await course('Lena', 'Fox', living('5 Elm Court', '80203')), { startsAt: '2026-11-12T09:00', isSigned: false })
    await charge(made, await course('Grace', 'Kim', living('208 Fir Street', '80211'), { diagnoses: 0 }), { startsAt: '2026-11-17T14:00', minutes: 23 })
    const marisol = await course('Marisol', 'Reyes', living('9 Juniper Court', '80205'))
    for (const startsAt of ['2026-11-03T15:00', '2026-11-10T15:00', '2026-11-24T15:00']) await charge(made, marisol, { startsAt })
    for (let i = 0; i < 30; i++) {
      const lastName = `Sample ${String.fromCharCode(65 + (i % 26))}${i < 26 ? '' : 'a'}`
      const day = `2026-09-${String(10 + (i % 5)).padStart(2, '0')}`
      await charge(made, await course('Robin', lastName), { startsAt: `${day}T${String(8 + Math.floor(i / 5)).padStart(2, '0')}:00` })
    }
  })
}

/** Money of every kind: a visit to check out today, packages to sell, invoices paid, and invoices open for three different times. */
export function moneyClinic(dir: string): Promise<{ readonly marisolsVisit: AppointmentId }> {
  return recordsOn(dir, async made => {
    const visits = { counts: 'visits' as const, monthsValid: 12, isShared: false, isActive: true }
    await made.request('packages.saveType', { id: null, fields: { ...visits, name: 'Five visits', amount: 5, price: cents(60_000) } })
    await made.request('packages.saveType', { id: null, fields: { ...visits, name: 'Ten visits', amount: 10, price: cents(110_000) } })
    const marisol = await aCourse(made, { ...living('9 Juniper Court', '80205') })
    const marisolsVisit = await treat(made, marisol, { startsAt: '2026-12-01T08:00' })
    const person = (firstName: string, lastName: string, sex: 'female' | 'male' = 'male') =>
      aCourse(made, { firstName, lastName, sex, ...living('14 Alder Street', '80203') })
    await charge(made, await person('Chidi', 'Abara'), { startsAt: '2026-11-30T09:00' })
    await charge(made, await person('Hugo', 'Brandt'), { startsAt: '2026-11-30T11:00' })
    const owen = await person('Owen', 'Park')
    await charge(made, owen, { startsAt: '2026-10-20T10:00', paid: 5000 })
    await charge(made, owen, { startsAt: '2026-11-24T10:00', paid: 0 })
    await charge(made, await person('Tess', 'Young', 'female'), { startsAt: '2026-08-18T10:00', paid: 0 })
    return { marisolsVisit }
  })
}

/** Ivy pays herself and has six Tuesdays ahead; Marisol’s car accident has four visits of two services each. */
export function papersClinic(dir: string): Promise<{ readonly ivy: PatientId; readonly autoCase: EpisodeId; readonly lastVisit: AppointmentId }> {
  return recordsOn(dir, async made => {
    const ivy = await aCourse(made, { firstName: 'Ivy', lastName: 'Novak', bornOn: localDate('1988-04-21'), ...living('14 Alder Street', '80203') })
    const { startsAt: _startsAt, ...fields } = await visitFields(made, { ...ivy, startsAt: '2026-12-08T10:00' })
    const rhythm = { kind: 'weekly' as const, weekdays: [2], everyWeeks: 1 }
    const plan = { ...fields, firstOn: localDate('2026-12-08'), time: ClockTime.parse('10:00'), rhythm, count: 6 }
    const { visits } = await made.request('appointments.previewSeries', { plan, moved: [], skipped: [] })
    await made.request('appointments.bookSeries', { plan, startsAt: visits.map(({ startsAt }) => startsAt), overruleReason: '' })
    const marisol = await anAutoCase(made)
    for (const day of ['03', '10', '17']) await aChargedVisit(made, marisol, { startsAt: `2026-11-${day}T09:00`, paid: day === '03' ? 18_000 : 0 })
    const lastVisit = await aChargedVisit(made, marisol, { startsAt: '2026-11-24T09:00', paid: 0 })
    return { ivy: ivy.patientId, autoCase: marisol.episodeId, lastVisit }
  })
}
