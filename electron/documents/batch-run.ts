import { join } from 'node:path'
import type { BatchRequest, BatchResult } from '../../shared/documents/batch.ts'
import { batchName } from '../../shared/documents/batch-days.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { record } from '../access/audit-log.ts'
import { asJob, type Job } from '../app/jobs.ts'
import type { Services } from '../app/services.ts'
import { storageRefusal } from '../db/sqlite-errors.ts'
import { transaction } from '../db/transaction.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { beginFolder, writeAside } from './batch-files.ts'
import { type KeptBatch, keepBatch, shownBatch } from './batch-kept.ts'
import type { PlannedRow } from './batch-plan.ts'
import { checkDays, nextTurn, readBatch, refuseIfClosed } from './batch-preview.ts'
import { chargedVisits } from './charged-visits.ts'
import { drawOne, drawTogether } from './drawing.ts'
import { issueVisits } from './issue-superbill.ts'
import { type FrozenPaper, findFrozenPaper, getDocument } from './repository.ts'
import { superbillFileName } from './superbill-file-name.ts'

const FOLDER_TITLE = 'Choose where the folder of superbills goes'

/**
 * Issues the superbills of a range of days and prints them: a PDF each in a new folder, or one PDF that is opened. Null where no folder was chosen. Each
 * superbill is issued by itself and stays issued, also where the batch is cancelled or fails later: numbers stay gapless, and the next batch prints it again.
 * Files get their names only when all are done.
 */
export async function startBatch(services: Services, request: BatchRequest): Promise<BatchResult | null> {
  checkDays(request)
  await nextTurn()
  const folder = request.as === 'files' ? await services.desktop.chooseFolder(FOLDER_TITLE) : ''
  if (folder === undefined) return null
  return asJob(services, request.jobId, async job => {
    const batch = keepBatch(services.db, request)
    try {
      const rows = await unlessStopped(job, readBatch(services, request))
      await printRows({ services, request, job, batch, folder }, rows)
    } catch (error) {
      endBadly(batch, error, job)
      if (!storageRefusal(error) && !(error instanceof DomainError)) services.log.error('documents.startBatch', error)
    }
    return shownBatch(batch, 0)
  })
}

type Run = { readonly services: Services; readonly request: BatchRequest; readonly job: Job; readonly batch: KeptBatch; readonly folder: string }

async function printRows(run: Run, all: readonly PlannedRow[]): Promise<void> {
  const { request, batch } = run
  const chosen = chooseRows(request, all)
  for (const row of chosen.skipped) skip(batch, row, row.problem === '' ? 'Issued before and unchanged.' : row.problem)
  if (request.as === 'files') await printFiles(run, chosen.rows)
  else await printOne(run, chosen.rows)
  batch.state = 'done'
}

/** Which rows are printed, in the order asked for, and which are left out with a reason. Those left out by hand are in neither. */
function chooseRows({ patientIds, without, again, order }: BatchRequest, all: readonly PlannedRow[]) {
  const [wanted, unwanted] = [patientIds && new Set(patientIds), new Set(without)]
  const asked = all.filter(({ patientId }) => (wanted === null || wanted.has(patientId)) && !unwanted.has(patientId))
  const isPrinted = ({ state }: PlannedRow) => state === 'ready' || (state === 'issued' && again)
  const rows = asked.filter(isPrinted)
  if (order === 'route') rows.sort((a, b) => byRoute(a).localeCompare(byRoute(b)))
  return { rows, skipped: asked.filter(row => !isPrinted(row) && row.state !== 'issued') }
}

const byRoute = ({ patient: { zip, street, sortName } }: PlannedRow) => [zip === '' ? '~' : zip, street.toLowerCase(), sortName].join('\u0001')

async function printFiles({ services, request, job, batch, folder }: Run, rows: readonly PlannedRow[]): Promise<void> {
  const { db, resourcesDir } = services
  if (rows.length === 0) return
  const pattern = getBillingRules(db).superbillFileName
  const files = await beginFolder(folder, batchName(request))
  try {
    for (const [index, row] of rows.entries()) {
      refuseIfStopped(services, job)
      job.progress(index, rows.length)
      const issued = issueRow(services, batch, row)
      if (!issued) continue
      const bytes = await drawnOrSkipped(() => drawOne(resourcesDir, issued.paper, { signal: job.signal }), { job, batch, row })
      if (bytes) await files.write(superbillFileName(pattern, issued.document, row.patient), bytes)
    }
    refuseIfStopped(services, job)
    if (batch.papers.length > 0) batch.place = files.finish()
    else await files.discard()
    job.progress(rows.length, rows.length)
  } catch (error) {
    await files.discard()
    throw error
  }
}

async function printOne({ services, request, job, batch }: Run, rows: readonly PlannedRow[]): Promise<void> {
  const { clock, dataDir, resourcesDir, desktop } = services
  async function* papers() {
    for (const [index, row] of rows.entries()) {
      await nextTurn()
      refuseIfStopped(services, job)
      job.progress(index, rows.length)
      const issued = issueRow(services, batch, row)
      if (issued) yield issued.paper
    }
  }
  if (rows.length === 0) return
  const name = batchName(request)
  const bytes = await drawTogether(resourcesDir, papers(), { title: name, madeAt: clock.now(), signal: job.signal })
  refuseIfStopped(services, job)
  job.progress(rows.length, rows.length)
  if (batch.papers.length === 0) return
  const path = join(dataDir, 'papers', `${name}.pdf`)
  await writeAside(path, bytes)
  batch.place = path
  await desktop.openFile(path)
}

// One superbill that cannot be drawn does not keep the others from being printed.
async function drawnOrSkipped(draw: () => Promise<Uint8Array>, { job, batch, row }: Pick<Run, 'job' | 'batch'> & { readonly row: PlannedRow }) {
  try {
    return await draw()
  } catch (error) {
    if (job.signal.aborted || !(error instanceof DomainError)) throw error
    batch.papers.pop()
    skip(batch, row, error.message)
    return undefined
  }
}

/** Issues one superbill, or finds it where it was issued before. Undefined where the records refuse it meanwhile: then it is among those left out. */
function issueRow(services: Services, batch: KeptBatch, row: PlannedRow): { document: IssuedDocument; paper: FrozenPaper } | undefined {
  const { db } = services
  try {
    const document = row.issued ? getDocument(db, row.issued.id) : transaction(db, () => issueNew(services, row))
    const paper = findFrozenPaper(db, document.id)
    if (!paper) return undefined
    const { id: documentId, number, version, sentWords } = document
    batch.papers.push({
      documentId,
      number,
      version,
      sentWords,
      patientId: row.patientId,
      patientName: row.patientName,
      total: document.total ?? row.total,
      paid: row.paid,
      isNew: row.issued === null,
    })
    return { document, paper }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    skip(batch, row, error.message)
    return undefined
  }
}

// Each in a transaction of its own, with its own line in the log.
function issueNew(services: Services, { patientId, from, to, appointmentIds }: PlannedRow): IssuedDocument {
  const { db, clock, person } = services
  const visits = chargedVisits(db, { patientId, from, to, only: new Set(appointmentIds) })
  const document = issueVisits(services, { patientId, visits, replaced: null, reason: '' })
  record(db, { at: clock.now(), personId: person.id, action: 'documents.issueSuperbill', subject: { patientId, documentId: document.id } })
  return document
}

const skip = (batch: KeptBatch, { patientId, patientName, fix }: PlannedRow, reason: string) => batch.skipped.push({ patientId, patientName, reason, fix })

const stopped = () => new DomainError('unexpected', 'Stopped.')

// Reading goes on to its end, but nobody waits for it.
function unlessStopped<T>({ signal }: Job, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(stopped())))])
}

function refuseIfStopped({ db }: Services, { signal }: Job) {
  refuseIfClosed(db)
  if (signal.aborted) throw stopped()
}

function endBadly(batch: KeptBatch, error: unknown, { signal }: Job) {
  batch.state = signal.aborted ? 'cancelled' : 'failed'
  const refusal = error instanceof DomainError ? error : storageRefusal(error)
  if (signal.aborted) return
  const last = batch.as === 'one' ? batch.papers.at(-1) : undefined
  const at = last && refusal?.code === 'unexpected' ? `${last.number}, ${last.patientName}: ` : ''
  batch.problem = `${at}${refusal?.message ?? 'Something went wrong. No file was kept.'}`
}
