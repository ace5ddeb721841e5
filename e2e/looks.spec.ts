import { expect, test } from './fixtures.ts'
import { LARKSPUR } from './larkspur.ts'
import { goTo, setUpClinic, signIn } from './pages/access.ts'
import { lookAtDemo, NOON, patientId, visitOf } from './pages/demo-looks.ts'
import { field } from './pages/fields.ts'
import { lookAt } from './pages/looks.ts'
import { openScreen, request } from './pages/requests.ts'

// Every screen and main panel is looked at once: axe, the content policy, the console, the width; pictures go to e2e/results/screens.

test('first run, the steps of set-up, the recovery kit, an empty clinic and its sign-in', async ({ clinic }) => {
  const opened = await clinic.launch()
  const { page } = opened
  const { look, complaints } = await lookAt(opened)
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible()
  await look('first-run', { dark: true, small: true })
  await setUpClinic(page, LARKSPUR, step => look(`set-up-${step}`))
  await look('recovery-kit')
  await page.getByLabel('I have printed it or written it down').check()
  await page.getByRole('button', { name: 'Open Myodesk' }).click()
  await expect(page.getByText('No visits today.')).toBeVisible()
  await look('today-empty')
  for (const place of ['Patients', 'Billing', 'Letters'] as const) {
    await goTo(page, place)
    await expect(page).toHaveTitle(new RegExp(place))
    await look(`${place.toLowerCase()}-empty`)
  }
  for (const [address, words] of [
    ['billing/balances', 'Nothing is owed.'],
    ['billing/packages', 'No packages with something left.'],
    ['billing/superbills', 'No visit was charged in these days.'],
    ['billing/close-day', 'There is nothing to close.'],
    ['estimates', 'No estimate is due.'],
    ['settings/products', 'No products yet'],
    ['settings/packages', 'No packages yet'],
  ] as const) {
    await openScreen(page, `/${address}`)
    await expect(page.getByRole('main').getByText(words)).toBeVisible()
    await look(`${address.replace('/', '-')}-empty`)
  }
  await page.getByRole('button', { name: 'Lock' }).click()
  await expect(field(page, 'Password')).toBeFocused()
  await look('sign-in', { dark: true })
  await page.getByRole('button', { name: 'Use the recovery kit' }).click()
  await look('sign-in-recovery')
  await page.getByRole('button', { name: 'Back to sign-in' }).click()
  await page.getByRole('button', { name: 'Restore from a backup' }).click()
  await look('sign-in-restore')
  await page.getByRole('button', { name: 'Back' }).click()
  await signIn(page, 'not the password')
  await expect(page.getByText(/^That password does not open/)).toBeVisible()
  await look('sign-in-refused')
  expect(complaints).toEqual([])
})

test('the demo clinic: the day, the calendar, patients and their charts', async ({ clinic }) => {
  test.setTimeout(180_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  await visit(['today', '/today', 'Needs attention', { dark: true, small: true }])
  await visit(['calls', '/calls', 'Print list', { dark: true, small: true }])
  await visit(['calendar-week', '/calendar?view=week', 'Ted Lindqvist', { small: true }])
  await visit(['calendar-day', '/calendar?view=day', 'Ted Lindqvist'], () => expect(page.getByRole('button', { name: 'Previous day' })).toBeVisible())
  await page.getByRole('button', { name: /Priya Nair/ }).click()
  await expect(page.getByRole('complementary', { name: /Priya Nair/ })).toBeVisible()
  await look('calendar-visit')
  await visit(['calendar-booking', '/calendar?view=day&new=true', 'Remark for the desk', { small: true }])
  await visit(['patients', '/patients', 'Seen recently', { dark: true, small: true }])
  const find = page.getByRole('combobox', { name: 'Find a patient' })
  await find.fill('mar')
  await expect(page.getByRole('row', { name: /Reyes, Marisol/ })).toBeVisible()
  await look('patients-search')
  await find.fill('zzzz')
  await expect(page.getByText('Nobody matches “zzzz”')).toBeVisible()
  await look('patients-nobody')
  await visit(['patient-new', '/patients/new?name=Ada%20Byrne', /First name/, { small: true }])
  const marisol = await patientId(page, 'reyes marisol')
  for (const tab of ['overview', 'episodes', 'notes', 'billing', 'documents', 'details'] as const) {
    const chosen = page.getByRole('tab', { name: new RegExp(`^${tab}$`, 'i'), selected: true })
    await visit([`chart-${tab}`, `/patients/${marisol}?tab=${tab}`, 'Marisol A. Reyes', tab === 'overview' ? { dark: true, small: true } : {}], () =>
      expect(chosen).toBeVisible(),
    )
  }
  const [episode] = await request(page, 'episodes.list', { patientId: marisol })
  await visit(['episode', `/episodes/${episode?.id}`, 'Diagnoses', { small: true }])
  for (const part of ['diagnosis', 'prescription', 'goal']) {
    await page.getByRole('button', { name: `Add ${part}` }).click()
    await expect(page.getByRole('complementary', { name: `Add ${part}` })).toBeVisible()
    await look(`episode-${part}`)
    await page.keyboard.press('Escape')
  }
  await visit(['chart-new-superbill', `/patients/${marisol}?tab=documents`, 'New superbill'], () => page.getByRole('button', { name: 'New superbill' }).click())
  expect(complaints).toEqual([])
})

test('the demo clinic: sessions, check-out, billing, papers and letters', async ({ clinic }) => {
  test.setTimeout(180_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const { visits } = await request(page, 'reports.today', {})
  await visit(['session-draft', `/session/${visitOf(visits, 'Reyes')}`, 'Marisol A. Reyes', { dark: true, small: true }])
  await visit(['session-signed', `/session/${visitOf(visits, 'Cole')}`, 'Imani Cole'])
  await visit(['session-not-begun', `/session/${visitOf(visits, 'Lindqvist')}`, 'Start session'])
  const paper = () => expect(page.getByRole('region', { name: 'Superbill preview' }).locator('canvas, img').first()).toBeVisible()
  await visit(['check-out-before', `/checkout/${visitOf(visits, 'Cole')}`, 'Superbill readiness', { dark: true, small: true }], paper)
  await visit(['check-out-after', `/checkout/${visitOf(visits, 'Brandt')}`, /^Invoice INV-/], paper)
  await visit(['billing', '/billing', 'Not paid', { small: true }])
  await page.getByRole('main').getByRole('row', { name: /INV-/ }).first().click()
  await look('billing-invoice')
  const papers = await request(page, 'documents.list', { patientId: null })
  await visit(['document-superbill', `/documents/${papers.find(one => one.kind === 'superbill')?.id}`, 'About this paper', { small: true }])
  await visit(['document-letter', `/documents/${papers.find(one => one.kind === 'progress-letter')?.id}`, /PL-/])
  await visit(['letters', '/letters', 'Letters', { small: true }])
  const draft = (await request(page, 'documents.listLetters', { patientId: null })).find(row => row.state === 'draft')
  await visit(['letter-composer', `/letters/${draft?.letterId}`, draft?.patientName ?? 'a draft', { dark: true, small: true }])
  expect(complaints).toEqual([])
})

test('the demo clinic: settings, the command palette and the shortcuts', async ({ clinic }) => {
  test.setTimeout(120_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  for (const section of [
    'Clinic',
    'Practitioners',
    'Services and fees',
    'Payers',
    'Billing rules',
    'Prescribers',
    'Security',
    'Backups',
    'Appearance',
    'About',
  ]) {
    const address = section.split(' ')[0]?.toLowerCase() ?? ''
    const heading = page.getByRole('region', { name: section, exact: true })
    await visit([`settings-${address}`, `/settings/${address}`, 'Settings', section === 'Clinic' ? { small: true } : {}], () => expect(heading).toBeVisible())
  }
  await visit(['settings-prescriber', '/settings/prescribers', 'Prescribers'], () => page.getByRole('button', { name: 'Add prescriber' }).click())
  await openScreen(page, '/today')
  await page.keyboard.press('Control+K')
  await page.getByPlaceholder('Find a patient, screen or action').fill('mar')
  await expect(page.getByRole('dialog').getByText('Reyes, Marisol')).toBeVisible()
  await look('command-palette', { dark: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts on this screen' })).toBeVisible()
  await look('shortcuts')
  expect(complaints).toEqual([])
})
