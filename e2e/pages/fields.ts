import type { Locator, Page } from '@playwright/test'

/** A screen, or a part of it such as a panel or a row. */
export type Scope = Page | Locator

const exactly = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( optional)?$`)

/** The field of that label, whether marked optional or not. */
export function field(scope: Scope, label: string): Locator {
  return scope.getByLabel(exactly(label)).and(scope.locator('input:not([type=radio], [type=checkbox]), textarea'))
}

/** Fills fields by their labels, in the order given. */
export async function fillIn(scope: Scope, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const input = field(scope, label)
    await input.fill(value)
    await input.blur()
  }
}

/** Types into a searched list and takes the answer with these words. */
export async function findAndChoose(scope: Scope, label: string, search: { readonly typed: string; readonly answer: string | RegExp }): Promise<void> {
  const input = field(scope, label)
  await input.fill(search.typed)
  await optionsOf(input).getByRole('option', { name: search.answer }).first().click()
}

/** Answers a question of a few choices side by side. */
export async function answer(scope: Scope, question: string, words: string): Promise<void> {
  const group = scope.getByRole('group', { name: question, exact: true })
  await group
    .locator('label')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .click()
}

// Lists drop down at the end of the page, not inside the form.
const optionsOf = (input: Locator) => input.page().locator('[role=listbox]:visible')
