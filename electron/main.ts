import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { createApp } from './app/create-app.ts'
import { dataDirFrom, resourcesDirFrom, thisComputer } from './app/paths.ts'
import { registerAppScheme, serveAppScheme } from './desktop/app-scheme.ts'
import { clockStartingAt } from './desktop/clock-from-env.ts'
import { electronDesktop } from './desktop/desktop.ts'
import { guardContents, guardSession } from './desktop/guards.ts'
import { connectWindow } from './desktop/ipc-bridge.ts'
import { lockWithScreen } from './desktop/lock-with-screen.ts'
import { fileLogger } from './desktop/log-file.ts'
import { installMenu } from './desktop/menu.ts'
import { rendererDirOf } from './desktop/page-files.ts'
import { closeRecordsBeforeQuit } from './desktop/quit.ts'
import { isOnlyInstance } from './desktop/single-instance.ts'
import { bringToFront, openWindow, showHome } from './desktop/window.ts'

// What only an unpackaged app reads: the tests' clock and the development server.
const isPackaged = app.isPackaged
const environment: NodeJS.ProcessEnv = isPackaged ? {} : process.env

let window: BrowserWindow | undefined

async function open(dataDir: string) {
  const log = fileLogger(dataDir)
  const clock = clockStartingAt(environment.MYODESK_NOW)
  const resourcesDir = resourcesDirFrom(isPackaged ? process.resourcesPath : undefined)
  const clinic = createApp({ dataDir, resourcesDir, desktop: electronDesktop(), log, version: app.getVersion(), ...(clock && { clock }) })
  const leaving = closeRecordsBeforeQuit(clinic, log)
  await app.whenReady()

  const developmentServer = environment.ELECTRON_RENDERER_URL
  guardSession(developmentServer)
  serveAppScheme({ rendererDir: rendererDirOf(import.meta.dirname), readPaper: clinic.readPaper, developmentServer })
  installMenu(developmentServer !== undefined)
  window = openWindow({ preload: join(import.meta.dirname, '../preload/preload.cjs'), dataDir })
  connectWindow(clinic, window)
  leaving.watch(window)
  lockWithScreen(clinic)
  await showHome(window)
}

function refuse(error: unknown) {
  dialog.showErrorBox('Myodesk cannot start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

try {
  registerAppScheme()
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  const dataDir = dataDirFrom(thisComputer())
  const profileDir = join(dataDir, 'chromium')
  mkdirSync(profileDir, { recursive: true })
  app.setPath('userData', profileDir)
  if (isOnlyInstance(() => window && bringToFront(window))) open(dataDir).catch(refuse)
  else app.quit()
} catch (error) {
  refuse(error)
}
