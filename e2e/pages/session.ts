import { expect, type Locator, type Page } from '@playwright/test'
import { field, findAndChoose } from './fields.ts'

/** What one day of a course adds to the note, by the labels of the fields. Left out: stays as it is. */
export type Day = {
  readonly pain: readonly [now: string, best: string, worst: string]
  readonly reports: string
  /** Numbers and grades: activities, motions, strength, questionnaires, minutes. */
  readonly numbers: Readonly<Record<string, string>>
  readonly found: string
  readonly assessment?: string
  readonly plan?: string
  readonly painAfter: string
}

const words = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true })

/** A cell of a table or row; its name goes on with last time’s value. */
const cell = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label.replace(/[()]/g, '\\$&')}(,|$)`) })

/** From Today into the note of the patient’s visit. */
export async function beginVisit(page: Page, patient: string): Promise<void> {
  await page.getByRole('button', { name: `Mark arrived: ${patient}` }).click()
  await page.getByRole('button', { name: `Start session: ${patient}` }).click()
  await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
}

/** Chooses a number of a 0 to 10 scale. */
export async function score(page: Page, scale: string, value: string): Promise<void> {
  await page
    .getByRole('group', { name: scale, exact: true })
    .locator('label')
    .filter({ hasText: new RegExp(`^${value}$`) })
    .click()
}

/** Answers that nothing changed since last time. */
export async function askedAll(page: Page, wording: 'nothing new' | 'no change' | 'all no'): Promise<void> {
  await page.getByRole('button', { name: `Asked all 8, ${wording}` }).click()
  await expect(page.getByText('All 8 screening questions asked.')).toBeVisible()
}

/** Answers one screening question of the open list. */
export async function answerScreening(page: Page, family: string, given: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('group', { name: family, exact: true }).getByText(given, { exact: true }).click()
}

/** Fills what was told, measured, found and planned. */
export async function writeDay(page: Page, day: Day): Promise<void> {
  for (const [index, scale] of (['Now', 'Best', 'Worst'] as const).entries()) await score(page, scale, day.pain[index] ?? '')
  await words(page, 'What the patient reports').fill(day.reports)
  for (const [label, value] of Object.entries(day.numbers)) {
    await cell(page, label).fill(value)
    await cell(page, label).blur()
  }
  await words(page, 'What you found').fill(day.found)
  if (day.assessment) await words(page, 'Assessment').fill(day.assessment)
  if (day.plan) await words(page, 'Plan').fill(day.plan)
  await score(page, 'After', day.painAfter)
}

/** Adds a service and what the hands did in it. */
export async function addService(
  page: Page,
  service: { readonly code: string; readonly region: string; readonly techniques: readonly string[] },
): Promise<void> {
  await findAndChoose(page, 'Add a service', { typed: service.code, answer: new RegExp(service.code) })
  const row = page.getByRole('region', { name: 'Treatment' }).getByRole('listitem').last()
  await take(row.getByRole('combobox', { name: /^Regions treated with/ }), service.region, service.region)
  for (const technique of service.techniques) await take(row.getByRole('combobox', { name: /^Techniques of/ }), technique, technique)
}

/** Adds what is examined, or uses a template, by typing its name and taking it from the list. */
export async function takeFromList(page: Page, label: string, name: string): Promise<void> {
  await take(page.getByRole('combobox', { name: label, exact: true }), name, name)
}

async function take(input: Locator, typed: string, answer: string): Promise<void> {
  await input.fill(typed)
  await input.page().locator('[role=listbox]:visible').getByRole('option', { name: answer }).first().click()
}

/** Says what a hand test or a posture finding showed. */
export async function choose(page: Page, what: string, answer: string): Promise<void> {
  await page
    .getByRole('group', { name: new RegExp(`^${what}(,|$)`) })
    .locator(`label[title="${answer}"]`)
    .click()
}

/** Ticks parts of the last note and carries them. */
export async function carryForward(page: Page, parts: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /^Carry forward/ }).click()
  const panel = page.getByRole('form', { name: 'Carry forward' })
  for (const part of parts) await panel.getByLabel(part, { exact: true }).check()
  await panel.getByRole('button', { name: /^Carry \d part/ }).click()
  await expect(panel).toHaveCount(0)
}

/** Types behind what stands in a text of the note, key by key, so that snippets expand. */
export async function typeAlong(page: Page, label: string, text: string): Promise<void> {
  await words(page, label).press('Control+End')
  await words(page, label).pressSequentially(text)
}

/** The text of the note by its label. */
export const noteText = (page: Page, label: 'What the patient reports' | 'What you found' | 'Assessment' | 'Plan' | 'Home care'): Locator => field(page, label)
