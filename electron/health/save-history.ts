import { historyChanges } from '../../shared/health/history-changes.ts'
import type { HealthHistory, HealthRecord, HealthVersion } from '../../shared/health/schema.ts'
import { formatDate, type LocalDate } from '../../shared/lib/dates.ts'
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

type Day = { readonly on: LocalDate; readonly field: string }

const refused = (field: string, sentence: string, whatToDo: string) => new DomainError('invalid_input', `${sentence} ${whatToDo}`, { [field]: sentence })

function refuseDay({ db, clock }: Desk, patientId: PatientId, { on, field }: Day) {
  if (on > clock.today()) throw refused(field, 'That day is still to come.', 'Enter the day it was told.')
  if (on < getPatient(db, patientId).bornOn) throw refused(field, 'That is before the patient was born.', 'Enter the day it was told.')
}

// The newest version counts for the screen, so an older sheet typed in later must not take its place. Today’s word always may: a clock can have been wrong.
function refuseOlder({ db, clock }: Desk, patientId: PatientId, on: LocalDate) {
  const last = lastVersion(db, patientId)
  if (!last || last.kind === 'refused' || on >= last.takenOn || on === clock.today()) return
  const sentence = `The patient was asked again on ${formatDate(last.takenOn)}.`
  throw refused('takenOn', sentence, 'An older sheet cannot replace that: attach its scan, and enter what still holds.')
}

/** Adds the health history as told on a day; the same content again only confirms the last one. Throws `invalid_input` for a day that cannot be. */
export function saveHistory(desk: Desk, { patientId, takenOn, history }: { patientId: PatientId; takenOn: LocalDate; history: HealthHistory }): HealthRecord {
  return transaction(desk.db, () => {
    refuseDay(desk, patientId, { on: takenOn, field: 'takenOn' })
    refuseOlder(desk, patientId, takenOn)
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

/** Notes that the patient would not complete the intake, and what they said; an earlier history stays in force. Throws `invalid_input` for a day that cannot be. */
export function recordRefusal(desk: Desk, { patientId, on, reason }: { patientId: PatientId; on: LocalDate; reason: string }): HealthRecord {
  return transaction(desk.db, () => {
    refuseDay(desk, patientId, { on, field: 'on' })
    return add(desk, patientId, { kind: 'refused', takenOn: on, refusedReason: reason, history: null })
  })
}
