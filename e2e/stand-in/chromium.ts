import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import type { Duplex, Readable, Writable } from 'node:stream'
import { type Connection, connect } from './connection.ts'

/** A running browser: its protocol, when it is gone, and two ways to end it. */
export type Browser = { connection: Connection; gone: Promise<void>; close(): Promise<void>; kill(): void }

/** How to start it. `debuggingPort` is for Playwright only; a person's session opens no port. */
export type BrowserOptions = {
  executable: string
  profileDir: string
  title: string
  isHeadless: boolean
  hasSandbox: boolean
  switches: ReadonlyMap<string, string>
  /** A development server on this machine that the page's live reload may reach. */
  isDevelopment: boolean
}

const quiet = [
  'no-first-run',
  'no-default-browser-check',
  'password-store=basic',
  'use-mock-keychain',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
  'disable-default-apps',
  'disable-extensions',
  'disable-breakpad',
  'metrics-recording-only',
  'disable-search-engine-choice-screen',
  'disable-domain-reliability',
  'no-service-autorun',
  'disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,NetworkTimeServiceQuerying,PreconnectToSearch,GlobalMediaControls,AutofillServerCommunication,CertificateTransparencyComponentUpdater,LocalNetworkAccessChecks,WebRtcHideLocalIpsWithMdns',
]

/** Switches that Playwright or a person may pass on to the browser. */
const passedOn = [
  'disable-backgrounding-occluded-windows',
  'disable-background-timer-throttling',
  'disable-dev-shm-usage',
  'disable-gpu',
  'disable-renderer-backgrounding',
  'force-color-profile',
  'force-device-scale-factor',
  'lang',
  'remote-debugging-port',
]

/** The browser's arguments: one window without tabs, no background traffic, and a proxy that leads nowhere. */
export function browserArguments({ profileDir, title, isHeadless, hasSandbox, switches, isDevelopment }: BrowserOptions): string[] {
  const start = `data:text/html,<title>${encodeURIComponent(title)}</title><body style="background:%23F7F4EE">`
  return [
    'remote-debugging-pipe',
    `user-data-dir=${profileDir}`,
    ...quiet,
    'proxy-server=http://127.0.0.1:9',
    `proxy-bypass-list=${isDevelopment ? 'localhost;127.0.0.1;[::1]' : '<-loopback>'}`,
    ...passedOn.filter(name => switches.has(name)).map(name => (switches.get(name) ? `${name}=${switches.get(name)}` : name)),
    ...(isHeadless ? ['headless=new', 'screen-info={1920x1200}', 'hide-scrollbars=false'] : []),
    ...(hasSandbox ? [] : ['no-sandbox', 'test-type']),
    `app=${start}`,
  ].map(argument => `--${argument}`)
}

/** Starts the browser and speaks to it over two pipes. Lines of its own error output go to `onLine`. */
export function startBrowser(options: BrowserOptions, onLine: (line: string) => void): Browser {
  mkdirSync(options.profileDir, { recursive: true })
  const child = spawn(options.executable, browserArguments(options), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as [null, null, Readable, Writable, Duplex]
  const connection = connect(toBrowser, fromBrowser)
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n')
    text = lines.pop() ?? ''
    lines.forEach(onLine)
  })
  const gone = new Promise<void>(resolve => {
    child.on('error', error => {
      console.error(`${options.executable} could not be started: ${error.message}`)
      resolve()
    })
    child.on('exit', () => resolve())
  }).then(() => connection.close())
  const kill = () => {
    child.kill('SIGKILL')
  }
  const close = async () => {
    const tooLong = setTimeout(kill, 3000)
    connection
      .session('')
      .send('Browser.close')
      .catch(() => undefined)
    await gone
    clearTimeout(tooLong)
  }
  return { connection, gone, close, kill }
}
