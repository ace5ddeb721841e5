import { historyChanges } from '../../shared/health/history-changes.ts'
import type { HealthHistory, HealthRecord, HealthVersion } from '../../shared/health/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { HealthVersionId, type PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { addVersion, getHealth, lastHistory, lastVersion } from './repository.ts'

type Desk = Pick<Services, 'db' | 'clock' | 'newId' | 'person'>
type Told = Pick<HealthVersion, 'kind' | 'takenOn' | 'refusedReason'> & { readonly history: HealthHistory | null }

function add({ db, clock, newId, person }: Desk, patientId: PatientId, told: Told): HealthRecord {
  addVersion(db, { ...told, patientId, id: HealthVersionId.parse(newId()), enteredAt: clock.now(), enteredBy: person.name })
  return getHealth(db, patientId)
}

function refuseFuture({ clock }: Desk, day: LocalDate, field: string) {
  if (day > clock.today())
    throw new DomainError('invalid_input', 'That day is still to come. Enter the day it was told.', { [field]: 'That day is still to come.' })
}

/** Adds the health history as told on a day; the same content again only confirms the last one. Throws `invalid_input` for a day to come. */
export function saveHistory(desk: Desk, { patientId, takenOn, history }: { patientId: PatientId; takenOn: LocalDate; history: HealthHistory }): HealthRecord {
  return transaction(desk.db, () => {
    getPatient(desk.db, patientId)
    refuseFuture(desk, takenOn, 'takenOn')
    const last = lastHistory(desk.db, patientId)
    const isSame = last !== null && historyChanges(last.history, history).length === 0
    return add(desk, patientId, { kind: isSame ? 'unchanged' : 'taken', takenOn, refusedReason: '', history: isSame ? null : history })
  })
}

/** Notes that the patient was asked today and nothing changed; once a day is enough. Throws `rule_broken` before the first history. */
export function confirmUnchanged(desk: Desk, { patientId }: { patientId: PatientId }): HealthRecord {
  return transaction(desk.db, () => {
    getPatient(desk.db, patientId)
    const today = desk.clock.today()
    if (!lastHistory(desk.db, patientId)) throw new DomainError('rule_broken', 'There is no health history to confirm yet. Enter the first one.')
    const last = lastVersion(desk.db, patientId)
    if (last && last.kind !== 'refused' && last.takenOn === today) return getHealth(desk.db, patientId)
    return add(desk, patientId, { kind: 'unchanged', takenOn: today, refusedReason: '', history: null })
  })
}

/** Notes that the patient would not complete the intake, and what they said; an earlier history stays in force. Throws `invalid_input` for a day to come. */
export function recordRefusal(desk: Desk, { patientId, on, reason }: { patientId: PatientId; on: LocalDate; reason: string }): HealthRecord {
  return transaction(desk.db, () => {
    getPatient(desk.db, patientId)
    refuseFuture(desk, on, 'on')
    return add(desk, patientId, { kind: 'refused', takenOn: on, refusedReason: reason, history: null })
  })
}
