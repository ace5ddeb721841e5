import { isOpenVisit } from '../../shared/episodes/coverage.ts'
import { measuresLeftOff } from '../../shared/episodes/discharge.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsByIds } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listEpisodeVisits } from './coverage-repository.ts'
import { listMeasuredVisits, measuresDueAtDischarge } from './measured-repository.ts'
import { getEpisode } from './repository.ts'

/** What stands before a discharge: visits still booked, measures not taken at the end, notes not signed, and whether its letter was signed. */
export function getDischarge({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId }: { episodeId: EpisodeId }): Output<'episodes.getDischarge'> {
  const today = clock.today()
  const { outcomePlan } = getEpisode(db, today, episodeId)
  const visits = listEpisodeVisits(db, episodeId)
  const last = visits.findLast(({ status }) => status === 'finished' || status === 'checked-out')
  const measured = listMeasuredVisits(db, episodeId)
  const measuresDue = outcomePlan.length > 0 ? measuresDueAtDischarge(db, episodeId) : measuresLeftOff(measured)
  const open = visits.filter(isOpenVisit).map(visit => visit.id)
  return {
    bookings: listAppointmentsByIds(db, open, today),
    measuresDue,
    measuresMissing: measuresDue.map(due => measureOf(due).shortName),
    activities: measured.findLast(visit => visit.activities.length > 0)?.activities.slice(0, 5) ?? [],
    unsignedNotes: countUnsigned(db, episodeId),
    hasDischargeLetter: hasDischargeLetter(db, episodeId),
    lastVisitOn: last ? dayOf(last.startsAt) : null,
  }
}

function countUnsigned(db: Database, episodeId: EpisodeId): number {
  const row = statement<{ episodeId: string }, { count: number }>(
    db,
    `SELECT count(*) AS count
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE a.episode_id = :episodeId AND n.signed_at IS NULL AND a.status NOT IN ('cancelled', 'no-show')`,
  ).get({ episodeId })
  return row?.count ?? 0
}

function hasDischargeLetter(db: Database, episodeId: EpisodeId): boolean {
  const row = statement<{ episodeId: string }, unknown>(
    db,
    "SELECT 1 FROM letters WHERE episode_id = :episodeId AND kind = 'discharge' AND document_id IS NOT NULL LIMIT 1",
  ).get({ episodeId })
  return row !== undefined
}
