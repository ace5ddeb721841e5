import { EventEmitter } from 'node:events'
import type { Session } from './connection.ts'
import { loud } from './loud.ts'

type PermissionHandler = (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void
type RequestHandler = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void

/** Electron's names of the permissions, and the browser's. */
const names: readonly (readonly [string, string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
]

/** Electron's session: the app's permission handler is asked once for each permission and the browser is told; every request may be cancelled. */
export function createSession() {
  const answers = new Map<string, boolean>()
  let onRequest: RequestHandler = (_details, answer) => answer({})
  const electronSession = loud(
    'session',
    Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: (handler: PermissionHandler) => {
        for (const [permission, name] of names) handler(null, permission, isGranted => answers.set(name, isGranted))
      },
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      webRequest: {
        onBeforeRequest: (handler: RequestHandler) => {
          onRequest = handler
        },
      },
    }),
  )
  /** Tells the browser what the app answered. */
  const applyPermissions = (browser: Session) =>
    Promise.all(
      [...answers].map(([name, isGranted]) => browser.send('Browser.setPermission', { permission: { name }, setting: isGranted ? 'granted' : 'denied' })),
    )
  /** Whether the app lets a request go out. */
  const mayRequest = (url: string) => {
    let isAllowed = true
    onRequest({ url }, ({ cancel }) => {
      isAllowed = !cancel
    })
    return isAllowed
  }
  return { electronSession, applyPermissions, mayRequest }
}

/** What `createSession` makes. */
export type StandInSession = ReturnType<typeof createSession>
