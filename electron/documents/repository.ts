import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../shared/documents/document-kinds.ts'
import { PaperSize } from '../../shared/documents/letterhead.ts'
import { LETTER_TITLES, type LetterKind } from '../../shared/documents/progress-letter.ts'
import { IssuedDocument } from '../../shared/documents/schema.ts'
import { type LastSending, sendingWords } from '../../shared/documents/sending-words.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, DocumentId, EpisodeId, InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { withIncluded } from './records-packet-included.ts'

const DOCUMENTS = `
     SELECT d.id, d.kind, d.number, d.version, d.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName,
            d.episode_id AS episodeId, d.issued_at AS issuedAt,
            d.issued_on AS issuedOn, d.from_on AS "from", d.to_on AS "to", d.total_cents AS total, d.reason,
            d.content ->> '$.paper.kind' AS letterKind,
            s.sent_on AS sentOn, s.how, s.sent_to AS sentTo, o.version AS replacesVersion, r.id AS replacedBy, 'papers/document/' || d.id || '.pdf' AS path
       FROM documents d
       JOIN patients p ON p.id = d.patient_id
       LEFT JOIN documents o ON o.id = d.replaces_id
       LEFT JOIN documents r ON r.replaces_id = d.id
       LEFT JOIN sendings s ON s.id = (SELECT id FROM sendings WHERE document_id = d.id ORDER BY sent_on DESC, rowid DESC LIMIT 1)`

const ALL = `${DOCUMENTS}
      ORDER BY d.issued_at DESC, d.number DESC, d.version DESC
      LIMIT 500`
const OF_PATIENT = `${DOCUMENTS}
      WHERE d.patient_id = :patientId
      ORDER BY d.issued_at DESC, d.number DESC, d.version DESC`
const BY_ID = `${DOCUMENTS}
      WHERE d.id = :id`
// The newest version of a superbill that holds exactly these visits, charged now or under an invoice voided since.
const HOLDING = `${DOCUMENTS}
      WHERE d.kind = 'superbill' AND d.patient_id = :patientId AND r.id IS NULL
        AND (SELECT json_group_array(appointment_id) FROM (
              SELECT DISTINCT i.appointment_id FROM document_invoices h JOIN invoices i ON i.id = h.invoice_id WHERE h.document_id = d.id ORDER BY 1
            )) = :visits
      ORDER BY d.issued_at DESC, d.number DESC
      LIMIT 1`

type DocumentRow = Omit<IssuedDocument, 'title' | 'sentWords'> & LastSending & { letterKind: LetterKind | null }

const toDocument = ({ letterKind, sentOn, how, sentTo, ...row }: DocumentRow): IssuedDocument =>
  IssuedDocument.parse({ ...row, title: titleOf(row.kind, letterKind), sentWords: sendingWords({ sentOn, how, sentTo }) })

function titleOf(kind: IssuedDocument['kind'], letterKind: LetterKind | null): string {
  if (kind === 'progress-letter') return letterKind === null ? 'Letter' : LETTER_TITLES[letterKind]
  return DOCUMENT_KINDS[kind].title
}

/** Papers issued: a patient’s, or the newest 500 of the clinic. Newest first. */
export function listDocuments(db: Database, patientId: PatientId | null): IssuedDocument[] {
  const rows =
    patientId === null
      ? statement<Record<string, never>, DocumentRow>(db, ALL).all({})
      : statement<{ patientId: string }, DocumentRow>(db, OF_PATIENT).all({ patientId })
  return rows.map(toDocument)
}

/** One issued paper. Throws `not_found`. */
export function getDocument(db: Database, id: DocumentId): IssuedDocument {
  const row = statement<{ id: string }, DocumentRow>(db, BY_ID).get({ id })
  if (!row) throw new DomainError('not_found', 'That paper is not in the records.')
  return toDocument(row)
}

/** The newest version of the superbill that holds exactly these visits; null where none does. */
export function findSuperbillOf(db: Database, patientId: PatientId, appointmentIds: readonly AppointmentId[]): IssuedDocument | null {
  const visits = JSON.stringify([...new Set(appointmentIds)].toSorted())
  const row = statement<{ patientId: string; visits: string }, DocumentRow>(db, HOLDING).get({ patientId, visits })
  return row ? toDocument(row) : null
}

/** What a paper holds: the data it is drawn from and the sheet it was made for. Frozen, so that a reprint is the same to the byte. */
export type PaperContent = { readonly paperSize: PaperSize; readonly paper: unknown }
/** A frozen paper and the moment it was issued. */
export type FrozenPaper = PaperContent & { readonly kind: IssuedDocument['kind']; readonly issuedAt: Instant }

const StoredContent = z.strictObject({ paperSize: PaperSize, paper: z.unknown() })

/** The frozen content of a paper; undefined for an unknown id. */
export function findFrozenPaper(db: Database, id: string): FrozenPaper | undefined {
  const row = statement<{ id: string }, { kind: IssuedDocument['kind']; content: string; issuedAt: Instant }>(
    db,
    'SELECT kind, content, issued_at AS issuedAt FROM documents WHERE id = :id',
  ).get({ id })
  if (!row) return undefined
  const frozen = { kind: row.kind, issuedAt: row.issuedAt, ...StoredContent.parse(JSON.parse(row.content)) }
  return row.kind === 'records-packet' ? withIncluded(frozen, included => findFrozenPaper(db, included)) : frozen
}

/** A paper to be frozen. */
export type NewDocument = {
  readonly id: DocumentId
  readonly kind: IssuedDocument['kind']
  readonly number: string
  readonly version: number
  readonly patientId: PatientId
  readonly episodeId: EpisodeId | null
  readonly issuedAt: Instant
  readonly issuedOn: LocalDate
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly total: Cents | null
  readonly replacesId: DocumentId | null
  readonly reason: string
  readonly content: PaperContent
}

/** Freezes a paper, with the invoices of the visits it holds. */
export function insertDocument(db: Database, { content, ...paper }: NewDocument, invoiceIds: readonly InvoiceId[]) {
  statement(
    db,
    `INSERT INTO documents (id, kind, number, version, patient_id, episode_id, issued_at, issued_on, from_on, to_on, total_cents, replaces_id, reason, content)
     VALUES (:id, :kind, :number, :version, :patientId, :episodeId, :issuedAt, :issuedOn, :from, :to, :total, :replacesId, :reason, :content)`,
  ).run({ ...paper, content: JSON.stringify(content) })
  for (const invoiceId of invoiceIds)
    statement(db, 'INSERT INTO document_invoices (document_id, invoice_id) VALUES (:documentId, :invoiceId)').run({ documentId: paper.id, invoiceId })
}
