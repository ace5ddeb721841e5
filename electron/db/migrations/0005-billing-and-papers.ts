/** Invoices, payments, and the papers that were issued. What was charged or printed cannot change. */
export const billingAndPapers = {
  version: 5,
  name: 'billing and papers',
  sql: `
-- One invoice a visit; a voided one keeps its number and makes room for another. Rows count up as they were issued.
CREATE TABLE invoices (
  row            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  number         TEXT NOT NULL UNIQUE,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  patient_id     TEXT NOT NULL REFERENCES patients (id),
  episode_id     TEXT REFERENCES episodes (id),
  service_on     TEXT NOT NULL,
  issued_on      TEXT NOT NULL,
  explanation    TEXT NOT NULL,
  -- Clinic, practitioner, patient, insured, diagnoses, referral and claim as they were at check-out.
  facts          TEXT NOT NULL CHECK (json_valid(facts)),
  total_cents    INTEGER NOT NULL CHECK (total_cents >= 0),
  paid_cents     INTEGER NOT NULL CHECK (paid_cents BETWEEN 0 AND total_cents),
  voided_at      TEXT,
  void_reason    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX invoices_one_per_visit ON invoices (appointment_id) WHERE voided_at IS NULL;
CREATE INDEX invoices_by_patient ON invoices (patient_id, service_on);
CREATE INDEX invoices_open ON invoices (patient_id, service_on, total_cents, paid_cents) WHERE voided_at IS NULL AND paid_cents < total_cents;

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
CREATE TRIGGER invoice_lines_do_not_change BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'A charged line does not change. Void the invoice instead.'); END;
CREATE TRIGGER invoice_lines_are_not_deleted BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'A charged line is never deleted.'); END;
CREATE TRIGGER invoices_keep_what_was_charged BEFORE UPDATE ON invoices
WHEN OLD.number <> NEW.number OR OLD.total_cents <> NEW.total_cents OR OLD.facts <> NEW.facts OR OLD.service_on <> NEW.service_on
  OR OLD.patient_id <> NEW.patient_id OR OLD.appointment_id <> NEW.appointment_id OR OLD.voided_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'An invoice keeps what was charged. Void it and check out again.'); END;
CREATE TRIGGER invoices_are_not_deleted BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'An invoice is never deleted.'); END;

CREATE TABLE payments (
  id           TEXT PRIMARY KEY,
  invoice_id   TEXT NOT NULL REFERENCES invoices (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method       TEXT NOT NULL CHECK (method IN ('card', 'cash', 'check', 'hsa', 'other')),
  reference    TEXT NOT NULL,
  paid_on      TEXT NOT NULL,
  recorded_at  TEXT NOT NULL,
  voided_at    TEXT,
  void_reason  TEXT NOT NULL
) STRICT;
CREATE INDEX payments_by_invoice ON payments (invoice_id, paid_on);
CREATE INDEX payments_by_day ON payments (paid_on);
CREATE TRIGGER payments_keep_what_was_received BEFORE UPDATE ON payments
WHEN OLD.amount_cents <> NEW.amount_cents OR OLD.invoice_id <> NEW.invoice_id OR OLD.paid_on <> NEW.paid_on OR OLD.method <> NEW.method OR OLD.voided_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A payment keeps what was received. Void it and enter another.'); END;
CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'A payment is never deleted.'); END;

-- Papers as they were issued: the content drawn, frozen; the PDF is drawn from it again, the same to the byte.
CREATE TABLE documents (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('superbill', 'progress-letter')),
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
CREATE INDEX documents_by_patient ON documents (patient_id, issued_at);
CREATE TRIGGER documents_do_not_change BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'An issued paper does not change. Issue a new version.'); END;
CREATE TRIGGER documents_are_not_deleted BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'An issued paper is never deleted.'); END;

-- Which visits stand on which superbill.
CREATE TABLE document_invoices (
  document_id TEXT NOT NULL REFERENCES documents (id),
  invoice_id  TEXT NOT NULL REFERENCES invoices (id),
  PRIMARY KEY (document_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_invoices_by_invoice ON document_invoices (invoice_id);

CREATE TABLE letters (
  id          TEXT PRIMARY KEY,
  episode_id  TEXT NOT NULL REFERENCES episodes (id),
  kind        TEXT NOT NULL CHECK (kind IN ('initial', 'progress', 're-evaluation', 'discharge', 'refer-back')),
  wording     TEXT NOT NULL CHECK (json_valid(wording)),
  saved_at    TEXT NOT NULL,
  document_id TEXT UNIQUE REFERENCES documents (id)
) STRICT;
CREATE UNIQUE INDEX letters_one_draft ON letters (episode_id, kind) WHERE document_id IS NULL;
CREATE TRIGGER signed_letters_do_not_change BEFORE UPDATE ON letters WHEN OLD.document_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed letter does not change.'); END;
`,
} as const
