import { addDays, dayOf, formatDate, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { UNDO_DAYS } from '../../shared/patients/merge.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Merge } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getClinic } from '../practice/repository.ts'
import { isInSession } from './merge-facts-repository.ts'
import { tornApart } from './merge-obstacles-repository.ts'
import { listMergesOf, type MergeRecord } from './merge-repository.ts'
import { getChart, mergedInto } from './repository.ts'

/** Merges into or out of a chart, newest first, each with why it cannot be undone. Throws `not_found`. */
export function listMerges({ db, clock }: Pick<Services, 'db' | 'clock'>, { patientId }: { patientId: PatientId }): Merge[] {
  getChart(db, patientId)
  return listMergesOf(db, patientId).map(merge => mergeInWords(db, merge, clock.today()))
}

/** A merge as screens show it. */
export function mergeInWords(db: Database, merge: MergeRecord, today: LocalDate): Merge {
  const { id, keptId, otherId, mergedOn, mergedBy, undoneAt, before } = merge
  const { patient: other } = before.other
  return {
    id,
    keptId,
    otherId,
    mergedOn,
    mergedBy,
    otherName: fullName(other),
    otherChartNumber: other.chartNumber,
    undoUntil: addDays(mergedOn, UNDO_DAYS),
    undoneOn: undoneAt === null ? null : dayOf(wallTimeOf(undoneAt, getClinic(db).timeZone)),
    obstacle: undoObstacle(db, merge, today),
  }
}

/** Why a merge cannot be undone today, in words; empty where it can. */
export function undoObstacle(db: Database, merge: MergeRecord, today: LocalDate): string {
  const { keptId, otherId, mergedOn, undoneAt, before } = merge
  const { patient: other } = before.other
  if (undoneAt !== null) return 'This merge was taken apart already.'
  const until = addDays(mergedOn, UNDO_DAYS)
  if (today > until) return `A merge can be undone for ${UNDO_DAYS} days. This one could be until ${formatDate(until)}.`
  const further = mergedInto(db, keptId)
  if (further) return `${getChart(db, keptId).chartNumber} itself became part of ${further.chartNumber}, ${further.name}. Undo that merge first.`
  if (isInSession(db, { keepId: keptId, otherId })) return `${fullName(other)} is in session. Finish the visit first.`
  return tornApart(db, merge)
}
