/** Health histories and clearances, attachments, note templates, letters that are corrected, sent and answered, notes entered in error. */
export const clinicalDepth = {
  version: 6,
  name: 'clinical depth',
  sql: `
-- The clinic's limits for screening, letters and measures; no row means the usual ones.
CREATE TABLE clinical_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

-- Health histories: versions are only added.
CREATE TABLE health_versions (
  id             TEXT PRIMARY KEY,
  patient_id     TEXT NOT NULL REFERENCES patients (id),
  sequence       INTEGER NOT NULL CHECK (sequence > 0),
  taken_on       TEXT NOT NULL,
  entered_at     TEXT NOT NULL,
  entered_by     TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('taken', 'unchanged', 'refused')),
  refused_reason TEXT NOT NULL,
  history        TEXT CHECK (json_valid(history)),
  CHECK ((kind = 'taken') = (history IS NOT NULL)),
  UNIQUE (patient_id, sequence)
) STRICT;
CREATE TRIGGER health_versions_do_not_change BEFORE UPDATE ON health_versions
BEGIN SELECT RAISE(ABORT, 'A health history does not change. Add a newer one.'); END;
CREATE TRIGGER health_versions_are_not_deleted BEFORE DELETE ON health_versions
BEGIN SELECT RAISE(ABORT, 'A health history is never deleted.'); END;

CREATE TABLE clearances (
  id           TEXT PRIMARY KEY,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  item         TEXT NOT NULL,
  given_by     TEXT NOT NULL CHECK (given_by <> ''),
  given_on     TEXT NOT NULL,
  expires_on   TEXT NOT NULL CHECK (expires_on >= given_on),
  terms        TEXT NOT NULL,
  withdrawn_on TEXT
) STRICT;
CREATE INDEX clearances_by_patient ON clearances (patient_id, expires_on);

-- Scans; their bytes stand apart so that lists stay quick.
CREATE TABLE attachments (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  kind       TEXT NOT NULL CHECK (kind IN ('prescription', 'clearance', 'intake', 'reply', 'other')),
  ref_id     TEXT,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      INTEGER NOT NULL CHECK (bytes > 0),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  added_on   TEXT NOT NULL,
  added_by   TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX attachments_by_patient ON attachments (patient_id, added_on);
CREATE TABLE attachment_files (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id),
  content       BLOB NOT NULL
) STRICT;

-- The clinic's wording. Rows with the id of one that Myodesk brings stand in for it; a removed one stays removed.
CREATE TABLE note_templates (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  content    TEXT NOT NULL CHECK (json_valid(content)),
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1))
) STRICT;
CREATE TABLE snippets (
  id         TEXT PRIMARY KEY,
  shortcut   TEXT NOT NULL CHECK (shortcut <> ''),
  text       TEXT NOT NULL,
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX snippets_by_shortcut ON snippets (shortcut) WHERE is_removed = 0;
CREATE TABLE clinic_techniques (
  position  INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  shorthand TEXT NOT NULL,
  purpose   TEXT NOT NULL
) STRICT;
CREATE TABLE letter_templates (
  kind    TEXT PRIMARY KEY,
  wording TEXT NOT NULL CHECK (json_valid(wording))
) STRICT;

ALTER TABLE episodes ADD COLUMN claim_attorney TEXT;
ALTER TABLE episodes ADD COLUMN close_kind TEXT;
ALTER TABLE episodes ADD COLUMN final_measures TEXT CHECK (json_valid(final_measures));
ALTER TABLE episodes ADD COLUMN outcome_plan TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outcome_plan));
UPDATE episodes SET claim_attorney = '' WHERE claim_adjuster IS NOT NULL;

-- Where prescriptions overlap, the one a person chose for the visit; NULL for the oldest with a visit left.
ALTER TABLE appointments ADD COLUMN prescription_id TEXT REFERENCES prescriptions (id);
CREATE INDEX appointments_by_prescription ON appointments (prescription_id) WHERE prescription_id IS NOT NULL;

-- Goals may be measured by a questionnaire.
CREATE TABLE goals_new (
  id            TEXT PRIMARY KEY,
  episode_id    TEXT NOT NULL REFERENCES episodes (id),
  position      INTEGER NOT NULL,
  text          TEXT NOT NULL,
  measure       TEXT NOT NULL CHECK (measure IN ('pain-now', 'pain-best', 'pain-worst', 'psfs', 'activity', 'rom', 'score', 'free')),
  key           TEXT NOT NULL,
  unit          TEXT NOT NULL,
  baseline      REAL,
  target        REAL,
  stated_status TEXT CHECK (stated_status IN ('met', 'partly-met', 'in-progress'))
) STRICT;
INSERT INTO goals_new (id, episode_id, position, text, measure, key, unit, baseline, target, stated_status)
SELECT id, episode_id, position, text, measure, key, unit, baseline, target, stated_status FROM goals;
DROP TABLE goals;
ALTER TABLE goals_new RENAME TO goals;
CREATE INDEX goals_by_episode ON goals (episode_id, position);

-- A note entered in error stays, and makes room for another one of the same visit.
CREATE TABLE notes_new (
  id                 TEXT PRIMARY KEY,
  appointment_id     TEXT NOT NULL REFERENCES appointments (id),
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
  drawn_signature    TEXT NOT NULL DEFAULT '',
  error_at           TEXT,
  error_by           TEXT,
  error_reason       TEXT,
  CHECK ((signed_at IS NULL) = (content_hash IS NULL)),
  CHECK ((signed_at IS NULL) = (signer_name IS NULL)),
  CHECK ((signed_at IS NULL) = (signed_sequence IS NULL)),
  CHECK (error_at IS NULL OR (signed_at IS NOT NULL AND error_by IS NOT NULL AND error_reason <> ''))
) STRICT;
INSERT INTO notes_new (id, appointment_id, patient_id, practitioner_id, service_on, content, revision, saved_at, signed_at, signer_name,
                       signer_credentials, signed_sequence, content_hash, previous_hash)
SELECT id, appointment_id, patient_id, practitioner_id, service_on, content, revision, saved_at, signed_at, signer_name,
       signer_credentials, signed_sequence, content_hash, previous_hash FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
CREATE UNIQUE INDEX notes_one_per_visit ON notes (appointment_id) WHERE error_at IS NULL;
CREATE INDEX notes_by_visit ON notes (appointment_id);
CREATE INDEX notes_by_patient ON notes (patient_id, service_on);
CREATE INDEX notes_unsigned ON notes (service_on) WHERE signed_at IS NULL;
CREATE INDEX notes_in_error ON notes (appointment_id) WHERE error_at IS NOT NULL;
CREATE TRIGGER signed_notes_do_not_change
BEFORE UPDATE OF id, appointment_id, patient_id, practitioner_id, service_on, content, revision, saved_at, signed_at, signer_name, signer_credentials,
  signed_sequence, content_hash, previous_hash, drawn_signature ON notes WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;
CREATE TRIGGER notes_in_error_stay_so BEFORE UPDATE ON notes WHEN OLD.error_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A note entered in error stays so.'); END;
CREATE TRIGGER notes_are_not_deleted BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'A note is never deleted.'); END;

-- Papers of any kind.
CREATE TABLE documents_new (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind <> ''),
  number      TEXT NOT NULL,
  version     INTEGER NOT NULL CHECK (version > 0),
  patient_id  TEXT NOT NULL REFERENCES patients (id),
  episode_id  TEXT REFERENCES episodes (id),
  issued_at   TEXT NOT NULL,
  issued_on   TEXT NOT NULL,
  from_on     TEXT,
  to_on       TEXT,
  total_cents INTEGER,
  replaces_id TEXT UNIQUE REFERENCES documents (id),
  reason      TEXT NOT NULL,
  content     TEXT NOT NULL CHECK (json_valid(content)),
  UNIQUE (number, version)
) STRICT;
INSERT INTO documents_new (id, kind, number, version, patient_id, episode_id, issued_at, issued_on, from_on, to_on, total_cents, replaces_id, reason, content)
SELECT id, kind, number, version, patient_id, episode_id, issued_at, issued_on, from_on, to_on, total_cents, replaces_id, reason, content FROM documents;
DROP TABLE documents;
ALTER TABLE documents_new RENAME TO documents;
CREATE INDEX documents_by_patient ON documents (patient_id, issued_at);
CREATE INDEX documents_by_episode ON documents (episode_id, issued_at);
CREATE TRIGGER documents_do_not_change BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'An issued paper does not change. Issue a new version.'); END;
CREATE TRIGGER documents_are_not_deleted BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'An issued paper is never deleted.'); END;

-- Which notes stand on which paper.
CREATE TABLE document_notes (
  document_id TEXT NOT NULL REFERENCES documents (id),
  note_id     TEXT NOT NULL REFERENCES notes (id),
  PRIMARY KEY (document_id, note_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_notes_by_note ON document_notes (note_id);

ALTER TABLE letters ADD COLUMN replaces_id TEXT REFERENCES documents (id);
ALTER TABLE letters ADD COLUMN replace_reason TEXT NOT NULL DEFAULT '';
DROP INDEX letters_one_draft;
CREATE UNIQUE INDEX letters_one_draft ON letters (episode_id, kind, coalesce(replaces_id, '')) WHERE document_id IS NULL;

CREATE TABLE sendings (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  sent_on     TEXT NOT NULL,
  how         TEXT NOT NULL CHECK (how IN ('fax', 'post', 'by-hand', 'portal', 'e-mail')),
  sent_to     TEXT NOT NULL CHECK (sent_to <> ''),
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX sendings_by_document ON sendings (document_id, sent_on);

CREATE TABLE letter_answers (
  document_id     TEXT PRIMARY KEY REFERENCES documents (id),
  received_on     TEXT NOT NULL,
  answer          TEXT NOT NULL CHECK (answer IN ('approved', 'changed', 'declined', 'see-patient')),
  remark          TEXT NOT NULL,
  recorded_by     TEXT NOT NULL,
  prescription_id TEXT REFERENCES prescriptions (id)
) STRICT, WITHOUT ROWID;
`,
} as const
