import { stepTo } from '../../shared/appointments/status-change.ts'
import { isOpenVisit } from '../../shared/episodes/coverage.ts'
import { assertFinalMeasures, assertReason, cancelObstacle, measuredAtLast } from '../../shared/episodes/discharge.ts'
import { assertClosable } from '../../shared/episodes/episode-dates.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Keeping } from '../appointments/history-repository.ts'
import { listAppointmentsByIds } from '../appointments/repository.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getClinic } from '../practice/repository.ts'
import { listEpisodeVisits } from './coverage-repository.ts'
import { getEpisode } from './repository.ts'

type Input = Parsed<'episodes.close'>
/** Kept with each visit that a discharge cancels. */
const CANCEL_REASON = 'Discharged'

/**
 * Discharges: cancels the chosen bookings, keeps the final measures and closes the episode, all of it or none. Throws in words when it is closed
 * already, a visit stays booked or cannot be cancelled, or a day or measure cannot be.
 */
export function closeEpisode(services: Keeping, input: Input): Episode {
  const { db, clock } = services
  const { episodeId, closedOn, kind, reason } = input
  return transaction(db, () => {
    const today = clock.today()
    const { openedOn, closedOn: before } = getEpisode(db, today, episodeId)
    const visits = listEpisodeVisits(db, episodeId)
    const last = visits.findLast(({ status }) => status === 'finished' || status === 'checked-out')
    const stillBooked = visits.filter(visit => isOpenVisit(visit) && !input.cancelBookings.includes(visit.id)).map(visit => visit.startsAt)
    assertClosable({ openedOn, closedOn: before, lastVisitOn: last ? dayOf(last.startsAt) : null, stillBooked }, closedOn, today)
    assertReason(kind, reason)
    const finalMeasures = measuredAtLast(input.finalMeasures)
    if (finalMeasures) assertFinalMeasures(finalMeasures, { openedOn, closedOn })
    cancelVisits(services, { episodeId, ids: input.cancelBookings, now: wallTimeOf(clock.now(), getClinic(db).timeZone) })
    statement(
      db,
      `UPDATE episodes
          SET closed_on = :closedOn, close_reason = :reason, close_kind = :kind, final_measures = coalesce(:finalMeasures, final_measures)
        WHERE id = :episodeId`,
    ).run({ episodeId, closedOn, kind, reason, finalMeasures: finalMeasures && JSON.stringify(finalMeasures) })
    return getEpisode(db, today, episodeId)
  })
}

function cancelVisits(services: Keeping, { episodeId, ids, now }: { episodeId: EpisodeId; ids: readonly AppointmentId[]; now: LocalDateTime }) {
  const chosen = listAppointmentsByIds(services.db, ids, dayOf(now))
  if (chosen.length < new Set(ids).size || chosen.some(visit => visit.episodeId !== episodeId))
    throw new DomainError('conflict', 'The bookings of this episode changed meanwhile. Open the discharge again.')
  for (const visit of chosen) {
    if (visit.status === 'cancelled') continue
    const obstacle = cancelObstacle(visit)
    if (obstacle !== null) throw new DomainError('rule_broken', obstacle)
    saveStatus(services, visit, { change: stepTo(visit, 'cancelled', { now, reason: CANCEL_REASON }) })
  }
}

/** Opens a closed episode again. Bookings that the discharge cancelled stay so, and what was measured then stays measured. Throws `not_found`. */
export function reopenEpisode({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId }: { episodeId: EpisodeId }): Episode {
  return transaction(db, () => {
    const { id } = getEpisode(db, clock.today(), episodeId)
    statement(db, "UPDATE episodes SET closed_on = NULL, close_reason = '', close_kind = NULL WHERE id = :id").run({ id })
    return getEpisode(db, clock.today(), id)
  })
}
