import { expect, type Locator, type Page } from '@playwright/test'
import { CHART_BOXES, drawnAt } from '../../renderer/ui/body-chart/chart-space.ts'
import { mainPlaceOf } from '../../shared/body-chart/places.ts'
import { SITES, siteInWords } from '../../shared/body-chart/sites.ts'

/** The drawing of the body beside a note. */
export const bodyChart = (page: Page): Locator => page.getByRole('img', { name: /^Body chart, front and back/ })

/** The marks in words, one a row. */
export const marks = (page: Page): Locator => page.getByRole('list', { name: 'Marks on the chart' }).getByRole('listitem')

/** Chooses what a click marks, and clicks on a place of the drawing, such as the left levator scapulae. */
export async function markByClick(page: Page, kind: string, place: string): Promise<void> {
  await page.getByRole('group', { name: 'A click marks' }).getByText(kind, { exact: true }).click()
  const box = await bodyChart(page).boundingBox()
  const [left = 0, top = 0, width = 1, height = 1] = CHART_BOXES.both.split(' ').map(Number)
  const site = SITES.find(one => siteInWords(one) === place)
  if (!site) throw new Error(`No place on the chart is called ${place}.`)
  const at = drawnAt(mainPlaceOf(site))
  const scale = Math.min((box?.width ?? 0) / width, (box?.height ?? 0) / height)
  const before = await marks(page).count()
  await bodyChart(page).click({ position: { x: (at.x - left) * scale, y: (at.y - top) * scale } })
  await expect(marks(page)).toHaveCount(before + 1)
}

/** Adds a mark by its typed line, such as `pain neck l 6 aching`. */
export async function markByList(page: Page, line: string): Promise<void> {
  const input = page.getByRole('combobox', { name: 'Add a mark from the list' })
  const before = await marks(page).count()
  await input.fill(line)
  await page.locator('[role=listbox]:visible').getByRole('option').first().click()
  await expect(marks(page)).toHaveCount(before + 1)
}

/** Grades the open mark, 0 to 4. */
export async function grade(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByText(value, { exact: true }).click()
}
