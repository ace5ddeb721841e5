import type { Page } from '@playwright/test'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { type ClinicFixture, expect, test } from './fixtures.ts'
import { goTo, signIn } from './pages/access.ts'
import { field, fillIn } from './pages/fields.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'

/** A clinic with one patient and her signed visit of today, opened by its owner. Returns the page and what must never happen on it. */
async function openClinic(clinic: ClinicFixture) {
  const made = await signedInApp({ dir: clinic.dir })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const { id: appointmentId } = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T08:00' })
  await made.request('appointments.setStatus', { appointmentId, status: 'arrived', reason: '' })
  await aNote(made, appointmentId, { minutes: { 97140: 30 }, isSigned: true })
  await made.app.close()
  const { page } = await clinic.launch()
  const dialogs: string[] = []
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await signIn(page, TEST_PASSWORD)
  await expect(page.getByRole('link', { name: 'Marisol Reyes' }).first()).toBeVisible()
  return { page, dialogs, appointmentId }
}

const count = async (page: Page) => (await request(page, 'patients.search', { text: '', scope: 'all', limit: 1 })).total

async function registerAs(page: Page, person: Readonly<Record<string, string>>) {
  await openScreen(page, '/patients/new')
  await fillIn(page, { 'Birth date': '3/14/1979', ...person })
  await page.getByRole('button', { name: 'Register patient' }).click()
}

test('names: too long and born tomorrow are refused in words; other alphabets and signs are kept as they are', async ({ clinic }) => {
  const { page } = await openClinic(clinic)
  await registerAs(page, { 'First name': 'M'.repeat(10_000), 'Last name': 'Long' })
  await expect(page.getByText('Keep the first name under 81 characters.')).toBeVisible()
  await expect(field(page, 'First name')).toBeFocused()
  await registerAs(page, { 'First name': 'Mina', 'Last name': 'Early', 'Birth date': 'Nov 20, 2026' })
  await expect(page.getByText('A birth date cannot be in the future.')).toBeVisible()
  expect(await count(page), 'patients after two refusals').toBe(1)

  await registerAs(page, { 'First name': 'שרה 🌻', 'Last name': 'Đặng-O’Brien' })
  await expect(page.getByRole('heading', { name: 'שרה 🌻 Đặng-O’Brien' })).toBeVisible()
  await goTo(page, 'Patients')
  await field(page, 'Find a patient').fill('dang')
  await expect(page.getByRole('row', { name: /Đặng-O’Brien, שרה 🌻/ })).toBeVisible()
  expect(await count(page)).toBe(2)
})

test('an NPI with a wrong digit is refused at its field and nothing is saved', async ({ clinic }) => {
  const { page } = await openClinic(clinic)
  await openScreen(page, '/settings/prescribers')
  await page.getByRole('button', { name: 'Add prescriber' }).click()
  const side = panel(page, 'New prescriber')
  await fillIn(side, { Name: 'Ruth Bergstrom', NPI: '1993999997' })
  await side.getByRole('button', { name: 'Save prescriber' }).click()
  await expect(field(side, 'NPI')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(side, 'NPI')).toHaveAccessibleDescription(/digit/)
  expect((await request(page, 'practice.listPrescribers', {})).map(one => one.name)).not.toContain('Ruth Bergstrom')
})

test('a payment above the charge cannot be taken', async ({ clinic }) => {
  const { page, appointmentId } = await openClinic(clinic)
  await openScreen(page, `/checkout/${appointmentId}`)
  await fillIn(page, { Amount: '900.01' })
  await expect(page.getByText('More than the $90.00 due.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Take \$900\.01/ })).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  expect((await request(page, 'billing.listInvoices', { patientId: null, show: 'all', before: null })).rows).toEqual([])
  await fillIn(page, { Amount: 'ninety' })
  await expect(page.getByText('Enter an amount such as 42.00.')).toBeVisible()
})

test('a payment pressed twice before the screen could follow is taken once', async ({ clinic }) => {
  const { page, appointmentId } = await openClinic(clinic)
  const { id } = await request(page, 'billing.checkOut', { appointmentId, payment: null })
  await openScreen(page, '/billing')
  await page.getByRole('row', { name: /Marisol Reyes/ }).click()
  await fillIn(page.getByRole('form', { name: 'Take payment' }), { Amount: '5' })
  await page.getByRole('button', { name: 'Take $5.00' }).evaluate(button => {
    if (button instanceof HTMLElement) for (const _ of [1, 2]) button.click()
  })
  await expect(page.getByRole('button', { name: 'Take $85.00' })).toBeVisible()
  expect((await request(page, 'billing.getInvoice', { invoiceId: id })).payments.map(({ amount }) => amount)).toEqual([500])
})

test('what looks like a script is text wherever it is shown', async ({ clinic }) => {
  const { page, dialogs } = await openClinic(clinic)
  const image = '<img src=x onerror="window.ran=1">'
  const script = '"><script>window.ran=1;alert(1)</script>'
  await registerAs(page, { 'First name': image, 'Last name': script, 'Remark, never printed': `${script} {{7*7}} javascript:alert(1)` })
  await expect(page.getByRole('heading', { name: `${image} ${script}` })).toBeVisible()
  await page.getByRole('tab', { name: 'Episodes' }).click()
  await page.getByRole('button', { name: 'New episode' }).click()
  await fillIn(panel(page, 'New episode of care'), { 'Condition in plain words': image })
  await page.getByRole('button', { name: 'Open episode' }).click()
  await expect(page.getByRole('heading', { name: image, level: 2 })).toBeVisible()
  await goTo(page, 'Patients')
  await field(page, 'Find a patient').fill('<img')
  await expect(page.getByText(script).first()).toBeVisible()
  expect(dialogs).toEqual([])
  expect(await page.evaluate(() => [Reflect.has(window, 'ran'), document.querySelectorAll('img[src=x]').length])).toEqual([false, 0])
})
