import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { stepTo } from '../../shared/appointments/status-change.ts'
import { dayOf, formatWeekday, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type AppointmentId, NoteId } from '../../shared/lib/ids.ts'
import { carriedOver, emptyContent } from '../../shared/notes/new-content.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { getClinic, listServices } from '../practice/repository.ts'
import { findLastTreated, findNoteOf, getNote, insertNote } from './repository.ts'

const BEFORE_SESSION: readonly Appointment['status'][] = ['booked', 'confirmed', 'arrived']

/**
 * Begins a visit’s note (or returns the one begun) and sets the visit in session. The shape of the episode’s last signed note is carried over.
 * Throws `rule_broken` for a visit that is still to come on another day, was missed or cancelled.
 */
export function begin(given: Services, appointmentId: AppointmentId): Note {
  const { db, clock, newId } = given
  const visit = getAppointment(db, appointmentId, clock.today())
  const begun = findNoteOf(db, appointmentId)
  if (begun?.signature) return begun
  if (visit.status === 'cancelled' || visit.status === 'no-show')
    throw new DomainError('rule_broken', `This visit is “${statusLabel(visit.status)}”. Set it back to “Booked” before writing its note.`)
  const day = dayOf(visit.startsAt)
  if (day > clock.today()) throw new DomainError('rule_broken', `This visit is on ${formatWeekday(day)}. Its note can be begun that day.`)
  if (BEFORE_SESSION.includes(visit.status)) {
    const now = wallTimeOf(clock.now(), getClinic(db).timeZone)
    saveStatus(given, visit, { change: stepTo(visit, 'in-session', { now, reason: '' }) })
  }
  if (begun) return begun
  const last = findLastTreated(db, visit)
  const services = new Map(
    listServices(db)
      .filter(service => service.isActive)
      .map(({ id, code, name, isTimed, minutesPerUnit, modifiers }) => [id, { serviceId: id, code, name, isTimed, minutesPerUnit, modifiers }]),
  )
  const content = last ? carriedOver(last.content, services, newId) : emptyContent()
  const { patientId, practitionerId } = visit
  const id = NoteId.parse(newId())
  insertNote(db, { id, appointmentId, patientId, practitionerId, serviceOn: day, content, savedAt: clock.now() })
  return getNote(db, id)
}
