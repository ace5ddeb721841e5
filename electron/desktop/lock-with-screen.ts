import { powerMonitor } from 'electron'
import type { App } from '../app/create-app.ts'

/** Locks the records when the person locks the computer or it goes to sleep. */
export function lockWithScreen(clinic: Pick<App, 'invoke'>): void {
  const lock = () => void clinic.invoke('access.lock', { reason: 'idle' })
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}
