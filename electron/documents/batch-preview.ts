import { BATCH_PAGE, type BatchPreview, type BatchRow } from '../../shared/documents/batch.ts'
import type { Days } from '../../shared/documents/batch-days.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays, formatDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { batchPatients, type PlannedRow, rowsOfPatient } from './batch-plan.ts'
import { factsReader } from './facts-on-file.ts'
import { checkRange } from './preview-superbill.ts'

/** So long may one piece of work keep the records from answering others, in milliseconds. */
const PIECE_MS = 8
const MOST_DAYS = 366

/** What was read last, while nothing has changed since: turning a page reads nothing again. */
const read = new WeakMap<Database, { readonly key: string; readonly rows: Promise<readonly PlannedRow[]> }>()

/** A page of the superbills of a range of days, for all patients. Throws `invalid_input` for days in the wrong order or more than a year. */
export async function previewBatch(services: Services, { from, to, show, offset }: Parsed<'documents.previewBatch'>): Promise<BatchPreview> {
  const rows = await readBatch(services, { from, to })
  const shown = show === 'all' ? rows : rows.filter(row => row.state === show)
  const count = (state: BatchRow['state']) => rows.filter(row => row.state === state).length
  return {
    rows: shown.slice(offset, offset + BATCH_PAGE).map(shownRow),
    counts: { all: rows.length, ready: count('ready'), missing: count('missing'), issued: count('issued'), changed: count('changed') },
    patients: new Set(rows.map(row => row.patientId)).size,
    visits: rows.reduce((sum, row) => sum + row.visits, 0),
    total: sumCents(rows.map(row => row.total)),
    paid: sumCents(rows.map(row => row.paid)),
  }
}

const shownRow = ({ patient: _patient, appointmentIds: _ids, ...row }: PlannedRow): BatchRow => row

/** All superbills of these days, read in small pieces so that the records stay free to answer. Throws as `previewBatch`. */
export function readBatch(services: Services, days: Days): Promise<readonly PlannedRow[]> {
  checkDays(days)
  const { db, clock } = services
  const key = JSON.stringify([days.from, days.to, clock.today(), changesOf(db)])
  const known = read.get(db)
  if (known?.key === key) return known.rows
  const rows = readRows(services, days)
  read.set(db, { key, rows })
  rows.catch(() => read.delete(db))
  return rows
}

/** How often the records were changed since the clinic was opened. */
function changesOf(db: Database): number {
  return statement<Record<string, never>, { changes: number }>(db, 'SELECT total_changes() AS changes').get({})?.changes ?? 0
}

/** Throws `invalid_input` for days in the wrong order or more than a year. */
export function checkDays(days: Days) {
  checkRange(days)
  const latest = addDays(days.from, MOST_DAYS - 1)
  if (days.to <= latest) return
  const sentence = `Choose at most a year: up to ${formatDate(latest)}.`
  throw new DomainError('invalid_input', sentence, { to: sentence })
}

async function readRows(services: Services, days: Days): Promise<readonly PlannedRow[]> {
  const { db } = services
  await nextTurn()
  refuseIfClosed(db)
  const rows: PlannedRow[] = []
  let [began, changes, read] = [performance.now(), changesOf(db), factsReader(db)]
  for (const patient of batchPatients(db, days)) {
    rows.push(...rowsOfPatient(services, patient, { days, read }))
    if (performance.now() - began < PIECE_MS) continue
    await nextTurn()
    refuseIfClosed(db)
    if (changesOf(db) !== changes) [changes, read] = [changesOf(db), factsReader(db)]
    began = performance.now()
  }
  return rows
}

/** Lets everything else that waits have its turn. */
export const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Throws `signed_out` where the clinic was closed meanwhile. */
export function refuseIfClosed(db: Database): void {
  if (!db.open) throw new DomainError('signed_out', 'The clinic was closed meanwhile.')
}
