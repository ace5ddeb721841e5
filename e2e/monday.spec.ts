import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { expect, type Opened, takeScreenshot, test } from './fixtures.ts'
import { MONDAY, mondayClinic } from './monday-clinic.ts'
import { goTo, signIn } from './pages/access.ts'
import { closeBooked, dragTo, moveOn, pointAt, rowOf, saidWhileDragging, savedCalendar, visitInCalendar } from './pages/desk.ts'
import { field, fillIn, findAndChoose } from './pages/fields.ts'
import { signByMouse, writeByMouse } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { panel } from './pages/patients.ts'
import { request } from './pages/requests.ts'

test('a Monday at the desk, by mouse', async ({ clinic }) => {
  test.setTimeout(240_000)
  await mondayClinic(clinic.dir)
  const opened = await clinic.launch({ now: MONDAY })
  await signIn(opened.page, TEST_PASSWORD)
  await test.step('Lena did not come: the clinic’s fee, and nothing clinical', () => missLena(opened))
  await test.step('Grace cancels late; Hugo, who waits, takes her time', () => fillTheGap(opened))
  await test.step('Owen phones: his visit is dragged, past what speaks against it, to Wednesday', () => rescheduleOwen(opened))
  await test.step('a walk-in is registered inside the booking, and is not the man he is taken for', () => bookWalkIn(opened))
  await test.step('Ivy’s six Thursdays: Thanksgiving settled in the preview, the same wall time after the clocks change', () => planIvy(opened))
  await test.step('Marisol arrives; her consent ran out and is signed at the desk', () => checkIn(opened))
  await test.step('her session, her superbill, her next visit', () => treatAndCheckOut(opened))
  await test.step('the calls about tomorrow', () => callTomorrow(opened))
  await test.step('the day on paper', () => printDay(opened))
})

async function missLena({ page }: Opened) {
  const row = rowOf(page, 'Lena Fox')
  await expect(row).toContainText('Not here yet')
  await row.getByRole('button', { name: 'More for Lena Fox' }).click()
  await page.getByRole('menuitem', { name: 'Did not come' }).click()
  const side = panel(page, 'Did not come')
  await expect(side.getByRole('status')).toContainText('$60.00')
  await expect(side.getByLabel('Charge $60.00')).toBeChecked()
  await side.getByRole('button', { name: 'Mark as not come' }).click()
  await expect(page.getByText('Lena Fox is marked as not come. The fee of $60.00 is charged.')).toBeVisible()
  await panel(page, 'Done').getByRole('button', { name: 'Done' }).click()
  await expect(row).toContainText('Did not come')
  const { rows } = await request(page, 'billing.listInvoices', { patientId: null, show: 'open', before: null })
  expect(rows.map(({ patientName, kind, total }) => [patientName, kind, total])).toEqual([['Lena Fox', 'missed', 6000]])
}

async function fillTheGap({ page }: Opened) {
  await rowOf(page, 'Grace Kim').getByRole('button', { name: 'More for Grace Kim' }).click()
  await page.getByRole('menuitem', { name: 'Cancel visit' }).click()
  const side = panel(page, 'Cancel visit')
  await side.getByText('Ill', { exact: true }).click()
  await expect(side.getByRole('status')).toContainText('$40.00')
  await side.getByRole('button', { name: 'Cancel visit' }).click()
  const offer = panel(page, 'Offer the time')
  await expect(offer).toContainText('today 2:00 pm')
  await offer.getByRole('button', { name: 'Offer today 2:00 pm to Hugo Brandt' }).click()
  await offer.getByRole('button', { name: 'Hugo Brandt said yes' }).click()
  const booking = panel(page, 'New visit')
  await expect(field(booking, 'Patient')).toHaveValue('Hugo Brandt')
  await expect(field(booking, 'Time')).toHaveValue('2:00 pm')
  await booking.getByRole('button', { name: 'Book visit' }).click()
  await closeBooked(page)
  expect(await request(page, 'waitlist.list', {}), 'nobody waits any more').toEqual([])
}

async function rescheduleOwen({ page }: Opened) {
  await goTo(page, 'Calendar')
  const owen = visitInCalendar(page, 'Owen Park')
  await dragTo(page, owen, await pointAt(page, 'Tue, Oct 27', 11))
  await expect(saidWhileDragging(page)).toContainText('Uma Vale')
  await takeScreenshot(page, 'monday-drag-conflict')
  await moveOn(page, await pointAt(page, 'Tue, Oct 27', 12))
  await expect(saidWhileDragging(page)).toContainText(/lunch|break|hours/i)
  await takeScreenshot(page, 'monday-drag-break')
  await moveOn(page, await pointAt(page, 'Wed, Oct 28', 14))
  await expect(saidWhileDragging(page)).toBeEmpty()
  await page.mouse.up()
  await expect(page.getByText('Owen Park’s visit is now Wed, Oct 28, 2:00 to 3:00 pm.')).toBeVisible()
  await owen.click()
  await expect(panel(page, 'Owen Park')).toContainText('Moved from Mon, Oct 26, 10:30 am to Wed, Oct 28, 2:00 pm')
  await page.keyboard.press('Escape')
}

async function bookWalkIn({ page }: Opened) {
  const { x, y } = await pointAt(page, 'Mon, Oct 26', 10, 30)
  await page.mouse.click(x, y + 4)
  const side = panel(page, 'New visit')
  await expect(side).toContainText('Mon, Oct 26, 10:30 am')
  await findAndChoose(side, 'Patient', { typed: 'samuel ortiz', answer: 'New patient “samuel ortiz”' })
  await expect(field(side, 'Last name')).toHaveValue('Ortiz')
  await fillIn(side, { Born: '2/2/1971', Phone: '303 555 0177' })
  await expect(field(side, 'Phone')).toHaveValue('(303) 555-0177')
  await expect(side.getByRole('button', { name: 'It is this person: Ortis, Sam' })).toBeVisible()
  await takeScreenshot(page, 'monday-walk-in')
  await side.getByRole('button', { name: 'Book visit' }).click()
  await expect(panel(page, 'Booked')).toContainText('Samuel Ortiz')
  await closeBooked(page)
  await expect(visitInCalendar(page, 'Samuel Ortiz')).toBeVisible()
}

async function planIvy({ page, savedDir }: Opened) {
  await page.getByRole('button', { name: 'New series' }).click()
  const side = panel(page, 'Plan a series')
  await findAndChoose(side, 'Patient', { typed: 'novak', answer: /^Novak, Ivy/ })
  await expect(field(side, 'Visits')).toHaveValue('6')
  await fillIn(side, { 'First day': '10/29/2026', Time: '10:00 am' })
  const visits = side.getByRole('region', { name: 'The visits of this series' })
  await expect(visits).toContainText('6 visits · 1 to settle')
  const fifth = visits.getByRole('listitem').nth(4)
  await expect(fifth).toContainText('Thanksgiving')
  await takeScreenshot(page, 'monday-series')
  await fifth
    .getByRole('button', { name: /^Move visit 5 to / })
    .first()
    .click()
  await expect(visits).toContainText('6 visits · all free')
  await side.getByRole('button', { name: 'Book 6 visits' }).click()
  const done = panel(page, '6 visits are booked')
  await done.getByRole('button', { name: 'Calendar file' }).click()
  await expect(page.getByText('The calendar file is saved.')).toBeVisible()
  const { entries } = savedCalendar(savedDir)
  const thursdays = entries.filter(({ starts }) => starts.endsWith('T10:00:00'))
  expect(entries).toHaveLength(6)
  expect(thursdays.length, 'at 10:00 on the wall').toBeGreaterThanOrEqual(5)
  expect(thursdays.map(({ instant }) => instant.slice(11, 16)).slice(0, 2), 'on either side of November 1').toEqual(['16:00', '17:00'])
  expect(JSON.stringify(entries)).not.toMatch(/shoulder|prescription/i)
  await done.getByRole('button', { name: 'Done' }).click()
}

async function checkIn({ page }: Opened) {
  await goTo(page, 'Today')
  const row = rowOf(page, 'Marisol Reyes')
  await row.getByRole('button', { name: 'Mark arrived: Marisol Reyes' }).click()
  await expect(row.getByRole('list', { name: 'Missing for Marisol Reyes' })).toContainText(/Consent to treatment expired/)
  await takeScreenshot(page, 'monday-check-in')
  await row.getByRole('button', { name: /^Signed today: Consent to treatment/ }).click()
  await expect(row.getByText(/Consent to treatment/)).toHaveCount(0)
}

async function treatAndCheckOut(opened: Opened) {
  const { page } = opened
  await page.getByRole('button', { name: 'Start session: Marisol Reyes' }).click()
  await writeByMouse(page, {
    painBefore: ['3', '1', '5'],
    reports: 'Slept through twice. Turning left is easier.',
    numbers: { 'Minutes of Manual therapy': '38' },
    found: 'Less guarding; the levator is still tender on the left.',
    assessment: 'Improving as planned.',
    plan: 'Once a week, four more visits.',
    painAfter: '1',
  })
  await signByMouse(page)
  await page.getByRole('button', { name: /^Take \$.+, print superbill/ }).click()
  await expect(page.getByText(/ paid in full$/)).toBeVisible()
  const superbill = await paperOpened(opened, 1)
  expectWords(superbill, ['Marisol Reyes', 'Oct 26, 2026', '97140', 'balance $0.00'])
  expect(superbill.words).not.toMatch(/no-show|missed/i)
  await page.getByRole('button', { name: /^Book next/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Next visit' })).toContainText(/Next visit .* is booked/)
}

async function callTomorrow({ page }: Opened) {
  await goTo(page, 'Today')
  await page.getByRole('listitem').filter({ hasText: 'Call 2 patients about tomorrow' }).getByRole('link', { name: 'Call' }).click()
  await expect(page.getByText('0 of 2 called')).toBeVisible()
  await page.getByRole('button', { name: 'Left a message: Tess Young' }).click()
  await page.getByRole('button', { name: 'Confirmed: Uma Vale' }).click()
  await expect(page.getByText('Everybody is called.')).toBeVisible()
  await takeScreenshot(page, 'monday-calls')
}

async function printDay(opened: Opened) {
  const { page } = opened
  await goTo(page, 'Today')
  await takeScreenshot(page, 'monday-today')
  await page.getByRole('button', { name: 'Day sheet' }).click()
  const sheet = await paperOpened(opened, 2)
  expectWords(sheet, ['Larkspur Medical Massage', 'DAY Mon, Oct 26, 2026', 'Marisol Reyes', 'Samuel Ortiz', 'Hugo Brandt', 'Lena Fox'])
  expect(sheet.words, 'who went to Wednesday').not.toContain('Owen Park')
}
