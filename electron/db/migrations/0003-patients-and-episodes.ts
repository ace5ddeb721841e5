/** Patients, how to find them, and their episodes of care. */
export const patientsAndEpisodes = {
  version: 3,
  name: 'patients and episodes',
  sql: `
-- place counts up as the list of patients stands, with room between them; the archived ones have their own order below zero. The search index knows
-- patients by their place, so that it finds them in the order of the list.
CREATE TABLE patients (
  place             INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  chart_number      TEXT NOT NULL UNIQUE,
  first_name        TEXT NOT NULL,
  middle_name       TEXT NOT NULL,
  last_name         TEXT NOT NULL,
  suffix            TEXT NOT NULL,
  preferred_name    TEXT NOT NULL,
  pronouns          TEXT NOT NULL,
  born_on           TEXT NOT NULL,
  sex               TEXT NOT NULL CHECK (sex IN ('', 'female', 'male', 'x')),
  phone             TEXT NOT NULL,
  other_phone       TEXT NOT NULL,
  email             TEXT NOT NULL,
  street            TEXT NOT NULL,
  street2           TEXT NOT NULL,
  city              TEXT NOT NULL,
  state             TEXT NOT NULL,
  zip               TEXT NOT NULL,
  guardian_name     TEXT NOT NULL,
  guardian_relation TEXT NOT NULL,
  guardian_phone    TEXT NOT NULL,
  release_signed_on TEXT,
  remark            TEXT NOT NULL,
  registered_on     TEXT NOT NULL,
  is_archived       INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
  -- Last and first name in small letters without accents and signs, so that lists stand in the order people expect.
  sort_name         TEXT NOT NULL,
  CHECK ((place < 0) = (is_archived = 1))
) STRICT;
CREATE INDEX patients_by_name ON patients (sort_name, id);
CREATE INDEX patients_in_order ON patients (is_archived, sort_name, id);
CREATE INDEX patients_by_birth ON patients (born_on);

-- What one types to find a patient: names without their accents (symbols too), phone digits, birth date in usual forms, chart number. rowid is patients.place.
CREATE VIRTUAL TABLE patient_search USING fts5 (
  names, phones, born, chart, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'", prefix = '1 2 3'
);

CREATE TABLE policies (
  patient_id      TEXT PRIMARY KEY REFERENCES patients (id),
  payer_id        TEXT NOT NULL REFERENCES payers (id),
  member_id       TEXT NOT NULL,
  group_number    TEXT NOT NULL,
  plan_name       TEXT NOT NULL,
  relation        TEXT NOT NULL CHECK (relation IN ('self', 'spouse', 'child', 'other')),
  insured_name    TEXT NOT NULL,
  insured_born_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('never', 'care')),
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX alerts_by_patient ON alerts (patient_id, position);

CREATE TABLE episodes (
  id                 TEXT PRIMARY KEY,
  patient_id         TEXT NOT NULL REFERENCES patients (id),
  condition          TEXT NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN ('illness', 'auto', 'work', 'other')),
  onset_on           TEXT,
  regions            TEXT NOT NULL CHECK (json_valid(regions)),
  planned_visits     INTEGER CHECK (planned_visits > 0),
  plan_remark        TEXT NOT NULL,
  claim_payer_id     TEXT REFERENCES payers (id),
  claim_number       TEXT,
  claim_injured_on   TEXT,
  claim_state        TEXT,
  claim_adjuster     TEXT,
  claim_employer     TEXT,
  opened_on          TEXT NOT NULL,
  closed_on          TEXT CHECK (closed_on >= opened_on),
  close_reason       TEXT NOT NULL
) STRICT;
CREATE INDEX episodes_by_patient ON episodes (patient_id, opened_on);

CREATE TABLE diagnoses (
  id            TEXT PRIMARY KEY,
  episode_id    TEXT NOT NULL REFERENCES episodes (id),
  position      INTEGER NOT NULL,
  code          TEXT NOT NULL,
  label         TEXT NOT NULL,
  diagnosed_by  TEXT NOT NULL CHECK (diagnosed_by <> ''),
  prescriber_id TEXT REFERENCES prescribers (id),
  diagnosed_on  TEXT NOT NULL,
  valid_from    TEXT NOT NULL,
  valid_to      TEXT CHECK (valid_to >= valid_from)
) STRICT;
CREATE INDEX diagnoses_by_episode ON diagnoses (episode_id, position);

CREATE TABLE prescriptions (
  id                     TEXT PRIMARY KEY,
  episode_id             TEXT NOT NULL REFERENCES episodes (id),
  prescriber_id          TEXT NOT NULL REFERENCES prescribers (id),
  written_on             TEXT NOT NULL,
  expires_on             TEXT CHECK (expires_on >= written_on),
  visits                 INTEGER CHECK (visits > 0),
  frequency              TEXT NOT NULL,
  regions                TEXT NOT NULL CHECK (json_valid(regions)),
  procedures             TEXT NOT NULL CHECK (json_valid(procedures)),
  requests               TEXT NOT NULL,
  authorization_number   TEXT NOT NULL,
  visits_used_before     INTEGER NOT NULL CHECK (visits_used_before >= 0),
  is_signed              INTEGER NOT NULL CHECK (is_signed IN (0, 1)),
  says_medically_necessary INTEGER NOT NULL CHECK (says_medically_necessary IN (0, 1))
) STRICT;
CREATE INDEX prescriptions_by_episode ON prescriptions (episode_id, written_on);

CREATE TABLE goals (
  id            TEXT PRIMARY KEY,
  episode_id    TEXT NOT NULL REFERENCES episodes (id),
  position      INTEGER NOT NULL,
  text          TEXT NOT NULL,
  measure       TEXT NOT NULL CHECK (measure IN ('pain-now', 'pain-best', 'pain-worst', 'psfs', 'activity', 'rom', 'free')),
  key           TEXT NOT NULL,
  unit          TEXT NOT NULL,
  baseline      REAL,
  target        REAL,
  stated_status TEXT CHECK (stated_status IN ('met', 'partly-met', 'in-progress'))
) STRICT;
CREATE INDEX goals_by_episode ON goals (episode_id, position);
`,
} as const
