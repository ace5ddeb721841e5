/** Auto and work cases: how much the insurer pays for, and to whom records were disclosed. */
export const claims = {
  version: 12,
  name: 'claims',
  sql: `
-- What a PIP, MedPay or work claim pays at most.
CREATE TABLE benefit_limits (
  episode_id           TEXT PRIMARY KEY REFERENCES episodes (id),
  kind                 TEXT NOT NULL CHECK (kind IN ('pip', 'medpay', 'work', 'other')),
  limit_cents          INTEGER NOT NULL CHECK (limit_cents > 0),
  used_elsewhere_cents INTEGER NOT NULL CHECK (used_elsewhere_cents >= 0),
  used_elsewhere_on    TEXT
) STRICT;

-- Records given to somebody outside the clinic.
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
CREATE INDEX disclosures_by_patient ON disclosures (patient_id, disclosed_on);
`,
} as const
