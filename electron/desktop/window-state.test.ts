import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FIRST_WINDOW, onPresentScreens, readWindowState, writeWindowState } from './window-state.ts'

const dir = mkdtempSync(join(tmpdir(), 'myodesk-window-'))
const file = join(dir, 'window.json')
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the remembered window', () => {
  it('comes back as it was', () => {
    writeWindowState(file, { x: 10, y: 20, width: 1200, height: 800, isMaximized: true })
    expect(readWindowState(file)).toEqual({ x: 10, y: 20, width: 1200, height: 800, isMaximized: true })
  })

  it.each(['', '{', '{"width":"wide"}', '{"width":1e9,"height":700,"isMaximized":false}'])('is the first one when the file says %j', text => {
    writeFileSync(file, text)
    expect(readWindowState(file)).toEqual(FIRST_WINDOW)
  })

  it('forgets a place on a screen that is no longer there, and keeps the size', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
    expect(onPresentScreens({ x: 2500, y: 100, width: 1200, height: 800, isMaximized: false }, screens)).toEqual({
      width: 1200,
      height: 800,
      isMaximized: false,
    })
    expect(onPresentScreens({ x: 100, y: 100, width: 1200, height: 800, isMaximized: false }, screens)).toHaveProperty('x', 100)
  })
})
