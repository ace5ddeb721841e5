import { expect, type Locator, type Page } from '@playwright/test'

/** What is written about a visit. Regions and techniques are found by their first letters. */
export type Written = {
  readonly painBefore: readonly [now: string, best: string, worst: string]
  readonly reports: string
  readonly activity: readonly [name: string, score: string]
  readonly motion: readonly [name: string, left: string, right: string]
  readonly found: string
  readonly services: readonly { readonly code: string; readonly minutes: string; readonly region: string; readonly technique: string }[]
  readonly assessment: string
  readonly plan: string
  readonly painAfter: string
}

/** A person at the keyboard: presses are counted apart from the letters of the note’s own text. */
export type Keyboard = {
  press(...keys: readonly string[]): Promise<void>
  /** Presses the keys of these letters and digits, which are no words of the note: a number, the beginning of a name. */
  enter(letters: string): Promise<void>
  /** Types words that belong to the note. */
  write(words: string): Promise<void>
  /** Goes on with Tab (or back with Shift+Tab) until the field has the caret. */
  tabTo(place: Locator, back?: 'back'): Promise<void>
  readonly counts: { presses: number; letters: number }
}

/** Sits down at the keyboard. */
export function keyboardOf(page: Page): Keyboard {
  const counts = { presses: 0, letters: 0 }
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    counts.presses += keys.length
  }
  return {
    counts,
    press,
    async enter(letters) {
      await page.keyboard.type(letters)
      counts.presses += letters.length
    },
    async write(words) {
      await page.keyboard.type(words)
      counts.letters += words.length
    },
    async tabTo(place, back) {
      for (let steps = 0; steps < 30; steps += 1) {
        if (await place.evaluate(field => field === document.activeElement)) return
        await press(back ? 'Shift+Tab' : 'Tab')
      }
      await expect(place, 'is reached with the Tab key').toBeFocused()
    },
  }
}

const cell = (page: Page, label: string | RegExp) => page.getByRole('textbox', { name: label })
const isFocused = (place: Locator) => expect(place).toBeFocused()

/** Writes the first note of a course by keyboard alone: Alt and the part’s letter, Tab, digits, Enter. */
export async function writeByKeyboard(page: Page, keyboard: Keyboard, note: Written): Promise<void> {
  const { press, enter, write, tabTo } = keyboard
  await press('Alt+n')
  await expect(page.getByText('All 8 screening questions asked.')).toBeVisible()
  await press('Alt+s')
  await enter(note.painBefore[0])
  for (const [index, scale] of (['Best', 'Worst'] as const).entries()) {
    await tabTo(page.getByRole('group', { name: scale, exact: true }).getByRole('radio').first())
    await enter(note.painBefore[index + 1] ?? '')
  }
  await tabTo(cell(page, 'What the patient reports'))
  await write(note.reports)
  const [activity, score] = note.activity
  await tabTo(cell(page, 'Add an activity'))
  await write(activity)
  await press('Enter')
  await tabTo(cell(page, `${activity}, 0 to 10`), 'back')
  await enter(score)
  await writeMotion(page, keyboard, note.motion)
  await press('Alt+o')
  await write(note.found)
  for (const service of note.services) await writeService(page, keyboard, service)
  await press('Alt+a')
  await write(note.assessment)
  await press('Alt+p')
  await write(note.plan)
  await tabTo(page.getByRole('radio', { name: 'After 0', exact: true }))
  await enter(note.painAfter)
}

async function writeMotion(page: Page, { press, enter, write, tabTo }: Keyboard, [motion, left, right]: Written['motion']): Promise<void> {
  await tabTo(page.getByRole('combobox', { name: 'Add a motion to measure' }))
  await write(motion)
  await press('Enter')
  await isFocused(cell(page, `${motion}, left, degrees`))
  await enter(left)
  await press('Tab')
  await enter(right)
}

async function writeService(page: Page, { press, enter, write, tabTo }: Keyboard, service: Written['services'][number]): Promise<void> {
  await tabTo(page.getByRole('combobox', { name: 'Add a service' }))
  await write(service.code)
  await press('Enter')
  const row = page.getByRole('region', { name: 'Treatment' }).getByRole('listitem').last()
  const regions = row.getByRole('combobox', { name: /^Regions treated with/ })
  await isFocused(regions)
  await write(service.region)
  await press('Enter')
  await tabTo(row.getByRole('combobox', { name: /^Techniques of/ }))
  await write(service.technique)
  await press('Enter')
  await tabTo(row.getByRole('textbox', { name: /^Minutes of/ }), 'back')
  await enter(service.minutes)
}

/** Values of a later visit, where activities, motions and services stand as last time and only the numbers are new. */
export type Later = Omit<Written, 'activity' | 'motion' | 'services'> & {
  /** By the labels of their fields. */
  readonly numbers: Readonly<Record<string, string>>
}

/** Signs by mouse: the button first shows who signs, and signs when pressed again. */
export async function signByMouse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('region', { name: 'Signature' })).toContainText('Sign as')
  await page.getByRole('button', { name: 'Sign note' }).click()
}

/** Fills a later note of a course by mouse. */
export async function writeByMouse(page: Page, note: Later): Promise<void> {
  await page.getByRole('button', { name: /^Asked all 8/ }).click()
  for (const [index, scale] of (['Now', 'Best', 'Worst'] as const).entries())
    await page
      .getByText(note.painBefore[index] ?? '', { exact: true })
      .and(page.getByRole('group', { name: scale, exact: true }).locator('label'))
      .click()
  await cell(page, 'What the patient reports').fill(note.reports)
  for (const [label, value] of Object.entries(note.numbers)) await cell(page, label).fill(value)
  await cell(page, 'What you found').fill(note.found)
  await cell(page, 'Assessment').fill(note.assessment)
  await cell(page, 'Plan').fill(note.plan)
  await page.getByRole('group', { name: 'After', exact: true }).getByText(note.painAfter, { exact: true }).click()
}
