import { bookedWords, momentInWords } from '../../shared/appointments/change-words.ts'
import type { Series, SeriesPlan } from '../../shared/appointments/series-schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { AppointmentId, SeriesId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { refuseBooking } from './check-booking.ts'
import { keepChange, keepOverruled } from './history-repository.ts'
import { wantedAt } from './preview-series.ts'
import { refuseEpisode, refusePatient, refusePractitioner, refuseRoom, refuseVisitType } from './refuse-records.ts'
import { getAppointment, insertAppointment } from './repository.ts'
import { getSeries, insertSeries } from './series-repository.ts'

/**
 * Books every visit of a series, or none. Throws `conflict` naming the visit that cannot be, `forbidden` for one that only a practitioner may book, and
 * `rule_broken` and `not_found` as for a single visit.
 */
export function bookSeries(services: Services, { plan, startsAt, overruleReason }: Parsed<'appointments.bookSeries'>): Series {
  const { db, clock, newId } = services
  return transaction(db, () => {
    refusePatient(db, plan.patientId)
    refusePractitioner(db, plan.practitionerId)
    refuseRoom(db, plan.roomId)
    refuseVisitType(db, plan.visitTypeId)
    const id = SeriesId.parse(newId())
    insertSeries(db, { id, plan: { ...plan, count: startsAt.length }, createdOn: clock.today() })
    for (const at of startsAt.toSorted()) bookOne(services, { plan, at, seriesId: id, size: startsAt.length, reason: overruleReason })
    return getSeries(db, id)
  })
}

type One = { readonly plan: SeriesPlan; readonly at: LocalDateTime; readonly seriesId: SeriesId; readonly size: number; readonly reason: string }

function bookOne(services: Services, { plan, at, seriesId, size, reason }: One) {
  const { db, newId, clock } = services
  const wanted = wantedAt(plan, at)
  const stood = namingVisit(at, () => {
    if (plan.episodeId !== null) refuseEpisode(db, { ...wanted, episodeId: plan.episodeId })
    return refuseBooking(services, wanted, { ignore: null })
  })
  const appointmentId = AppointmentId.parse(newId())
  insertAppointment(db, { ...wanted, id: appointmentId, remark: plan.remark, seriesId })
  const words = bookedWords(getAppointment(db, appointmentId, clock.today())).replace(/^Booked/, `Booked in a series of ${size}`)
  keepChange(services, { appointmentId, sentence: words, reason: '' })
  keepOverruled(services, { appointmentId, stood, reason })
}

/** Runs a check of one visit of many and puts its day and time before what it refuses. */
export function namingVisit<T>(at: LocalDateTime, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, `${momentInWords(at)}: ${error.message}`, error.fields)
  }
}
