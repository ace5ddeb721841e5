import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { expect, type Opened, takeScreenshot, test } from './fixtures.ts'
import { MONDAY, mondayClinic } from './monday-clinic.ts'
import { signIn } from './pages/access.ts'
import { rowOf, saidWhileDragging, savedCalendar, visitInCalendar } from './pages/desk.ts'
import { field } from './pages/fields.ts'
import { type Keyboard, keyboardOf } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { panel } from './pages/patients.ts'
import { noteText } from './pages/session.ts'

/** How many keys each part of the day took, letters of names and notes aside. */
const counted: string[] = []
const tell = (what: string, { presses, letters }: Keyboard['counts']) =>
  counted.push(`${what}: ${presses} presses${letters > 0 ? ` and ${letters} letters` : ''}`)

test('a Monday at the desk, by keyboard alone', async ({ clinic }) => {
  test.setTimeout(240_000)
  await mondayClinic(clinic.dir)
  const opened = await clinic.launch({ now: MONDAY })
  await signIn(opened.page, TEST_PASSWORD)
  await test.step('Lena did not come', () => missLena(opened))
  await test.step('Marisol is checked in with one key, and signs what ran out', () => checkIn(opened))
  await test.step('her session, superbill and next visit', () => treatAndCheckOut(opened))
  await test.step('Owen phones: picked up with Shift and arrows, then moved to Wednesday', () => moveOwen(opened))
  await test.step('Grace cancels late; Hugo takes her time', () => fillTheGap(opened))
  await test.step('Uma books another visit', () => bookUma(opened))
  await test.step('a walk-in is registered inside the booking', () => bookWalkIn(opened))
  await test.step('Ivy’s six Thursdays', () => planIvy(opened))
  await test.step('somebody is registered in one pass', () => registerWhole(opened))
  await test.step('the calls about tomorrow, one key each, and the day on paper', () => callAndPrint(opened))
  for (const line of counted) console.log(`      ${line}`)
})

async function missLena({ page }: Opened) {
  const { press, tabTo, counts } = keyboardOf(page)
  const row = rowOf(page, 'Lena Fox')
  await expect(row).toBeVisible()
  await press('v')
  await expect(row).toBeFocused()
  await tabTo(row.getByRole('button', { name: 'More for Lena Fox' }))
  await press('Enter')
  await arrowTo(page, 'Did not come', press)
  await press('Enter')
  await expect(panel(page, 'Did not come').getByRole('status')).toContainText('$60.00')
  await press('Control+Enter')
  await expect(page.getByText('Lena Fox is marked as not come. The fee of $60.00 is charged.')).toBeVisible()
  await press('Escape')
  await expect(panel(page, 'Done')).toHaveCount(0)
  tell('a no-show with its fee', counts)
}

/** Goes down an open menu to an entry. */
async function arrowTo(page: Opened['page'], entry: string, press: Keyboard['press']) {
  const item = page.getByRole('menuitem', { name: entry })
  await expect(item).toBeVisible()
  for (let steps = 0; steps < 10; steps += 1) {
    if (await item.evaluate(one => one === document.activeElement)) return
    await press('ArrowDown')
  }
  await expect(item).toBeFocused()
}

async function checkIn({ page }: Opened) {
  const { press, tabTo, counts } = keyboardOf(page)
  const row = rowOf(page, 'Marisol Reyes')
  await press('Control+Enter')
  await expect(row).toContainText(/Arrived 8:3\d am/)
  tell('check-in', counts)
  expect(counts.presses).toBe(1)
  await expect(row.getByText(/Consent to treatment expired/)).toBeVisible()
  await press('v')
  await tabTo(row.getByRole('button', { name: /^Signed today: Consent to treatment/ }))
  await press('Enter')
  await expect(row.getByText(/Consent to treatment/)).toHaveCount(0)
  tell('check-in with the consent signed', counts)
}

async function treatAndCheckOut(opened: Opened) {
  const { page } = opened
  const { press, write, counts } = keyboardOf(page)
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
  await press('Alt+n')
  await expect(page.getByRole('radio', { name: 'Now 0', exact: true })).toBeFocused()
  await write('3')
  for (const [part, words] of [
    ['What the patient reports', 'Slept through three nights.'],
    ['What you found', 'Upper trapezius softer on the left.'],
    ['Minutes of Manual therapy', '38'],
    ['Assessment', 'Improving as planned.'],
    ['Plan', 'Once a week, four more visits.'],
  ] as const) {
    await press('Alt+g')
    await expect(part.startsWith('Minutes') ? page.getByRole('textbox', { name: part }) : noteText(page, part as 'Plan')).toBeFocused()
    await write(words)
  }
  await press('Alt+g')
  await expect(page.getByRole('radio', { name: 'After 0', exact: true })).toBeFocused()
  await write('1')
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: /^Take \$/ })).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByText(/ paid in full$/)).toBeVisible()
  expectWords(await paperOpened(opened, 1), ['Marisol Reyes', 'Oct 26, 2026', 'balance $0.00'])
  await press('Alt+b')
  await expect(page.getByRole('status').filter({ hasText: 'Next visit' })).toContainText(/Next visit .* is booked/)
  tell('arrived to superbill and next booking', counts)
  expect(counts.presses).toBeLessThanOrEqual(12)
}

type Way = { readonly key?: 'ArrowUp' | 'ArrowLeft'; readonly day?: string }

/** Into the hours of the calendar (of another day, where one is typed), and by one arrow key to a visit or a time. */
async function goInCalendar(page: Opened['page'], name: RegExp, { key, day }: Way = {}) {
  const { press, enter } = keyboardOf(page)
  const hours = page.getByRole('application')
  await press('g')
  await expect(page.getByLabel('Go to', { exact: true })).toBeFocused()
  if (day) await enter(day)
  await press('Enter')
  await expect(hours.locator(':focus')).toHaveCount(1)
  if (day) await press('Home')
  for (let steps = 0; steps < 40; steps += 1) {
    if (name.test(await hours.locator(':focus').ariaSnapshot())) return
    await press(key ?? 'ArrowDown')
  }
  await expect(hours.locator(':focus')).toHaveAccessibleName(name)
}

async function moveOwen({ page }: Opened) {
  await keyboardOf(page).press('Alt+2')
  await expect(visitInCalendar(page, 'Owen Park')).toBeVisible()
  await goInCalendar(page, /Owen Park/)
  const { press, counts } = keyboardOf(page)
  await press('Shift+ArrowRight')
  await expect(saidWhileDragging(page)).toContainText('Uma Vale')
  await takeScreenshot(page, 'monday-keys-drag')
  await press('Escape')
  await expect(saidWhileDragging(page)).toBeEmpty()
  tell('picking a visit up and putting it back', counts)

  const second = keyboardOf(page)
  await second.press('m')
  const side = panel(page, 'Move visit')
  await expect(field(side, 'Date')).toBeFocused()
  await second.write('10/28')
  await second.press('Tab')
  await second.write('12pm')
  await second.press('Tab')
  await expect(side.getByRole('status')).toContainText(/break/)
  await takeScreenshot(page, 'monday-keys-move')
  await second.press('Shift+Tab')
  await second.write('2pm')
  await second.press('Control+Enter')
  await expect(page.getByText('Owen Park’s visit is now Wed, Oct 28, 2:00 pm.')).toBeVisible()
  tell('moving a visit to another day and time, with a warning on the way', second.counts)
}

async function fillTheGap({ page }: Opened) {
  await goInCalendar(page, /Grace Kim/, { key: 'ArrowLeft' })
  const { press, tabTo, counts } = keyboardOf(page)
  await press('Delete')
  const side = panel(page, 'Cancel visit')
  await expect(side.getByRole('status')).toContainText('$40.00')
  await tabTo(side.getByRole('radio', { name: 'Ill' }))
  await press('Space', 'Control+Enter')
  const offer = panel(page, 'Offer the time')
  const offering = offer.getByRole('button', { name: 'Offer today 2:00 pm to Hugo Brandt' })
  await expect(offering).toBeVisible()
  await tabTo(offering)
  await press('Enter')
  const saidYes = offer.getByRole('button', { name: 'Hugo Brandt said yes' })
  await expect(saidYes).toBeVisible()
  await tabTo(saidYes)
  await press('Enter')
  await expect(field(panel(page, 'New visit'), 'Time')).toHaveValue('2:00 pm')
  await press('Control+Enter')
  await expect(panel(page, 'Booked')).toContainText('Hugo Brandt')
  await press('Enter')
  await expect(panel(page, 'Booked')).toHaveCount(0)
  tell('a late cancellation with its fee, the time offered and booked', counts)
}

async function bookUma({ page }: Opened) {
  const { press, write, counts } = keyboardOf(page)
  await press('n')
  const side = panel(page, 'New visit')
  await expect(field(side, 'Patient')).toBeFocused()
  await write('vale')
  await expect(page.getByRole('option', { name: /^Vale, Uma/ })).toBeVisible()
  await press('Enter')
  await expect(side.getByRole('radio').and(page.locator(':focus'))).toHaveCount(1)
  await press('Control+Enter')
  await expect(panel(page, 'Booked')).toContainText('Uma Vale')
  tell('booking a known patient', counts)
  expect(counts.presses).toBeLessThanOrEqual(8)
  await press('Enter')
  await expect(panel(page, 'Booked')).toHaveCount(0)
}

async function bookWalkIn({ page }: Opened) {
  await goInCalendar(page, /Mon, Oct 26, 10:30 am.*free/, { day: '10/26' })
  const { press, write, counts } = keyboardOf(page)
  await press('Enter')
  const side = panel(page, 'New visit')
  await expect(field(side, 'Patient')).toBeFocused()
  await write('samuel ortiz')
  await expect(page.getByRole('option', { name: 'New patient “samuel ortiz”' })).toBeVisible()
  await press('Enter')
  await expect(field(side, 'Born')).toBeFocused()
  await write('2/2/1971')
  await press('Tab')
  await write('3035550177')
  await press('Tab')
  await expect(side.getByRole('button', { name: 'It is this person: Ortis, Sam' })).toBeVisible()
  await press('Control+Enter')
  await expect(panel(page, 'Booked')).toContainText('Samuel Ortiz')
  tell('a walk-in registered and booked', counts)
  await press('Enter')
}

async function planIvy({ page, savedDir }: Opened) {
  const { press, write, tabTo, counts } = keyboardOf(page)
  await tabTo(page.getByRole('button', { name: 'New series' }), 'back')
  await press('Enter')
  const side = panel(page, 'Plan a series')
  await expect(field(side, 'Patient')).toBeFocused()
  await write('novak')
  await expect(page.getByRole('option', { name: /^Novak, Ivy/ })).toBeVisible()
  await press('Enter')
  await expect(field(side, 'Visits')).toHaveValue('6')
  await tabTo(field(side, 'First day'))
  await write('10/29')
  await tabTo(field(side, 'Time'))
  await write('10am')
  const visits = side.getByRole('region', { name: 'The visits of this series' })
  await press('Tab')
  await expect(visits).toContainText('6 visits · 1 to settle')
  await tabTo(visits.getByRole('button', { name: /^Move visit 5 to / }).first())
  await press('Enter')
  await expect(visits).toContainText('6 visits · all free')
  await press('Control+Enter')
  const done = panel(page, '6 visits are booked')
  await tabTo(done.getByRole('button', { name: 'Calendar file' }))
  await press('Enter')
  await expect(page.getByText('The calendar file is saved.')).toBeVisible()
  tell('a series of six with Thanksgiving settled, and its calendar file', counts)
  expect(savedCalendar(savedDir).entries.map(({ starts }) => starts)).toEqual(
    expect.arrayContaining(['2026-10-29T10:00:00', '2026-11-05T10:00:00', '2026-12-03T10:00:00']),
  )
  await press('Escape')
}

async function registerWhole({ page }: Opened) {
  const { press, write, counts } = keyboardOf(page)
  await press('Alt+3')
  await expect(field(page, 'Find a patient')).toBeVisible()
  await press('Control+n')
  await expect(field(page, 'First name')).toBeFocused()
  await write('June')
  const next = async (label: string, words: string) => {
    for (let steps = 0; steps < 12; steps += 1) {
      if (await field(page, label).evaluate(one => one === document.activeElement)) break
      await press('Tab')
    }
    await expect(field(page, label)).toBeFocused()
    await write(words)
  }
  await next('Last name', 'Abbott')
  await next('Birth date', '2/29/2004')
  await next('Phone', '303 555 0190')
  await next('Street', '12 Larch Ave')
  await press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'June Abbott' })).toBeVisible()
  await expect(page.getByText(/^22/).first(), 'born on a leap day').toBeVisible()
  tell('registration in one pass', counts)
}

async function callAndPrint(opened: Opened) {
  const { page } = opened
  const { press, enter, tabTo, counts } = keyboardOf(page)
  await press('Control+k')
  await enter('calls')
  await expect(page.locator('[role=dialog] [data-action][data-selected]')).toContainText('Calls about the next working day')
  await press('Enter')
  await expect(page.getByRole('listitem', { name: '9:00 am, Tess Young' })).toBeFocused()
  await press('l')
  await expect(page.getByRole('listitem', { name: '11:00 am, Uma Vale' })).toBeFocused()
  await press('c')
  await expect(page.getByText('Everybody is called.')).toBeVisible()
  tell('two calls, and the way there', counts)
  await press('p')
  expectWords(await paperOpened(opened, 2), ['Tess Young', 'Uma Vale', '(303) 555-0126', 'Call her after 4 pm.'])
  await press('Alt+1')
  await expect(rowOf(page, 'Samuel Ortiz')).toBeVisible()
  await tabTo(page.getByRole('button', { name: 'Day sheet' }))
  await press('Enter')
  expectWords(await paperOpened(opened, 3), ['DAY Mon, Oct 26, 2026', 'Marisol Reyes', 'Samuel Ortiz', 'Hugo Brandt'])
}
