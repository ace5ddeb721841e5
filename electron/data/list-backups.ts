import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../shared/data/requests.ts'
import { Instant } from '../../shared/lib/dates.ts'
import type { Host } from '../access/host.ts'
import { statement } from '../db/statement.ts'

type Kind = Backup['kind']
const NAME = /^(?<stem>.+)-(?<day>\d{4}-\d{2}-\d{2})-(?<time>\d{6})-(?<kind>asked|on-quit|before-migration)(-\d+)?\.myodesk$/

/** The name of a backup: the clinic, the moment in UTC, and why it was made. Safe on every system. */
export function backupName(clinicName: string, { at, kind }: { at: Instant; kind: Kind }): string {
  const stem = clinicName
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${stem || 'clinic'}-${at.slice(0, 10)}-${at.slice(11, 19).replaceAll(':', '')}-${kind}.myodesk`
}

/** The backups in the clinic’s folder, newest first, told from their names: it works without a password. */
export function listBackups(folder: string): Backup[] {
  return readdirSync(folder)
    .flatMap(name => {
      const parts = NAME.exec(name)?.groups
      if (!parts) return []
      const [hours, minutes, seconds] = [parts.time?.slice(0, 2), parts.time?.slice(2, 4), parts.time?.slice(4, 6)]
      const at = Instant.safeParse(`${parts.day}T${hours}:${minutes}:${seconds}.000Z`)
      const path = join(folder, name)
      return at.success ? [{ path, name, at: at.data, bytes: statSync(path).size, kind: kindOf(parts.kind) }] : []
    })
    .sort((one, other) => (one.at === other.at ? other.name.localeCompare(one.name) : other.at.localeCompare(one.at)))
}

/** When the clinic was last backed up: as the open file remembers it (a copy on a stick counts), else by the names in the folder. */
export function lastBackupAt(host: Host): Instant | null {
  if (!host.open) return listBackups(host.files.backups)[0]?.at ?? null
  const row = statement<Record<string, never>, { at: Instant }>(host.open.db, 'SELECT at FROM backups_made ORDER BY rowid DESC LIMIT 1').get({})
  return row?.at ?? null
}

function kindOf(text: string | undefined): Kind {
  return text === 'on-quit' || text === 'before-migration' ? text : 'asked'
}
