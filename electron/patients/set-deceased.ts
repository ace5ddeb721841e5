import { stepTo } from '../../shared/appointments/status-change.ts'
import { formatDate, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { keepChange } from '../appointments/history-repository.ts'
import { getAppointment, updateStatus } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { getClinic } from '../practice/repository.ts'
import { closeWaiting } from '../waitlist/repository.ts'
import { lastTreatedOn, listBookedFrom, listWaitingOf } from './booked-visits-repository.ts'
import { getPatient, writePatient } from './repository.ts'

const REASON = 'Patient died'
type Work = Pick<Services, 'db' | 'clock' | 'newId' | 'person'>

/**
 * Keeps that a patient died: the chart is archived, the visits booked from that day on are cancelled by the clinic, and the patient waits for none.
 * Null takes it back: the chart is active again, the visits stay cancelled. Throws `invalid_input` for a day that cannot be, `rule_broken` while in session.
 */
export function setDeceased(services: Work, { patientId, deceasedOn }: { patientId: PatientId; deceasedOn: LocalDate | null }): Patient {
  const { db } = services
  return transaction(db, () => {
    const patient = getPatient(db, patientId)
    if (deceasedOn) endVisits(services, patient, deceasedOn)
    writePatient(db, { ...patient, deceasedOn, isArchived: deceasedOn !== null || (patient.isArchived && patient.deceasedOn === null) })
    return getPatient(db, patientId)
  })
}

function endVisits(services: Work, patient: Patient, deceasedOn: LocalDate) {
  const { db, clock } = services
  assertDay(db, patient, { deceasedOn, today: clock.today() })
  const now = wallTimeOf(clock.now(), getClinic(db).timeZone)
  for (const { id } of listBookedFrom(db, patient.id, deceasedOn)) {
    const visit = getAppointment(db, id, clock.today())
    if (visit.status === 'in-session') throw new DomainError('rule_broken', `${fullName(patient)} is in session. Finish or cancel that visit first.`)
    updateStatus(db, stepTo(visit, 'cancelled', { now, reason: REASON }))
    keepChange(services, { appointmentId: id, sentence: 'Cancelled by the clinic.', reason: REASON })
  }
  for (const id of listWaitingOf(db, patient.id)) closeWaiting(db, { id, at: clock.now(), appointmentId: null, reason: REASON })
}

function assertDay(db: Database, { id, bornOn }: Patient, { deceasedOn, today }: { deceasedOn: LocalDate; today: LocalDate }) {
  const refused = (sentence: string) => new DomainError('invalid_input', sentence, { deceasedOn: sentence })
  if (deceasedOn > today) throw refused('This day lies in the future.')
  if (deceasedOn < bornOn) throw refused(`The patient was born on ${formatDate(bornOn)}.`)
  const treatedOn = lastTreatedOn(db, id)
  if (treatedOn && treatedOn > deceasedOn) throw refused(`The patient was treated here on ${formatDate(treatedOn)}. Check the day.`)
}
