import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const linux = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge']

/** Where Chromium, Chrome or Edge are usually installed on this kind of machine, in order of preference. */
export function usualBrowsers(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(root => root !== undefined)
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(path =>
      roots.map(root => `${root}\\${path}`),
    )
  }
  if (platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap(root => mac.map(name => `${root}/${name}.app/Contents/MacOS/${name}`))
  return [...['/usr/bin', '/usr/local/bin'].flatMap(root => linux.map(name => `${root}/${name}`)), '/snap/bin/chromium']
}

/** The browser the stand-in draws in: the one named by MYODESK_BROWSER, else the first installed one, else Playwright's own download. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.MYODESK_BROWSER
  const installed = [...(named ? [named] : []), ...usualBrowsers()].find(path => existsSync(path))
  if (installed) return installed
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath()].find(path => existsSync(path))
}

/** One sentence for a machine without any browser. */
export const NO_BROWSER =
  'No browser to draw the window in: install Chromium, Chrome or Edge (on Debian: apt-get install chromium), or run: npx playwright install chromium'
