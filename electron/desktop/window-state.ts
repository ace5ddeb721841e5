import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Size = z.int().min(200).max(20_000)
const Place = z.int().min(-20_000).max(20_000)

/** Where the window was when it was last closed, in screen pixels. */
export const WindowState = z.strictObject({ x: Place.exactOptional(), y: Place.exactOptional(), width: Size, height: Size, isMaximized: z.boolean() })
export type WindowState = z.infer<typeof WindowState>

type Area = { x: number; y: number; width: number; height: number }

/** The window of a first start. */
export const FIRST_WINDOW: WindowState = { width: 1440, height: 900, isMaximized: false }

/** The remembered window; the first one when there is none or the file makes no sense. */
export function readWindowState(file: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return FIRST_WINDOW
  }
}

/** Remembers the window. A disk that refuses is no reason to bother anyone: the next start uses the previous place. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(WindowState.parse(state)))
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}

/** The state, but without a place that lies on no present screen (a monitor was unplugged), so that the window is never lost. */
export function onPresentScreens({ x, y, ...state }: WindowState, screens: readonly Area[]): WindowState {
  if (x === undefined || y === undefined) return state
  const isSeen = screens.some(
    screen => x + state.width - 100 > screen.x && x + 100 < screen.x + screen.width && y >= screen.y && y + 50 < screen.y + screen.height,
  )
  return isSeen ? { x, y, ...state } : state
}
