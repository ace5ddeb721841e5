import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loud } from './loud.ts'
import { type Greeting, type InstanceLock, takeInstanceLock } from './single-instance.ts'

/** What the app object needs from around it. */
export type AppSurroundings = {
  place: { dir: string; name: string; version: string }
  switches: Map<string, string>
  /** Asks every window to close; false when one refused. */
  closeWindows(): Promise<boolean>
  closeBrowser(): Promise<void>
}

/** An event with `preventDefault`, as Electron passes it. */
export function preventable() {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** The folders Electron names, as they are on this machine. */
function usualPath(name: string, appName: string): string {
  const home = homedir()
  const appData =
    process.platform === 'win32'
      ? (process.env.APPDATA ?? home)
      : process.platform === 'darwin'
        ? join(home, 'Library/Application Support')
        : (process.env.XDG_CONFIG_HOME ?? join(home, '.config'))
  const paths: Record<string, string> = {
    appData,
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
    home,
    temp: tmpdir(),
    userData: join(appData, appName),
  }
  const path = paths[name]
  if (!path) throw new Error(`Failed to get '${name}' path`)
  return path
}

/** Electron's `app`: names, paths, the single-instance lock, and the order of events from ready to quit. */
export function createElectronApp({ place, switches, closeWindows, closeBrowser }: AppSurroundings) {
  const paths = new Map<string, string>()
  const ready = Promise.withResolvers<void>()
  let isQuitting = false
  let lock: InstanceLock | undefined
  const getPath = (name: string): string => paths.get(name) ?? (name === 'sessionData' ? getPath('userData') : usualPath(name, place.name))

  const isAllowed = (name: string) => {
    const event = preventable()
    app.emit(name, event)
    return !event.defaultPrevented
  }
  const exit = async (code = 0) => {
    await closeBrowser()
    if (lock?.isHeld) lock.release()
    else await lock?.greeted
    process.exit(code)
  }
  const quit = async () => {
    isQuitting = true
    const isAgreed = isAllowed('before-quit') && (await closeWindows()) && isAllowed('will-quit')
    isQuitting = isAgreed
    if (!isAgreed) return
    app.emit('quit', {}, 0)
    await exit(Number(process.exitCode ?? 0))
  }
  const onGreeting = (greeting: Greeting) => app.emit('second-instance', preventable(), greeting.args, greeting.cwd)

  const app = loud(
    'app',
    Object.assign(new EventEmitter(), {
      isPackaged: false,
      name: place.name,
      commandLine: {
        appendSwitch: (name: string, value = '') => {
          if (!switches.has(name)) switches.set(name, value)
        },
        hasSwitch: (name: string) => switches.has(name),
      },
      enableSandbox: () => undefined,
      exit: (code?: number) => void exit(code),
      focus: () => undefined,
      getAppPath: () => place.dir,
      getName: () => place.name,
      getPath,
      getVersion: () => place.version,
      isReady: (): boolean => false,
      quit: () => {
        if (!isQuitting) void quit()
      },
      requestSingleInstanceLock: () => {
        lock ??= takeInstanceLock(getPath('userData'), onGreeting)
        return lock.isHeld
      },
      setAppUserModelId: () => undefined,
      setPath: (name: string, path: string) => {
        paths.set(name, path)
      },
      whenReady: () => ready.promise,
    }),
  )
  const becomeReady = () => {
    app.isReady = () => true
    app.emit('ready', {}, {})
    ready.resolve()
  }
  return { app, becomeReady, isQuitting: () => isQuitting }
}
