import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { readCalendarFile } from '../../electron/testing/calendar-files.ts'
import { panel } from './patients.ts'

/** The visit of a patient in the calendar; where there are more, the first one. */
export const visitInCalendar = (page: Page, patient: string): Locator =>
  page
    .getByRole('application')
    .getByRole('button', { name: new RegExp(`^${patient} `) })
    .first()

/** The row of a visit on Today. */
export const rowOf = (page: Page, patient: string): Locator => page.getByRole('listitem', { name: new RegExp(`, ${patient}$`) })

/** What is said of the place a visit is dragged over. */
export const saidWhileDragging = (page: Page): Locator => page.getByRole('application').getByRole('status')

/** A point of the grid: a column by the words it begins with, such as “Wed, Oct 28”, and a wall time. Needs the hours from 1 to 4 pm in sight. */
export async function pointAt(page: Page, column: string, hour: number, minute = 0): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page
    .getByRole('application')
    .getByRole('region', { name: new RegExp(`^${column}`) })
    .boundingBox()
  const one = await page.getByText('1 pm', { exact: true }).boundingBox()
  const four = await page.getByText('4 pm', { exact: true }).boundingBox()
  if (!box || !one || !four) throw new Error(`The calendar shows no column ${column}, or no afternoon.`)
  return { x: box.x + box.width / 2, y: one.y - 2 + ((four.y - one.y) / 3) * (hour + minute / 60 - 13) }
}

/** Takes a visit with the mouse and moves it in steps to a point, without letting go. */
export async function dragTo(page: Page, visit: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await visit.boundingBox()
  if (!box) throw new Error('The visit is not in sight.')
  await page.mouse.move(box.x + box.width / 2, box.y + 4)
  await page.mouse.down()
  await moveOn(page, to)
}

/** Goes on with a drag: the top of the visit comes to lie at the point. */
export async function moveOn(page: Page, to: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.move(to.x, to.y + 4, { steps: 6 })
}

/** The calendar file that was saved, read by a parser that did not write it. */
export function savedCalendar(savedDir: string) {
  const name = readdirSync(savedDir).find(one => one.endsWith('.ics')) ?? ''
  return readCalendarFile(readFileSync(join(savedDir, name), 'utf8'))
}

/** The panel that says a visit was booked; Done closes it. */
export async function closeBooked(page: Page): Promise<void> {
  const side = panel(page, 'Booked')
  await side.getByRole('button', { name: 'Done' }).click()
  await expect(side).toHaveCount(0)
}
