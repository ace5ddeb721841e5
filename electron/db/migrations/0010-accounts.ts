/** Days closed at the desk: what was in the drawer, and what should have been. */
export const accounts = {
  version: 10,
  name: 'accounts',
  sql: `
CREATE TABLE day_closings (
  row           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  -- Each closing follows one other, and no two the same: of two made at once, one wins.
  previous_id   TEXT REFERENCES day_closings (id),
  closed_on     TEXT NOT NULL,
  closed_at     TEXT NOT NULL CHECK (length(closed_at) = 24),
  closed_by     TEXT NOT NULL,
  -- The newest payment, entry and invoice it counts; the next closing begins after them. A payment voided later falls into the closing after that.
  last_payment  INTEGER NOT NULL,
  last_entry    INTEGER NOT NULL,
  last_invoice  INTEGER NOT NULL,
  net_cents     INTEGER NOT NULL,
  counted_cents INTEGER NOT NULL CHECK (counted_cents >= 0),
  content       TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE UNIQUE INDEX day_closings_follow_one ON day_closings (coalesce(previous_id, ''));
CREATE TRIGGER day_closings_do_not_change BEFORE UPDATE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day stays as it was closed.'); END;
CREATE TRIGGER day_closings_are_not_deleted BEFORE DELETE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day is never deleted.'); END;
-- Patients for whom somebody without a chart pays.
CREATE INDEX patients_paid_by_name ON patients (zip, guarantor_name) WHERE guarantor_patient_id IS NULL AND guarantor_name <> '';
-- The statements of a patient, to find the last one.
CREATE INDEX documents_statements ON documents (patient_id, issued_at) WHERE kind = 'statement';
`,
} as const
