CREATE TABLE alerts (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('never', 'care')),
  text       TEXT NOT NULL
) STRICT;

CREATE TABLE appointment_changes (
  id             TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  who            TEXT NOT NULL,
  sentence       TEXT NOT NULL CHECK (sentence <> ''),
  reason         TEXT NOT NULL
) STRICT;

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
, prescription_id TEXT REFERENCES prescriptions (id), room_id TEXT REFERENCES rooms (id), visit_type_id TEXT REFERENCES visit_types (id), buffer_minutes INTEGER NOT NULL DEFAULT 0 CHECK (buffer_minutes BETWEEN 0 AND 60), series_id TEXT REFERENCES series (id), is_late_cancel INTEGER NOT NULL DEFAULT 0 CHECK (is_late_cancel IN (0, 1)), revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)) STRICT;

CREATE TABLE attachment_files (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id),
  content       BLOB NOT NULL
) STRICT;

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

CREATE TABLE audit_log (
  seq         INTEGER PRIMARY KEY CHECK (seq > 0),
  at          TEXT NOT NULL CHECK (length(at) = 24),
  person_id   TEXT NOT NULL,
  action      TEXT NOT NULL CHECK (action <> ''),
  subject     TEXT NOT NULL CHECK (json_valid(subject)),
  prev_hash   TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash        TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE backups_made (
  at          TEXT NOT NULL CHECK (length(at) = 24),
  kind        TEXT NOT NULL CHECK (kind IN ('asked', 'on-quit', 'before-migration')),
  bytes       INTEGER NOT NULL CHECK (bytes > 0),
  audit_seq   INTEGER NOT NULL CHECK (audit_seq >= 0)
) STRICT;

CREATE TABLE benefit_limits (
  episode_id           TEXT PRIMARY KEY REFERENCES episodes (id),
  kind                 TEXT NOT NULL CHECK (kind IN ('pip', 'medpay', 'work', 'other')),
  limit_cents          INTEGER NOT NULL CHECK (limit_cents > 0),
  used_elsewhere_cents INTEGER NOT NULL CHECK (used_elsewhere_cents >= 0),
  used_elsewhere_on    TEXT
) STRICT;

CREATE TABLE billing_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

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

CREATE TABLE calls (
  id             TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  outcome        TEXT NOT NULL CHECK (outcome IN ('confirmed', 'left-message', 'no-answer', 'wrong-number')),
  remark         TEXT NOT NULL,
  who            TEXT NOT NULL
) STRICT;

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

CREATE TABLE clinic_techniques (
  position  INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  shorthand TEXT NOT NULL,
  purpose   TEXT NOT NULL
) STRICT;

CREATE TABLE clinical_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

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

CREATE TABLE desk_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

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

CREATE TABLE disclosures (
  id           TEXT PRIMARY KEY,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  document_id  TEXT REFERENCES documents (id),
  disclosed_on TEXT NOT NULL,
  disclosed_to TEXT NOT NULL CHECK (disclosed_to <> ''),
  purpose      TEXT NOT NULL,
  -- The release it stands on; null with the reason why it was given without one.
  consent_id   TEXT REFERENCES consents (id),
  reason       TEXT NOT NULL,
  recorded_at  TEXT NOT NULL CHECK (length(recorded_at) = 24),
  recorded_by  TEXT NOT NULL,
  CHECK (consent_id IS NOT NULL OR reason <> '')
) STRICT;

CREATE TABLE document_invoices (
  document_id TEXT NOT NULL REFERENCES documents (id),
  invoice_id  TEXT NOT NULL REFERENCES invoices (id),
  PRIMARY KEY (document_id, invoice_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_notes (
  document_id TEXT NOT NULL REFERENCES documents (id),
  note_id     TEXT NOT NULL REFERENCES notes (id),
  PRIMARY KEY (document_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_payments (
  document_id TEXT NOT NULL REFERENCES documents (id),
  payment_id  TEXT NOT NULL REFERENCES payments (id),
  PRIMARY KEY (document_id, payment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "documents" (
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
, claim_attorney TEXT, close_kind TEXT, final_measures TEXT CHECK (json_valid(final_measures)), outcome_plan TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outcome_plan))) STRICT;

CREATE TABLE estimate_drafts (
  of_patient TEXT PRIMARY KEY REFERENCES patients (id),
  draft      TEXT NOT NULL CHECK (json_valid(draft))
) STRICT, WITHOUT ROWID;

CREATE TABLE estimate_requests (
  id           TEXT PRIMARY KEY,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  requested_on TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  -- The estimate that answered it.
  document_id  TEXT REFERENCES documents (id)
) STRICT;

CREATE TABLE "goals" (
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

CREATE TABLE icd10_codes (
  row        INTEGER PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE,
  bare       TEXT NOT NULL,
  label      TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to   TEXT
) STRICT;

CREATE VIRTUAL TABLE icd10_search USING fts5 (
  bare, label, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

CREATE TABLE 'icd10_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'icd10_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'icd10_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'icd10_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE invoice_items (
  invoice_id       TEXT NOT NULL REFERENCES invoices (id),
  position         INTEGER NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('product', 'package')),
  product_id       TEXT REFERENCES products (id),
  name             TEXT NOT NULL,
  quantity         INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
  amount_cents     INTEGER NOT NULL CHECK (amount_cents = unit_price_cents * quantity),
  tax_cents        INTEGER NOT NULL CHECK (tax_cents >= 0),
  PRIMARY KEY (invoice_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_lines (
  invoice_id       TEXT NOT NULL REFERENCES invoices (id),
  position         INTEGER NOT NULL,
  service_id       TEXT NOT NULL REFERENCES services (id),
  code             TEXT NOT NULL,
  name             TEXT NOT NULL,
  modifiers        TEXT NOT NULL CHECK (json_valid(modifiers)),
  pointers         TEXT NOT NULL CHECK (json_valid(pointers)),
  place_of_service TEXT NOT NULL,
  minutes          INTEGER NOT NULL CHECK (minutes >= 0),
  units            INTEGER NOT NULL CHECK (units > 0),
  unit_fee_cents   INTEGER NOT NULL CHECK (unit_fee_cents >= 0),
  charge_cents     INTEGER NOT NULL CHECK (charge_cents = unit_fee_cents * units),
  region_words     TEXT NOT NULL,
  PRIMARY KEY (invoice_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE "invoices" (
  row            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  number         TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN ('visit', 'missed', 'sale')),
  appointment_id TEXT REFERENCES appointments (id),
  patient_id     TEXT NOT NULL REFERENCES patients (id),
  episode_id     TEXT REFERENCES episodes (id),
  service_on     TEXT NOT NULL,
  issued_on      TEXT NOT NULL,
  explanation    TEXT NOT NULL,
  -- Clinic, practitioner, patient, insured, diagnoses, referral and claim as they were at check-out.
  facts          TEXT NOT NULL CHECK (json_valid(facts)),
  total_cents    INTEGER NOT NULL CHECK (total_cents >= 0),
  -- Sums of the ledger’s entries, kept by a trigger: money and packages; discounts, write-offs, adjustments and credit notes.
  paid_cents     INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents >= 0),
  reduced_cents  INTEGER NOT NULL DEFAULT 0 CHECK (reduced_cents >= 0),
  voided_at      TEXT,
  void_reason    TEXT NOT NULL,
  CHECK ((kind = 'sale') = (appointment_id IS NULL)),
  CHECK (paid_cents + reduced_cents <= total_cents)
) STRICT;

CREATE TABLE ledger (
  row          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  invoice_id   TEXT REFERENCES invoices (id),
  -- The money received that an entry moves.
  payment_id   TEXT REFERENCES payments (id),
  refund_id    TEXT REFERENCES payments (id),
  kind         TEXT NOT NULL CHECK (kind IN ('charge', 'payment', 'credit', 'refund', 'package', 'discount', 'write-off', 'adjustment', 'credit-note')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  -- Of a credit note: CN-2026-0001.
  number       TEXT UNIQUE,
  entry_on     TEXT NOT NULL,
  recorded_at  TEXT NOT NULL CHECK (length(recorded_at) = 24),
  recorded_by  TEXT NOT NULL,
  reason       TEXT NOT NULL,
  reverses     TEXT UNIQUE REFERENCES ledger (id),
  CHECK (invoice_id IS NOT NULL OR kind IN ('payment', 'credit', 'refund')),
  CHECK (kind NOT IN ('payment', 'credit', 'refund') OR payment_id IS NOT NULL)
) STRICT;

CREATE TABLE letter_answers (
  document_id     TEXT PRIMARY KEY REFERENCES documents (id),
  received_on     TEXT NOT NULL,
  answer          TEXT NOT NULL CHECK (answer IN ('approved', 'changed', 'declined', 'see-patient')),
  remark          TEXT NOT NULL,
  recorded_by     TEXT NOT NULL,
  prescription_id TEXT REFERENCES prescriptions (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_templates (
  kind    TEXT PRIMARY KEY,
  wording TEXT NOT NULL CHECK (json_valid(wording))
) STRICT;

CREATE TABLE letters (
  id          TEXT PRIMARY KEY,
  episode_id  TEXT NOT NULL REFERENCES episodes (id),
  kind        TEXT NOT NULL CHECK (kind IN ('initial', 'progress', 're-evaluation', 'discharge', 'refer-back')),
  wording     TEXT NOT NULL CHECK (json_valid(wording)),
  saved_at    TEXT NOT NULL,
  document_id TEXT UNIQUE REFERENCES documents (id)
, replaces_id TEXT REFERENCES documents (id), replace_reason TEXT NOT NULL DEFAULT '') STRICT;

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

CREATE TABLE note_addenda (
  id         TEXT PRIMARY KEY,
  note_id    TEXT NOT NULL REFERENCES notes (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL
) STRICT;

CREATE TABLE note_templates (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  content    TEXT NOT NULL CHECK (json_valid(content)),
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1))
) STRICT;

CREATE TABLE "notes" (
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
  error_reason       TEXT, signed_for TEXT REFERENCES patients (id),
  CHECK ((signed_at IS NULL) = (content_hash IS NULL)),
  CHECK ((signed_at IS NULL) = (signer_name IS NULL)),
  CHECK ((signed_at IS NULL) = (signed_sequence IS NULL)),
  CHECK (error_at IS NULL OR (signed_at IS NOT NULL AND error_by IS NOT NULL AND error_reason <> ''))
) STRICT;

CREATE TABLE number_series (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE package_extensions (
  row         INTEGER PRIMARY KEY,
  package_id  TEXT NOT NULL REFERENCES packages (id),
  until       TEXT NOT NULL,
  reason      TEXT NOT NULL CHECK (reason <> ''),
  extended_at TEXT NOT NULL CHECK (length(extended_at) = 24),
  extended_by TEXT NOT NULL
) STRICT;

CREATE TABLE package_types (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL CHECK (name <> ''),
  counts       TEXT NOT NULL CHECK (counts IN ('visits', 'minutes')),
  amount       INTEGER NOT NULL CHECK (amount > 0),
  price_cents  INTEGER NOT NULL CHECK (price_cents > 0),
  months_valid INTEGER CHECK (months_valid > 0),
  is_shared    INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  is_active    INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position     INTEGER NOT NULL
) STRICT;

CREATE TABLE package_uses (
  row         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  package_id  TEXT NOT NULL REFERENCES packages (id),
  invoice_id  TEXT NOT NULL REFERENCES invoices (id),
  amount      INTEGER NOT NULL CHECK (amount <> 0),
  -- What of the price belongs to it, and what of that paid the visit: less where the visit cost less.
  share_cents INTEGER NOT NULL,
  value_cents INTEGER NOT NULL CHECK (abs(value_cents) <= abs(share_cents)),
  used_at     TEXT NOT NULL CHECK (length(used_at) = 24),
  used_by     TEXT NOT NULL,
  reason      TEXT NOT NULL,
  reverses    TEXT UNIQUE REFERENCES package_uses (id),
  CHECK ((amount < 0) = (reverses IS NOT NULL))
) STRICT;

CREATE TABLE packages (
  row           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  patient_id    TEXT NOT NULL REFERENCES patients (id),
  name          TEXT NOT NULL CHECK (name <> ''),
  counts        TEXT NOT NULL CHECK (counts IN ('visits', 'minutes')),
  amount        INTEGER NOT NULL CHECK (amount > 0),
  price_cents   INTEGER NOT NULL CHECK (price_cents > 0),
  bought_on     TEXT NOT NULL,
  -- The last day it can be used on; moved by an extension only.
  expires_on    TEXT CHECK (expires_on >= bought_on),
  is_shared     INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  invoice_id    TEXT NOT NULL,
  item_position INTEGER NOT NULL,
  upgrade_of    TEXT REFERENCES packages (id),
  FOREIGN KEY (invoice_id, item_position) REFERENCES invoice_items (invoice_id, position),
  UNIQUE (invoice_id, item_position)
) STRICT;

CREATE VIRTUAL TABLE patient_search USING fts5 (
  names, phones, born, chart, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'", prefix = '1 2 3'
);

CREATE TABLE 'patient_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'patient_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'patient_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'patient_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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
  sort_name         TEXT NOT NULL, referral_source TEXT NOT NULL DEFAULT '', guarantor_patient_id TEXT REFERENCES patients (id), guarantor_name TEXT NOT NULL DEFAULT '', guarantor_relation TEXT NOT NULL DEFAULT '', guarantor_phone TEXT NOT NULL DEFAULT '', household_id TEXT, deceased_on TEXT, merged_into TEXT REFERENCES patients (id),
  CHECK ((place < 0) = (is_archived = 1))
) STRICT;

CREATE TABLE payers (
  id                    TEXT PRIMARY KEY,
  name                  TEXT NOT NULL,
  kind                  TEXT NOT NULL CHECK (kind IN ('commercial', 'auto', 'work', 'self-pay', 'other')),
  unit_rule             TEXT NOT NULL CHECK (unit_rule IN ('cms', 'midpoint', 'full')),
  requires_prescription INTEGER NOT NULL CHECK (requires_prescription IN (0, 1)),
  auto_modifiers        TEXT NOT NULL CHECK (json_valid(auto_modifiers)),
  max_units_per_visit   INTEGER CHECK (max_units_per_visit > 0)
, max_units_per_day INTEGER CHECK (max_units_per_day > 0), same_day_modifier TEXT NOT NULL DEFAULT 'none' CHECK (same_day_modifier IN ('none', '59', 'XS')), place_of_service TEXT NOT NULL DEFAULT '', must_carry TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(must_carry))) STRICT;

CREATE TABLE "payments" (
  row          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  kind         TEXT NOT NULL CHECK (kind IN ('received', 'refunded')),
  refund_of    TEXT REFERENCES payments (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method       TEXT NOT NULL CHECK (method IN ('card', 'cash', 'check', 'hsa', 'insurance', 'other')),
  reference    TEXT NOT NULL,
  paid_on      TEXT NOT NULL,
  recorded_at  TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  reason       TEXT NOT NULL,
  voided_at    TEXT,
  void_reason  TEXT NOT NULL,
  CHECK ((kind = 'refunded') = (refund_of IS NOT NULL))
) STRICT;

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
, colour TEXT NOT NULL DEFAULT 'teal', hours TEXT CHECK (json_valid(hours)), visit_types TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(visit_types)), left_on TEXT) STRICT;

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

CREATE TABLE products (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL CHECK (name <> ''),
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  is_taxable  INTEGER NOT NULL CHECK (is_taxable IN (0, 1)),
  is_active   INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position    INTEGER NOT NULL
) STRICT;

CREATE TABLE rooms (
  id        TEXT PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position  INTEGER NOT NULL
) STRICT;

CREATE TABLE same_day_answers (
  row            INTEGER PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  answer         TEXT NOT NULL CHECK (answer IN ('regions', 'time', 'same')),
  answered_at    TEXT NOT NULL CHECK (length(answered_at) = 24),
  answered_by    TEXT NOT NULL
) STRICT;

CREATE TABLE sendings (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  sent_on     TEXT NOT NULL,
  how         TEXT NOT NULL CHECK (how IN ('fax', 'post', 'by-hand', 'portal', 'e-mail')),
  sent_to     TEXT NOT NULL CHECK (sent_to <> ''),
  recorded_by TEXT NOT NULL
) STRICT;

CREATE TABLE series (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  episode_id TEXT REFERENCES episodes (id),
  plan       TEXT NOT NULL CHECK (json_valid(plan)),
  created_on TEXT NOT NULL
) STRICT;

CREATE TABLE service_fees (
  service_id     TEXT NOT NULL REFERENCES services (id),
  effective_from TEXT NOT NULL,
  unit_fee_cents INTEGER NOT NULL CHECK (unit_fee_cents >= 0),
  PRIMARY KEY (service_id, effective_from)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE snippets (
  id         TEXT PRIMARY KEY,
  shortcut   TEXT NOT NULL CHECK (shortcut <> ''),
  text       TEXT NOT NULL,
  is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1))
) STRICT;

CREATE TABLE submit_answers (
  id          TEXT PRIMARY KEY,
  patient_id  TEXT NOT NULL REFERENCES patients (id),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  answered_on TEXT NOT NULL,
  answered_at TEXT NOT NULL CHECK (length(answered_at) = 24),
  answered_by TEXT NOT NULL
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

CREATE TABLE waitlist_offers (
  waitlist_id TEXT NOT NULL REFERENCES waitlist (id),
  starts_at   TEXT NOT NULL,
  offered_at  TEXT NOT NULL CHECK (length(offered_at) = 24),
  answer      TEXT NOT NULL CHECK (answer IN ('waiting', 'no', 'no-answer')),
  PRIMARY KEY (waitlist_id, starts_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER addenda_are_not_deleted BEFORE DELETE ON note_addenda
BEGIN SELECT RAISE(ABORT, 'An addendum is never deleted.'); END;

CREATE TRIGGER addenda_do_not_change BEFORE UPDATE ON note_addenda
BEGIN SELECT RAISE(ABORT, 'An addendum does not change. Write another one.'); END;

CREATE TRIGGER appointment_changes_are_not_deleted BEFORE DELETE ON appointment_changes
BEGIN SELECT RAISE(ABORT, 'The history of a visit is never deleted.'); END;

CREATE TRIGGER appointment_changes_stay BEFORE UPDATE ON appointment_changes
BEGIN SELECT RAISE(ABORT, 'The history of a visit does not change.'); END;

CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;

CREATE TRIGGER audit_log_loses_nothing BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;

CREATE TRIGGER day_closings_are_not_deleted BEFORE DELETE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day is never deleted.'); END;

CREATE TRIGGER day_closings_do_not_change BEFORE UPDATE ON day_closings
BEGIN SELECT RAISE(ABORT, 'A closed day stays as it was closed.'); END;

CREATE TRIGGER documents_are_not_deleted BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'An issued paper is never deleted.'); END;

CREATE TRIGGER documents_do_not_change BEFORE UPDATE ON documents
WHEN OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.number <> NEW.number OR OLD.version <> NEW.version OR OLD.episode_id IS NOT NEW.episode_id
  OR OLD.issued_at <> NEW.issued_at OR OLD.issued_on <> NEW.issued_on OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on
  OR OLD.total_cents IS NOT NEW.total_cents OR OLD.replaces_id IS NOT NEW.replaces_id OR OLD.reason <> NEW.reason OR OLD.content <> NEW.content
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'An issued paper does not change. Issue a new version.'); END;

CREATE TRIGGER health_versions_are_not_deleted BEFORE DELETE ON health_versions
BEGIN SELECT RAISE(ABORT, 'A health history is never deleted.'); END;

CREATE TRIGGER health_versions_do_not_change BEFORE UPDATE ON health_versions
WHEN OLD.id <> NEW.id OR OLD.taken_on <> NEW.taken_on OR OLD.entered_at <> NEW.entered_at OR OLD.entered_by <> NEW.entered_by OR OLD.kind <> NEW.kind
  OR OLD.refused_reason <> NEW.refused_reason OR OLD.history IS NOT NEW.history
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE NEW.patient_id IN (m.kept_id, m.other_id) AND OLD.patient_id IN (m.kept_id, m.other_id))
BEGIN SELECT RAISE(ABORT, 'A health history does not change. Add a newer one.'); END;

CREATE TRIGGER invoice_items_are_not_deleted BEFORE DELETE ON invoice_items
BEGIN SELECT RAISE(ABORT, 'A sold item is never deleted.'); END;

CREATE TRIGGER invoice_items_do_not_change BEFORE UPDATE ON invoice_items
BEGIN SELECT RAISE(ABORT, 'A sold item does not change. Void the invoice instead.'); END;

CREATE TRIGGER invoice_lines_are_not_deleted BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'A charged line is never deleted.'); END;

CREATE TRIGGER invoice_lines_do_not_change BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'A charged line does not change. Void the invoice instead.'); END;

CREATE TRIGGER invoices_are_not_deleted BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'An invoice is never deleted.'); END;

CREATE TRIGGER invoices_keep_what_was_charged BEFORE UPDATE ON invoices
WHEN OLD.number <> NEW.number OR OLD.total_cents <> NEW.total_cents OR OLD.facts <> NEW.facts OR OLD.service_on <> NEW.service_on
  OR OLD.appointment_id IS NOT NEW.appointment_id OR OLD.kind <> NEW.kind
  OR (OLD.voided_at IS NOT NULL AND OLD.patient_id = NEW.patient_id)
  OR (OLD.patient_id <> NEW.patient_id
      AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id)))
BEGIN SELECT RAISE(ABORT, 'An invoice keeps what was charged. Void it and check out again.'); END;

CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'An entry of the ledger is never deleted.'); END;

CREATE TRIGGER ledger_is_only_added_to BEFORE UPDATE ON ledger
WHEN OLD.id <> NEW.id OR OLD.row <> NEW.row OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.payment_id IS NOT NEW.payment_id OR OLD.refund_id IS NOT NEW.refund_id
  OR OLD.kind <> NEW.kind OR OLD.amount_cents <> NEW.amount_cents OR OLD.number IS NOT NEW.number OR OLD.entry_on <> NEW.entry_on
  OR OLD.recorded_at <> NEW.recorded_at OR OLD.recorded_by <> NEW.recorded_by OR OLD.reason <> NEW.reason OR OLD.reverses IS NOT NEW.reverses
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'An entry of the ledger does not change. Add another one.'); END;

CREATE TRIGGER ledger_settles_invoices AFTER INSERT ON ledger
WHEN NEW.invoice_id IS NOT NULL AND NEW.kind <> 'charge'
BEGIN
  UPDATE invoices
     SET paid_cents = paid_cents - CASE WHEN NEW.kind IN ('payment', 'credit', 'refund', 'package') THEN NEW.amount_cents ELSE 0 END,
         reduced_cents = reduced_cents - CASE WHEN NEW.kind IN ('payment', 'credit', 'refund', 'package') THEN 0 ELSE NEW.amount_cents END
   WHERE id = NEW.invoice_id;
END;

CREATE TRIGGER ledger_takes_no_more_than_is_there BEFORE INSERT ON ledger
WHEN NEW.invoice_id IS NULL AND NEW.amount_cents > 0
  AND NEW.amount_cents > coalesce((SELECT 0 - sum(amount_cents) FROM ledger WHERE payment_id = NEW.payment_id AND invoice_id IS NULL), 0)
BEGIN SELECT RAISE(ABORT, 'There is not that much money on the account.'); END;

CREATE TRIGGER merged_charts_do_not_wait BEFORE INSERT ON waitlist
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Put that one on the waitlist.'); END;

CREATE TRIGGER merged_charts_get_no_series BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Plan the series there.'); END;

CREATE TRIGGER merged_charts_get_no_visits BEFORE INSERT ON appointments
WHEN EXISTS (SELECT 1 FROM patients WHERE id = NEW.patient_id AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'This chart became part of another one. Book the visit there.'); END;

CREATE TRIGGER notes_are_not_deleted BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'A note is never deleted.'); END;

CREATE TRIGGER notes_in_error_stay_so BEFORE UPDATE OF error_at, error_by, error_reason ON notes WHEN OLD.error_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A note entered in error stays so.'); END;

CREATE TRIGGER package_uses_are_not_deleted BEFORE DELETE ON package_uses
BEGIN SELECT RAISE(ABORT, 'A use of a package is never deleted.'); END;

CREATE TRIGGER package_uses_do_not_change BEFORE UPDATE ON package_uses
BEGIN SELECT RAISE(ABORT, 'A use of a package does not change. Take it back instead.'); END;

CREATE TRIGGER package_uses_take_no_more_than_is_left BEFORE INSERT ON package_uses
WHEN NEW.amount > (SELECT k.amount - coalesce((SELECT sum(u.amount) FROM package_uses u WHERE u.package_id = k.id), 0)
                     FROM packages k WHERE k.id = NEW.package_id)
BEGIN SELECT RAISE(ABORT, 'There is not that much left of the package.'); END;

CREATE TRIGGER packages_are_not_deleted BEFORE DELETE ON packages
BEGIN SELECT RAISE(ABORT, 'A package is never deleted.'); END;

CREATE TRIGGER packages_keep_what_was_sold BEFORE UPDATE ON packages
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.counts <> NEW.counts OR OLD.amount <> NEW.amount OR OLD.price_cents <> NEW.price_cents
  OR OLD.bought_on <> NEW.bought_on OR OLD.is_shared <> NEW.is_shared OR OLD.invoice_id <> NEW.invoice_id OR OLD.item_position <> NEW.item_position
  OR OLD.upgrade_of IS NOT NEW.upgrade_of
BEGIN SELECT RAISE(ABORT, 'A package keeps what was sold.'); END;

CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'A payment is never deleted.'); END;

CREATE TRIGGER payments_keep_what_was_received BEFORE UPDATE ON payments
WHEN OLD.amount_cents <> NEW.amount_cents OR OLD.kind <> NEW.kind OR OLD.refund_of IS NOT NEW.refund_of OR OLD.paid_on <> NEW.paid_on OR OLD.method <> NEW.method
  OR (OLD.voided_at IS NOT NULL AND OLD.patient_id = NEW.patient_id)
  OR (OLD.patient_id <> NEW.patient_id
      AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id)))
BEGIN SELECT RAISE(ABORT, 'A payment keeps what was received. Void it and enter another.'); END;

CREATE TRIGGER signed_letters_do_not_change BEFORE UPDATE ON letters WHEN OLD.document_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed letter does not change.'); END;

CREATE TRIGGER signed_notes_do_not_change
BEFORE UPDATE OF id, appointment_id, practitioner_id, service_on, content, revision, saved_at, signed_at, signer_name, signer_credentials,
  signed_sequence, content_hash, previous_hash, drawn_signature ON notes WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;

CREATE TRIGGER signed_notes_keep_their_patient
BEFORE UPDATE OF patient_id ON notes WHEN OLD.signed_at IS NOT NULL AND OLD.patient_id <> NEW.patient_id
  AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'A signed note does not change. Add an addendum instead.'); END;

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

CREATE INDEX alerts_by_patient ON alerts (patient_id, position);

CREATE INDEX appointment_changes_by_visit ON appointment_changes (appointment_id, at);

CREATE INDEX appointments_by_episode ON appointments (episode_id, starts_at);

CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at);

CREATE INDEX appointments_by_prescription ON appointments (prescription_id) WHERE prescription_id IS NOT NULL;

CREATE INDEX appointments_by_room ON appointments (room_id, starts_at) WHERE room_id IS NOT NULL;

CREATE INDEX appointments_by_series ON appointments (series_id, starts_at) WHERE series_id IS NOT NULL;

CREATE INDEX appointments_by_start ON appointments (starts_at, practitioner_id);

CREATE INDEX appointments_seen ON appointments (starts_at, patient_id, status);

CREATE INDEX appointments_unsettled ON appointments (starts_at) WHERE status IN ('arrived', 'in-session', 'finished');

CREATE INDEX attachments_by_patient ON attachments (patient_id, added_on);

CREATE INDEX blocks_by_end ON blocks (last_on);

CREATE INDEX calls_by_visit ON calls (appointment_id, at);

CREATE INDEX clearances_by_patient ON clearances (patient_id, expires_on);

CREATE INDEX consents_by_patient ON consents (patient_id, kind, signed_on);

CREATE UNIQUE INDEX day_closings_follow_one ON day_closings (coalesce(previous_id, ''));

CREATE INDEX diagnoses_by_episode ON diagnoses (episode_id, position);

CREATE INDEX disclosures_by_patient ON disclosures (patient_id, disclosed_on);

CREATE INDEX document_invoices_by_invoice ON document_invoices (invoice_id);

CREATE INDEX document_notes_by_note ON document_notes (note_id);

CREATE INDEX document_payments_by_payment ON document_payments (payment_id);

CREATE INDEX documents_by_episode ON documents (episode_id, issued_at);

CREATE INDEX documents_by_patient ON documents (patient_id, issued_at);

CREATE INDEX documents_claims ON documents (episode_id, issued_at) WHERE kind = 'claim-form';

CREATE INDEX documents_statements ON documents (patient_id, issued_at) WHERE kind = 'statement';

CREATE INDEX episodes_by_patient ON episodes (patient_id, opened_on);

CREATE INDEX episodes_open ON episodes (id, patient_id) WHERE closed_on IS NULL;

CREATE INDEX estimate_requests_open ON estimate_requests (patient_id) WHERE document_id IS NULL;

CREATE INDEX goals_by_episode ON goals (episode_id, position);

CREATE INDEX icd10_codes_by_bare ON icd10_codes (bare);

CREATE INDEX invoices_by_patient ON invoices (patient_id, service_on);

CREATE UNIQUE INDEX invoices_one_per_visit ON invoices (appointment_id) WHERE voided_at IS NULL AND appointment_id IS NOT NULL;

CREATE INDEX invoices_open ON invoices (patient_id, service_on, total_cents, paid_cents, reduced_cents, voided_at)
 WHERE voided_at IS NULL AND total_cents > paid_cents + reduced_cents;

CREATE INDEX ledger_by_invoice ON ledger (invoice_id, row);

CREATE INDEX ledger_by_patient ON ledger (patient_id, row);

CREATE INDEX ledger_by_payment ON ledger (payment_id, invoice_id, amount_cents) WHERE payment_id IS NOT NULL;

CREATE INDEX ledger_credit ON ledger (patient_id, payment_id, amount_cents) WHERE invoice_id IS NULL;

CREATE UNIQUE INDEX letters_one_draft ON letters (episode_id, kind, coalesce(replaces_id, '')) WHERE document_id IS NULL;

CREATE INDEX merges_by_kept ON merges (kept_id);

CREATE INDEX merges_by_other ON merges (other_id);

CREATE INDEX note_addenda_by_note ON note_addenda (note_id, written_at);

CREATE INDEX notes_by_patient ON notes (patient_id, service_on);

CREATE INDEX notes_by_visit ON notes (appointment_id);

CREATE INDEX notes_in_error ON notes (appointment_id) WHERE error_at IS NOT NULL;

CREATE UNIQUE INDEX notes_one_per_visit ON notes (appointment_id) WHERE error_at IS NULL;

CREATE INDEX notes_standing ON notes (appointment_id, signed_at, service_on, id, error_at) WHERE error_at IS NULL;

CREATE INDEX notes_unsigned ON notes (service_on) WHERE signed_at IS NULL;

CREATE INDEX notes_withheld ON notes (id) WHERE content ->> '$.screening.isWithheld' = 1;

CREATE INDEX package_extensions_by_package ON package_extensions (package_id, row);

CREATE INDEX package_uses_by_invoice ON package_uses (invoice_id);

CREATE INDEX package_uses_by_package ON package_uses (package_id, amount);

CREATE INDEX packages_by_expiry ON packages (expires_on);

CREATE INDEX packages_by_patient ON packages (patient_id);

CREATE INDEX packages_upgraded ON packages (upgrade_of) WHERE upgrade_of IS NOT NULL;

CREATE INDEX patients_by_address ON patients (zip, street) WHERE is_archived = 0;

CREATE INDEX patients_by_birth ON patients (born_on);

CREATE INDEX patients_by_guarantor ON patients (guarantor_patient_id) WHERE guarantor_patient_id IS NOT NULL;

CREATE INDEX patients_by_household ON patients (household_id) WHERE household_id IS NOT NULL;

CREATE INDEX patients_by_name ON patients (sort_name, id);

CREATE INDEX patients_in_order ON patients (is_archived, sort_name, id);

CREATE INDEX patients_merged ON patients (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX patients_paid_by_name ON patients (zip, guarantor_name) WHERE guarantor_patient_id IS NULL AND guarantor_name <> '';

CREATE INDEX payments_by_day ON payments (paid_on);

CREATE INDEX payments_by_patient ON payments (patient_id, paid_on);

CREATE INDEX payments_refunds ON payments (refund_of) WHERE refund_of IS NOT NULL;

CREATE INDEX prescriptions_by_episode ON prescriptions (episode_id, written_on);

CREATE INDEX same_day_answers_by_visit ON same_day_answers (appointment_id, row);

CREATE INDEX sendings_by_document ON sendings (document_id, sent_on);

CREATE INDEX series_by_patient ON series (patient_id);

CREATE UNIQUE INDEX snippets_by_shortcut ON snippets (shortcut) WHERE is_removed = 0;

CREATE INDEX submit_answers_by_patient ON submit_answers (patient_id, answered_at);

CREATE INDEX waitlist_by_patient ON waitlist (patient_id);

CREATE INDEX waitlist_open ON waitlist (added_at) WHERE closed_at IS NULL;
