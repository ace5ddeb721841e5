import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Backup } from '../../shared/data/requests.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { auditHead, lastChangeSeq } from '../access/audit-log.ts'
import { type Host, type OpenClinic, openHere } from '../access/host.ts'
import { findKeyring } from '../access/keyring.ts'
import { refuseClinicFile } from '../app/paths.ts'
import type { Database } from '../db/open.ts'
import { storageRefusal } from '../db/sqlite-errors.ts'
import { statement } from '../db/statement.ts'
import { backupName } from './list-backups.ts'
import { putInPlace } from './put-in-place.ts'
import { verifyCopy } from './verify.ts'

/**
 * Makes an encrypted copy of the open clinic: under a temporary name, opened again and checked in full, synced, then named.
 * `path` is where to save it; without it, the clinic’s backups folder. Throws `storage` in words, leaving no partial file, and `conflict` for a file of the clinic.
 */
export function backUp(host: Host, { kind, path }: { kind: Backup['kind']; path?: string }): Backup {
  const open = openHere(host)
  if (path !== undefined) refuseClinicFile(path)
  const at = host.clock.now()
  const target = path ?? freeName(host.files.backups, backupName(clinicNameOf(host), { at, kind }))
  const seq = auditHead(open.db).seq
  const bytes = copyVerified(open, target)
  statement<object>(open.db, 'INSERT INTO backups_made (at, kind, bytes, audit_seq) VALUES (:at, :kind, :bytes, :seq)').run({ at, kind, bytes, seq })
  return { path: target, name: basename(target), at, bytes, kind }
}

/** The name offered for a backup saved elsewhere. */
export function suggestedName(host: Host): string {
  return backupName(clinicNameOf(host), { at: host.clock.now(), kind: 'asked' })
}

/** The copy made before the file’s format changes. Throws as `backUp`, and then the file is not touched. */
export function copyBeforeMigration(open: OpenClinic, host: Host) {
  const name = backupName(clinicNameOf(host), { at: host.clock.now(), kind: 'before-migration' })
  copyVerified(open, freeName(host.files.backups, name))
}

/**
 * The backup on quitting, or on leaving for the demo: only when the records changed since the last one; signing in and out does not count.
 * Never of a demo. Never throws: the records are safe in their own file, so a full disk must not keep anyone from leaving.
 */
export function backUpOnLeaving(host: Host) {
  const isDemo = host.files === host.demo || host.makesDemo
  try {
    if (host.open && !isDemo && changedSinceBackup(host.open.db)) backUp(host, { kind: 'on-quit' })
  } catch (error) {
    host.log.error('backup on leaving', error)
  }
}

function changedSinceBackup(db: Database): boolean {
  const row = statement<Record<string, never>, { seq: number }>(db, 'SELECT max(audit_seq) AS seq FROM backups_made').get({})
  return lastChangeSeq(db) > (row?.seq ?? 0)
}

function copyVerified({ db, key }: OpenClinic, target: string): number {
  const temporary = `${target}.${randomUUID().slice(0, 8)}.part`
  try {
    mkdirSync(dirname(target), { recursive: true })
    db.prepare('VACUUM INTO :temporary').run({ temporary })
    verifyCopy(temporary, key)
    putInPlace(temporary, target)
    return statSync(target).size
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary)
    throw inBackupWords(error)
  }
}

function inBackupWords(error: unknown): unknown {
  const reason = error instanceof DomainError ? error : storageRefusal(error)
  return reason ? new DomainError('storage', `The backup was not made. ${reason.message.replace('nothing was saved', 'no copy was kept')}`) : error
}

function freeName(folder: string, name: string): string {
  const stem = name.replace(/\.myodesk$/, '')
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem}-${count}.myodesk`)
    if (!existsSync(path)) return path
  }
}

function clinicNameOf(host: Host): string {
  const found = findKeyring(host.files.keyring)
  return found.kind === 'usable' ? found.keyring.clinicName : 'clinic'
}
