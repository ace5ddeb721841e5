import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronExecutable } from '../runtime.ts'
import { usualBrowsers } from './browsers.ts'
import { isBuildStale } from './build.ts'
import { browserArguments } from './chromium.ts'
import { locateApp, parseCommandLine } from './command-line.ts'
import { loud } from './loud.ts'

let project = ''
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'myodesk-project-'))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

/** Writes a file of the project as it was changed at a second of the day. */
function put(path: string, second: number, text = '') {
  mkdirSync(join(project, path, '..'), { recursive: true })
  writeFileSync(join(project, path), text)
  utimesSync(join(project, path), second, second)
}

describe('the command line', () => {
  it('is read as Playwright and people write it', () => {
    const { app, preloads, switches } = parseCommandLine(['--no-sandbox', '-r', 'loader.js', '--inspect=0', '--remote-debugging-port=0', 'the/app', 'more'])
    expect({ app, preloads, switches: Object.fromEntries(switches) }).toEqual({
      app: 'the/app',
      preloads: ['loader.js'],
      switches: { 'no-sandbox': '', inspect: '0', 'remote-debugging-port': '0' },
    })
  })

  it('finds the app’s main file and name from its folder, or its folder from a file', () => {
    put('package.json', 1, '{"main":"out/main.js","productName":"Clinic","version":"1.2.3"}')
    put('out/main.js', 1)
    const app = { dir: project, main: join(project, 'out/main.js'), name: 'Clinic', version: '1.2.3' }
    expect(locateApp(project)).toEqual(app)
    expect(locateApp(app.main)).toEqual(app)
  })
})

describe('whether to build', () => {
  const build = (second: number) => {
    for (const path of ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']) put(path, second)
  }

  it('is yes when nothing is built, no when it is newer than the sources, yes after an edit, no after an edit of a test', () => {
    put('electron/main.ts', 10)
    expect(isBuildStale(project)).toBe(true)
    build(20)
    expect(isBuildStale(project)).toBe(false)
    put('electron/main.test.ts', 30)
    expect(isBuildStale(project)).toBe(false)
    put('shared/money/cents.ts', 30)
    expect(isBuildStale(project)).toBe(true)
  })
})

describe('which runtime', () => {
  it('is Electron only when its program is really there', () => {
    expect(electronExecutable(project)).toBeUndefined()
    put('node_modules/electron/path.txt', 1, 'electron')
    expect(electronExecutable(project)).toBeUndefined()
    put('node_modules/electron/dist/electron', 1)
    expect(electronExecutable(project)).toBe(join(project, 'node_modules/electron/dist/electron'))
  })

  it.each(['linux', 'darwin', 'win32'] as const)('knows where browsers are on %s', platform => {
    const paths = usualBrowsers(platform, { PROGRAMFILES: 'C:\\Program Files' })
    expect(paths.some(path => /chrom/i.test(path)) && paths.some(path => /edge/i.test(path))).toBe(true)
  })
})

describe('the browser’s arguments', () => {
  const options = {
    executable: '',
    profileDir: '/p',
    title: 'Myodesk',
    isHeadless: false,
    hasSandbox: true,
    switches: new Map<string, string>(),
    isDevelopment: false,
  }

  it('open no port, keep the sandbox and lead every request nowhere', () => {
    const args = browserArguments(options).join(' ')
    expect(args).toContain('--remote-debugging-pipe')
    expect(args).toContain('--proxy-server=http://127.0.0.1:9 --proxy-bypass-list=<-loopback>')
    expect(args).not.toMatch(/remote-debugging-port|no-sandbox|headless/)
  })

  it('open one for Playwright', () => {
    expect(browserArguments({ ...options, switches: new Map([['remote-debugging-port', '0']]) })).toContain('--remote-debugging-port=0')
  })
})

describe('what the stand-in does not implement', () => {
  it('throws by name instead of being undefined', () => {
    const shell: { openPath(): string; beep?(): void } = loud('shell', { openPath: () => '' })
    expect(shell.openPath()).toBe('')
    expect(() => shell.beep).toThrow('shell.beep is not part of the stand-in')
  })
})
