import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DesktopPort } from '../app/desktop-port.ts'

/** The system's own dialogs and viewers, in front of the window. */
export function electronDesktop(): DesktopPort {
  return {
    async chooseSavePath(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(ownWindow(), { defaultPath: join(app.getPath('documents'), suggestedName) })
      return canceled || !filePath ? undefined : filePath
    },
    async chooseFile(title, extensions) {
      const { canceled, filePaths } = await dialog.showOpenDialog(ownWindow(), {
        title,
        properties: ['openFile'],
        filters: [{ name: title, extensions: [...extensions] }],
      })
      return canceled ? undefined : filePaths[0]
    },
    async chooseFolder(title) {
      const { canceled, filePaths } = await dialog.showOpenDialog(ownWindow(), {
        title,
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? undefined : filePaths[0]
    },
    async openFile(path) {
      const problem = await shell.openPath(path)
      if (problem) throw new DomainError('storage', 'No program on this computer opened the file. Install a PDF viewer, or save the file and open it yourself.')
    },
  }
}

function ownWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new DomainError('conflict', 'The window is closed. Open Myodesk and try again.')
  return window
}
