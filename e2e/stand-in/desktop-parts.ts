import { EventEmitter } from 'node:events'
import { loud } from './loud.ts'

/** Electron's `Menu`: the browser window has its own keys for edit, zoom and close, so a menu is only remembered. */
export function createMenu() {
  let current: object | null = null
  return loud('Menu', {
    buildFromTemplate: (template: readonly object[]) => loud('Menu', { items: template }),
    getApplicationMenu: () => current,
    setApplicationMenu: (menu: object | null) => {
      current = menu
    },
  })
}

/** Electron's `screen`: one display of a usual size; the browser keeps its windows on the real ones. */
export function createScreen() {
  const area = { x: 0, y: 0, width: 1920, height: 1200 }
  return loud('screen', { getAllDisplays: () => [{ workArea: area, bounds: area, scaleFactor: 1 }] })
}

/** Electron's `powerMonitor`: never reports anything here. */
export function createPowerMonitor() {
  return loud('powerMonitor', new EventEmitter())
}

/** Electron's `safeStorage`: reported as unavailable, which the app must cope with anyway. */
export function createSafeStorage() {
  return loud('safeStorage', { isEncryptionAvailable: () => false })
}
