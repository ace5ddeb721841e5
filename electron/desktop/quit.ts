import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { App } from '../app/create-app.ts'
import type { Logger } from '../app/logger.ts'

/** How long the page may take to send the last words of a note. */
const LAST_WORDS_MS = 200

/**
 * Lets the app end only after the page has sent what is being typed, and the records are backed up and closed. Closing the window ends the app
 * on every system; the window it is given stays until then.
 */
export function closeRecordsBeforeQuit(clinic: Pick<App, 'close'>, log: Logger): { watch(window: BrowserWindow): void } {
  let isClosed = false
  let page: BrowserWindow | undefined
  const lastWords = async () => {
    if (!page || page.isDestroyed()) return
    page.webContents.send('clinic-event', { kind: 'closing' } satisfies AppEvent)
    await setTimeout(LAST_WORDS_MS)
  }
  const finish = () => {
    isClosed = true
    app.quit()
  }
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', event => {
    if (isClosed) return
    event.preventDefault()
    lastWords()
      .then(() => clinic.close())
      .catch((error: unknown) => log.error('closing the records', error))
      .finally(finish)
  })
  return {
    watch(window) {
      page = window
      window.on('close', event => {
        if (isClosed) return
        event.preventDefault()
        app.quit()
      })
    },
  }
}
