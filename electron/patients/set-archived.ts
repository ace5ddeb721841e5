import { dayOf, formatDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient, writePatient } from './repository.ts'

/** Takes a patient off the active list, or puts them back; nothing is lost. Throws `rule_broken` while visits are booked, and for one who died. */
export function setArchived({ db }: Pick<Services, 'db'>, { patientId, isArchived }: { patientId: PatientId; isArchived: boolean }): Patient {
  return transaction(db, () => {
    const patient = getPatient(db, patientId)
    if (isArchived) refuseWithBookings(db, patient)
    else if (patient.deceasedOn) throw new DomainError('rule_broken', 'The chart says that this patient died. Take that back first.')
    writePatient(db, { ...patient, isArchived })
    return getPatient(db, patientId)
  })
}

function refuseWithBookings(db: Database, patient: Patient) {
  const booked = statement<object, { visits: number; first: LocalDateTime | null }>(
    db,
    `SELECT count(*) AS visits, min(starts_at) AS first
       FROM appointments
      WHERE patient_id = :patientId AND status IN ('booked', 'confirmed', 'arrived', 'in-session')`,
  ).get({ patientId: patient.id })
  if (!booked?.first) return
  const on = formatDate(dayOf(booked.first))
  const visits = booked.visits === 1 ? `a visit booked on ${on}` : `${booked.visits} visits booked, the first on ${on}`
  throw new DomainError('rule_broken', `${fullName(patient)} has ${visits}. Cancel or finish ${booked.visits === 1 ? 'it' : 'them'} before archiving.`)
}
