/** Days closed at the desk: what was in the drawer, and what should have been. */
export const accounts = {
  version: 10,
  name: 'accounts',
  sql: `
CREATE TABLE day_closings (
  row           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  closed_on     TEXT NOT NULL,
  closed_at     TEXT NOT NULL CHECK (length(closed_at) = 24),
  closed_by     TEXT NOT NULL,
  -- The newest payment it counts, and everything voided by its moment.
  last_payment  INTEGER NOT NULL,
  counted_cents INTEGER NOT NULL CHECK (counted_cents >= 0),
  content       TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER day_closings_do_not_change BEFORE UPDATE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day stays as it was closed.'); END;
CREATE TRIGGER day_closings_are_not_deleted BEFORE DELETE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day is never deleted.'); END;
`,
} as const
