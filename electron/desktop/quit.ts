import { app } from 'electron'
import type { App } from '../app/create-app.ts'
import type { Logger } from '../app/logger.ts'

/** Lets the app end only after the records are backed up and closed. Closing the window ends the app on every system. */
export function closeRecordsBeforeQuit(clinic: Pick<App, 'close'>, log: Logger): void {
  let isClosed = false
  const finish = () => {
    isClosed = true
    app.quit()
  }
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', event => {
    if (isClosed) return
    event.preventDefault()
    clinic
      .close()
      .catch((error: unknown) => log.error('closing the records', error))
      .finally(finish)
  })
}
