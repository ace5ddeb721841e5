import { expect, type Locator, type Page } from '@playwright/test'
import { answer, field, fillIn, findAndChoose } from './fields.ts'

/** A panel at the side of the screen, by its title. */
export const panel = (page: Page, title: string | RegExp): Locator => page.getByRole('complementary', { name: title })

/** Presses the button of a panel that saves it, and waits until the panel is gone. */
async function saveAndClose(side: Locator, button: string): Promise<void> {
  await side.getByRole('button', { name: button }).click()
  await expect(side).toHaveCount(0)
}

/** A patient as the intake form has it, with the plan of somebody else. */
export type Intake = {
  readonly person: Readonly<Record<string, string>>
  readonly sex: string
  readonly contact: Readonly<Record<string, string>>
  readonly payer: string
  readonly memberId: string
  /** The patient is their spouse or child. */
  readonly insured: { readonly relation: string; readonly name: string; readonly bornOn: string }
}

/** Registers a patient from the screen of patients, with a payer the clinic did not know yet. Ends in the chart. */
export async function register(page: Page, intake: Intake): Promise<void> {
  await page.getByRole('button', { name: /^New patient/ }).click()
  await fillIn(page, intake.person)
  await answer(page, 'Sex, as the insurer has it', intake.sex)
  await fillIn(page, intake.contact)
  await findAndChoose(page, 'Payer', { typed: intake.payer, answer: `Add “${intake.payer}” as a new payer` })
  await fillIn(page, { 'Member ID': intake.memberId })
  await answer(page, 'The patient is', intake.insured.relation)
  await fillIn(page, { 'Insured person’s name': intake.insured.name, 'Insured’s birth date': intake.insured.bornOn })
  await page.getByRole('button', { name: 'Register patient' }).click()
}

/** Adds a prescriber in Settings. */
export async function addPrescriber(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Prescribers' }).click()
  await page.getByRole('button', { name: 'Add prescriber' }).click()
  const side = panel(page, 'New prescriber')
  await fillIn(side, values)
  await saveAndClose(side, 'Save prescriber')
}

/** Opens an episode of care from the chart; ends on its screen. */
export async function openEpisode(
  page: Page,
  values: { readonly condition: string; readonly kind: string; readonly since: string; readonly regions: readonly string[] },
): Promise<void> {
  await page.getByRole('tab', { name: 'Episodes' }).click()
  await page.getByRole('button', { name: 'New episode' }).click()
  const side = panel(page, 'New episode of care')
  await fillIn(side, { 'Condition in plain words': values.condition, 'Since when': values.since })
  await answer(side, 'What brought it about', values.kind)
  for (const region of values.regions) await findAndChoose(side, 'Regions to treat', { typed: region, answer: region })
  await saveAndClose(side, 'Open episode')
  await expect(page.getByRole('heading', { name: values.condition })).toBeVisible()
}

/** Adds a diagnosis found by words, made by a physician on a day and valid since. */
export async function addDiagnosis(
  page: Page,
  values: { readonly search: string; readonly code: string; readonly by: string; readonly on: string },
): Promise<void> {
  await page.getByRole('region', { name: 'Diagnoses' }).getByRole('button', { name: 'Add diagnosis' }).click()
  const side = panel(page, 'Add diagnosis')
  await findAndChoose(side, 'Code', { typed: values.search, answer: new RegExp(`^${values.code}`) })
  await findAndChoose(side, 'Who made the diagnosis', { typed: values.by, answer: new RegExp(`^${values.by}`) })
  await fillIn(side, { 'Made on': values.on, 'Valid from': values.on })
  await saveAndClose(side, 'Save diagnosis')
}

/** Copies a prescription from its paper. */
export async function addPrescription(page: Page, prescriber: string, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Add prescription' }).first().click()
  const side = panel(page, 'Add prescription')
  await findAndChoose(side, 'Prescriber', { typed: prescriber, answer: new RegExp(`^${prescriber}`) })
  await fillIn(side, values)
  await side.getByLabel('Says “medically necessary”').check()
  await saveAndClose(side, 'Save prescription')
}

/** Adds a goal from the usual ones, with its start and target. */
export async function addGoal(page: Page, idea: string, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Add goal' }).click()
  const side = panel(page, 'Add goal')
  await findAndChoose(side, 'From the usual goals', { typed: idea, answer: idea })
  await fillIn(side, values)
  await saveAndClose(side, 'Save goal')
}

/** Books a visit at a typed time in the panel beside the calendar, and leaves it. */
export async function book(page: Page, when: { readonly day: string; readonly time: string }): Promise<void> {
  const side = panel(page, 'New visit')
  await fillIn(side, { Date: when.day, Time: when.time })
  await expect(field(side, 'Episode of care')).not.toHaveValue('None yet')
  await saveAndClose(side, 'Book visit')
  await saveAndClose(panel(page, 'Booked'), 'Done')
}
