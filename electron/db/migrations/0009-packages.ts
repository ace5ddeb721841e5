/** Packages: visits or minutes paid ahead, and each use of one. */
export const packages = {
  version: 9,
  name: 'packages',
  sql: `
-- What the clinic sells.
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

-- One sold to a patient. An upgraded one goes on in another, which counts what was used of it.
CREATE TABLE packages (
  id                  TEXT PRIMARY KEY,
  patient_id          TEXT NOT NULL REFERENCES patients (id),
  name                TEXT NOT NULL CHECK (name <> ''),
  counts              TEXT NOT NULL CHECK (counts IN ('visits', 'minutes')),
  amount              INTEGER NOT NULL CHECK (amount > 0),
  price_cents         INTEGER NOT NULL CHECK (price_cents > 0),
  bought_on           TEXT NOT NULL,
  expires_on          TEXT CHECK (expires_on >= bought_on),
  is_shared           INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  invoice_id          TEXT NOT NULL REFERENCES invoices (id),
  upgrade_of          TEXT UNIQUE REFERENCES packages (id),
  carried_amount      INTEGER NOT NULL DEFAULT 0 CHECK (carried_amount BETWEEN 0 AND amount),
  carried_value_cents INTEGER NOT NULL DEFAULT 0 CHECK (carried_value_cents BETWEEN 0 AND price_cents)
) STRICT;
CREATE INDEX packages_by_patient ON packages (patient_id);
CREATE INDEX packages_by_invoice ON packages (invoice_id);

-- What was used by which visit; a use taken back is reversed by another row.
CREATE TABLE package_uses (
  id          TEXT PRIMARY KEY,
  package_id  TEXT NOT NULL REFERENCES packages (id),
  invoice_id  TEXT NOT NULL REFERENCES invoices (id),
  amount      INTEGER NOT NULL CHECK (amount <> 0),
  value_cents INTEGER NOT NULL,
  used_at     TEXT NOT NULL CHECK (length(used_at) = 24),
  used_by     TEXT NOT NULL,
  reverses    TEXT UNIQUE REFERENCES package_uses (id)
) STRICT;
CREATE INDEX package_uses_by_package ON package_uses (package_id);
CREATE INDEX package_uses_by_invoice ON package_uses (invoice_id);
`,
} as const
