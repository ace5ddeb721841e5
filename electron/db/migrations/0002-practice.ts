/** The clinic’s profile, its people, fee schedule, payers and prescribers. */
export const practice = {
  version: 2,
  name: 'practice',
  sql: `
CREATE TABLE clinic (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  name               TEXT NOT NULL,
  street             TEXT NOT NULL,
  street2            TEXT NOT NULL,
  city               TEXT NOT NULL,
  state              TEXT NOT NULL,
  zip                TEXT NOT NULL,
  phone              TEXT NOT NULL,
  fax                TEXT NOT NULL,
  email              TEXT NOT NULL,
  tax_id             TEXT NOT NULL,
  organisation_npi   TEXT NOT NULL,
  time_zone          TEXT NOT NULL,
  place_of_service   TEXT NOT NULL CHECK (length(place_of_service) = 2),
  paper_size         TEXT NOT NULL CHECK (paper_size IN ('letter', 'a4')),
  no_show_uses_visit INTEGER NOT NULL CHECK (no_show_uses_visit IN (0, 1)),
  opens_at           TEXT NOT NULL,
  closes_at          TEXT NOT NULL,
  logo               TEXT NOT NULL
) STRICT;

CREATE TABLE practitioners (
  id                 TEXT PRIMARY KEY,
  legal_name         TEXT NOT NULL,
  credentials        TEXT NOT NULL,
  license_number     TEXT NOT NULL,
  license_state      TEXT NOT NULL,
  license_expires_on TEXT,
  npi                TEXT NOT NULL,
  taxonomy           TEXT NOT NULL,
  training_hours     INTEGER CHECK (training_hours >= 0),
  techniques         TEXT NOT NULL,
  signature_on_file  INTEGER NOT NULL CHECK (signature_on_file IN (0, 1)),
  is_active          INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position           INTEGER NOT NULL
) STRICT;

CREATE TABLE services (
  id               TEXT PRIMARY KEY,
  name             TEXT NOT NULL,
  code             TEXT NOT NULL,
  is_timed         INTEGER NOT NULL CHECK (is_timed IN (0, 1)),
  minutes_per_unit INTEGER NOT NULL CHECK (minutes_per_unit BETWEEN 5 AND 60),
  modifiers        TEXT NOT NULL CHECK (json_valid(modifiers)),
  is_active        INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position         INTEGER NOT NULL
) STRICT;

CREATE TABLE service_fees (
  service_id     TEXT NOT NULL REFERENCES services (id),
  effective_from TEXT NOT NULL,
  unit_fee_cents INTEGER NOT NULL CHECK (unit_fee_cents >= 0),
  PRIMARY KEY (service_id, effective_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE payers (
  id                    TEXT PRIMARY KEY,
  name                  TEXT NOT NULL,
  kind                  TEXT NOT NULL CHECK (kind IN ('commercial', 'auto', 'work', 'self-pay', 'other')),
  unit_rule             TEXT NOT NULL CHECK (unit_rule IN ('cms', 'midpoint', 'full')),
  requires_prescription INTEGER NOT NULL CHECK (requires_prescription IN (0, 1)),
  auto_modifiers        TEXT NOT NULL CHECK (json_valid(auto_modifiers)),
  max_units_per_visit   INTEGER CHECK (max_units_per_visit > 0)
) STRICT;

CREATE TABLE prescribers (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  credentials   TEXT NOT NULL,
  npi           TEXT NOT NULL,
  practice_name TEXT NOT NULL,
  street        TEXT NOT NULL,
  street2       TEXT NOT NULL,
  city          TEXT NOT NULL,
  state         TEXT NOT NULL,
  zip           TEXT NOT NULL,
  phone         TEXT NOT NULL,
  fax           TEXT NOT NULL
) STRICT;

-- Gapless numbers (charts, invoices, papers): the next one of each series, taken inside the transaction that uses it.
CREATE TABLE number_series (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next > 0)
) STRICT, WITHOUT ROWID;

-- ICD-10-CM codes with the dates of service they are valid on; bare is the code without its dot.
CREATE TABLE icd10_codes (
  row        INTEGER PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE,
  bare       TEXT NOT NULL,
  label      TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to   TEXT
) STRICT;
CREATE INDEX icd10_codes_by_bare ON icd10_codes (bare);

-- Finds codes by their beginning and by words; rowid is icd10_codes.row.
CREATE VIRTUAL TABLE icd10_search USING fts5 (
  bare, label, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
`,
} as const
