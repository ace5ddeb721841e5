import { DomainError } from '../../shared/lib/errors.ts'
import type { MergeId } from '../../shared/lib/ids.ts'
import { alertsAfterUndo, fieldsAfterUndo } from '../../shared/patients/merge.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Merge } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { renameGuarantor } from './guarantor.ts'
import { householdOf, writeHousehold } from './household-repository.ts'
import { chartOf } from './merge.ts'
import {
  getMerge,
  listBookedSince,
  listSequences,
  type MergeRecord,
  movePayer,
  moveRows,
  writeMergedInto,
  writeSequences,
  writeUndone,
} from './merge-repository.ts'
import { mergeInWords, undoObstacle } from './merges.ts'
import { writeAlerts, writePatient, writePolicy } from './repository.ts'

/**
 * Takes a merge apart: what moved goes back, both charts’ fields are as before. What was added or changed on the kept chart since stays there.
 * Throws `not_found`, and `rule_broken` with why it cannot be undone any more.
 */
export function undoMerge({ db, clock }: Pick<Services, 'db' | 'clock'>, { mergeId }: { mergeId: MergeId }): Merge {
  return transaction(db, () => {
    const merge = getMerge(db, mergeId)
    const obstacle = undoObstacle(db, merge, clock.today())
    if (obstacle !== '') throw new DomainError('rule_broken', obstacle)
    moveBack(db, merge)
    restoreCharts(db, merge)
    writeUndone(db, mergeId, clock.now())
    return mergeInWords(db, getMerge(db, mergeId), clock.today())
  })
}

function moveBack(db: Database, { keptId, otherId, moved }: MergeRecord) {
  // Who waited and was booked since has that visit on the kept chart.
  const booked = listBookedSince(db, moved.rows)
  moveRows(db, { ...moved.rows, waitlist: moved.rows.waitlist.filter(id => !booked.includes(id)) }, { from: keptId, to: otherId })
  const known = new Set(moved.sequences.map(({ id }) => id))
  const own = moved.sequences.filter(({ id }) => !moved.rows.health_versions.includes(id)).length
  const later = listSequences(db, keptId).filter(({ id }) => !known.has(id))
  writeSequences(db, [...moved.sequences, ...later.map(({ id }, index) => ({ id, sequence: own + index + 1 }))])
  const before = (id: typeof keptId) => moved.households.find(({ patientId }) => patientId === id)?.householdId ?? null
  const home = before(keptId) ?? before(otherId)
  for (const { patientId, householdId } of moved.households)
    if (patientId === otherId || householdOf(db, patientId) === home) writeHousehold(db, patientId, householdId)
}

function restoreCharts(db: Database, { keptId, otherId, moved, before }: MergeRecord) {
  const now = chartOf(db, keptId)
  const { keep, other, after } = before
  const kept = fieldsAfterUndo(keep.patient, after.patient, now.patient)
  writeMergedInto(db, otherId, null)
  writeAlerts(db, keptId, alertsAfterUndo(before, now.alerts))
  writeAlerts(db, otherId, other.alerts)
  writePolicy(db, keptId, JSON.stringify(now.policy) === JSON.stringify(after.policy) ? keep.policy : now.policy)
  writePolicy(db, otherId, other.policy)
  writePatient(db, other.patient)
  writePatient(db, kept)
  movePayer(db, moved.paidFor, { from: keptId, to: otherId, name: fullName(other.patient) })
  renameGuarantor(db, keptId, fullName(kept))
}
