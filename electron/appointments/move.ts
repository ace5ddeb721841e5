import { moveWords } from '../../shared/appointments/change-words.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { refuseBooking } from './check-booking.ts'
import { keepChange, keepOverruled } from './history-repository.ts'
import { refuseEpisode, refusePractitioner, refuseRoom } from './refuse-records.ts'
import { getAppointment, moveAppointment } from './repository.ts'

const MOVABLE: readonly Appointment['status'][] = ['booked', 'confirmed', 'arrived']

/**
 * Gives a visit another time, length, practitioner or room. Throws `conflict` when that is taken or somebody changed the visit meanwhile, `forbidden` where
 * only a practitioner may allow it, and `rule_broken` once the visit has begun.
 */
export function move(services: Services, wanted: Parsed<'appointments.move'>): Appointment {
  const { db, clock } = services
  const { appointmentId, startsAt, minutes, practitionerId } = wanted
  return transaction(db, () => {
    const visit = getAppointment(db, appointmentId, clock.today())
    const roomId = wanted.roomId === undefined ? visit.roomId : wanted.roomId
    refuseStanding(visit, wanted)
    if (practitionerId !== visit.practitionerId) refusePractitioner(db, practitionerId)
    if (roomId !== visit.roomId) refuseRoom(db, roomId)
    if (visit.episodeId !== null && dayOf(startsAt) !== dayOf(visit.startsAt)) refuseEpisode(db, { ...visit, startsAt, episodeId: visit.episodeId })
    const stood = refuseBooking(services, { ...visit, practitionerId, startsAt, minutes, roomId }, { ignore: appointmentId })
    moveAppointment(db, { id: appointmentId, startsAt, minutes, practitionerId, roomId })
    const moved = getAppointment(db, appointmentId, clock.today())
    for (const sentence of moveWords(visit, moved)) keepChange(services, { appointmentId, sentence, reason: '' })
    keepOverruled(services, { appointmentId, stood, reason: wanted.overruleReason })
    return moved
  })
}

function refuseStanding(visit: Appointment, { startsAt, revision }: Parsed<'appointments.move'>) {
  if (!MOVABLE.includes(visit.status))
    throw new DomainError('rule_broken', `A visit that is “${statusLabel(visit.status)}” keeps its time. Book a new one instead.`)
  if (visit.invoiceId !== null) throw new DomainError('rule_broken', 'This visit is charged, so it keeps its time. Book a new one instead.')
  if (revision !== null && revision !== visit.revision)
    throw new DomainError('conflict', 'This visit was changed meanwhile. Look at where it is now, then move it again.')
  if (dayOf(startsAt) === dayOf(visit.startsAt)) return
  if (visit.noteId !== null) throw new DomainError('rule_broken', 'This visit has a note, so it stays on its day. Book a new one instead.')
  if (visit.status === 'arrived')
    throw new DomainError('rule_broken', 'The patient has arrived for this visit, so it stays on its day. Take the arrival back first, then move it.')
}
