import { DomainError } from '../../shared/lib/errors.ts'
import { MergeId, type PatientId } from '../../shared/lib/ids.ts'
import { type ChartBefore, joinAlerts, type MovedRows } from '../../shared/patients/merge.ts'
import { fullName } from '../../shared/patients/names.ts'
import { assertPastDates } from '../../shared/patients/registration.ts'
import type { Merge, Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { getPayer } from '../practice/repository.ts'
import { guarantorToKeep, renameGuarantor, whomTheyPayFor } from './guarantor.ts'
import { householdOf, writeHousehold } from './household-repository.ts'
import {
  getMerge,
  insertMerge,
  listAsTold,
  listHomes,
  listPaidFor,
  listSequences,
  movePayer,
  moveRows,
  rowsOf,
  writeBefore,
  writeMergedInto,
  writeSequences,
} from './merge-repository.ts'
import { mergeInWords } from './merges.ts'
import { assertMergeable } from './preview-merge.ts'
import { getChart, listAlerts, policyOf, writeAlerts, writePatient, writePolicy } from './repository.ts'

type Pair = { readonly keepId: PatientId; readonly otherId: PatientId }
type Input = Pair & { readonly fields: PatientFields; readonly policy: PolicyFields | null }

/**
 * Makes one chart of two: everything of the other moves to the one kept, whose fields become the chosen ones; the other stays archived and its number
 * finds the kept one. Throws as `assertMergeable`, and `invalid_input` for dates in the future or a guarantor who cannot pay.
 */
export function merge(services: Pick<Services, 'db' | 'clock' | 'newId' | 'person'>, input: Input): Merge {
  const { db, clock, newId, person } = services
  const { keepId, otherId, policy } = input
  return transaction(db, () => {
    const { keep, other } = assertMergeable(db, input)
    const fields = checked(db, input, clock.today())
    const before = { keep: chartOf(db, keepId), other: chartOf(db, otherId) }
    const moved = whatMoves(db, input)
    const id = MergeId.parse(newId())
    const record = { id, keptId: keepId, otherId, mergedAt: clock.now(), mergedOn: clock.today(), mergedBy: person.name, moved }
    insertMerge(db, { ...record, before: { ...before, after: before.keep } })
    moveBelongings(db, input, moved)
    writeAlerts(db, otherId, [])
    writeAlerts(db, keepId, joinAlerts(before.keep.alerts, before.other.alerts))
    writePolicy(db, otherId, null)
    writePolicy(db, keepId, policy)
    writeMergedInto(db, otherId, keepId)
    writePatient(db, { ...other, isArchived: true })
    writePatient(db, becoming(keep, other, fields))
    movePayer(db, moved.paidFor, { from: otherId, to: keepId, name: fullName(fields) })
    renameGuarantor(db, keepId, fullName(fields))
    writeBefore(db, id, { ...before, after: chartOf(db, keepId) })
    return mergeInWords(db, getMerge(db, id), clock.today())
  })
}

/** A chart’s own fields, plan and alerts. */
export function chartOf(db: Database, id: PatientId): ChartBefore {
  return { patient: getChart(db, id), policy: policyOf(db, id), alerts: listAlerts(db, id) }
}

function checked(db: Database, { keepId, otherId, fields, policy }: Input, today: Merge['mergedOn']): PatientFields {
  assertPastDates(fields, policy, today)
  if (policy) getPayer(db, policy.payerId)
  const { guarantor } = fields
  if (guarantor?.patientId === otherId) return { ...fields, guarantor: null }
  const kept = guarantorToKeep(db, fields, { patientId: keepId, today })
  const paidFor = kept?.patientId ? whomTheyPayFor(db, getChart(db, kept.patientId), [keepId, otherId]) : null
  if (paidFor !== null)
    throw new DomainError('invalid_input', `This patient pays for ${paidFor}. Choose somebody else who pays.`, { 'fields.guarantor': 'Choose somebody else.' })
  return { ...fields, guarantor: kept }
}

function whatMoves(db: Database, { keepId, otherId }: Pair): MovedRows {
  return {
    rows: rowsOf(db, otherId),
    sequences: [...listSequences(db, keepId), ...listSequences(db, otherId)],
    paidFor: listPaidFor(db, otherId),
    households: [...listHomes(db, [keepId, otherId])],
  }
}

function moveBelongings(db: Database, { keepId, otherId }: Pair, moved: MovedRows) {
  moveRows(db, moved.rows, { from: otherId, to: keepId })
  writeSequences(
    db,
    listAsTold(db, keepId).map((id, index) => ({ id, sequence: index + 1 })),
  )
  const home = householdOf(db, keepId) ?? householdOf(db, otherId)
  for (const { patientId, householdId } of moved.households) if (householdId !== home) writeHousehold(db, patientId, home)
  writeHousehold(db, otherId, null)
}

function becoming(keep: Patient, other: Patient, fields: PatientFields): Patient {
  const deceasedOn = keep.deceasedOn ?? other.deceasedOn
  return { ...keep, ...fields, deceasedOn, isArchived: deceasedOn !== null || (keep.isArchived && other.isArchived) }
}
