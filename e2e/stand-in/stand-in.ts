import { join } from 'node:path'
import { createElectronApp } from './app.ts'
import { findBrowser, NO_BROWSER } from './browsers.ts'
import { type Browser, startBrowser } from './chromium.ts'
import { type CommandLine, locateApp } from './command-line.ts'
import { createMenu, createPowerMonitor, createSafeStorage, createScreen } from './desktop-parts.ts'
import { createDialogs, createShell } from './dialogs.ts'
import { chooseFiles } from './file-chooser.ts'
import { createIpcMain } from './ipc-main.ts'
import { loud } from './loud.ts'
import { createProtocol } from './protocol.ts'
import { createSession } from './session.ts'
import type { PageTarget } from './web-contents.ts'
import { createWindow, type StandInWindow, type WindowOptions } from './window.ts'

/** The part of Electron's API that the app uses, drawn in an installed browser. `start` opens the browser and emits `ready`. */
export function createStandIn({ switches, app: appPath }: CommandLine) {
  const place = locateApp(appPath)
  const isHeadless = process.env.MYODESK_HEADLESS === '1'
  let browser: Browser | undefined
  let page: PageTarget | undefined
  let current: StandInWindow | undefined

  const protocol = createProtocol()
  const ipcMain = createIpcMain()
  const session = createSession()
  const { app, becomeReady, isQuitting } = createElectronApp({
    place,
    switches,
    closeWindows: async () => current?.tryClose() ?? true,
    closeBrowser: async () => browser?.close(),
  })
  const onClosed = () => {
    current = undefined
    if (isQuitting()) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
  const openWindow = (options: WindowOptions) => {
    if (!browser || !page) throw new Error('A window can be opened once the app is ready.')
    if (current) throw new Error('The stand-in for Electron has one window only.')
    const surroundings = { page, protocol, ipcMain, session, browser: browser.connection.session(''), isHeadless, onClosed }
    current = createWindow(options, surroundings)
    void session.applyPermissions(browser.connection.session(''))
    app.emit('web-contents-created', {}, current.window.webContents)
    return current.window
  }
  const windows = () => (current ? [current.window] : [])
  const ofContents = (contents: unknown) => windows().find(window => window.webContents === contents) ?? null
  const BrowserWindow = Object.assign(
    function windowConstructor(options: WindowOptions = {}) {
      return openWindow(options)
    },
    { getAllWindows: windows, getFocusedWindow: () => windows()[0] ?? null, fromWebContents: ofContents },
  )
  const webContents = {
    getAllWebContents: () => windows().map(window => window.webContents),
    fromDevToolsTargetId: (targetId: string) => (page?.targetId === targetId ? (windows()[0]?.webContents ?? null) : null),
  }

  /** Takes the first page as the window; closes any other; lets workers run. */
  const adoptPages = async ({ connection }: Browser) => {
    const first = Promise.withResolvers<void>()
    const root = connection.session('')
    const attach = (sessionId: string, { type, targetId }: { type: string; targetId: string }) => {
      const session = connection.session(sessionId)
      session.on('Target.attachedToTarget', event => attach(event.sessionId, event.targetInfo))
      if (type !== 'page') void current?.attachWorker(session).catch(() => undefined)
      else if (page) root.send('Target.closeTarget', { targetId }).catch(() => undefined)
      else {
        page = { targetId, session }
        first.resolve()
      }
    }
    root.on('Target.attachedToTarget', event => attach(event.sessionId, event.targetInfo))
    root.on('Target.detachedFromTarget', ({ targetId }) => {
      if (targetId === page?.targetId) current?.tryClose()
    })
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    await root.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    await first.promise
  }
  const start = async () => {
    if (isQuitting()) return
    const executable = await findBrowser()
    if (!executable) {
      console.error(NO_BROWSER)
      process.exit(1)
    }
    const listening = Promise.withResolvers<void>()
    if (!switches.has('remote-debugging-port')) listening.resolve()
    const hasSandbox = !switches.has('no-sandbox') && process.getuid?.() !== 0
    const profileDir = join(app.getPath('sessionData'), 'browser')
    const isDevelopment = process.env.ELECTRON_RENDERER_URL !== undefined
    browser = startBrowser({ executable, profileDir, title: place.name, isHeadless, hasSandbox, switches, isDevelopment }, line => {
      if (!line.startsWith('DevTools listening on ')) return
      process.stderr.write(`${line}\n`)
      listening.resolve()
    })
    void browser.gone.then(() => {
      current?.tryClose()
      app.quit()
    })
    process.on('exit', browser.kill)
    await adoptPages(browser)
    await listening.promise
    becomeReady()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())

  const electron = {
    app,
    BrowserWindow,
    dialog: createDialogs(
      () => app.getPath('documents'),
      async accept => (page ? chooseFiles(page.session, accept) : []),
    ),
    ipcMain: ipcMain.ipcMain,
    Menu: createMenu(),
    powerMonitor: createPowerMonitor(),
    protocol: loud('protocol', protocol.protocol),
    safeStorage: createSafeStorage(),
    screen: createScreen(),
    session: loud('session', { defaultSession: session.electronSession }),
    shell: createShell(),
    webContents: loud('webContents', webContents),
  }
  return { electron, place, start }
}
