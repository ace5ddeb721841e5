import { isDeepStrictEqual } from 'node:util'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DocumentId, type EpisodeId, type InvoiceId, type PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getClinic } from '../practice/repository.ts'
import { findFrozenPaper, getDocument, insertDocument } from './repository.ts'

/** What a paper says of itself. */
export type PaperIssue = { readonly number: string; readonly version: number; readonly replaces: number | null; readonly issuedOn: LocalDate }

/** A paper of something that may have been printed before. */
export type Reissued<Paper extends object> = {
  readonly kind: IssuedDocument['kind']
  readonly patientId: PatientId
  readonly episodeId?: EpisodeId | null
  readonly total: Cents
  readonly from?: LocalDate | null
  readonly to?: LocalDate | null
  readonly invoiceIds?: readonly InvoiceId[]
  readonly reason?: string
  /** The newest paper already made of it. */
  readonly before: IssuedDocument | null
  /** Taken only where a first paper is made. */
  readonly number: () => string
  readonly compose: (issue: PaperIssue) => Paper
  /** Reads a frozen paper. */
  readonly read: (frozen: unknown) => Paper
  /** The part whose change makes a new version, given when the earlier one was issued. */
  readonly whatCounts: (paper: Paper, earlierOn: LocalDate) => object
}

/** Gives the paper already made while it would say the same; else freezes the next version, or the first paper under a new number. */
export function issueAgain<Paper extends object>({ db, clock, newId }: Services, paper: Reissued<Paper>): IssuedDocument {
  const { before, kind, patientId, episodeId = null, total, from = null, to = null, invoiceIds = [], reason = '' } = paper
  const issuedOn = clock.today()
  if (before && saysTheSame(db, before, paper)) return before
  const number = before?.number ?? paper.number()
  const version = (before?.version ?? 0) + 1
  const id = DocumentId.parse(newId())
  insertDocument(
    db,
    {
      id,
      kind,
      number,
      version,
      patientId,
      episodeId,
      from,
      to,
      total,
      reason,
      issuedOn,
      issuedAt: clock.now(),
      replacesId: before?.id ?? null,
      content: { paperSize: getClinic(db).paperSize, paper: paper.compose({ number, version, replaces: before?.version ?? null, issuedOn }) },
    },
    invoiceIds,
  )
  return getDocument(db, id)
}

function saysTheSame<Paper extends object>(db: Database, before: IssuedDocument, { read, compose, whatCounts }: Reissued<Paper>): boolean {
  const frozen = findFrozenPaper(db, before.id)
  if (!frozen) return false
  const { number, version, issuedOn } = before
  const now = compose({ number, version, replaces: before.replacesVersion, issuedOn })
  return isDeepStrictEqual(whatCounts(read(frozen.paper), issuedOn), whatCounts(read(JSON.parse(JSON.stringify(now))), issuedOn))
}

/** The newest version of the paper of a kind under a number; null before it was printed. */
export function newestUnder(db: Database, kind: IssuedDocument['kind'], number: string): IssuedDocument | null {
  const row = statement<{ kind: string; number: string }, { id: DocumentId }>(
    db,
    'SELECT id FROM documents WHERE kind = :kind AND number = :number ORDER BY version DESC LIMIT 1',
  ).get({ kind, number })
  return row ? getDocument(db, row.id) : null
}
