import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { HOME } from './addresses.ts'
import { pageRights } from './page-rights.ts'
import { onPresentScreens, readWindowState, writeWindowState } from './window-state.ts'

/** Opens the one window: sandboxed, without Node, where it was last time, shown when its first picture is ready. */
export function openWindow(options: { preload: string; dataDir: string }): BrowserWindow {
  const stateFile = join(options.dataDir, 'window.json')
  const screens = screen.getAllDisplays().map(display => display.workArea)
  const { isMaximized, ...bounds } = onPresentScreens(readWindowState(stateFile), screens)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    title: 'Myodesk',
    backgroundColor: '#F7F4EE',
    show: false,
    autoHideMenuBar: true,
    webPreferences: pageRights(options.preload),
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowState(stateFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
  return window
}

/** Shows the page. A page that cannot be shown is a broken installation, and says so. */
export function showHome(window: BrowserWindow): Promise<void> {
  return window.loadURL(HOME)
}

/** Brings the window to the front, as when the app is started a second time. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
