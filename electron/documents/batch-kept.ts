import { BATCH_PAGE, type BatchPaper, type BatchRequest, type BatchResult, type BatchSkip } from '../../shared/documents/batch.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DocumentId, JobId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'

/** A batch while it runs and until it was read. */
export type KeptBatch = Pick<BatchRequest, 'jobId' | 'from' | 'to' | 'as'> & {
  state: BatchResult['state']
  problem: string
  place: string
  readonly papers: BatchPaper[]
  readonly skipped: BatchSkip[]
}

const MOST_KEPT = 5
const kept = new WeakMap<Database, KeptBatch[]>()

/** Begins to keep a batch; the newest few are kept while the clinic is open. */
export function keepBatch(db: Database, { jobId, from, to, as }: BatchRequest): KeptBatch {
  const batch: KeptBatch = { jobId, from, to, as, state: 'running', problem: '', place: '', papers: [], skipped: [] }
  kept.set(db, [batch, ...(kept.get(db) ?? [])].slice(0, MOST_KEPT))
  return batch
}

/** How a batch stands or ended, without an id the newest that nobody closed; null where none is kept. `offset` pages through its lists. */
export function getBatch({ db }: Pick<Services, 'db'>, { jobId, offset }: Parsed<'documents.getBatch'>): BatchResult | null {
  const batches = kept.get(db) ?? []
  const batch = jobId === null ? batches[0] : batches.find(one => one.jobId === jobId)
  return batch ? shownBatch(batch, offset) : null
}

/** A batch as the window shows it, one page of its lists. */
export function shownBatch({ papers, skipped, ...batch }: KeptBatch, offset: number): BatchResult {
  const issued = papers.filter(paper => paper.isNew)
  return {
    ...batch,
    newCount: issued.length,
    newTotal: sumCents(issued.map(({ total }) => total)),
    newPaid: sumCents(issued.map(({ paid }) => paid)),
    againCount: papers.length - issued.length,
    skippedCount: skipped.length,
    papers: papers.slice(offset, offset + BATCH_PAGE),
    skipped: skipped.slice(offset, offset + BATCH_PAGE),
  }
}

/** Forgets a batch that was read. One that still runs is kept. */
export function closeBatch({ db }: Pick<Services, 'db'>, { jobId }: Parsed<'documents.closeBatch'>): Record<string, never> {
  kept.set(
    db,
    (kept.get(db) ?? []).filter(batch => batch.jobId !== jobId || batch.state === 'running'),
  )
  return {}
}

/** Opens what a batch wrote once more: its folder, or its file. Throws `not_found` where it wrote none. */
export async function openBatch({ db, desktop }: Pick<Services, 'db' | 'desktop'>, { jobId }: Parsed<'documents.openBatch'>): Promise<{ path: string }> {
  const path = kept.get(db)?.find(batch => batch.jobId === jobId)?.place ?? ''
  if (path === '') throw new DomainError('not_found', 'Nothing of that was written. Print the superbills again.')
  await desktop.openFile(path)
  return { path }
}

/** The superbills a batch printed. Throws `not_found` where it is kept no longer. */
export function papersOfBatch(db: Database, jobId: JobId): DocumentId[] {
  const batch = kept.get(db)?.find(one => one.jobId === jobId)
  if (!batch) throw new DomainError('not_found', 'That batch is no longer known. Mark the superbills on the patients’ charts.')
  return batch.papers.map(paper => paper.documentId)
}
