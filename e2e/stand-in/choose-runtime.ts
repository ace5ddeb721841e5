import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay, PROJECT, presentRuntime } from '../runtime.ts'
import { findBrowser, NO_BROWSER } from './browsers.ts'

/** How to start the app in a window: a command, its arguments before the app's folder, and which runtime it is and why. */
export type Launcher = { readonly command: string; readonly args: readonly string[]; readonly words: string; readonly env: NodeJS.ProcessEnv }

/** Tries to fetch Electron's executable, for ten seconds at most. */
function fetchElectron(): void {
  const install = join(PROJECT, 'node_modules/electron/install.js')
  spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: 10_000, killSignal: 'SIGKILL' })
}

function electronLauncher(): Launcher | undefined {
  const runtime = presentRuntime()
  if (runtime.kind !== 'electron') return undefined
  const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { command: runtime.executable, args, words: `Opening Myodesk in ${runtime.name}.`, env: process.env }
}

/** Chooses what draws the window, or ends with one sentence that says what is missing. */
export async function chooseLauncher(): Promise<Launcher> {
  if (!hasDisplay()) stop('There is no display to open a window on; “npm run demo” makes a demo clinic and its papers without one.')
  const present = electronLauncher()
  if (present) return present
  const isAsked = process.env.MYODESK_RUNTIME === 'stand-in'
  if (!isAsked) {
    console.log('Electron’s own program is not here yet; trying to fetch it (10 seconds at most) …')
    fetchElectron()
  }
  const fetched = electronLauncher()
  if (fetched) return fetched
  const browser = await findBrowser()
  if (!browser) return stop(NO_BROWSER)
  const reason = isAsked ? 'MYODESK_RUNTIME=stand-in asks for it' : 'Electron’s program could not be fetched'
  return {
    command: process.execPath,
    args: [join(import.meta.dirname, 'boot.ts')],
    words: `Opening Myodesk in the stand-in for Electron, drawn by ${browser}, because ${reason}.`,
    env: { ...process.env, MYODESK_BROWSER: browser },
  }
}

function stop(words: string): never {
  console.error(words)
  process.exit(1)
}
