import type { Migration } from '../migrate.ts'

/** The audit log, which only ever grows, and the list of backups made. */
export const auditAndAccess: Migration = {
  version: 1,
  name: 'audit and access',
  sql: `
CREATE TABLE audit_log (
  seq         INTEGER PRIMARY KEY CHECK (seq > 0),
  at          TEXT NOT NULL CHECK (length(at) = 24),
  person_id   TEXT NOT NULL,
  action      TEXT NOT NULL CHECK (action <> ''),
  subject     TEXT NOT NULL CHECK (json_valid(subject)),
  prev_hash   TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash        TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;

CREATE TRIGGER audit_log_loses_nothing BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;

CREATE TABLE backups_made (
  at          TEXT NOT NULL CHECK (length(at) = 24),
  kind        TEXT NOT NULL CHECK (kind IN ('asked', 'on-quit', 'before-migration')),
  bytes       INTEGER NOT NULL CHECK (bytes > 0),
  audit_seq   INTEGER NOT NULL CHECK (audit_seq >= 0)
) STRICT;
`,
}
