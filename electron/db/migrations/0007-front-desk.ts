/** Rooms, visit types, hours, blocks, series, waitlist, calls, consents, households, merged charts, fees of missed visits. */
export const frontDesk = {
  version: 7,
  name: 'front desk',
  sql: `
-- How the front desk works; no row means the usual values.
CREATE TABLE desk_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

CREATE TABLE rooms (
  id        TEXT PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position  INTEGER NOT NULL
) STRICT;

CREATE TABLE visit_types (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  minutes        INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  buffer_minutes INTEGER NOT NULL CHECK (buffer_minutes BETWEEN 0 AND 60),
  colour         TEXT NOT NULL,
  for_first      INTEGER NOT NULL CHECK (for_first IN (0, 1)),
  is_active      INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position       INTEGER NOT NULL
) STRICT;

ALTER TABLE practitioners ADD COLUMN colour TEXT NOT NULL DEFAULT 'teal';
ALTER TABLE practitioners ADD COLUMN hours TEXT CHECK (json_valid(hours));
ALTER TABLE practitioners ADD COLUMN visit_types TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(visit_types));
ALTER TABLE practitioners ADD COLUMN left_on TEXT;

-- Time kept free of visits. Without practitioner and room: the whole clinic.
CREATE TABLE blocks (
  id              TEXT PRIMARY KEY,
  practitioner_id TEXT REFERENCES practitioners (id),
  room_id         TEXT REFERENCES rooms (id),
  kind            TEXT NOT NULL CHECK (kind IN ('break', 'training', 'vacation', 'sick', 'closure', 'other')),
  title           TEXT NOT NULL,
  first_on        TEXT NOT NULL,
  last_on         TEXT CHECK (last_on >= first_on),
  from_time       TEXT,
  to_time         TEXT CHECK (to_time > from_time),
  weekdays        TEXT NOT NULL CHECK (json_valid(weekdays)),
  every_weeks     INTEGER NOT NULL CHECK (every_weeks > 0),
  skipped         TEXT NOT NULL CHECK (json_valid(skipped)),
  CHECK ((from_time IS NULL) = (to_time IS NULL))
) STRICT;
CREATE INDEX blocks_by_end ON blocks (last_on);

CREATE TABLE series (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  episode_id TEXT REFERENCES episodes (id),
  plan       TEXT NOT NULL CHECK (json_valid(plan)),
  created_on TEXT NOT NULL
) STRICT;
CREATE INDEX series_by_patient ON series (patient_id);

ALTER TABLE appointments ADD COLUMN room_id TEXT REFERENCES rooms (id);
ALTER TABLE appointments ADD COLUMN visit_type_id TEXT REFERENCES visit_types (id);
ALTER TABLE appointments ADD COLUMN buffer_minutes INTEGER NOT NULL DEFAULT 0 CHECK (buffer_minutes BETWEEN 0 AND 60);
ALTER TABLE appointments ADD COLUMN series_id TEXT REFERENCES series (id);
ALTER TABLE appointments ADD COLUMN is_late_cancel INTEGER NOT NULL DEFAULT 0 CHECK (is_late_cancel IN (0, 1));
ALTER TABLE appointments ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);
CREATE INDEX appointments_by_series ON appointments (series_id, starts_at) WHERE series_id IS NOT NULL;
CREATE INDEX appointments_by_room ON appointments (room_id, starts_at) WHERE room_id IS NOT NULL;

-- What happened to a visit; only added to.
CREATE TABLE appointment_changes (
  id             TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  who            TEXT NOT NULL,
  sentence       TEXT NOT NULL CHECK (sentence <> ''),
  reason         TEXT NOT NULL
) STRICT;
CREATE INDEX appointment_changes_by_visit ON appointment_changes (appointment_id, at);
CREATE TRIGGER appointment_changes_stay BEFORE UPDATE ON appointment_changes
BEGIN SELECT RAISE(ABORT, 'The history of a visit does not change.'); END;
CREATE TRIGGER appointment_changes_are_not_deleted BEFORE DELETE ON appointment_changes
BEGIN SELECT RAISE(ABORT, 'The history of a visit is never deleted.'); END;

CREATE TABLE calls (
  id             TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  outcome        TEXT NOT NULL CHECK (outcome IN ('confirmed', 'left-message', 'no-answer', 'wrong-number')),
  remark         TEXT NOT NULL,
  who            TEXT NOT NULL
) STRICT;
CREATE INDEX calls_by_visit ON calls (appointment_id, at);

CREATE TABLE waitlist (
  id              TEXT PRIMARY KEY,
  patient_id      TEXT NOT NULL REFERENCES patients (id),
  episode_id      TEXT REFERENCES episodes (id),
  practitioner_id TEXT REFERENCES practitioners (id),
  visit_type_id   TEXT REFERENCES visit_types (id),
  minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  weekdays        TEXT NOT NULL CHECK (json_valid(weekdays)),
  from_time       TEXT,
  to_time         TEXT,
  earliest_on     TEXT,
  latest_on       TEXT,
  remark          TEXT NOT NULL,
  added_at        TEXT NOT NULL CHECK (length(added_at) = 24),
  closed_at       TEXT,
  close_reason    TEXT NOT NULL DEFAULT '',
  appointment_id  TEXT REFERENCES appointments (id)
) STRICT;
CREATE INDEX waitlist_open ON waitlist (added_at) WHERE closed_at IS NULL;
CREATE INDEX waitlist_by_patient ON waitlist (patient_id);

CREATE TABLE waitlist_offers (
  waitlist_id TEXT NOT NULL REFERENCES waitlist (id),
  starts_at   TEXT NOT NULL,
  offered_at  TEXT NOT NULL CHECK (length(offered_at) = 24),
  answer      TEXT NOT NULL CHECK (answer IN ('waiting', 'no', 'no-answer')),
  PRIMARY KEY (waitlist_id, starts_at)
) STRICT, WITHOUT ROWID;

ALTER TABLE patients ADD COLUMN referral_source TEXT NOT NULL DEFAULT '';
ALTER TABLE patients ADD COLUMN guarantor_patient_id TEXT REFERENCES patients (id);
ALTER TABLE patients ADD COLUMN guarantor_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patients ADD COLUMN guarantor_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE patients ADD COLUMN guarantor_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE patients ADD COLUMN household_id TEXT;
ALTER TABLE patients ADD COLUMN deceased_on TEXT;
-- The chart this one became part of.
ALTER TABLE patients ADD COLUMN merged_into TEXT REFERENCES patients (id);
CREATE INDEX patients_by_household ON patients (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX patients_by_guarantor ON patients (guarantor_patient_id) WHERE guarantor_patient_id IS NOT NULL;

CREATE INDEX patients_by_address ON patients (zip, street) WHERE is_archived = 0;
CREATE INDEX patients_merged ON patients (merged_into) WHERE merged_into IS NOT NULL;

-- Nothing is added to a chart that became part of another one, and nobody who died is booked.
CREATE TRIGGER merged_charts_get_no_visits BEFORE INSERT ON appointments
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Book the visit there.'); END;
CREATE TRIGGER merged_charts_get_no_series BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Plan the series there.'); END;
CREATE TRIGGER merged_charts_do_not_wait BEFORE INSERT ON waitlist
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Put that one on the waitlist.'); END;
CREATE TRIGGER the_dead_are_not_booked BEFORE INSERT ON appointments
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND deceased_on < substr(NEW.starts_at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'This patient has died. If that is a mistake, take it back on the chart first.'); END;
CREATE TRIGGER the_dead_are_not_booked_again BEFORE UPDATE OF status ON appointments
WHEN OLD.status IN ('cancelled', 'no-show') AND NEW.status NOT IN ('cancelled', 'no-show')
  AND EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND deceased_on < substr(NEW.starts_at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'This patient has died. If that is a mistake, take it back on the chart first.'); END;
CREATE TRIGGER the_dead_do_not_wait BEFORE INSERT ON waitlist
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND deceased_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This patient has died. If that is a mistake, take it back on the chart first.'); END;

CREATE TABLE consents (
  id           TEXT PRIMARY KEY,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  kind         TEXT NOT NULL CHECK (kind <> ''),
  signed_on    TEXT NOT NULL,
  expires_on   TEXT CHECK (expires_on >= signed_on),
  signed_by    TEXT NOT NULL CHECK (signed_by <> ''),
  remark       TEXT NOT NULL,
  withdrawn_on TEXT,
  recorded_by  TEXT NOT NULL
) STRICT;
CREATE INDEX consents_by_patient ON consents (patient_id, kind, signed_on);

-- Two charts made one. \`moved\` names every row that moved, \`before\` both charts as they were.
CREATE TABLE merges (
  id        TEXT PRIMARY KEY,
  kept_id   TEXT NOT NULL REFERENCES patients (id),
  other_id  TEXT NOT NULL REFERENCES patients (id),
  merged_at TEXT NOT NULL CHECK (length(merged_at) = 24),
  merged_on TEXT NOT NULL,
  merged_by TEXT NOT NULL,
  moved     TEXT NOT NULL CHECK (json_valid(moved)),
  before    TEXT NOT NULL CHECK (json_valid(before)),
  undone_at TEXT,
  CHECK (kept_id <> other_id)
) STRICT;
CREATE INDEX merges_by_kept ON merges (kept_id);
CREATE INDEX merges_by_other ON merges (other_id);

-- The fee of a missed visit is an invoice without lines.
ALTER TABLE invoices ADD COLUMN kind TEXT NOT NULL DEFAULT 'visit' CHECK (kind IN ('visit', 'missed'));

-- The chart a note was signed for: its hash names it, also after the note moved with a merge.
ALTER TABLE notes ADD COLUMN signed_for TEXT REFERENCES patients (id);

-- Frozen records may change their patient along a merge, and nothing else.
DROP TRIGGER documents_do_not_change;
CREATE TRIGGER documents_do_not_change BEFORE UPDATE ON documents
WHEN OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.number <> NEW.number OR OLD.version <> NEW.version OR OLD.episode_id IS NOT NEW.episode_id
  OR OLD.issued_at <> NEW.issued_at OR OLD.issued_on <> NEW.issued_on OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on
  OR OLD.total_cents IS NOT NEW.total_cents OR OLD.replaces_id IS NOT NEW.replaces_id OR OLD.reason <> NEW.reason OR OLD.content <> NEW.content
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'An issued paper does not change. Issue a new version.'); END;

DROP TRIGGER invoices_keep_what_was_charged;
CREATE TRIGGER invoices_keep_what_was_charged BEFORE UPDATE ON invoices
WHEN OLD.number <> NEW.number OR OLD.total_cents <> NEW.total_cents OR OLD.facts <> NEW.facts OR OLD.service_on <> NEW.service_on
  OR OLD.appointment_id <> NEW.appointment_id OR OLD.kind <> NEW.kind
  OR (OLD.voided_at IS NOT NULL AND OLD.patient_id = NEW.patient_id)
  OR (OLD.patient_id <> NEW.patient_id
      AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id)))
BEGIN SELECT RAISE(ABORT, 'An invoice keeps what was charged. Void it and check out again.'); END;

DROP TRIGGER signed_notes_do_not_change;
CREATE TRIGGER signed_notes_do_not_change
BEFORE UPDATE OF id, appointment_id, practitioner_id, service_on, content, revision, saved_at, signed_at, signer_name, signer_credentials,
  signed_sequence, content_hash, previous_hash, drawn_signature ON notes WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;
CREATE TRIGGER signed_notes_keep_their_patient
BEFORE UPDATE OF patient_id ON notes WHEN OLD.signed_at IS NOT NULL AND OLD.patient_id <> NEW.patient_id
  AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;
DROP TRIGGER notes_in_error_stay_so;
CREATE TRIGGER notes_in_error_stay_so BEFORE UPDATE OF error_at, error_by, error_reason ON notes WHEN OLD.error_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A note entered in error stays so.'); END;

DROP TRIGGER health_versions_do_not_change;
CREATE TRIGGER health_versions_do_not_change BEFORE UPDATE ON health_versions
WHEN OLD.id <> NEW.id OR OLD.taken_on <> NEW.taken_on OR OLD.entered_at <> NEW.entered_at OR OLD.entered_by <> NEW.entered_by OR OLD.kind <> NEW.kind
  OR OLD.refused_reason <> NEW.refused_reason OR OLD.history IS NOT NEW.history
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE NEW.patient_id IN (m.kept_id, m.other_id) AND OLD.patient_id IN (m.kept_id, m.other_id))
BEGIN SELECT RAISE(ABORT, 'A health history does not change. Add a newer one.'); END;

-- What lists ask of notes, without reading the notes themselves: a long one lies on several pages.
CREATE INDEX notes_standing ON notes (appointment_id, signed_at, service_on, id, error_at) WHERE error_at IS NULL;
CREATE INDEX notes_withheld ON notes (id) WHERE content ->> '$.screening.isWithheld' = 1;
CREATE INDEX episodes_open ON episodes (id, patient_id) WHERE closed_on IS NULL;
`,
} as const
