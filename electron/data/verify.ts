import { statSync } from 'node:fs'
import type { Soundness } from '../../shared/data/requests.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { auditHead, findAuditTampering } from '../access/audit-log.ts'
import { type Host, openHere } from '../access/host.ts'
import { countDamagedAttachments } from '../attachments/repository.ts'
import { refuseNewer, versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { type Database, openForReading } from '../db/open.ts'
import { verifySignedNotes } from '../notes/verify-signed-notes.ts'

/** What is wrong with an open clinic file, one sentence each; empty when every page, reference and audit line holds. */
export function findDamage(db: Database): string[] {
  const found: string[] = []
  const pages = db.pragma('integrity_check(20)', { simple: true })
  if (pages !== 'ok') found.push('Some pages of the file are damaged.')
  const references = Number(db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get())
  if (references !== 0) found.push(`${references} entries refer to records that are not there.`)
  const line = findAuditTampering(db)
  if (line !== undefined) found.push(`The audit log was altered at line ${line}.`)
  // Older formats are checked in full once they are brought forward.
  const isCurrent = versionOf(db) === migrations.length
  const { problem } = isCurrent ? verifySignedNotes(db) : { problem: null }
  if (problem) found.push(problem)
  const scans = isCurrent ? countDamagedAttachments(db) : 0
  if (scans > 0) found.push(scans === 1 ? '1 attached scan has lost its content.' : `${scans} attached scans have lost their content.`)
  return found
}

/** The full check of the open clinic, on request. */
export function checkClinic(host: Host): Soundness {
  const { db } = openHere(host)
  const damage = findDamage(db)
  return { isSound: damage.length === 0, damage, auditLines: auditHead(db).seq, bytes: statSync(host.files.database).size }
}

/**
 * Opens a copy with the data key and checks all of it. Throws `storage` with the reason when it is under another key, damaged, written by a newer
 * Myodesk, or holds no clinic. The copy is not changed.
 */
export function verifyCopy(path: string, key: Uint8Array) {
  const db = openForReading(path, key)
  try {
    refuseNewer(db, migrations)
    if (versionOf(db) === 0) throw new DomainError('storage', 'This file holds no Myodesk clinic. It was left as it is.')
    const damage = findDamage(db)
    if (damage.length > 0) throw new DomainError('storage', `This copy is not sound. ${damage.join(' ')} Choose another backup.`)
  } finally {
    db.close()
  }
}
