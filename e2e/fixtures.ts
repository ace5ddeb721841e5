import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import { PROJECT } from './runtime.ts'

export { expect }

/** A Thursday morning, 9:52 in Denver: where every spec's clock starts. */
export const NOW = '2026-11-19T16:52:00.000Z'

/** How the app is opened: more environment, the moment the clock starts at, and the size of the page ('remembered' leaves it alone). */
export type LaunchOptions = { env?: Record<string, string>; now?: string; size?: { width: number; height: number } | 'remembered' }

/** The running app, its page, and what the person's desktop did: files it opened, files it saved. */
export type Opened = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Files the app asked the system to open (that is how papers are printed), oldest first. */
  openedFiles(): Promise<string[]>
  /** Where “save as” puts files: the folder `saved` beside the data, under the suggested name. */
  readonly savedDir: string
  /** The file chosen when the app next asks for one; `undefined` cancels. */
  chooseFile(path: string | undefined): Promise<void>
}

/** A clinic's own data folder, and a way to open the app on it, as often as the spec wants. */
export type ClinicFixture = { readonly dir: string; launch(options?: LaunchOptions): Promise<Opened> }

/** Playwright's `test` with a `clinic` on a fresh folder; every app it opened is closed and the folder removed afterwards. */
export const test = base.extend<{ clinic: ClinicFixture }>({
  clinic: async ({ browserName }, use, testInfo) => {
    const root = mkdtempSync(join(tmpdir(), `myodesk-${browserName}-`))
    const dir = join(root, 'data')
    const savedDir = join(root, 'saved')
    mkdirSync(savedDir)
    const apps: ElectronApplication[] = []
    let mainOutput = ''
    const launch = async ({ env = {}, now = NOW, size = { width: 1440, height: 900 } }: LaunchOptions = {}) => {
      const app = await launchOn(dir, { MYODESK_NOW: now, ...env })
      apps.push(app)
      app.process().stderr?.on('data', chunk => {
        mainOutput += chunk
      })
      await answerDialogs(app, savedDir)
      const page = await app.firstWindow()
      // A window begins with an empty page of the browser's own; the specs want ours, policy and all.
      await expect.poll(() => new URL(page.url()).hostname, { timeout: 30_000 }).toMatch(/^clinic/)
      if (size !== 'remembered') await resize(app, page, size)
      return { app, page, savedDir, openedFiles: () => openedFiles(app), chooseFile: (path: string | undefined) => chooseFile(app, path) }
    }
    await use({ dir, launch })
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('what the main process said', { body: mainOutput, contentType: 'text/plain' })
    for (const app of apps) await app.close().catch(() => undefined)
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
})

/** Writes a picture of the page into the ignored folder `e2e/results/screens`. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PROJECT, 'e2e/results/screens', `${name}.png`), animations: 'disabled' })
}

/** Gives the page a size in CSS pixels, and waits until it has it. */
export async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}

function launchOn(dir: string, env: Record<string, string>): Promise<ElectronApplication> {
  const inherited = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return electron.launch({ args: [process.env.MYODESK_APP ?? PROJECT], cwd: PROJECT, env: { ...inherited, MYODESK_DATA_DIR: dir, ...env }, timeout: 30_000 })
}

type Desktop = { openedFiles: string[]; chosenFile: string | undefined }

/** The person at the desktop: opens nothing for real, saves under the suggested name, chooses the file the spec names. */
function answerDialogs(app: ElectronApplication, savedDir: string): Promise<void> {
  return app.evaluate(({ dialog, shell }, folder) => {
    const desktop: Desktop = { openedFiles: [], chosenFile: undefined }
    Object.assign(globalThis, { desktop })
    shell.openPath = async path => {
      desktop.openedFiles.push(path)
      return ''
    }
    const save = async (_window: unknown, options?: { defaultPath?: string }) => {
      const name = (options?.defaultPath ?? 'untitled').split(/[\\/]/).at(-1)
      return { canceled: false, filePath: `${folder}/${name}` }
    }
    const open = async () => ({ canceled: desktop.chosenFile === undefined, filePaths: desktop.chosenFile ? [desktop.chosenFile] : [] })
    Object.assign(dialog, { showSaveDialog: save, showOpenDialog: open })
  }, savedDir)
}

function openedFiles(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'desktop').openedFiles)
}

function chooseFile(app: ElectronApplication, path: string | undefined): Promise<void> {
  return app.evaluate((_electron, chosenFile) => {
    Object.assign(Reflect.get(globalThis, 'desktop'), { chosenFile })
  }, path)
}
