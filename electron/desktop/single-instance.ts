import { app } from 'electron'

/** Claims the data folder for this process. False when Myodesk already runs on it; that one then comes to the front. */
export function isOnlyInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', onSecondStart)
  return true
}
