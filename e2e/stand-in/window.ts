import { EventEmitter } from 'node:events'
import { preventable } from './app.ts'
import type { Session } from './connection.ts'
import { loud } from './loud.ts'
import { createWebContents, type PageSurroundings, type PageTarget } from './web-contents.ts'

/** The options of `new BrowserWindow` that mean something here. */
export type WindowOptions = { x?: number; y?: number; width?: number; height?: number; webPreferences?: { preload?: string } }

/** What a window needs from around it. `onClosed` is told once, when it is gone. */
export type WindowSurroundings = Omit<PageSurroundings, 'preload'> & { browser: Session; isHeadless: boolean; onClosed(): void }

type Bounds = { x: number; y: number; width: number; height: number }

/** Follows and sets the size of the browser's window. Without a display there is only the size of the page. */
function createFrame(
  browser: Session,
  { session, targetId }: PageTarget,
  { isHeadless, bounds, onResize }: { isHeadless: boolean; bounds: Bounds; onResize: () => void },
) {
  let isMaximized = false
  const findWindow = () => browser.send('Browser.getWindowForTarget', { targetId })
  const apply = async () => {
    const { width, height } = bounds
    if (isHeadless) await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    else {
      const { windowId } = await findWindow()
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { left: bounds.x, top: bounds.y, width, height } })
    }
  }
  const setState = async (windowState: 'maximized' | 'normal') => {
    isMaximized = windowState === 'maximized'
    const { windowId } = await findWindow()
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  }
  const follow = async () => {
    const { bounds: now } = await findWindow()
    isMaximized = now.windowState === 'maximized'
    if (now.windowState === 'normal') Object.assign(bounds, { x: now.left, y: now.top, width: now.width, height: now.height })
    onResize()
  }
  if (!isHeadless) session.on('Page.frameResized', () => void follow().catch(() => undefined))
  return { apply, setState, isMaximized: () => isMaximized }
}

/** Electron's `BrowserWindow` around the browser's one page. */
export function createWindow(options: WindowOptions, surroundings: WindowSurroundings) {
  const { browser, page, isHeadless, onClosed } = surroundings
  const bounds: Bounds = { x: options.x ?? 40, y: options.y ?? 40, width: options.width ?? 800, height: options.height ?? 600 }
  const { contents, attach, attachWorker, load, markDestroyed } = createWebContents({ ...surroundings, preload: options.webPreferences?.preload })
  const frame = createFrame(browser, page, { isHeadless, bounds, onResize: () => window.emit('resize') })
  const attached = attach()
  let isDestroyed = false
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

  const markClosed = () => {
    if (isDestroyed) return
    isDestroyed = true
    markDestroyed()
    window.emit('closed')
    onClosed()
  }
  /** Asks the app, then closes; false when the app refused. */
  const tryClose = () => {
    const event = preventable()
    if (!isDestroyed) window.emit('close', event)
    if (event.defaultPrevented) return false
    markClosed()
    return true
  }
  const setBounds = (wanted: Partial<Bounds>) => {
    Object.assign(bounds, wanted)
    quietly(frame.apply())
    window.emit('resize')
  }
  const window = loud(
    'BrowserWindow',
    Object.assign(new EventEmitter(), {
      id: 1,
      webContents: contents,
      close: () => void tryClose(),
      destroy: markClosed,
      focus: () => quietly(page.session.send('Page.bringToFront')),
      getBounds: () => ({ ...bounds }),
      getContentBounds: () => ({ ...bounds }),
      getNormalBounds: () => ({ ...bounds }),
      isDestroyed: () => isDestroyed,
      isMaximized: frame.isMaximized,
      isMinimized: () => false,
      loadURL: async (address: string) => {
        await attached
        await frame.apply()
        await load(address)
        window.emit('ready-to-show', {})
      },
      maximize: () => quietly(frame.setState('maximized')),
      restore: () => quietly(frame.setState('normal')),
      setBounds,
      setContentSize: (width: number, height: number) => setBounds({ width, height }),
      show: () => {
        window.emit('show')
      },
    }),
  )
  contents.on('close-requested', () => window.close())
  return { window, tryClose, markClosed, attachWorker }
}

/** What `createWindow` makes. */
export type StandInWindow = ReturnType<typeof createWindow>
