import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type Opened, resize, takeScreenshot } from '../fixtures.ts'

/** How a screen is looked at: which pictures of it are kept besides the usual one at 1440×900 in light. */
export type Look = {
  readonly dark?: boolean
  readonly small?: boolean
  /** A part of the screen may be wider than its place, such as a calendar of ten practitioners; the page never. */
  readonly wide?: boolean
}

const USUAL = { width: 1440, height: 900 }
const SMALL = { width: 1280, height: 720 }

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
  const look = async (name: string, { dark = false, small = false, wide = false }: Look = {}) => {
    place = name
    await expect(page.locator('p[role=status][class*=waiting]'), `${name} still waits for its records`).toHaveCount(0)
    await expectReadableByAll(page, name)
    await takeScreenshot(page, name)
    if (dark) await inTheDark(page, () => takeScreenshot(page, `${name}-dark`), name)
    await resize(app, page, SMALL)
    if (small) await takeScreenshot(page, `${name}-1280`)
    await expect
      .configure({ soft: true })
      .poll(() => scrollsSideways(page, wide), `${name} scrolls sideways at 1280×720`)
      .toEqual([])
    await resize(app, page, USUAL)
    const violations: string[] = await page.evaluate(() => Reflect.get(window, 'violations').splice(0))
    complaints.push(...violations.map(violation => `${name}: content policy refused ${violation}`))
  }
  return { look, complaints }
}

async function inTheDark(page: Page, take: () => Promise<void>, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectReadableByAll(page, `${name} in the dark`)
  await take()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
}

async function expectReadableByAll(page: Page, name: string): Promise<void> {
  // Legacy: the window has one page, and axe would open another to put frames together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const inWords = violations.map(({ id, impact, nodes }) => ({ impact, words: `${id} (${impact}): ${nodes.map(node => node.target.join(' ')).join(' · ')}` }))
  const isGrave = (impact: string | null | undefined) => impact === 'serious' || impact === 'critical'
  for (const { impact, words } of inWords) if (!isGrave(impact)) console.log(`      axe, ${name}: ${words}`)
  expect
    .soft(
      inWords.filter(({ impact }) => isGrave(impact)).map(({ words }) => words),
      `axe on ${name}`,
    )
    .toEqual([])
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
