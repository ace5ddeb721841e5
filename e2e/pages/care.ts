import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Opened } from '../fixtures.ts'
import { goTo } from './access.ts'
import { field, fillIn } from './fields.ts'
import { panel } from './patients.ts'

/** Opens the chart of the patient who was seen last, from the list. */
export async function openChart(page: Page, patient: string): Promise<void> {
  const [first = '', last = ''] = patient.split(' ')
  await goTo(page, 'Patients')
  await page
    .getByRole('region', { name: `${last}, ${first}` })
    .getByRole('link', { name: 'Open chart' })
    .click()
}

/** Opens an episode of care from the patient’s chart. */
export async function openEpisodeOf(page: Page, patient: string, condition: string): Promise<void> {
  await openChart(page, patient)
  await page.getByRole('tab', { name: 'Episodes' }).click()
  await page.getByRole('row', { name: new RegExp(condition) }).click()
  await expect(page.getByRole('heading', { name: condition, level: 2 })).toBeVisible()
}

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** Attaches a scan of one empty page to the prescription in sight. */
export async function attachScan({ page, chooseFile, savedDir }: Opened, name: string): Promise<void> {
  const file = join(dirname(savedDir), `${name}.pdf`)
  writeFileSync(file, PDF)
  await chooseFile(file)
  await page.getByRole('button', { name: /^Attach scan: Scans of prescription/ }).click()
  await expect(page.getByRole('list', { name: /^Scans of prescription/ })).toContainText(name)
}

/** Plans one questionnaire for the course: at the start, every so many visits, at discharge. */
export async function planMeasure(page: Page, { name, every }: { readonly name: string; readonly every: string }): Promise<void> {
  await page.getByRole('button', { name: 'Plan questionnaires' }).click()
  const side = panel(page, 'Questionnaires')
  const row = side.getByRole('group', { name, exact: true })
  await expect(row.getByLabel('At the start')).toBeChecked()
  await expect(row.getByLabel('At discharge')).toBeChecked()
  await fillIn(row, { 'Every so many visits': every })
  await side.getByRole('button', { name: 'Save plan' }).click()
  await expect(side).toHaveCount(0)
}

/** Types the intake form into a new health history. */
export async function typeHistory(
  page: Page,
  patient: string,
  told: { readonly conditions: readonly string[]; readonly medications: readonly string[]; readonly allergies: readonly string[] },
): Promise<void> {
  await openChart(page, patient)
  await page.getByRole('tab', { name: 'Health' }).click()
  await page.getByRole('button', { name: 'Type in the intake form' }).click()
  for (const [index, name] of told.conditions.entries()) await fillIn(page, { [`Condition ${index + 1}`]: name })
  for (const [index, name] of told.medications.entries()) await fillIn(page, { [`Medication ${index + 1}`]: name })
  for (const [index, name] of told.allergies.entries()) await fillIn(page, { [`Allergy ${index + 1}`]: name })
  await page.getByRole('button', { name: 'Save health history' }).click()
  await expect(page.getByText('Asked today.')).toBeVisible()
}

/** Ends the course from its screen: why, final neck disability, and the booking that is left is cancelled. */
export async function dischargeFrom(
  page: Page,
  given: { readonly reason: string; readonly words: string; readonly still: string; readonly points: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Discharge', exact: true }).click()
  const side = panel(page, 'Discharge')
  await side.getByLabel(given.reason, { exact: true }).check()
  await fillIn(side, { 'In words': given.words })
  await expect(side.getByLabel(given.still)).toBeChecked()
  await field(side, 'Neck disability index, points').fill(given.points)
  await side.getByRole('button', { name: 'Discharge, cancel bookings' }).click()
  await expect(side).toHaveCount(0)
}
