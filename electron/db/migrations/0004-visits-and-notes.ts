/** Appointments and session notes. A signed note cannot change: the database itself refuses. */
export const visitsAndNotes = {
  version: 4,
  name: 'visits and notes',
  sql: `
CREATE TABLE appointments (
  id              TEXT PRIMARY KEY,
  patient_id      TEXT NOT NULL REFERENCES patients (id),
  episode_id      TEXT REFERENCES episodes (id),
  practitioner_id TEXT NOT NULL REFERENCES practitioners (id),
  starts_at       TEXT NOT NULL,
  ends_at         TEXT NOT NULL CHECK (ends_at > starts_at),
  minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  status          TEXT NOT NULL CHECK (status IN ('booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out', 'no-show', 'cancelled')),
  remark          TEXT NOT NULL,
  arrived_at      TEXT,
  started_at      TEXT,
  cancel_reason   TEXT NOT NULL
) STRICT;
CREATE INDEX appointments_by_start ON appointments (starts_at, practitioner_id);
-- Who was here lately, without reading the visits themselves.
CREATE INDEX appointments_seen ON appointments (starts_at, patient_id, status);
CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at);
-- Visits that began and are not checked out: few, and asked for on every look at today.
CREATE INDEX appointments_unsettled ON appointments (starts_at) WHERE status IN ('arrived', 'in-session', 'finished');
CREATE INDEX appointments_by_episode ON appointments (episode_id, starts_at);

CREATE TABLE notes (
  id                 TEXT PRIMARY KEY,
  appointment_id     TEXT NOT NULL UNIQUE REFERENCES appointments (id),
  patient_id         TEXT NOT NULL REFERENCES patients (id),
  practitioner_id    TEXT NOT NULL REFERENCES practitioners (id),
  service_on         TEXT NOT NULL,
  content            TEXT NOT NULL CHECK (json_valid(content)),
  revision           INTEGER NOT NULL CHECK (revision > 0),
  saved_at           TEXT NOT NULL,
  signed_at          TEXT,
  signer_name        TEXT,
  signer_credentials TEXT,
  signed_sequence    INTEGER UNIQUE,
  content_hash       TEXT,
  previous_hash      TEXT,
  CHECK ((signed_at IS NULL) = (content_hash IS NULL)),
  CHECK ((signed_at IS NULL) = (signer_name IS NULL)),
  CHECK ((signed_at IS NULL) = (signed_sequence IS NULL))
) STRICT;
CREATE INDEX notes_by_patient ON notes (patient_id, service_on);
CREATE INDEX notes_unsigned ON notes (service_on) WHERE signed_at IS NULL;

CREATE TRIGGER signed_notes_do_not_change BEFORE UPDATE ON notes WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;
CREATE TRIGGER notes_are_not_deleted BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'A note is never deleted.'); END;

CREATE TABLE note_addenda (
  id         TEXT PRIMARY KEY,
  note_id    TEXT NOT NULL REFERENCES notes (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL
) STRICT;
CREATE INDEX note_addenda_by_note ON note_addenda (note_id, written_at);
CREATE TRIGGER addenda_do_not_change BEFORE UPDATE ON note_addenda
BEGIN SELECT RAISE(ABORT, 'An addendum does not change. Write another one.'); END;
CREATE TRIGGER addenda_are_not_deleted BEFORE DELETE ON note_addenda
BEGIN SELECT RAISE(ABORT, 'An addendum is never deleted.'); END;
`,
} as const
