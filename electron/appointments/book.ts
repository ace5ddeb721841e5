import type { Appointment, AppointmentFields } from '../../shared/appointments/schema.ts'
import { AppointmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { refuseClash } from './check-booking.ts'
import { refuseEpisode, refusePatient, refusePractitioner } from './refuse-records.ts'
import { getAppointment, insertAppointment } from './repository.ts'

/**
 * Books a visit. Throws `conflict` when practitioner or patient are taken, `rule_broken` for an archived patient, a closed episode or a
 * practitioner who left, `not_found` for records that are not there.
 */
export function book({ db, clock, newId }: Services, fields: AppointmentFields): Appointment {
  refusePatient(db, fields.patientId)
  if (fields.episodeId !== null) refuseEpisode(db, { ...fields, episodeId: fields.episodeId })
  refusePractitioner(db, fields.practitionerId)
  refuseClash(db, fields, null)
  const id = AppointmentId.parse(newId())
  insertAppointment(db, { id, ...fields })
  return getAppointment(db, id, clock.today())
}
