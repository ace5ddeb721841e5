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

-- One sold to a patient, an item of a sale. An upgraded one goes on in another, which counts the uses of both; its sale is of the difference.
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
CREATE INDEX packages_by_patient ON packages (patient_id);
CREATE INDEX packages_by_expiry ON packages (expires_on);
CREATE INDEX packages_upgraded ON packages (upgrade_of) WHERE upgrade_of IS NOT NULL;
CREATE TRIGGER packages_keep_what_was_sold BEFORE UPDATE ON packages
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.counts <> NEW.counts OR OLD.amount <> NEW.amount OR OLD.price_cents <> NEW.price_cents
  OR OLD.bought_on <> NEW.bought_on OR OLD.is_shared <> NEW.is_shared OR OLD.invoice_id <> NEW.invoice_id OR OLD.item_position <> NEW.item_position
  OR OLD.upgrade_of IS NOT NEW.upgrade_of
BEGIN SELECT RAISE(ABORT, 'A package keeps what was sold.'); END;
CREATE TRIGGER packages_are_not_deleted BEFORE DELETE ON packages
BEGIN SELECT RAISE(ABORT, 'A package is never deleted.'); END;

-- What was used by which visit; a use taken back is reversed by another row.
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
CREATE INDEX package_uses_by_package ON package_uses (package_id, amount);
CREATE INDEX package_uses_by_invoice ON package_uses (invoice_id);
CREATE TRIGGER package_uses_take_no_more_than_is_left BEFORE INSERT ON package_uses
WHEN NEW.amount > (SELECT k.amount - coalesce((SELECT sum(u.amount) FROM package_uses u WHERE u.package_id = k.id), 0)
                     FROM packages k WHERE k.id = NEW.package_id)
BEGIN SELECT RAISE(ABORT, 'There is not that much left of the package.'); END;
CREATE TRIGGER package_uses_do_not_change BEFORE UPDATE ON package_uses
BEGIN SELECT RAISE(ABORT, 'A use of a package does not change. Take it back instead.'); END;
CREATE TRIGGER package_uses_are_not_deleted BEFORE DELETE ON package_uses
BEGIN SELECT RAISE(ABORT, 'A use of a package is never deleted.'); END;

-- A package that may be used longer, with the reason.
CREATE TABLE package_extensions (
  row         INTEGER PRIMARY KEY,
  package_id  TEXT NOT NULL REFERENCES packages (id),
  until       TEXT NOT NULL,
  reason      TEXT NOT NULL CHECK (reason <> ''),
  extended_at TEXT NOT NULL CHECK (length(extended_at) = 24),
  extended_by TEXT NOT NULL
) STRICT;
CREATE INDEX package_extensions_by_package ON package_extensions (package_id, row);
`,
} as const
