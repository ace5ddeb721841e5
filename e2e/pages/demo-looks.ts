import { expect, type Page } from '@playwright/test'
import type { Appointment } from '../../shared/appointments/schema.ts'
import type { Opened } from '../fixtures.ts'
import { openDemo } from './access.ts'
import { type Look, lookAt } from './looks.ts'
import { openScreen, request } from './requests.ts'

/** Noon in the demo clinic, so that its day is half over. */
export const NOON = '2026-11-19T18:52:00.000Z'

/** One screen: its picture’s name, where it is, and what shows that it is there. */
export type Place = readonly [name: string, address: string, shows: string | RegExp, look?: Look]

/** Opens the demo clinic; `visit` goes to one place after the other, does what is left to do there, and looks. */
export async function lookAtDemo(opened: Opened) {
  const { page } = opened
  await openDemo(page)
  const { look, complaints } = await lookAt(opened)
  const visit = async ([name, address, shows, how]: Place, then: () => Promise<unknown> = async () => undefined) => {
    await openScreen(page, address)
    await expect.soft(page.locator('main').getByText(shows).locator('visible=true').first(), name).toBeVisible()
    await then()
    await look(name, how)
  }
  return { page, visit, look, complaints }
}

/** The visit of today of the patient with this last name. */
export const visitOf = (visits: readonly Appointment[], last: string) => visits.find(one => one.patientName.includes(last))?.id ?? ''

/** The first patient found by these words. */
export async function patientId(page: Page, text: string) {
  const { rows } = await request(page, 'patients.search', { text, scope: 'all', limit: 1 })
  return rows[0]?.id ?? ('' as never)
}
