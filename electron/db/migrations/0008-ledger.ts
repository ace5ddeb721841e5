/** The ledger: every cent owed, received, returned or let go as an entry that is only added to. Sales, products, billing rules, payers’ further rules. */
export const ledger = {
  version: 8,
  name: 'ledger',
  sql: `
-- An invoice may now be a sale at the desk, without a visit; what was let go (discount, write-off) is told apart from what was paid.
CREATE TABLE invoices_new (
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
INSERT INTO invoices_new (row, id, number, kind, appointment_id, patient_id, episode_id, service_on, issued_on, explanation, facts, total_cents, paid_cents, voided_at, void_reason)
SELECT row, id, number, kind, appointment_id, patient_id, episode_id, service_on, issued_on, explanation, facts, total_cents, paid_cents, voided_at, void_reason FROM invoices;
DROP TABLE invoices;
ALTER TABLE invoices_new RENAME TO invoices;
CREATE UNIQUE INDEX invoices_one_per_visit ON invoices (appointment_id) WHERE voided_at IS NULL AND appointment_id IS NOT NULL;
CREATE INDEX invoices_by_patient ON invoices (patient_id, service_on);
-- SQLite turns such a comparison round until a column stands on the left, and uses the index only for the same words; with voided_at in it, the table is not read.
CREATE INDEX invoices_open ON invoices (patient_id, service_on, total_cents, paid_cents, reduced_cents, voided_at)
 WHERE voided_at IS NULL AND total_cents > paid_cents + reduced_cents;
CREATE TRIGGER invoices_are_not_deleted BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'An invoice is never deleted.'); END;
CREATE TRIGGER invoices_keep_what_was_charged BEFORE UPDATE ON invoices
WHEN OLD.number <> NEW.number OR OLD.total_cents <> NEW.total_cents OR OLD.facts <> NEW.facts OR OLD.service_on <> NEW.service_on
  OR OLD.appointment_id IS NOT NEW.appointment_id OR OLD.kind <> NEW.kind
  OR (OLD.voided_at IS NOT NULL AND OLD.patient_id = NEW.patient_id)
  OR (OLD.patient_id <> NEW.patient_id
      AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id)))
BEGIN SELECT RAISE(ABORT, 'An invoice keeps what was charged. Void it and check out again.'); END;

-- Money that changed hands: received from a patient, or given back to one.
CREATE TABLE payments_new (
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
INSERT INTO payments_new (id, patient_id, kind, amount_cents, method, reference, paid_on, recorded_at, recorded_by, reason, voided_at, void_reason)
SELECT p.id, i.patient_id, 'received', p.amount_cents, p.method, p.reference, p.paid_on, p.recorded_at, '', '', p.voided_at, p.void_reason
  FROM payments p
  JOIN invoices i ON i.id = p.invoice_id
 ORDER BY p.recorded_at, p.rowid;

-- The ledger. An amount above 0 is owed by the patient, one below 0 is taken off what is owed. Without an invoice: money on the account that settles nothing yet.
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
INSERT INTO ledger (id, patient_id, invoice_id, payment_id, kind, amount_cents, entry_on, recorded_at, recorded_by, reason)
SELECT id, patient_id, invoice_id, payment_id, kind, amount_cents, entry_on, recorded_at, '', reason
  FROM (SELECT id, patient_id, id AS invoice_id, NULL AS payment_id, 'charge' AS kind, total_cents AS amount_cents, issued_on AS entry_on,
               issued_on || 'T00:00:00.000Z' AS recorded_at, '' AS reason, row AS place
          FROM invoices
         WHERE total_cents > 0
         UNION ALL
        SELECT p.id, i.patient_id, p.invoice_id, p.id, 'payment', 0 - p.amount_cents, p.paid_on, p.recorded_at, '', p.rowid
          FROM payments p
          JOIN invoices i ON i.id = p.invoice_id)
 ORDER BY recorded_at, place;
INSERT INTO ledger (id, patient_id, invoice_id, payment_id, kind, amount_cents, entry_on, recorded_at, recorded_by, reason, reverses)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
       patient_id, invoice_id, payment_id, kind, amount_cents, substr(at, 1, 10), at, '', reason, of
  FROM (SELECT e.patient_id, e.invoice_id, e.payment_id, e.kind, 0 - e.amount_cents AS amount_cents, coalesce(p.voided_at, i.voided_at) AS at,
               coalesce(p.void_reason, i.void_reason) AS reason, e.id AS of
          FROM ledger e
          JOIN invoices i ON i.id = e.invoice_id
          LEFT JOIN payments_new p ON p.id = e.payment_id
         WHERE (e.kind = 'payment' AND p.voided_at IS NOT NULL) OR (e.kind = 'charge' AND i.voided_at IS NOT NULL))
 ORDER BY at;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX payments_by_day ON payments (paid_on);
CREATE INDEX payments_by_patient ON payments (patient_id, paid_on);
CREATE INDEX payments_refunds ON payments (refund_of) WHERE refund_of IS NOT NULL;
CREATE TRIGGER payments_keep_what_was_received BEFORE UPDATE ON payments
WHEN OLD.amount_cents <> NEW.amount_cents OR OLD.kind <> NEW.kind OR OLD.refund_of IS NOT NEW.refund_of OR OLD.paid_on <> NEW.paid_on OR OLD.method <> NEW.method
  OR (OLD.voided_at IS NOT NULL AND OLD.patient_id = NEW.patient_id)
  OR (OLD.patient_id <> NEW.patient_id
      AND NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id)))
BEGIN SELECT RAISE(ABORT, 'A payment keeps what was received. Void it and enter another.'); END;
CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'A payment is never deleted.'); END;

CREATE INDEX ledger_by_invoice ON ledger (invoice_id, row);
CREATE INDEX ledger_by_patient ON ledger (patient_id, row);
CREATE INDEX ledger_by_payment ON ledger (payment_id, invoice_id, amount_cents) WHERE payment_id IS NOT NULL;
CREATE INDEX ledger_credit ON ledger (patient_id, payment_id, amount_cents) WHERE invoice_id IS NULL;
CREATE TRIGGER ledger_is_only_added_to BEFORE UPDATE ON ledger
WHEN OLD.id <> NEW.id OR OLD.row <> NEW.row OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.payment_id IS NOT NEW.payment_id OR OLD.refund_id IS NOT NEW.refund_id
  OR OLD.kind <> NEW.kind OR OLD.amount_cents <> NEW.amount_cents OR OLD.number IS NOT NEW.number OR OLD.entry_on <> NEW.entry_on
  OR OLD.recorded_at <> NEW.recorded_at OR OLD.recorded_by <> NEW.recorded_by OR OLD.reason <> NEW.reason OR OLD.reverses IS NOT NEW.reverses
  OR NOT EXISTS (SELECT 1 FROM merges m WHERE (m.other_id = OLD.patient_id AND m.kept_id = NEW.patient_id) OR (m.kept_id = OLD.patient_id AND m.other_id = NEW.patient_id))
BEGIN SELECT RAISE(ABORT, 'An entry of the ledger does not change. Add another one.'); END;
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'An entry of the ledger is never deleted.'); END;
CREATE TRIGGER ledger_takes_no_more_than_is_there BEFORE INSERT ON ledger
WHEN NEW.invoice_id IS NULL AND NEW.amount_cents > 0
  AND NEW.amount_cents > coalesce((SELECT 0 - sum(amount_cents) FROM ledger WHERE payment_id = NEW.payment_id AND invoice_id IS NULL), 0)
BEGIN SELECT RAISE(ABORT, 'There is not that much money on the account.'); END;
CREATE TRIGGER ledger_settles_invoices AFTER INSERT ON ledger
WHEN NEW.invoice_id IS NOT NULL AND NEW.kind <> 'charge'
BEGIN
  UPDATE invoices
     SET paid_cents = paid_cents - CASE WHEN NEW.kind IN ('payment', 'credit', 'refund', 'package') THEN NEW.amount_cents ELSE 0 END,
         reduced_cents = reduced_cents - CASE WHEN NEW.kind IN ('payment', 'credit', 'refund', 'package') THEN 0 ELSE NEW.amount_cents END
   WHERE id = NEW.invoice_id;
END;

-- A merge made before can still be undone: its entries and payments go back with its invoices.
UPDATE merges
   SET moved = json_set(moved,
         '$.rows.ledger', json((SELECT json_group_array(e.id) FROM ledger e WHERE e.invoice_id IN (SELECT value FROM json_each(merges.moved, '$.rows.invoices')))),
         '$.rows.payments', json((SELECT json_group_array(DISTINCT e.payment_id) FROM ledger e
                                   WHERE e.payment_id IS NOT NULL AND e.invoice_id IN (SELECT value FROM json_each(merges.moved, '$.rows.invoices')))),
         '$.rows.packages', json('[]'), '$.rows.submit_answers', json('[]'), '$.rows.estimate_requests', json('[]'), '$.rows.disclosures', json('[]'));

-- Things sold at the desk, apart from services: they never stand on a superbill.
CREATE TABLE products (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL CHECK (name <> ''),
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  is_taxable  INTEGER NOT NULL CHECK (is_taxable IN (0, 1)),
  is_active   INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position    INTEGER NOT NULL
) STRICT;
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
CREATE TRIGGER invoice_items_do_not_change BEFORE UPDATE ON invoice_items
BEGIN SELECT RAISE(ABORT, 'A sold item does not change. Void the invoice instead.'); END;
CREATE TRIGGER invoice_items_are_not_deleted BEFORE DELETE ON invoice_items
BEGIN SELECT RAISE(ABORT, 'A sold item is never deleted.'); END;

-- How the clinic bills; no row means the usual values.
CREATE TABLE billing_rules (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

ALTER TABLE payers ADD COLUMN max_units_per_day INTEGER CHECK (max_units_per_day > 0);
-- Massage and manual therapy on one day: what to do about the code pair, and which modifier to offer.
ALTER TABLE payers ADD COLUMN same_day_modifier TEXT NOT NULL DEFAULT 'none' CHECK (same_day_modifier IN ('none', '59', 'XS'));
ALTER TABLE payers ADD COLUMN place_of_service TEXT NOT NULL DEFAULT '';
ALTER TABLE payers ADD COLUMN must_carry TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(must_carry));

-- “Different regions or separate time?”: the newest answer of a visit counts.
CREATE TABLE same_day_answers (
  row            INTEGER PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id),
  answer         TEXT NOT NULL CHECK (answer IN ('regions', 'time', 'same')),
  answered_at    TEXT NOT NULL CHECK (length(answered_at) = 24),
  answered_by    TEXT NOT NULL
) STRICT;
CREATE INDEX same_day_answers_by_visit ON same_day_answers (appointment_id, row);
`,
} as const
