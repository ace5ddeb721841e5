import { type BrowserWindow, ipcMain } from 'electron'
import type { Result } from '../../shared/ipc/result.ts'
import type { App } from '../app/create-app.ts'
import { isOwnFrame } from './addresses.ts'

const refused: Result<never> = { ok: false, error: { code: 'forbidden', message: 'This request did not come from Myodesk’s own window. Nothing was done.' } }

/** Connects the window to the records: requests in over one channel, from the window's own page only; events out. */
export function connectWindow(app: Pick<App, 'invoke' | 'onEvent'>, window: BrowserWindow): void {
  ipcMain.handle('clinic', (event, channel: unknown, input: unknown) => {
    if (event.sender !== window.webContents || !isOwnFrame(event.senderFrame)) return refused
    return app.invoke(String(channel), input)
  })
  const stop = app.onEvent(event => window.webContents.send('clinic-event', event))
  window.on('closed', () => {
    stop()
    ipcMain.removeHandler('clinic')
  })
}
