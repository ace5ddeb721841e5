import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { localDate } from '../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../shared/lib/ids.ts'
import { expect, type Opened, takeScreenshot, test } from './fixtures.ts'
import { MONTH_END, novemberClinic, papersClinic } from './month-end-clinic.ts'
import { goTo, signIn } from './pages/access.ts'
import { cancelBatchAfter, chooseFrom, superbillOf } from './pages/billing.ts'
import { answer, field, fillIn } from './pages/fields.ts'
import { signByMouse } from './pages/note.ts'
import { expectWords, paperOpened, readPaper } from './pages/papers.ts'
import { addDiagnosis, panel } from './pages/patients.ts'
import { openScreen, request, watchFor } from './pages/requests.ts'

test('November’s superbills: what is missing is fixed from the list, then all are printed', async ({ clinic }) => {
  test.setTimeout(180_000)
  await novemberClinic(clinic.dir)
  const opened = await clinic.launch({ now: MONTH_END })
  const folder = join(dirname(opened.savedDir), 'superbills')
  mkdirSync(folder)
  await opened.chooseFile(folder)
  await signIn(opened.page, TEST_PASSWORD)
  await test.step('three of six are not ready, and the list says why', () => readMonth(opened))
  await test.step('the days chosen are still there when one comes back', () => comeBack(opened))
  await test.step('each is fixed from its row', () => fixAll(opened))
  await test.step('a PDF each, under its final name', () => printEach(opened, folder))
  await test.step('the same month again, as one PDF', () => printAsOne(opened))
  await test.step('a batch cancelled half-way leaves no file', () => cancelHalfWay(opened, folder))
})

async function openMonth(page: Page) {
  await goTo(page, 'Billing')
  await page.getByRole('link', { name: 'Superbills' }).click()
  await expect(field(page, 'Month')).toHaveValue('November 2026')
}

async function readMonth({ page }: Opened) {
  await openMonth(page)
  await expect(page.getByText('6 patients, 9 visits, $1,215.00 charged, $1,215.00 paid')).toBeVisible()
  for (const [name, why] of [
    ['Abara, Chidi', 'Ready'],
    ['Brandt, Hugo', 'NPI is missing'],
    ['Fox, Lena', 'The note of Nov 12, 2026 is not signed.'],
    ['Kim, Grace', 'No diagnosis on file for Nov 17, 2026.'],
  ] as const)
    await expect(superbillOf(page, name)).toContainText(why)
  await expect(page.getByRole('button', { name: 'Issue and print 3 superbills' })).toBeVisible()
  await takeScreenshot(page, 'month-batch-missing')
}

async function comeBack({ page }: Opened) {
  await chooseFrom(page, 'Month', 'September 2026')
  await answer(page, 'Show', 'Ready 30')
  await superbillOf(page, 'Sample B').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Robin Sample B' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page, 'Month')).toHaveValue('September 2026')
  await expect(page.getByRole('radio', { name: 'Ready 30' })).toBeChecked()
  await openMonth(page)
}

async function fixAll({ page }: Opened) {
  await superbillOf(page, 'Brandt, Hugo').getByRole('button', { name: 'Add NPI' }).click()
  const side = panel(page, 'Add NPI')
  await expect(side).toContainText('Lee Ito')
  await fillIn(side, { NPI: '1234567890' })
  await side.getByRole('button', { name: 'Save' }).click()
  await expect(side.getByText(/check digit|does not add up/)).toBeVisible()
  await takeScreenshot(page, 'month-batch-npi')
  await fillIn(side, { NPI: '1993999998' })
  await side.getByRole('button', { name: 'Save' }).click()
  await expect(superbillOf(page, 'Brandt, Hugo')).toContainText('Ready')

  const ines = superbillOf(page, 'Castillo, Inés')
  await expect(ines).toContainText('Ready, 1 remark')
  await ines.getByRole('button', { name: 'Add member ID' }).click()
  const plan = panel(page, 'Add member ID')
  await expect(plan).toContainText('Inés Castillo')
  await expect(field(plan, 'Member ID')).toBeFocused()
  await takeScreenshot(page, 'month-batch-member')
  await fillIn(plan, { 'Member ID': 'CMH 884 840' })
  await plan.getByRole('button', { name: 'Save' }).click()
  await expect(plan).toHaveCount(0)
  await expect(ines).not.toContainText('remark')

  await superbillOf(page, 'Fox, Lena').getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('region', { name: 'Treatment' })).toBeVisible()
  await signByMouse(page)
  await expect(page.getByRole('button', { name: 'Sign note' })).toHaveCount(0)
  await openMonth(page)
  await expect(superbillOf(page, 'Fox, Lena')).toContainText('Ready')

  await answer(page, 'Show', 'Missing something 1')
  await superbillOf(page, 'Kim, Grace').getByRole('button', { name: 'Add diagnosis' }).click()
  await addDiagnosis(page, { search: 'cervicalgia', code: 'M54.2', by: 'Samir Amari', on: 'Nov 2, 2026' })
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Missing something 0' })).toBeChecked()
  await answer(page, 'Show', 'All 6')
  await expect(superbillOf(page, 'Kim, Grace')).toContainText('Ready')
  await takeScreenshot(page, 'month-batch-ready')
}

/** What each file of November must say, by its name. */
const NOVEMBER = {
  'SB-2026-0001 Abara Chidi.pdf': ['Chidi Abara', '2 dates of service, 2 lines Total 270.00 270.00 Balance 0.00'],
  'SB-2026-0002 Brandt Hugo.pdf': ['Hugo Brandt', 'Lee Ito', '1993999998', 'Total 135.00 135.00 Balance 0.00'],
  'SB-2026-0003 Castillo Inés.pdf': ['Inés Castillo', 'CMH 884 840', '97140', 'Total 180.00 180.00 Balance 0.00'],
  'SB-2026-0004 Fox Lena.pdf': ['Lena Fox', 'Total 135.00 135.00 Balance 0.00'],
  'SB-2026-0005 Kim Grace.pdf': ['Grace Kim', 'M54.2', 'Total 90.00 90.00 Balance 0.00'],
  'SB-2026-0006 Reyes Marisol.pdf': ['Marisol Reyes', '3 dates of service, 3 lines Total 405.00 405.00 Balance 0.00'],
} as const

async function printEach({ page }: Opened, folder: string) {
  await answer(page, 'As', 'A PDF each')
  await page.getByRole('button', { name: 'Issue and print 6 superbills' }).click()
  await expect(page.getByRole('heading', { name: '6 superbills issued, $1,215.00 charged, $1,215.00 paid.' })).toBeVisible()
  await expect(page.getByText(join(folder, 'Superbills 2026-11'))).toBeVisible()
  await takeScreenshot(page, 'month-batch-printed')
  expect(readdirSync(folder)).toEqual(['Superbills 2026-11'])
  expect(readdirSync(join(folder, 'Superbills 2026-11')).toSorted()).toEqual(Object.keys(NOVEMBER))
  for (const [name, words] of Object.entries(NOVEMBER)) expectWords(readPaper(join(folder, 'Superbills 2026-11', name)), words)
  await page.getByRole('button', { name: 'Done' }).click()
}

async function printAsOne(opened: Opened) {
  const { page } = opened
  await expect(page.getByRole('button', { name: 'Nothing to print' })).toBeDisabled()
  await page.getByLabel('Print the 6 issued before again').check()
  await page.getByRole('button', { name: 'Print 6 superbills again' }).click()
  await expect(page.getByRole('heading', { name: '6 superbills printed again.' })).toBeVisible()
  const { pages } = await paperOpened(opened, 1)
  const each = Object.values(NOVEMBER)
  expect(pages).toHaveLength(each.length)
  for (const [index, words] of each.entries()) expectWords({ words: pages[index] ?? '' }, words)
  await page.getByRole('button', { name: 'Done' }).click()
}

const SEPTEMBER = { from: localDate('2026-09-01'), to: localDate('2026-09-30') }

async function cancelHalfWay({ page }: Opened, folder: string) {
  const before = readdirSync(folder, { recursive: true })
  await chooseFrom(page, 'Month', 'September 2026')
  await answer(page, 'As', 'A PDF each')
  await cancelBatchAfter(page, 3)
  await page.getByRole('button', { name: 'Issue and print 30 superbills' }).click()
  await expect(page.getByRole('heading', { name: /^Cancelled\. \d+ superbills had been issued and stay issued; no file was written\./ })).toBeVisible()
  await takeScreenshot(page, 'month-batch-cancelled')
  expect(readdirSync(folder, { recursive: true }), 'no file and no folder more than before').toEqual(before)
  const { counts } = await request(page, 'documents.previewBatch', { ...SEPTEMBER, show: 'all', offset: 0 })
  expect(counts.issued, 'what was issued stays').toBeGreaterThanOrEqual(3)
  expect(counts.ready, 'the rest can still be issued').toBe(30 - counts.issued)
  expect(counts.ready, 'it was stopped before its end').toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Done' }).click()
}

test('papers of the month: an estimate before a series, and a claim of eight lines on two forms', async ({ clinic }) => {
  const { ivy, autoCase, lastVisit } = await papersClinic(clinic.dir)
  const opened = await clinic.launch({ now: MONTH_END })
  await signIn(opened.page, TEST_PASSWORD)
  await test.step('Ivy pays herself and has six visits ahead', () => giveEstimate(opened, ivy))
  await test.step('Marisol’s accident: eight service lines need two forms', () => makeClaim(opened, autoCase))
  await test.step('a superbill printed at the desk is never shown as not issued', () => printAtDesk(opened, lastVisit))
})

async function giveEstimate(opened: Opened, patientId: PatientId) {
  const { page } = opened
  await openScreen(page, `/estimates/${patientId}`)
  await expect(page.getByRole('heading', { name: 'Good faith estimate for Ivy Novak' })).toBeVisible()
  await expect(field(page, 'How often')).toHaveValue('Once a week')
  await expect(page.getByText('Drawing the paper…')).toHaveCount(0)
  await takeScreenshot(page, 'month-estimate')
  await page.getByRole('button', { name: 'Give the estimate' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  const paper = await paperOpened(opened, 1)
  expect(paper.words, 'nobody said yet whether a claim will be made').not.toMatch(/no claim/i)
  expectWords(paper, [
    'EXPECTED TOTAL',
    'Ivy Novak $1,080.00',
    'Once a week, 6 visits, first on Tue, Dec 8, 2026, 10:00 am',
    'Massage 97124 M54.2, M62.838 4 45.00 6 1,080.00',
    '1-800-985-3059',
  ])
  await takeScreenshot(page, 'month-estimate-given')
}

async function makeClaim(opened: Opened, episodeId: EpisodeId) {
  const { page } = opened
  await openScreen(page, `/episodes/${episodeId}`)
  await page.getByRole('button', { name: 'Claim form' }).click()
  const side = panel(page, 'Claim form')
  await expect(field(side, 'First visit'), 'charged before the episode was entered').toHaveValue('Nov 3, 2026')
  await fillIn(side, { 'Insured’s ID, box 1a': 'AP 7714 002' })
  await expect(side.getByRole('status', { name: 'What the claim says' })).toContainText('4 visits, 8 lines, 2 forms · $720.00 charged, $180.00 paid')
  await expect(side.getByRole('list', { name: 'To see to' })).toContainText('Box 5: the patient’s address is incomplete.')
  await takeScreenshot(page, 'month-claim')
  await side.getByRole('button', { name: 'Complete address' }).click()
  const address = panel(page, 'Complete address')
  await fillIn(address, { Street: '9 Juniper Court', City: 'Denver', State: 'CO', ZIP: '80205' })
  await takeScreenshot(page, 'month-claim-address')
  await address.getByRole('button', { name: 'Save' }).click()
  await expect(side, 'back at the claim, with what was typed').toContainText('9 JUNIPER C')
  await expect(field(side, 'Insured’s ID, box 1a')).toHaveValue('AP 7714 002')
  await expect(side.getByRole('list', { name: 'To see to' })).toHaveCount(0)
  await side.getByRole('button', { name: 'Issue claim form' }).click()
  await side.getByRole('button', { name: 'Data sheet CF-2026-0001' }).click()
  expectWords(await paperOpened(opened, 2), ['Claim form data', 'Y4 NF-26-00881', 'REYES, MARISOL', 'AP 7714 002'])
  await takeScreenshot(page, 'month-claim-issued')
  await side.getByRole('button', { name: 'On forms CF-2026-0001' }).click()
  const { pages } = await paperOpened(opened, 3)
  expect(pages.map(words => words.match(/ 971(40|24) /g)?.length)).toEqual([6, 2])
  await side.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('button', { name: 'Claim form' }).click()
  await expect(field(side, 'Insured’s ID, box 1a'), 'the next claim begins with what this one said').toHaveValue('AP 7714 002')
  await expect(side.getByRole('button', { name: 'Discard changes' })).toHaveCount(0)
}

async function printAtDesk(opened: Opened, appointmentId: AppointmentId) {
  const { page } = opened
  await openScreen(page, `/checkout/${appointmentId}`)
  const desk = page.getByRole('region', { name: 'Superbill preview' })
  await expect(desk).toContainText('Not issued yet')
  const contradicts = await watchFor(desk, ['SB-2026-0001', 'Not issued yet'])
  await page.getByRole('button', { name: 'Print superbill' }).first().click()
  await paperOpened(opened, 4)
  await expect(desk.locator('canvas + p'), 'the paper is drawn with its number').toContainText('SB-2026-0001')
  expect(await contradicts()).toBe(false)
}
