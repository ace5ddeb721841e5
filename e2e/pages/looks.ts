import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type Opened, resize, takeScreenshot } from '../fixtures.ts'

/** How a screen is looked at: which pictures of it are kept besides the usual one at 1440×900 in light. */
export type Look = {
  readonly dark?: boolean
  readonly small?: boolean
  /** At 200 %, where a window of 1280 by 720 has room for 640 by 360. */
  readonly zoomed?: boolean
  /** Axe looks at the panel alone: the screen under it was looked at before. */
  readonly panelOnly?: boolean
  /** A part of the screen may be wider than its place, such as a calendar of ten practitioners; the page never. */
  readonly wide?: boolean
}

const USUAL = { width: 1440, height: 900 }
const SMALL = { width: 1280, height: 720 }
const ZOOMED = { width: 640, height: 360 }

/** Looks at one screen after the other: axe, no sideways scrolling at 1280×720, nothing on the console, pictures. */
export type Looker = {
  look(name: string, look?: Look): Promise<void>
  /** What the console and the content policy complained about so far. */
  readonly complaints: string[]
}

/** Begins to watch a page. */
export async function lookAt({ app, page }: Opened): Promise<Looker> {
  const complaints: string[] = []
  let place = 'start'
  page.on('console', message => message.type() === 'error' && complaints.push(`${place}: ${message.text()}`))
  page.on('pageerror', error => complaints.push(`${place}: ${error.message}`))
  await page.evaluate(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', event => violations.push(`${event.effectiveDirective} ${event.blockedURI}`))
  })
  const look = async (name: string, { dark = false, small = false, zoomed = false, panelOnly = false, wide = false }: Look = {}) => {
    place = name
    const part = panelOnly ? 'aside[aria-labelledby]' : 'html'
    await expect(page.locator('p[role=status][class*=waiting]'), `${name} still waits for its records`).toHaveCount(0)
    await expect(page.locator('h1'), `${name} still waits for its title`).not.toHaveCount(0)
    await expectReadableByAll(page, name, axe => axe.include(part))
    await takeScreenshot(page, name)
    if (dark) await inTheDark(page, name, part)
    await resize(app, page, SMALL)
    if (small) await takeScreenshot(page, `${name}-1280`)
    await expect
      .configure({ soft: true })
      .poll(() => scrollsSideways(page, wide), `${name} scrolls sideways at 1280×720`)
      .toEqual([])
    if (zoomed) await atTwiceTheSize({ app, page }, name, part)
    await resize(app, page, USUAL)
    const violations: string[] = await page.evaluate(() => Reflect.get(window, 'violations').splice(0))
    complaints.push(...violations.map(violation => `${name}: content policy refused ${violation}`))
  }
  return { look, complaints }
}

async function atTwiceTheSize({ app, page }: Pick<Opened, 'app' | 'page'>, name: string, part: string): Promise<void> {
  await resize(app, page, ZOOMED)
  await takeScreenshot(page, `${name}-200`)
  await expectReadableByAll(page, `${name} at 200 %`, axe => axe.include(part).disableRules(COLOUR_RULES))
  await expect
    .configure({ soft: true })
    .poll(() => scrollsSideways(page, true), `${name} scrolls sideways at 200 %`)
    .toEqual([])
}

async function inTheDark(page: Page, name: string, part: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectReadableByAll(page, `${name} in the dark`, axe => axe.include(part).withRules(COLOUR_RULES))
  await takeScreenshot(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
}

/** What axe finds depends on the colours in these rules alone: the other scheme needs no others, another size not these. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

// Looked at again while it complains: on a slow machine a screen may still be drawing a part of itself.
async function expectReadableByAll(page: Page, name: string, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  const complaints = async () => {
    // Legacy: the window has one page, and axe would open another to put frames together.
    const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode(true)).analyze()
    return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(node => node.target.join(' ')).join(' · ')}`)
  }
  await expect.configure({ soft: true }).poll(complaints, `axe on ${name}`).toEqual([])
}

/** What could be scrolled sideways, fields aside. */
function scrollsSideways(page: Page, pageOnly: boolean): Promise<string[]> {
  return page.evaluate(
    isPageOnly =>
      [document.documentElement, ...(isPageOnly ? [] : document.querySelectorAll<HTMLElement>('body *'))]
        .filter(part => part.scrollWidth > part.clientWidth + 1 && !part.matches('input, textarea'))
        .filter(part => part === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(part).overflowX))
        .map(part => `${part.tagName.toLowerCase()}.${part.className} ${part.scrollWidth} > ${part.clientWidth}`),
    pageOnly,
  )
}
