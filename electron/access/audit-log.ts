import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** One line of the log: who did what, when, to which records. `action` is the request’s name; `subject` holds ids only, never patient text. */
export type AuditEntry = { readonly at: Instant; readonly personId: string; readonly action: string; readonly subject: Readonly<Record<string, string>> }

type Row = { seq: number; at: string; personId: string; action: string; subject: string; prevHash: string; hash: string }

const START = '0'.repeat(64)

/** Adds a line to the log, chained to the one before. Call it inside the transaction it tells about. */
export function record(db: Database, entry: AuditEntry) {
  const head = auditHead(db)
  const row = {
    seq: head.seq + 1,
    at: entry.at,
    personId: entry.personId,
    action: entry.action,
    subject: JSON.stringify(entry.subject),
    prevHash: head.hash,
  }
  statement<Row>(
    db,
    `INSERT INTO audit_log (seq, at, person_id, action, subject, prev_hash, hash)
          VALUES (:seq, :at, :personId, :action, :subject, :prevHash, :hash)`,
  ).run({ ...row, hash: hashOf(row) })
}

/** The last line’s number and hash; number 0 in a new clinic. */
export function auditHead(db: Database): { seq: number; hash: string } {
  return (
    statement<Record<string, never>, { seq: number; hash: string }>(db, 'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get({}) ?? {
      seq: 0,
      hash: START,
    }
  )
}

/** The number of the last line that tells of a change to the records; signing in, locking and backups are not such changes. */
export function lastChangeSeq(db: Database): number {
  const row = statement<Record<string, never>, { seq: number }>(
    db,
    `SELECT seq
       FROM audit_log
      WHERE action = 'access.setUpClinic' OR (action NOT LIKE 'access.%' AND action NOT LIKE 'data.%')
      ORDER BY seq DESC
      LIMIT 1`,
  ).get({})
  return row?.seq ?? 0
}

/** Walks the whole chain. Returns the number of the first line that was changed, added, moved or removed; `undefined` when all is well. */
export function findAuditTampering(db: Database): number | undefined {
  const rows = db.prepare<[], Row>(
    `SELECT seq, at, person_id AS personId, action, subject, prev_hash AS prevHash, hash
       FROM audit_log
      ORDER BY seq`,
  )
  let expected = { seq: 1, hash: START }
  for (const row of rows.iterate()) {
    if (row.seq !== expected.seq || row.prevHash !== expected.hash || row.hash !== hashOf(row)) return Math.min(row.seq, expected.seq)
    expected = { seq: row.seq + 1, hash: row.hash }
  }
  return undefined
}

function hashOf(row: Omit<Row, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([row.seq, row.at, row.personId, row.action, row.subject, row.prevHash]))
    .digest('hex')
}
