import { parseCommandLine } from './command-line.ts'
import { loud } from './loud.ts'
import { createStandIn } from './stand-in.ts'

/** How this process was started. */
export const commandLine = parseCommandLine(process.argv.slice(2))

/** The stand-in that answers `import 'electron'` in this process. */
export const standIn = createStandIn(commandLine)

/** The names the app imports from 'electron'. */
export const { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, safeStorage, screen, session, shell, webContents } = standIn.electron

const electron = loud('electron', standIn.electron)

export { electron as default, electron as 'module.exports' }
