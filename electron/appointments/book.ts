import { bookedWords } from '../../shared/appointments/change-words.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { AppointmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { closeWaiting, getWaiting } from '../waitlist/repository.ts'
import { refuseBooking } from './check-booking.ts'
import { keepChange, keepOverruled } from './history-repository.ts'
import { refuseEpisode, refusePatient, refusePractitioner, refuseRoom, refuseVisitType } from './refuse-records.ts'
import { getAppointment, insertAppointment } from './repository.ts'

/**
 * Books a visit and takes the patient off the waitlist where the place named is theirs. Throws `conflict` when practitioner, room or patient are taken or
 * the time does not exist, `forbidden` where only a practitioner may allow it, `rule_broken` for an archived patient, a closed episode or somebody or something no
 * longer offered, `not_found` for records that are not there.
 */
export function book(services: Services, { fields, overruleReason, waitlistId }: Parsed<'appointments.book'>): Appointment {
  const { db, clock, newId } = services
  return transaction(db, () => {
    refusePatient(db, fields.patientId)
    if (fields.episodeId !== null) refuseEpisode(db, { ...fields, episodeId: fields.episodeId })
    refusePractitioner(db, fields.practitionerId)
    refuseRoom(db, fields.roomId)
    refuseVisitType(db, fields.visitTypeId)
    const stood = refuseBooking(services, fields, { ignore: null })
    const id = AppointmentId.parse(newId())
    insertAppointment(db, { id, ...fields })
    // Somebody else may take the time that was offered: then the one who waits goes on waiting.
    if (waitlistId !== null && getWaiting(db, waitlistId).patientId === fields.patientId)
      closeWaiting(db, { id: waitlistId, at: clock.now(), appointmentId: id, reason: '' })
    const visit = getAppointment(db, id, clock.today())
    keepChange(services, { appointmentId: id, sentence: bookedWords(visit), reason: '' })
    keepOverruled(services, { appointmentId: id, stood, reason: overruleReason })
    return visit
  })
}
