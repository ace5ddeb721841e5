import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { DomainError } from '../../shared/lib/errors.ts'

/** What decides where the clinic’s files are; tests pass other systems. */
export type Surroundings = { readonly platform: NodeJS.Platform; readonly env: Readonly<Record<string, string | undefined>>; readonly home: string }

/** This computer, as it is. */
export const thisComputer = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * The clinic’s folder: `MYODESK_DATA_DIR`, else the system’s place for data that stays on this computer (never roaming).
 * Throws `storage` for a synced or network folder, with the reason.
 */
export function dataDirFrom(place: Surroundings): string {
  const given = place.env.MYODESK_DATA_DIR
  const dir = given ? resolve(given) : usualDir(place)
  refuseSharedFolder(dir, place)
  return dir
}

/**
 * Refuses folders that a sync program or another computer also writes to: two programs writing one database file destroy it.
 * Throws `storage` with the reason and the way out.
 */
export function refuseSharedFolder(dir: string, place: Surroundings) {
  const reason = reasonAgainst(dir, place) ?? reasonAgainst(realFolder(dir), place)
  if (!reason) return
  throw new DomainError(
    'storage',
    `Myodesk cannot keep a clinic in ${dir}, because ${reason} and would damage the records. Choose a folder on this computer’s own disk; keep backups there instead.`,
  )
}

/** The names of a clinic’s own files inside its folder. */
export const CLINIC_FILES = {
  database: 'myodesk.db',
  keyring: 'keyring.json',
  attempts: 'sign-in-attempts.json',
  settingUp: 'setting-up.db',
  incoming: 'incoming.db',
  restoring: 'restoring.db',
} as const

/** Refuses to save a backup or paper over a clinic’s own files, which would destroy its records: `conflict`. */
export function refuseClinicFile(path: string) {
  const folder = dirname(path)
  if (![CLINIC_FILES.database, CLINIC_FILES.keyring].some(name => existsSync(join(folder, name)))) return
  const name = basename(path).toLowerCase()
  if (Object.values(CLINIC_FILES).some(own => name === own || name.startsWith(`${own}-`)))
    throw new DomainError('conflict', `${basename(path)} is one of the clinic’s own files. Choose another name or folder.`)
}

/** The folder of fonts, letters and code lists: where the packaged app puts it, else at the top of the project, however deep this program was bundled. */
export function resourcesDirFrom(packagedResources: string | undefined): string {
  if (packagedResources) return join(packagedResources, 'resources')
  let above = import.meta.dirname
  while (!existsSync(join(above, 'resources')) && dirname(above) !== above) above = dirname(above)
  return join(above, 'resources')
}

function usualDir({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Myodesk')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Myodesk')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'myodesk')
}

const syncPrograms: readonly (readonly [RegExp, string])[] = [
  [/^(OneDrive|SkyDrive)( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents|iCloud~.+)$/i, 'iCloud Drive'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(OneDrive-.+)$/i, 'OneDrive'],
]

function reasonAgainst(dir: string, { env }: Surroundings): string | undefined {
  if (/^(\\\\|\/\/)[^\\/]/.test(dir) && !/^\\\\[?.]\\[A-Za-z]:/.test(dir)) return 'it is on another computer, which may write to it at the same moment'
  const parts = dir.split(/[\\/]+/)
  const program = syncPrograms.find(([name]) => parts.some(part => name.test(part)))?.[1]
  const oneDrive = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].some(root => root && isInside(dir, root))
  if (program || oneDrive) return `${program ?? 'OneDrive'} copies files there while they are being written`
  return undefined
}

function isInside(dir: string, root: string): boolean {
  const [inner, outer] = [dir, root].map(path => path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase())
  return inner === outer || (inner ?? '').startsWith(`${outer}/`)
}

// A link may lead into a synced folder; the folder itself may not exist yet.
function realFolder(dir: string): string {
  try {
    return realpathSync(dir)
  } catch {
    return dirname(dir) === dir ? dir : join(realFolder(dirname(dir)), dir.slice(dirname(dir).length + 1))
  }
}
