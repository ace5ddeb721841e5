import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { anEpisode, aPatient, aPrescription, aVisit } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { type ClinicFixture, expect, NOW, type Opened, test } from './fixtures.ts'
import { goTo, problem, signIn } from './pages/access.ts'
import { markByList, marks } from './pages/body-chart.ts'
import { field, fillIn } from './pages/fields.ts'
import { addService } from './pages/session.ts'

const REPORTS = 'Slept through for the first time. “Driving is easier”, she says: 30 minutes, then it pulls — left side.'
const PLAN = 'Once a week, two more weeks; re-measure on'
const LAST_WORDS = ' December 3, and ask whether she sleeps through; write to Dr. Amari before the sixth'

/** A clinic with one patient and her visit at ten, closed again. Returns the recovery key. */
async function clinicWithAVisit({ dir }: ClinicFixture): Promise<string> {
  const made = await signedInApp({ dir })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T10:00' })
  await made.app.close()
  return made.recoveryKey
}

const plan = (page: Page) => field(page.getByRole('region', { name: 'Plan', exact: true }), 'Plan')
const reports = (page: Page) => field(page, 'What the patient reports')

/** Begins the note of the ten o’clock visit and leaves it half written, the caret in the middle of a sentence. */
async function writeHalfANote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mark arrived: Marisol Reyes' }).click()
  await page.getByRole('button', { name: 'Start session: Marisol Reyes' }).click()
  await reports(page).fill(REPORTS)
  await plan(page).pressSequentially(PLAN)
  await expect(plan(page)).toBeFocused()
}

async function expectHalfANote(page: Page): Promise<void> {
  await expect(reports(page)).toHaveValue(REPORTS)
  await expect(plan(page)).toHaveValue(PLAN)
}

/** Opens the app again: sign-in comes first, then Today, then the note from there. */
async function comeBack(clinic: ClinicFixture, now = NOW): Promise<Opened> {
  const opened = await clinic.launch({ now })
  await expect(opened.page.getByRole('heading', { name: 'Larkspur Medical Massage' })).toBeVisible()
  await expect(opened.page.getByText('Marisol')).toHaveCount(0)
  await signIn(opened.page, TEST_PASSWORD)
  await opened.page
    .getByRole('button', { name: /: Marisol Reyes$/ })
    .first()
    .click()
  return opened
}

async function launchSignedIn(clinic: ClinicFixture): Promise<Opened> {
  const opened = await clinic.launch()
  await signIn(opened.page, TEST_PASSWORD)
  return opened
}

test.describe('a half-written note', () => {
  test('is there again after the window was closed in the middle of a sentence', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { app, page } = await launchSignedIn(clinic)
    await writeHalfANote(page)
    await app.close()
    await expectHalfANote((await comeBack(clinic)).page)
  })

  test('is there again after the program was killed, as far as the screen said it was saved', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { app, page } = await launchSignedIn(clinic)
    await writeHalfANote(page)
    await expect(page.getByText(/^Saved /)).toBeVisible()
    app.process().kill('SIGKILL')
    await expectHalfANote((await comeBack(clinic)).page)
  })

  test('survives kill -9 within a second of the last keystroke: every word, a mark on the chart and a running timer', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { app, page } = await launchSignedIn(clinic)
    await writeHalfANote(page)
    await page.getByRole('button', { name: /^Asked all 8/ }).click()
    await addService(page, { code: '97140', region: 'Neck', techniques: [] })
    await page.getByRole('button', { name: 'Start the timer of Manual therapy' }).click()
    await markByList(page, 'tp lev l 3')
    await plan(page).press('End')
    await plan(page).pressSequentially(LAST_WORDS)
    await page.waitForTimeout(1000)
    app.process().kill('SIGKILL')

    const twelveMinutesLater = await comeBack(clinic, '2026-11-19T17:04:00.000Z')
    await expect(reports(twelveMinutesLater.page)).toHaveValue(REPORTS)
    await expect(plan(twelveMinutesLater.page)).toHaveValue(PLAN + LAST_WORDS)
    await expect(marks(twelveMinutesLater.page)).toHaveText([/Levator scapulae, left/])
    await expect(twelveMinutesLater.page.getByRole('button', { name: 'Pause the timer of Manual therapy' })).toBeVisible()
    await expect(twelveMinutesLater.page.getByRole('textbox', { name: 'Minutes of Manual therapy' })).toHaveValue(/^1[0-2]$/)
  })

  test('survives locking with Ctrl L, and the lock shows nothing of it', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { page } = await launchSignedIn(clinic)
    await writeHalfANote(page)
    await page.keyboard.press('Control+L')
    await expect(page.getByText(/^Locked at .+\. Drafts are saved\.$/)).toBeVisible()
    await expect(page.getByText(/Marisol|Slept through/)).toHaveCount(0)
    await signIn(page, TEST_PASSWORD)
    await expectHalfANote(page)
  })

  test('survives the lock that comes by itself after the idle minutes', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { page } = await launchSignedIn(clinic)
    await writeHalfANote(page)
    await page.evaluate(() => {
      const clock = Date.now
      Date.now = () => clock() + 11 * 60_000
    })
    await expect(page.getByText(/^Locked at .+ after 10 minutes\. Drafts are saved\.$/)).toBeVisible()
    await signIn(page, TEST_PASSWORD)
    await expectHalfANote(page)
  })
})

test.describe('the way back in', () => {
  test('a wrong password is refused in words and empties the field; the right one opens Today', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { page } = await clinic.launch()
    await signIn(page, 'not the password')
    await expect(page.getByText('That password does not open this clinic. Check Caps Lock and the keyboard, then try again.')).toBeVisible()
    await expect(field(page, 'Password')).toHaveValue('')
    await signIn(page, TEST_PASSWORD)
    await expect(page.getByRole('heading', { name: 'Thursday, November 19' })).toBeVisible()
  })

  test('the printed recovery key opens the records and gives a new password', async ({ clinic }) => {
    const recoveryKey = await clinicWithAVisit(clinic)
    const { app, page } = await clinic.launch()
    await page.getByRole('button', { name: 'Use the recovery kit' }).click()
    const typo = recoveryKey.replace(/.$/, last => (last === 'A' ? 'B' : 'A'))
    const recover = async (key: string) => {
      await fillIn(page, { 'Recovery key': key, 'New password': 'a brand new sentence', 'New password again': 'a brand new sentence' })
      await page.getByRole('button', { name: 'Open the records' }).click()
    }
    await recover(typo)
    await expect(problem(page).or(page.locator('[aria-invalid=true]')).first()).toBeVisible()
    await recover(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await expect(page.getByRole('link', { name: 'Marisol Reyes' })).toBeVisible()
    await app.close()
    const again = await clinic.launch()
    await signIn(again.page, TEST_PASSWORD)
    await expect(again.page.getByText(/^That password does not open this clinic\./)).toBeVisible()
    await signIn(again.page, 'a brand new sentence')
    await expect(again.page.getByRole('link', { name: 'Marisol Reyes' })).toBeVisible()
  })

  test('a backup restored from the sign-in screen brings back the day it was made', async ({ clinic }) => {
    await clinicWithAVisit(clinic)
    const { page } = await launchSignedIn(clinic)
    await page.getByRole('button', { name: 'Mark arrived: Marisol Reyes' }).click()
    await expect(page.getByText(/^Arrived /)).toBeVisible()
    await page.keyboard.press('Control+L')
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Check and restore' }).click()
    await expect(problem(page)).toHaveText('Enter the password.')
    await fillIn(page, { Password: TEST_PASSWORD })
    await page.getByRole('button', { name: 'Check and restore' }).click()
    await goTo(page, 'Today')
    await expect(page.getByRole('button', { name: 'Mark arrived: Marisol Reyes' })).toBeVisible()
    expect(readdirSync(clinic.dir).filter(name => /^set-aside-.+\.db$/.test(name))).toHaveLength(1)
  })
})
