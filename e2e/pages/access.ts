import { expect, type Locator, type Page } from '@playwright/test'
import { field, fillIn, type Scope } from './fields.ts'

/** What a new clinic answers in the four steps of set-up. */
export type SetUpAnswers = {
  readonly clinic: Readonly<Record<string, string>>
  readonly practitioner: Readonly<Record<string, string>>
  /** Fee per unit by the service’s name, as typed. */
  readonly fees: Readonly<Record<string, string>>
  readonly password: string
}

/** Walks through the four steps by mouse; `onStep` sees each step filled in, before it is left. Ends at the recovery kit. */
export async function setUpClinic(page: Page, answers: SetUpAnswers, onStep: (step: string) => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name: 'Begin setup' }).click()
  await expect(page.getByRole('heading', { name: 'Your clinic' })).toBeVisible()
  await fillIn(page, answers.clinic)
  await onStep('clinic')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { name: 'The practitioner' })).toBeVisible()
  await fillIn(page, answers.practitioner)
  await onStep('practitioner')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('I hold a license to use CPT® codes').check()
  await fillIn(page, Object.fromEntries(Object.entries(answers.fees).map(([name, fee]) => [`Fee per unit of ${name}`, fee])))
  await onStep('services')
  await page.getByRole('button', { name: 'Next' }).click()
  await fillIn(page, { Password: answers.password, 'Password again': answers.password })
  await onStep('protect')
  await page.getByRole('button', { name: 'Make my clinic' }).click()
  await expect(page.getByRole('heading', { name: 'Print the recovery kit' })).toBeVisible()
}

/** The recovery key on the screen, in groups joined by hyphens. */
export async function readRecoveryKey(page: Page): Promise<string> {
  const label = await page.getByRole('img', { name: /^Recovery key:/ }).getAttribute('aria-label')
  return (label ?? '').replace('Recovery key: ', '').replaceAll(', ', '-')
}

/** From first run into the demo clinic. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the demo clinic' }).click()
  await expect(page.getByRole('complementary', { name: 'Demo clinic' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
}

/** Types the password of the person shown and goes on. */
export async function signIn(page: Page, password: string): Promise<void> {
  await field(page, 'Password').fill(password)
  await page.getByRole('button', { name: /^(Sign in|Unlock)/ }).click()
}

/** Goes to a place of the navigation. */
export async function goTo(page: Page, place: 'Today' | 'Calendar' | 'Patients' | 'Billing' | 'Letters' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
}

/** The refusal or remark shown beside what was done. */
export const problem = (scope: Scope): Locator => scope.getByRole('alert')
