import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aSetUp } from '../electron/testing/set-up.ts'
import { expect, test } from './fixtures.ts'

/** Makes a request as the page does. */
const ask = (page: Page, channel: string, input: unknown) =>
  page.evaluate(([name, value]) => Reflect.get(window, 'clinic').invoke(name, value), [channel, input] as const)

test.describe('the records behind the window', () => {
  test('closing the window makes the backup before the program ends; the next start asks for the password', async ({ clinic }) => {
    const first = await clinic.launch()
    expect(await ask(first.page, 'access.setUpClinic', aSetUp())).toMatchObject({ ok: true })
    await first.app.close()
    expect(readdirSync(join(clinic.dir, 'backups')).filter(name => name.endsWith('.myodesk'))).toHaveLength(1)

    const second = await clinic.launch()
    expect(await ask(second.page, 'practice.getClinic', {})).toMatchObject({ ok: false, error: { code: 'signed_out' } })
  })

  test('locking the computer locks the clinic, and its papers are not found any more', async ({ clinic }) => {
    const { app, page } = await clinic.launch()
    await ask(page, 'access.setUpClinic', aSetUp())
    const clinicName = async () => (await ask(page, 'practice.getClinic', {})).value?.name
    expect(await clinicName()).toBe('Larkspur Medical Massage')
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await expect.poll(clinicName).toBeUndefined()
    expect(await page.evaluate(async () => (await fetch('/papers/1.pdf')).status)).toBe(404)
  })
})
