import { expect, type Locator, type Page } from '@playwright/test'
import { field, type Scope } from './fields.ts'
import { openScreen } from './requests.ts'

/** Takes one answer of a list that drops down. */
export async function chooseFrom(scope: Scope, label: string, answer: string | RegExp): Promise<void> {
  const input = field(scope, label)
  await input.click()
  await input.page().locator('[role=listbox]:visible').getByRole('option', { name: answer }).click()
}

/** A row of the month’s superbills, by the patient’s name as listed: last name first. */
export const superbillOf = (page: Page, patient: string): Locator =>
  page.getByRole('table', { name: 'Superbills of these days' }).getByRole('row').filter({ hasText: patient })

/** Opens one invoice beside the list of all. */
export async function openInvoice(page: Page, patient: string): Promise<Locator> {
  await openScreen(page, '/billing')
  await page.getByRole('group', { name: 'Show', exact: true }).getByText('All', { exact: true }).click()
  await page.getByRole('grid', { name: 'Invoices' }).getByRole('row').filter({ hasText: patient }).first().click()
  const side = page.getByRole('region', { name: 'Invoice', exact: true })
  await expect(side).toContainText(patient.split(', ').at(-1) ?? patient)
  return side
}

/** Opens the menu of less usual steps and takes one. */
export async function takeFromMenu(scope: Locator, menu: string | RegExp, step: string): Promise<void> {
  await scope.getByRole('button', { name: menu }).click()
  await scope.page().getByRole('menuitem', { name: step }).click()
}

/** Presses Cancel as soon as this many superbills of a batch are done, however fast the rest would follow. Call it before the batch begins. */
export async function cancelBatchAfter(page: Page, done: number): Promise<void> {
  await page.evaluate(enough => {
    const watch = new MutationObserver(() => {
      const soFar = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')
      if (Number(soFar ?? 0) < enough) return
      watch.disconnect()
      Array.from(document.querySelectorAll('button'))
        .find(button => button.textContent === 'Cancel')
        ?.click()
    })
    watch.observe(document.body, { subtree: true, childList: true, attributes: true })
  }, done)
}
