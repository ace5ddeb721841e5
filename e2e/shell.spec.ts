import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { type ClinicFixture, expect, test } from './fixtures.ts'
import { processesNaming } from './processes.ts'

/** Marks the page, so that a spec can see that it is still the same one. */
const markPage = (page: Page) => page.evaluate(() => Object.assign(window, { isSamePage: true }))
const isSamePage = (page: Page) => page.evaluate(() => Reflect.get(window, 'isSamePage') === true && typeof Reflect.get(window, 'clinic') === 'object')

test.describe('the page is on its own', () => {
  test('it sees no Node, only the two doors of window.clinic, and cannot change them', async ({ clinic }) => {
    const { page } = await clinic.launch()
    const seen = await page.evaluate(() => {
      const doors = Reflect.get(window, 'clinic')
      Reflect.set(doors, 'invoke', () => 'mine')
      Reflect.set(window, 'clinic', {})
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(name => name in window),
        doors: Object.keys(Reflect.get(window, 'clinic')),
        isUnchanged: Reflect.get(window, 'clinic') === doors && !String(doors.invoke).includes('mine'),
        isSecure: isSecureContext,
      }
    })
    expect(seen).toEqual({ node: [], doors: ['invoke', 'onEvent'], isUnchanged: true, isSecure: true })
  })

  test('it runs no inline script and no eval', async ({ clinic }) => {
    const { page } = await clinic.launch()
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.handlerRan = true" alt="">')
      const evalRefused = new Promise(resolve =>
        setTimeout(() => {
          try {
            resolve(Boolean(Reflect.get(window, 'eval')('1 + 1')) === false)
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'refused')
          }
        }),
      )
      await new Promise(resolve => setTimeout(resolve, 300))
      return { inline: 'inlineRan' in window, handler: 'handlerRan' in window, eval: await evalRefused }
    })
    expect(ran).toEqual({ inline: false, handler: false, eval: 'EvalError' })
  })

  test('it reaches no other computer: fetch, image, frame, form and socket are refused', async ({ clinic }) => {
    const { page } = await clinic.launch()
    await markPage(page)
    const reached = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective))
      const fetched = await fetch('https://example.com/').then(
        () => true,
        () => false,
      )
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/x.png" alt=""><iframe src="https://example.com/" title="x"></iframe>')
      document.body.insertAdjacentHTML('beforeend', '<form id="away" action="https://example.com/"></form>')
      document.querySelector<HTMLFormElement>('#away')?.submit()
      try {
        new WebSocket('wss://example.com/')
      } catch {
        violations.push('socket refused')
      }
      await new Promise(resolve => setTimeout(resolve, 300))
      return { fetched, violations: [...new Set(violations)].sort() }
    })
    expect(reached.fetched).toBe(false)
    expect(reached.violations).toEqual(expect.arrayContaining(['connect-src', 'form-action', 'frame-src', 'img-src']))
    expect(await isSamePage(page)).toBe(true)
  })

  test('it goes nowhere else and opens no second window', async ({ clinic }) => {
    const { app, page } = await clinic.launch()
    await markPage(page)
    for (const address of ['https://example.com/', '/papers/1.pdf', 'file:///etc/passwd']) {
      await page.evaluate(target => {
        location.href = target
      }, address)
      await page.waitForTimeout(200)
      expect(await isSamePage(page), address).toBe(true)
    }
    expect(await page.evaluate(() => window.open('https://example.com/') === null && window.open('/') === null)).toBe(true)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<a id="out" href="https://example.com/" target="_blank" rel="noopener">out</a>')
      document.querySelector<HTMLAnchorElement>('#out')?.click()
    })
    await page.waitForTimeout(300)
    expect(app.windows()).toHaveLength(1)
    expect(await isSamePage(page)).toBe(true)
  })

  test('it gets no permission: location, notifications, camera, clipboard', async ({ clinic }) => {
    const { page } = await clinic.launch()
    const answers = await page.evaluate(async () => {
      const refusal = (promise: Promise<unknown>) =>
        promise.then(
          () => 'allowed',
          (error: Error) => error.name,
        )
      return {
        notification: await Notification.requestPermission(),
        location: await new Promise(resolve =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('allowed'),
            error => resolve(error.code),
          ),
        ),
        camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await refusal(navigator.clipboard.readText()),
      }
    })
    expect(answers).toEqual({ notification: 'denied', location: 1, camera: expect.stringMatching(/Error$/), clipboard: 'NotAllowedError' })
  })

  test('an unknown request is answered in words; addresses outside the page are not found', async ({ clinic }) => {
    const { page } = await clinic.launch()
    const answers = await page.evaluate(async () => {
      const { invoke } = Reflect.get(window, 'clinic')
      const paths = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/assets/..%2f..%2f..%2fpackage.json',
        '/papers/..%2f..%2fmyodesk.log',
        '/papers/none.pdf',
        '/main.tsx',
      ]
      const statuses = await Promise.all(paths.map(async path => (await fetch(path)).status))
      return { unknown: await invoke('no.such', {}), odd: await invoke({}, null), inherited: await invoke('__proto__', {}), statuses }
    })
    for (const answer of [answers.unknown, answers.odd, answers.inherited]) {
      expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('Unknown request') } })
    }
    expect(answers.statuses).toEqual([404, 404, 404, 404, 404, 404])
  })
})

test.describe('the one window', () => {
  test('a reload brings the same page back, still connected', async ({ clinic }) => {
    const { page } = await clinic.launch()
    await markPage(page)
    await page.evaluate(() => location.reload())
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isSamePage')).catch(() => true)).toBeUndefined()
    const answer = await page.evaluate(() => Reflect.get(window, 'clinic').invoke('no.such', {}))
    expect(answer).toMatchObject({ ok: false })
  })

  test('a second start ends at once and leaves the first one open', async ({ clinic }) => {
    const { app, page } = await clinic.launch()
    await app.evaluate(({ app: electronApp }) => {
      electronApp.on('second-instance', () => Object.assign(globalThis, { wasAsked: true }))
    })
    const { code, ms } = await startAgain(clinic, app.process().spawnfile, app.process().spawnargs)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'wasAsked'))).toBe(true)
    expect(await page.title()).toContain('Myodesk')
    expect(app.windows()).toHaveLength(1)
  })

  test('closing it ends every process', async ({ clinic }) => {
    const { app } = await clinic.launch()
    const main = app.process()
    const gone = once(main, 'exit')
    expect(processesNaming(clinic.dir).length).toBeGreaterThan(0)
    await app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close())
    })
    await gone
    await expect.poll(() => processesNaming(clinic.dir)).toEqual([])
  })

  test('it opens again with the size it had', async ({ clinic }) => {
    const first = await clinic.launch({ size: { width: 1180, height: 760 } })
    const closedWith = await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    await first.app.close()
    const second = await clinic.launch({ size: 'remembered' })
    const openedWith = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    expect({ width: openedWith?.width, height: openedWith?.height }).toEqual({ width: closedWith?.width, height: closedWith?.height })
    expect(closedWith?.width).toBeLessThan(1440)
  })
})

/** Starts the app once more on the same folder, as a person would with a second double-click. */
async function startAgain({ dir }: ClinicFixture, executable: string, spawnargs: readonly string[]): Promise<{ code: number; ms: number }> {
  const loader = spawnargs.indexOf('-r')
  const args = spawnargs.slice(1).filter((arg, index) => !/^--(inspect|remote-debugging-port)=/.test(arg) && ![loader - 1, loader].includes(index))
  const started = performance.now()
  const second = spawn(executable, args, { env: { ...process.env, MYODESK_DATA_DIR: dir }, stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  return { code, ms: performance.now() - started }
}
