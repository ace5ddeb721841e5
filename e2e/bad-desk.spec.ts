import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { LocalDateTime, localDate } from '../shared/lib/dates.ts'
import { USUAL_DESK_RULES } from '../shared/practice/desk-rules.ts'
import { type ClinicFixture, expect, test } from './fixtures.ts'
import { signIn } from './pages/access.ts'
import { field, fillIn, findAndChoose } from './pages/fields.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'

/** A clinic with Marisol’s visit of today, treated and signed, and one on Thanksgiving, on which the clinic worked when it was booked. */
async function openClinic(clinic: ClinicFixture) {
  const made = await signedInApp({ dir: clinic.dir })
  await made.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, openHolidays: ['Thanksgiving'] })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const today = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T08:00' })
  await made.request('appointments.setStatus', { appointmentId: today.id, status: 'arrived', reason: '' })
  await aNote(made, today.id, { minutes: { 97140: 30 }, isSigned: true })
  const thanksgiving = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-26T09:00' })
  await made.app.close()
  const { page } = await clinic.launch()
  await signIn(page, TEST_PASSWORD)
  await expect(page.getByRole('link', { name: 'Marisol Reyes' }).first()).toBeVisible()
  return { page, patientId, today, thanksgiving }
}

test('a series of 500 visits, an hour that does not exist, and nothing booked by either', async ({ clinic }) => {
  const { page, patientId } = await openClinic(clinic)
  const count = async () => (await request(page, 'appointments.listOfPatient', { patientId })).length
  const before = await count()
  await openScreen(page, `/calendar?series=${patientId}`)
  const side = panel(page, 'Plan a series')
  await fillIn(side, { Visits: '500' })
  await side.getByRole('button', { name: /^Book/ }).click()
  await expect(side.getByText('A series has at most 52 visits. Plan the rest after a re-evaluation.').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await openScreen(page, `/calendar?book=${patientId}`)
  const booking = panel(page, 'New visit')
  await fillIn(booking, { Date: '3/14/2027', Time: '2:30 am' })
  await expect(booking.getByText(/2:30 am does not exist: the clocks go forward at 2:00 am\. Choose 3:00 am or later\./)).toBeVisible()
  await booking.getByRole('button', { name: /^Book/ }).click()
  await expect(booking).toBeVisible()
  await expect(booking.getByRole('alert')).toBeVisible()
  expect(await count(), 'visits after two refusals').toBe(before)
})

test('a visit moved while somebody checks it out stays where it is; one seen at an older state is not moved twice', async ({ clinic }) => {
  const { page, today, thanksgiving } = await openClinic(clinic)
  await openScreen(page, `/calendar?view=day&visit=${thanksgiving.id}`)
  await panel(page, 'Marisol Reyes').getByRole('button', { name: 'Move…' }).click()
  const side = panel(page, 'Move visit')
  await fillIn(side, { Date: '12/1/2026', Time: '9:00 am' })
  const { id: appointmentId, minutes, practitionerId, revision } = thanksgiving
  await request(page, 'appointments.move', { appointmentId, startsAt: LocalDateTime.parse('2026-11-27T10:00'), minutes, practitionerId, revision })
  await expect(side.getByText('Somebody changed this visit meanwhile. It is Fri, Nov 27, 10:00 am now.')).toBeVisible()
  await side.getByRole('button', { name: 'Move visit' }).click()
  await expect(side.getByRole('alert').last()).toBeVisible()
  expect((await request(page, 'appointments.get', { appointmentId })).startsAt).toBe('2026-11-27T10:00')
  await side.getByRole('button', { name: 'Move it from there' }).click()
  await side.getByRole('button', { name: 'Move visit' }).click()
  await expect(side).toHaveCount(0)
  expect((await request(page, 'appointments.get', { appointmentId })).startsAt).toBe('2026-12-01T09:00')

  await request(page, 'billing.checkOut', { appointmentId: today.id, payment: null })
  const late = request(page, 'appointments.move', { appointmentId: today.id, startsAt: LocalDateTime.parse('2026-11-20T08:00'), minutes, practitionerId })
  await expect(late).rejects.toThrow(/appointments\.move: .+/)
  expect((await request(page, 'appointments.get', { appointmentId: today.id })).startsAt).toBe('2026-11-19T08:00')
})

test('a day that closes under its visits says so on Today and in the calendar, and takes no new ones unasked', async ({ clinic }) => {
  const { page, patientId, thanksgiving } = await openClinic(clinic)
  await request(page, 'practice.saveDeskRules', USUAL_DESK_RULES)
  await openScreen(page, '/today')
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText('Thanksgiving')
  await openScreen(page, '/calendar?view=day&day=2026-11-26')
  await expect(page.locator(`[data-visit="${thanksgiving.id}"]`)).toBeVisible()
  await expect(page.getByText('Thanksgiving').first()).toBeVisible()
  await openScreen(page, `/calendar?book=${patientId}`)
  const side = panel(page, 'New visit')
  await fillIn(side, { Date: '11/26/2026', Time: '2:00 pm' })
  await expect(side.getByRole('status').filter({ hasText: 'Thanksgiving' })).toBeVisible()
  await expect(side.getByRole('button', { name: 'Book anyway' })).toBeVisible()
})

test('born on February 29: an age on every day, found by the date as it is said', async ({ clinic }) => {
  const { page } = await openClinic(clinic)
  await openScreen(page, '/patients/new')
  await fillIn(page, { 'First name': 'Leap', 'Last name': 'Day', 'Birth date': '2/29/2023' })
  await expect(field(page, 'Birth date')).toHaveAttribute('aria-invalid', 'true')
  await fillIn(page, { 'Birth date': '2/29/2004' })
  await page.getByRole('button', { name: 'Register patient' }).click()
  await expect(page.getByRole('heading', { name: 'Leap Day' })).toBeVisible()
  await expect(page.getByText(/^22\b.*born Feb 29, 2004/)).toBeVisible()
  await openScreen(page, '/calendar?new=true')
  await findAndChoose(page, 'Patient', { typed: '2/29/2004', answer: /^Day, Leap/ })
  await expect(field(panel(page, 'New visit'), 'Patient')).toHaveValue(/Leap/)
})

test('what is changed elsewhere stands on Today and in the calendar within a second', async ({ clinic }) => {
  const { page, patientId, thanksgiving } = await openClinic(clinic)
  await openScreen(page, '/today')
  const { practitionerId } = thanksgiving
  const visit = { patientId, episodeId: null, practitionerId, startsAt: LocalDateTime.parse('2026-11-19T15:00'), minutes: 60, remark: '' }
  const took: number[] = []
  const within = async (shown: () => Promise<void>) => {
    const since = Date.now()
    await shown()
    took.push(Date.now() - since)
  }
  const { id: appointmentId } = await request(page, 'appointments.book', { fields: visit })
  const row = page.getByRole('listitem', { name: '3:00 pm, Marisol Reyes' })
  await within(() => expect(row).toBeVisible())
  await request(page, 'appointments.recordCall', { appointmentId, outcome: 'confirmed', remark: '' })
  await within(() => expect(row).toContainText('Confirmed'))
  await openScreen(page, '/calendar?view=day')
  await expect(page.locator(`[data-visit="${appointmentId}"]`)).toBeVisible()
  await request(page, 'appointments.setStatus', { appointmentId, status: 'cancelled', reason: 'Ill' })
  await within(() => expect(page.locator(`[data-visit="${appointmentId}"]`)).toContainText(/cancelled/))
  const closed = { practitionerId: null, roomId: null, kind: 'closure' as const, title: 'Water damage', from: null, to: null, weekdays: [], everyWeeks: 1 }
  const day = localDate('2026-11-20')
  await openScreen(page, '/calendar?view=day&day=2026-11-20')
  await expect(page.getByRole('heading', { name: /^Friday, November 20/ })).toBeVisible()
  await request(page, 'schedule.saveBlock', { id: null, fields: { ...closed, firstOn: day, lastOn: day, skipped: [] } })
  await within(() => expect(page.getByText('Water damage').first()).toBeVisible())
  console.log(`      shown after ${took.join(', ')} ms`)
  expect(Math.min(...took), 'milliseconds until a change is shown').toBeLessThan(1000)
})
