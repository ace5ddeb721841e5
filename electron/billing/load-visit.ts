import type { Appointment } from '../../shared/appointments/schema.ts'
import { type Charge, decideCheckOut, diagnosisLetters } from '../../shared/billing/check-out.ts'
import type { Diagnosis, Episode, Prescription } from '../../shared/episodes/schema.ts'
import { dayOf, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Patient, PolicyFields } from '../../shared/patients/schema.ts'
import { feeOn } from '../../shared/practice/fees.ts'
import type { Clinic, Payer, Practitioner, Service } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import { episodeCoverage } from '../episodes/coverage-repository.ts'
import { diagnosesOn, getEpisode, payerOf } from '../episodes/repository.ts'
import { findNoteOf } from '../notes/repository.ts'
import { getPatient, policyOf } from '../patients/repository.ts'
import { getClinic, getPractitioner, listServices } from '../practice/repository.ts'
import { findSameDayAnswer, listChargedEarlier } from './same-day-repository.ts'

/** A visit with everything its charge, its invoice and its superbill depend on. */
export type LoadedVisit = {
  readonly visit: Appointment
  readonly serviceOn: LocalDate
  readonly note: Note | null
  readonly clinic: Clinic
  readonly practitioner: Practitioner
  readonly patient: Patient
  readonly policy: PolicyFields | null
  readonly payer: Payer
  readonly services: readonly Service[]
  readonly episode: Episode | null
  /** Valid on the date of service, at most twelve, in claim order. */
  readonly diagnoses: readonly Diagnosis[]
  /** The prescription the visit falls under and which of its visits it is. */
  readonly order: { readonly prescription: Prescription; readonly visitNumber: number | null } | null
}

/** Loads a visit for check-out. Throws `not_found`. */
export function loadVisit({ db, clock }: Services, appointmentId: AppointmentId): LoadedVisit {
  const today = clock.today()
  const visit = getAppointment(db, appointmentId, today)
  const serviceOn = dayOf(visit.startsAt)
  const { patientId, episodeId } = visit
  const episode = episodeId === null ? null : getEpisode(db, today, episodeId)
  const own = episodeId === null ? undefined : episodeCoverage(db, today, episodeId).visits.get(appointmentId)
  const prescription = episode?.prescriptions.find(each => each.id === own?.prescriptionId)
  return {
    visit,
    serviceOn,
    note: findNoteOf(db, appointmentId),
    clinic: getClinic(db),
    practitioner: getPractitioner(db, visit.practitionerId),
    patient: getPatient(db, patientId),
    policy: policyOf(db, patientId),
    payer: payerOf(db, patientId, episodeId),
    services: listServices(db),
    episode,
    diagnoses: episodeId === null ? [] : diagnosesOn(db, episodeId, serviceOn).slice(0, 12),
    order: prescription ? { prescription, visitNumber: own?.number ?? null } : null,
  }
}

/** What the visit is charged. Throws `rule_broken` with the reason where it cannot be charged yet. */
export function chargeOf({ db }: Services, loaded: LoadedVisit): Charge {
  const { visit, note, serviceOn, payer, clinic } = loaded
  if (visit.status === 'cancelled') throw new DomainError('rule_broken', 'This visit was cancelled, so there is nothing to charge.')
  if (visit.status === 'no-show') throw new DomainError('rule_broken', 'The patient did not come, so there is nothing to charge.')
  if (!note) throw new DomainError('rule_broken', 'This visit has no note yet. Start the session and enter the hands-on minutes.')
  const answered = findSameDayAnswer(db, visit.id)
  return decideCheckOut({
    serviceOn,
    blocks: note.content.blocks,
    tieChoice: note.content.tieChoice,
    payer,
    fees: new Map(loaded.services.map(service => [service.id, feeOn(service, serviceOn)])),
    letters: diagnosisLetters(loaded.diagnoses.length),
    placeOfService: payer.placeOfService || clinic.placeOfService,
    chargedEarlier: listChargedEarlier(db, { patientId: visit.patientId, serviceOn, appointmentId: visit.id, payerId: payer.id }),
    sameDayAnswer: answered && { answer: answered.answer, by: answered.by, on: dayOf(wallTimeOf(answered.at, clinic.timeZone)) },
  })
}
