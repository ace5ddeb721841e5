import { describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { testDatabase } from '../testing/test-database.ts'
import { findAuditTampering, record } from './audit-log.ts'

const AT = '2026-11-19T16:52:00.000Z' as Instant

/** A log of `lines` lines, with the triggers taken off so that it can be tampered with. */
function logOf(lines: number, options: { guarded: boolean } = { guarded: false }): Database {
  const db = testDatabase()
  for (let line = 1; line <= lines; line++) record(db, { at: AT, personId: 'me', action: 'patients.save', subject: { id: String(line) } })
  if (!options.guarded) db.exec('DROP TRIGGER audit_log_keeps_rows; DROP TRIGGER audit_log_loses_nothing')
  return db
}

describe('the audit log', () => {
  it('holds as it was written, and the database refuses to change or remove a line', () => {
    const db = logOf(20, { guarded: true })
    expect(findAuditTampering(db)).toBeUndefined()
    expect(() => db.exec("UPDATE audit_log SET person_id = 'you' WHERE seq = 3")).toThrow('The audit log cannot be changed.')
    expect(() => db.exec('DELETE FROM audit_log WHERE seq = 20')).toThrow('The audit log cannot be changed.')
    expect(() => db.exec("REPLACE INTO audit_log SELECT seq, at, 'you', action, subject, prev_hash, hash FROM audit_log WHERE seq = 3")).toThrow()
  })

  const edits: readonly (readonly [string, string, number])[] = [
    ['another moment', `UPDATE audit_log SET at = '2026-11-19T16:52:00.001Z' WHERE seq = 7`, 7],
    ['another person', `UPDATE audit_log SET person_id = 'you' WHERE seq = 1`, 1],
    ['another action', `UPDATE audit_log SET action = 'patients.list' WHERE seq = 20`, 20],
    ['another subject', `UPDATE audit_log SET subject = '{}' WHERE seq = 7`, 7],
    ['a line removed', 'DELETE FROM audit_log WHERE seq = 7', 7],
    ['the first line removed', 'DELETE FROM audit_log WHERE seq = 1', 1],
    ['a line removed and the rest moved up', 'DELETE FROM audit_log WHERE seq = 7; UPDATE audit_log SET seq = seq - 1 WHERE seq > 7', 7],
    [
      'two lines exchanged',
      'UPDATE audit_log SET seq = 99 WHERE seq = 7; UPDATE audit_log SET seq = 7 WHERE seq = 8; UPDATE audit_log SET seq = 8 WHERE seq = 99',
      7,
    ],
    ['a line added', `INSERT INTO audit_log SELECT 21, at, person_id, action, subject, hash, '${'ab'.repeat(32)}' FROM audit_log WHERE seq = 20`, 21],
  ]
  it.each(edits)('shows %s, with its line', (_name, sql, line) => {
    const db = logOf(20)
    db.exec(sql)
    expect(findAuditTampering(db)).toBe(line)
  })
})
