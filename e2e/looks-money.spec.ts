import { expect, type Opened, test } from './fixtures.ts'
import { lookAtDemo, NOON, patientId, visitOf } from './pages/demo-looks.ts'
import { field, fillIn, findAndChoose } from './pages/fields.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'

// The screens of money, each in light and in the dark, at three sizes.

const ALL = { dark: true, small: true, zoomed: true }
const PANEL = { ...ALL, panelOnly: true }

test('balances, closing the day, packages and a month of superbills', async ({ clinic }) => {
  test.setTimeout(240_000)
  const opened = await clinic.launch({ now: NOON })
  const { page, visit, look, complaints } = await lookAtDemo(opened)
  await visit(['money-balances', '/billing/balances', 'Darnell Hughes', ALL])
  await page.getByRole('row', { name: /Darnell Hughes/ }).click()
  const account = page.getByRole('region', { name: 'Account' })
  await account.getByRole('button', { name: 'Every entry' }).click()
  await expect(account.getByRole('list', { name: 'Every entry, newest first' })).toBeVisible()
  await look('money-payer', ALL)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Print \d+ statements/ }).click()
  await expect(page.getByText(/opened for printing/)).toBeVisible()
  await look('money-statements', { dark: true })

  await visit(['money-day', '/billing/close-day', 'Count the drawer', ALL])
  await fillIn(page, { '$20 bills': '3', '$5 bills': '2', 'In the drawer before': '75' })
  await fillIn(page, { 'Why it differs': 'Five dollars of change were lent to the café next door' })
  await look('money-drawer', { small: true })
  await page.getByRole('button', { name: /^Close the day/ }).click()
  await expect(page.getByText('There is nothing to close.')).toBeVisible()
  await look('money-day-closed', ALL)

  await visit(['money-packages', '/billing/packages', 'Rowan Ellery', ALL])
  await page.getByRole('row', { name: /Rowan Ellery/ }).click()
  await expect(page.getByRole('region', { name: 'Package', exact: true })).toContainText('Value left')
  await look('money-package', ALL)
  await page.getByRole('button', { name: 'Let it be used longer' }).click()
  await look('money-package-extend', PANEL)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Upgrade' }).click()
  await look('money-package-upgrade', PANEL)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Sell/ }).click()
  await findAndChoose(panel(page, 'Sell'), 'Patient', { typed: 'cole imani', answer: /Cole/ })
  const sale = panel(page, /^Sell to/)
  await findAndChoose(sale, 'Add', { typed: 'lotion', answer: /lotion/ })
  await findAndChoose(sale, 'Add', { typed: 'Ten', answer: /^Ten visits/ })
  await look('money-sell', PANEL)
  await sale.getByRole('button', { name: /^Sell, take/ }).click()
  await expect(sale).toHaveCount(0)
  await look('money-sold', PANEL)

  await visit(['money-batch', '/billing/superbills', 'Missing something', ALL])
  const letGo = await holdOpening(opened)
  await page.getByRole('button', { name: /^Issue and print/ }).click()
  await expect(page.getByText(/^(\d+) of \1$/)).toBeVisible({ timeout: 60_000 })
  await look('money-batch-running', ALL)
  await letGo()
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await look('money-batch-result', ALL)
  expect(complaints).toEqual([])
})

/** Holds the system’s viewer, so that a work that ends with it is still running; gives the way to let go. */
async function holdOpening({ app }: Opened): Promise<() => Promise<void>> {
  await app.evaluate(({ shell }) => {
    const open = shell.openPath
    const held = new Promise<void>(letGo => Object.assign(globalThis, { letGo }))
    shell.openPath = async path => {
      await held
      return open(path)
    }
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'letGo')())
}

test('invoices, the account of a patient, the discount at check-out, and the settings of billing', async ({ clinic }) => {
  test.setTimeout(240_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  await visit(['money-invoices', '/billing', 'Not paid', ALL])
  await page
    .getByRole('main')
    .getByRole('row', { name: /Hughes/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Invoice', exact: true })).toContainText('Balance')
  await look('money-invoice', ALL)
  for (const title of ['Give a discount', 'Issue credit note', 'Void invoice']) {
    await page.getByRole('button', { name: /^More for INV/ }).click()
    await page.getByRole('menuitem', { name: `${title}…` }).click()
    await expect(panel(page, title)).toBeVisible()
    await look(`money-invoice-${title.toLowerCase().replaceAll(' ', '-')}`, PANEL)
    await page.keyboard.press('Escape')
  }
  const ellery = await patientId(page, 'ellery')
  await visit(['money-account', `/patients/${ellery}?tab=billing`, 'Rowan Ellery', ALL], async () => {
    await page.getByText('Account', { exact: true }).click()
    await expect(page.getByRole('table', { name: 'Account, newest first' })).toBeVisible()
  })
  await page
    .getByRole('region', { name: 'Payments' })
    .getByRole('button', { name: /^More for/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Refund…' }).click()
  await expect(panel(page, 'Refund')).toBeVisible()
  await look('money-refund', PANEL)
  await openScreen(page, `/patients/${await patientId(page, 'hughes')}?tab=billing`)
  await page
    .getByRole('button', { name: /^Take payment/ })
    .first()
    .click()
  await expect(panel(page, 'Take payment')).toContainText('What it is for')
  await look('money-receive', PANEL)
  const { visits } = await request(page, 'reports.today', {})
  await visit(['money-check-out-discount', `/checkout/${visitOf(visits, 'Cole')}`, 'Superbill readiness', ALL], async () => {
    await page.getByRole('button', { name: /^Add discount/ }).click()
    await expect(field(panel(page, 'Discount'), 'Amount')).toBeFocused()
  })

  for (const [section, heading, row] of [
    ['products', 'Products', /lotion/],
    ['packages', 'Packages', /Six visits/],
    ['payers', 'Payers', /Cascade/],
  ] as const) {
    const region = page.getByRole('region', { name: heading, exact: true })
    await visit([`money-settings-${section}`, `/settings/${section}`, heading, ALL], () => expect(region.getByRole('row', { name: row })).toBeVisible())
    await page.getByRole('row', { name: row }).click()
    await expect(panel(page, row)).toBeVisible()
    await look(`money-settings-${section}-one`, PANEL)
    await page.keyboard.press('Escape')
  }
  await visit(['money-settings-billing', '/settings/billing', 'Usual values to start from', ALL])
  expect(complaints).toEqual([])
})

test('the papers of a claim, and estimates', async ({ clinic }) => {
  test.setTimeout(240_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const [episode] = await request(page, 'episodes.list', { patientId: await patientId(page, 'reyes marisol') })
  await visit(['money-claim-kit', `/episodes/${episode?.id}`, 'Claim and records', ALL], () =>
    page.getByRole('heading', { name: 'Claim and records' }).scrollIntoViewIfNeeded(),
  )
  const open = async (button: string, title = button) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(panel(page, title)).toBeVisible()
    return panel(page, title)
  }
  const benefit = await open('Set benefit limit', 'Benefit limit')
  await look('money-benefit', PANEL)
  await fillIn(benefit, { 'Pays at most': '2500', 'Used elsewhere': '1400', 'As of': 'Nov 12, 2026' })
  await benefit.getByRole('button', { name: 'Save limit' }).click()
  await expect(page.getByRole('button', { name: 'Change limit' })).toBeVisible()
  const form = await open('Claim form')
  await expect(form.getByRole('status', { name: 'What the claim says' })).toBeVisible()
  await look('money-claim-form', PANEL)
  await form.getByText('Data sheet', { exact: true }).click()
  await expect(form.getByRole('figure', { name: /^Data sheet/ }).first()).toBeVisible()
  await look('money-claim-sheet', PANEL)
  await form.getByRole('button', { name: 'Issue claim form' }).click()
  await expect(form.getByRole('list', { name: 'Issued already' })).toBeVisible()
  await look('money-claim-form-issued', PANEL)
  await form.press('Escape')
  for (const [part, shows] of [
    ['Attendance log', 'Miles there and back'],
    ['Attendance letter', 'In your own words'],
    ['Records packet', 'On what ground'],
    ['Disclosures', 'On what ground'],
  ] as const) {
    const side = await open(part)
    await expect(side.getByText(shows)).toBeVisible()
    await look(`money-${part.toLowerCase().replace(' ', '-')}`, PANEL)
    await page.keyboard.press('Escape')
  }

  await visit(['money-estimates', '/estimates', 'Due', ALL])
  const paper = page.getByRole('region', { name: 'Preview' }).locator('canvas').first()
  await visit(['money-estimate', `/estimates/${await patientId(page, 'weiß')}`, 'Service in plain words', ALL], () => expect(paper).toBeVisible())
  await page.getByRole('button', { name: /^Give the estimate/ }).click()
  await expect(page.getByText('About this paper')).toBeVisible()
  await visit(['money-estimates-given', '/estimates', 'Given', ALL])
  expect(complaints).toEqual([])
})
