import { describe, expect, it } from 'vitest'
import { clockStartingAt } from './clock-from-env.ts'
import { menuTemplate } from './menu-template.ts'
import { pageRights } from './page-rights.ts'

describe('what the page may do', () => {
  it('has no Node, its own world and the sandbox', () => {
    expect(pageRights('preload.cjs')).toEqual({
      preload: 'preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    })
  })
})

describe('the menus', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('offer edit, zoom, window and quit on %s, and developer tools only in development', platform => {
    const roles = (isDevelopment: boolean) => JSON.stringify(menuTemplate(platform, isDevelopment))
    for (const role of ['undo', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'minimize', 'close', 'quit'])
      expect(roles(false)).toContain(`"role":"${role}"`)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('toggleDevTools')
  })
})

describe('the clock of the tests', () => {
  it('starts at the given moment and ticks on', () => {
    const start = '2026-11-19T16:52:00.000Z'
    const now = Date.parse(clockStartingAt(start)?.now() ?? '')
    expect(now - Date.parse(start)).toBeGreaterThanOrEqual(0)
    expect(now - Date.parse(start)).toBeLessThan(5000)
  })

  it('is the computer’s own when none is given, and refuses nonsense', () => {
    expect(clockStartingAt(undefined)).toBeUndefined()
    expect(() => clockStartingAt('yesterday')).toThrow('MYODESK_NOW')
  })
})
