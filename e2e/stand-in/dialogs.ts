import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, isAbsolute, join, parse } from 'node:path'
import { loud } from './loud.ts'

type FileFilter = { extensions: readonly string[] }
type OpenOptions = { filters?: readonly FileFilter[]; properties?: readonly string[]; defaultPath?: string }
type SaveOptions = { defaultPath?: string }
type ChooseFiles = (accept: string) => Promise<string[]>

/** A free name for a new file: “letter.pdf”, then “letter (2).pdf”. */
export function freePath(wanted: string): string {
  const { dir, name, ext } = parse(wanted)
  let path = wanted
  for (let copy = 2; existsSync(path); copy++) path = join(dir, `${name} (${copy})${ext}`)
  return path
}

/**
 * Electron's `dialog`. Files are chosen with the browser's own chooser; as no browser reveals where it saves, new files go to Documents
 * under a free name, and Documents is the folder that is chosen.
 */
export function createDialogs(documents: () => string, chooseFiles: ChooseFiles) {
  return loud('dialog', {
    showErrorBox: (title: string, words: string) => console.error(`${title}: ${words}`),
    showMessageBox: async (_window: unknown, options: { message: string }) => {
      console.error(options.message)
      return { response: 0, checkboxChecked: false }
    },
    showOpenDialog: async (_window: unknown, { filters = [], properties = [], defaultPath = documents() }: OpenOptions = {}) => {
      if (properties.includes('openDirectory')) {
        mkdirSync(defaultPath, { recursive: true })
        return { canceled: false, filePaths: [defaultPath] }
      }
      const extensions = filters.flatMap(filter => filter.extensions).filter(extension => extension !== '*')
      const filePaths = await chooseFiles(extensions.map(extension => `.${extension}`).join(','))
      return { canceled: filePaths.length === 0, filePaths }
    },
    showSaveDialog: async (_window: unknown, { defaultPath = 'untitled' }: SaveOptions = {}) => {
      const filePath = freePath(isAbsolute(defaultPath) ? defaultPath : join(documents(), defaultPath))
      mkdirSync(dirname(filePath), { recursive: true })
      return { canceled: false, filePath }
    },
  })
}

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' }

/** Electron's `shell`: opens a file with the system's viewer; answers '' or why it could not. */
export function createShell() {
  const openPath = (path: string) =>
    new Promise<string>(resolve => {
      const child = spawn(openers[process.platform] ?? 'xdg-open', [path], { stdio: 'ignore', detached: true })
      child.on('error', error => resolve(error.message))
      child.on('spawn', () => {
        child.unref()
        resolve('')
      })
    })
  return loud('shell', { openPath, showItemInFolder: (path: string) => void openPath(dirname(path)) })
}
