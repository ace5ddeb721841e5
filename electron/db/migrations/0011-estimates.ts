/** Good faith estimates: whether a patient will submit to an insurer, who asked for an estimate, and which were given. Which payments a receipt stands for. */
export const estimates = {
  version: 11,
  name: 'estimates',
  sql: `
-- “Will you send the superbill to an insurer?” The newest answer counts.
CREATE TABLE submit_answers (
  id          TEXT PRIMARY KEY,
  patient_id  TEXT NOT NULL REFERENCES patients (id),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  answered_on TEXT NOT NULL,
  answered_at TEXT NOT NULL CHECK (length(answered_at) = 24),
  answered_by TEXT NOT NULL
) STRICT;
CREATE INDEX submit_answers_by_patient ON submit_answers (patient_id, answered_at);

CREATE TABLE estimate_requests (
  id           TEXT PRIMARY KEY,
  patient_id   TEXT NOT NULL REFERENCES patients (id),
  requested_on TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  -- The estimate that answered it.
  document_id  TEXT REFERENCES documents (id)
) STRICT;
CREATE INDEX estimate_requests_open ON estimate_requests (patient_id) WHERE document_id IS NULL;

-- An estimate being filled in, at most one a patient. It stays with its chart in a merge.
CREATE TABLE estimate_drafts (
  of_patient TEXT PRIMARY KEY REFERENCES patients (id),
  draft      TEXT NOT NULL CHECK (json_valid(draft))
) STRICT, WITHOUT ROWID;

-- The payments that a receipt stands for.
CREATE TABLE document_payments (
  document_id TEXT NOT NULL REFERENCES documents (id),
  payment_id  TEXT NOT NULL REFERENCES payments (id),
  PRIMARY KEY (document_id, payment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_payments_by_payment ON document_payments (payment_id);
`,
} as const
