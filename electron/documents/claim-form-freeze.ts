import { isDeepStrictEqual } from 'node:util'
import { DOCUMENT_KINDS } from '../../shared/documents/document-kinds.ts'
import type { PaperSize } from '../../shared/documents/letterhead.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DocumentId, type EpisodeId, type InvoiceId, type PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { paperNumber } from './paper-number.ts'
import { findFrozenPaper, getDocument, insertDocument, listDocuments } from './repository.ts'

/** What a paper says of itself. */
export type PaperIssue = { readonly number: string; readonly version: number; readonly replaces: number | null; readonly issuedOn: LocalDate }

/** A paper about a range of visits of an episode. `compose` writes it whole, for the number and version it is told. */
export type CasePaper = {
  readonly kind: 'claim-form' | 'attendance-log' | 'attendance-letter'
  readonly patientId: PatientId
  readonly episodeId: EpisodeId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly total: Cents | null
  readonly invoiceIds: readonly InvoiceId[]
  readonly paperSize: PaperSize
  readonly compose: (issue: PaperIssue) => object
  /** Whether an older paper of the same days is about the same thing; it always is if not told. */
  readonly isSame?: (paper: unknown) => boolean
}

/** Freezes a paper about a case. The same days again: the paper already made while nothing in it changed, else its next version. */
export function freezeCasePaper({ db, clock, newId }: Services, paper: CasePaper): IssuedDocument {
  const { kind, patientId, episodeId, from, to, compose, isSame = () => true } = paper
  const today = clock.today()
  const before = listDocuments(db, patientId).find(
    each =>
      each.kind === kind &&
      each.episodeId === episodeId &&
      each.replacedBy === null &&
      each.from === from &&
      each.to === to &&
      isSame(findFrozenPaper(db, each.id)?.paper),
  )
  if (before) {
    const again = compose({ number: before.number, version: before.version, replaces: before.replacesVersion, issuedOn: before.issuedOn })
    if (isDeepStrictEqual(findFrozenPaper(db, before.id)?.paper, JSON.parse(JSON.stringify(again)))) return before
  }
  const issue: PaperIssue = {
    number: before?.number ?? paperNumber(db, DOCUMENT_KINDS[kind].prefix, today),
    version: (before?.version ?? 0) + 1,
    replaces: before?.version ?? null,
    issuedOn: today,
  }
  const id = DocumentId.parse(newId())
  const { total, invoiceIds, paperSize } = paper
  insertDocument(
    db,
    {
      id,
      kind,
      ...issue,
      patientId,
      episodeId,
      issuedAt: clock.now(),
      from,
      to,
      total,
      replacesId: before?.id ?? null,
      reason: before ? 'The records changed since it was issued' : '',
      content: { paperSize, paper: compose(issue) },
    },
    invoiceIds,
  )
  return getDocument(db, id)
}
