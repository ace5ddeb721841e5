import type { Page } from '@playwright/test'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { PaymentFields } from '../shared/billing/schema.ts'
import type { AppointmentId } from '../shared/lib/ids.ts'
import { formatMoney, sumCents } from '../shared/lib/money.ts'
import { expect, type Opened, takeScreenshot, test } from './fixtures.ts'
import { MONTH_END, moneyClinic } from './month-end-clinic.ts'
import { goTo, signIn } from './pages/access.ts'
import { openInvoice, takeFromMenu } from './pages/billing.ts'
import { answer, fillIn, findAndChoose } from './pages/fields.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'

test('the month’s money at the desk: a package, a refund, a void, what is owed, and the day closed', async ({ clinic }) => {
  test.setTimeout(180_000)
  const { marisolsVisit } = await moneyClinic(clinic.dir)
  const opened = await clinic.launch({ now: MONTH_END })
  await signIn(opened.page, TEST_PASSWORD)
  await test.step('Marisol buys five visits', () => sellPackage(opened))
  await test.step('today’s visit is the first of them', () => useAtCheckOut(opened, marisolsVisit))
  await test.step('she gets a receipt that says what is left', () => printUse(opened))
  await test.step('she wants ten instead, and pays the difference', () => upgradePackage(opened))
  await test.step('Chidi gets money back, never more than he paid', () => refundChidi(opened))
  await test.step('Hugo’s invoice was made in error; its number stays', () => voidHugos(opened))
  await test.step('what is owed is what the open invoices say', () => readBalances(opened))
  await test.step('the day is closed and printed', () => closeDay(opened))
})

async function sellPackage(opened: Opened) {
  const { page } = opened
  await goTo(page, 'Billing')
  await page.getByRole('link', { name: 'Packages', exact: true }).click()
  await page.getByRole('button', { name: 'Sell' }).click()
  await findAndChoose(panel(page, 'Sell'), 'Patient', { typed: 'reyes', answer: /Marisol/ })
  const side = panel(page, 'Sell to Marisol Reyes')
  await findAndChoose(side, 'Add', { typed: 'five', answer: /^Five visits/ })
  await expect(side).toContainText('$600.00')
  await takeScreenshot(page, 'month-package-sell')
  await side.getByRole('button', { name: 'Sell, take $600.00' }).click()
  const sold = panel(page, 'Sold to Marisol Reyes')
  await expect(sold).toContainText('$600.00 paid')
  await expect(sold).toContainText('5 of 5 visits left')
  await sold.getByRole('button', { name: 'Print receipt' }).click()
  expectWords(await paperOpened(opened, 1), ['Marisol Reyes', 'Five visits', '600.00', '5 of 5 visits left'])
  await takeScreenshot(page, 'month-package-sold')
  await sold.getByRole('button', { name: 'Done' }).click()
}

async function useAtCheckOut(opened: Opened, visit: AppointmentId) {
  const { page } = opened
  await openScreen(page, `/checkout/${visit}`)
  const due = page.getByRole('list', { name: 'What is due' })
  await due.getByRole('button', { name: 'Use Five visits' }).click()
  await expect(due).toContainText('then 4 of 5 visits left')
  await expect(page.getByText('Due today').locator('..')).toContainText('$0.00')
  await expect(page.getByText('Drawing the paper…')).toHaveCount(0)
  await takeScreenshot(page, 'month-package-use')
  await page.getByRole('button', { name: 'Check out, print superbill' }).click()
  const superbill = await paperOpened(opened, 2)
  expectWords(superbill, ['Marisol Reyes', 'Charges $135.00, discount $15.00', 'Dec 1, 2026 Package', 'Total 135.00 120.00'])
  const done = page.getByRole('list', { name: 'Done' })
  await expect(done).toContainText('$120.00 from the package Five visits · $15.00 package price (Five visits); 4 of 5 visits left · expires Dec 1, 2027')
  await takeScreenshot(page, 'month-package-used')
}

/** No money changed hands, yet she leaves with a paper of the visit; asked for again, by its key, it is the same. */
async function printUse(opened: Opened) {
  const { page } = opened
  await page.getByRole('list', { name: 'Done' }).getByRole('button', { name: 'Print receipt' }).click()
  const receipt = await paperOpened(opened, 3)
  expectWords(receipt, ['Marisol Reyes', 'PAID AHEAD', '$120.00', 'Paid in full', 'Dec 1, 2026', '4 of 5 visits left, expires Dec 1, 2027'])
  expectWords(receipt, ['Total $135.00', 'Discount −15.00', 'Package (Five visits) 120.00', 'Balance $0.00'])
  await page.keyboard.press('Alt+r')
  expect((await paperOpened(opened, 4)).digest).toBe(receipt.digest)
}

async function upgradePackage(opened: Opened) {
  const { page } = opened
  await openScreen(page, '/billing/packages')
  await page.getByRole('grid', { name: 'Packages' }).getByRole('row').filter({ hasText: 'Marisol Reyes' }).click()
  const one = page.getByRole('region', { name: 'Package', exact: true })
  await expect(one).toContainText('4 of 5 visits left')
  await one.getByRole('button', { name: 'Upgrade' }).click()
  const side = panel(page, 'Upgrade Five visits')
  await expect(side).toContainText('9 visits left after it')
  await takeScreenshot(page, 'month-package-upgrade')
  await side.getByRole('button', { name: 'Upgrade, take $500.00' }).click()
  const sold = panel(page, 'Sold to Marisol Reyes')
  await sold.getByRole('button', { name: 'Print receipt' }).click()
  expectWords(await paperOpened(opened, 5), ['Ten visits', '500.00', '9 of 10 visits left'])
  await sold.getByRole('button', { name: 'Done' }).click()
  await expect(one).toContainText('9 of 10 visits left')
  await expect(one).toContainText('Was before')
  await takeScreenshot(page, 'month-package-upgraded')
}

async function refundChidi({ page }: Opened) {
  const invoice = await openInvoice(page, 'Abara')
  const entries = invoice.getByRole('list', { name: 'Entries' })
  await takeFromMenu(entries, /^More for Paid by card/, 'Refund…')
  const side = panel(page, 'Refund')
  await fillIn(side, { Amount: '200', Reason: 'Fifteen minutes were not given' })
  await expect(side.getByText('Of this payment $135.00 can be given back.')).toBeVisible()
  await side.getByRole('button', { name: 'Refund', exact: true }).click()
  await takeScreenshot(page, 'month-refund-refused')
  await refuseTooMuch(page)
  await fillIn(side, { Amount: '45' })
  await expect(side.getByRole('status')).toContainText('$45.00 off INV-2026-0001, let go by a credit note')
  await side.getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(side).toHaveCount(0)
  await expect(entries).toContainText('Refunded by card')
  await expect(entries.getByRole('listitem').last()).toContainText('$0.00')
  await takeScreenshot(page, 'month-refunded')
}

/** Also past the screen more than was paid is refused, and the account stays to the entry. */
async function refuseTooMuch(page: Page) {
  const { rows } = await request(page, 'billing.listInvoices', { patientId: null, show: 'all', before: null })
  const patientId = rows.find(({ patientName }) => patientName.includes('Abara'))?.patientId
  if (!patientId) throw new Error('Chidi has no invoice.')
  const before = await request(page, 'billing.getAccount', { patientId })
  const [payment] = before.payments
  if (!payment) throw new Error('Chidi paid nothing.')
  const refund = PaymentFields.parse({ amount: 20_000, method: 'card', reference: '' })
  const tooMuch = { paymentId: payment.id, refund, refundedOn: payment.paidOn, reason: 'All of it', creditNote: true }
  await expect(request(page, 'billing.refund', tooMuch)).rejects.toThrow('Of this payment $135.00 can be given back. Enter that or less.')
  expect(await request(page, 'billing.getAccount', { patientId })).toEqual(before)
}

async function voidHugos({ page }: Opened) {
  const invoice = await openInvoice(page, 'Brandt')
  await takeFromMenu(invoice, 'More for INV-2026-0002', 'Void invoice…')
  const side = panel(page, 'Void invoice')
  await expect(side).toContainText('The number stays in the list with the reason.')
  await expect(side.getByLabel('Keep the $135.00 paid as credit on the account')).toBeChecked()
  await side.getByRole('button', { name: 'Void invoice' }).click()
  await expect(side.getByText('Say why. The reason is kept.')).toBeVisible()
  await fillIn(side, { Reason: 'Charged to the wrong patient' })
  await expect(side.getByText('Say why. The reason is kept.')).toHaveCount(0)
  await takeScreenshot(page, 'month-void')
  await side.getByRole('button', { name: 'Void invoice' }).click()
  await expect(invoice).toContainText('Void: Charged to the wrong patient')
  await answer(page, 'Show', 'Void')
  await expect(page.getByRole('grid', { name: 'Invoices' }).getByRole('row').filter({ hasText: 'INV-2026-0002' })).toContainText('Void')
  await takeScreenshot(page, 'month-voided')
  await invoice.getByRole('link', { name: 'Hugo Brandt' }).click()
  await answer(page, 'Show', 'Account')
  const account = page.getByRole('table', { name: 'Account, newest first' })
  for (const words of ['Charge for the visit of Nov 30, 2026', 'Paid by card, Visa 4417', 'Charge taken back', 'credit on the account'])
    await expect(account).toContainText(words)
  await expect(account.getByRole('row').nth(1)).toContainText('−$135.00')
  await takeScreenshot(page, 'month-account')
}

async function readBalances({ page }: Opened) {
  const { rows } = await request(page, 'billing.listInvoices', { patientId: null, show: 'open', before: null })
  const owed = sumCents(rows.map(({ balance }) => balance))
  expect(owed).toBe(35_500)
  await openScreen(page, '/billing/balances')
  await expect(page.getByText(`${formatMoney(owed)} owed · $135.00 credit, not taken off`)).toBeVisible()
  await takeScreenshot(page, 'month-balances')
  await page.getByRole('grid', { name: 'Balances' }).getByRole('row').filter({ hasText: 'Park' }).click()
  const account = page.getByRole('region', { name: 'Account', exact: true })
  await expect(account).toContainText('31–60 days$85.00')
  await account.getByRole('button', { name: 'Every entry' }).click()
  await expect(account).toContainText('Paid by card, Visa 4417')
  await takeScreenshot(page, 'month-balances-account')
  const { aging } = await request(page, 'accounts.listBalances', { search: '', filter: 'all', sort: 'oldest', page: 0 })
  expect(aging).toEqual({ current: 13_500, days31: 8500, days61: 0, days91: 13_500, total: owed })
}

async function closeDay(opened: Opened) {
  const { page } = opened
  await page.getByRole('link', { name: 'Close the day' }).click()
  const methods = page.getByRole('table', { name: 'Received and given back' })
  await expect(methods.getByRole('row').filter({ hasText: 'Card' })).toContainText('$45.00')
  await takeScreenshot(page, 'month-close')
  await page.getByRole('button', { name: 'Close the day, print summary' }).click()
  const summary = await paperOpened(opened, 6)
  expectWords(summary, ['Larkspur Medical Massage', 'Dec 1, 2026', '1,420.00', '1,375.00', 'Chidi Abara', 'Fifteen minutes were not given'])
  await expect(page.getByText('There is nothing to close.')).toBeVisible()
  await takeScreenshot(page, 'month-closed')
}
