import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's folder. */
export const PROJECT = resolve(import.meta.dirname, '..')

/** The folder with the executable that stands in for Electron. */
export const STAND_IN = join(import.meta.dirname, 'stand-in')

/** What draws the window. */
export type Runtime = { readonly kind: 'electron'; readonly executable: string; readonly name: string } | { readonly kind: 'stand-in'; readonly name: string }

/** Electron's own executable, when it was downloaded. Looked for in the file system, because asking the package for it starts a download. */
export function electronExecutable(project: string = PROJECT): string | undefined {
  const folder = join(project, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

/** Electron where its executable is present, else the stand-in; MYODESK_RUNTIME=stand-in chooses the stand-in anyway. */
export function presentRuntime(): Runtime {
  const executable = process.env.MYODESK_RUNTIME === 'stand-in' ? undefined : electronExecutable()
  if (!executable) return { kind: 'stand-in', name: 'stand-in for Electron' }
  const { version }: { version: string } = JSON.parse(readFileSync(join(PROJECT, 'node_modules/electron/package.json'), 'utf8'))
  return { kind: 'electron', executable, name: `Electron ${version}` }
}

/** Whether a window can be shown on this machine. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
