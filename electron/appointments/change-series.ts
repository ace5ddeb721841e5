import { momentInWords, moveWords } from '../../shared/appointments/change-words.ts'
import { freeTimesNear } from '../../shared/appointments/series-alternatives.ts'
import { affectedVisits, changedTime } from '../../shared/appointments/series-change.ts'
import type { ChangedVisit, Series, SeriesChange } from '../../shared/appointments/series-schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { namingVisit } from './book-series.ts'
import { refuseBooking, warningsFor } from './check-booking.ts'
import { keepChange, keepOverruled } from './history-repository.ts'
import { isAboutTime, nearByOf } from './preview-series.ts'
import { refuseEpisode, refusePractitioner, refuseRoom } from './refuse-records.ts'
import { getAppointment, moveAppointment } from './repository.ts'
import { getSeries, listSeriesVisits, type SeriesVisit, seriesOfVisit } from './series-repository.ts'
import { setStatus } from './set-status.ts'
import { tryOut } from './try-out.ts'

type Asked = Pick<Parsed<'appointments.changeSeries'>, 'appointmentId' | 'scope' | 'change'>
type Move = Extract<SeriesChange, { kind: 'move' }>

/** The visits a change concerns, each with the time it would go to. */
function planChange({ db, clock }: Services, { appointmentId, scope, change }: Asked) {
  const seriesId = seriesOfVisit(db, appointmentId)
  const series = listSeriesVisits(db, seriesId)
  const from = series.find(({ id }) => id === appointmentId)?.startsAt
  const { visits, kept } = affectedVisits(series, { id: appointmentId, scope, today: clock.today() })
  return { seriesId, kept, visits: visits.map(visit => ({ visit, to: from ? changedTime(visit.startsAt, { from, change }) : null })) }
}

/** What a change of a series would do, checked as if all of it had happened: the visits do not stand in each other’s way with their old times. */
export function previewSeriesChange(services: Services, asked: Asked): { visits: ChangedVisit[]; kept: number } {
  const { db } = services
  const { visits, kept } = planChange(services, asked)
  const { change } = asked
  const named = ({ visit, to }: (typeof visits)[number]) => ({ appointmentId: visit.id, revision: visit.revision, from: visit.startsAt, to })
  if (change.kind === 'cancel') return { visits: visits.map(one => ({ ...named(one), warnings: [], instead: [] })), kept }
  const moves = visits.flatMap(({ visit, to }) => (to === null ? [] : [{ visit, to }]))
  const patientId = moves[0]?.visit.patientId
  if (!patientId) return { visits: [], kept }
  return tryOut(db, () => {
    for (const { visit, to } of moves) moveAppointment(db, placeOf(visit, to, change))
    const nearBy = nearByOf(
      db,
      { ...change, patientId },
      moves.map(({ to }) => to),
    )
    return {
      kept,
      visits: moves.map(({ visit, to }) => {
        const warningsAt = (startsAt: LocalDateTime) => warningsFor(services, { ...visit, ...placeOf(visit, startsAt, change) }, visit.id)
        const warnings = warningsAt(to)
        const isFree = (startsAt: LocalDateTime) => !warningsAt(startsAt).some(isAboutTime)
        const instead = warnings.some(isAboutTime) ? freeTimesNear({ ...visit, ...placeOf(visit, to, change) }, nearBy, isFree) : []
        return { ...named({ visit, to }), warnings, instead }
      }),
    }
  })
}

const placeOf = ({ id }: SeriesVisit, startsAt: LocalDateTime, { minutes, practitionerId, roomId }: Move) => ({ id, startsAt, minutes, practitionerId, roomId })

/**
 * Moves or cancels visits of a series, all of those named or none; who is not named stays. Throws `conflict` where a visit was changed meanwhile or its new
 * time is taken, naming it, and `rule_broken` for a visit that no longer changes.
 */
export function changeSeries(services: Services, { visits: wanted, overruleReason, ...asked }: Parsed<'appointments.changeSeries'>): Series {
  const { db } = services
  return transaction(db, () => {
    const { seriesId, visits } = planChange(services, asked)
    const known = new Map(listSeriesVisits(db, seriesId).map(visit => [visit.id, visit]))
    const changeable = new Set(visits.map(({ visit }) => visit.id))
    if (new Set(wanted.map(one => one.appointmentId)).size < wanted.length) throw new DomainError('invalid_input', 'Name each visit once.')
    const steps = wanted.map(({ appointmentId, revision, to }) => {
      const visit = known.get(appointmentId)
      if (!visit) throw new DomainError('not_found', 'One of these visits is not in this series. Look at the series again.')
      refuseOutdated(visit, { revision, isChangeable: changeable.has(visit.id) })
      return { visit, to }
    })
    if (asked.change.kind === 'cancel') for (const { visit } of steps) cancelOne(services, visit, asked.change.reason)
    else moveAll(services, { steps, change: asked.change, reason: overruleReason })
    return getSeries(db, seriesId)
  })
}

function refuseOutdated({ startsAt, revision }: SeriesVisit, seen: { readonly revision: number; readonly isChangeable: boolean }) {
  if (revision !== seen.revision)
    throw new DomainError('conflict', `The visit of ${momentInWords(startsAt)} was changed meanwhile, so nothing was changed now. Look at the series again.`)
  if (!seen.isChangeable) throw new DomainError('rule_broken', `The visit of ${momentInWords(startsAt)} is over or under way, so it stays as it is.`)
}

function cancelOne(services: Services, { id, startsAt }: SeriesVisit, reason: string) {
  namingVisit(startsAt, () => setStatus(services, { appointmentId: id, status: 'cancelled', reason, cancelledBy: 'patient' }))
}

type Steps = { readonly steps: readonly { readonly visit: SeriesVisit; readonly to: LocalDateTime | null }[]; readonly change: Move; readonly reason: string }

// First everything goes to its new place, then each place is checked: no visit meets the old time of another.
function moveAll(services: Services, { steps, change, reason }: Steps) {
  const { db, clock } = services
  if (steps.some(({ visit }) => visit.practitionerId !== change.practitionerId)) refusePractitioner(db, change.practitionerId)
  if (steps.some(({ visit }) => visit.roomId !== change.roomId)) refuseRoom(db, change.roomId)
  const moves = steps.map(({ visit, to }) => {
    if (to === null) throw new DomainError('invalid_input', `Choose a time for the visit of ${momentInWords(visit.startsAt)}.`)
    const before = getAppointment(db, visit.id, clock.today())
    moveAppointment(db, placeOf(visit, to, change))
    return { visit, to, before }
  })
  for (const { visit, to, before } of moves) {
    const stood = namingVisit(to, () => {
      if (visit.episodeId !== null) refuseEpisode(db, { episodeId: visit.episodeId, patientId: visit.patientId, startsAt: to })
      return refuseBooking(services, { ...visit, ...placeOf(visit, to, change) }, { ignore: visit.id })
    })
    for (const sentence of moveWords(before, getAppointment(db, visit.id, clock.today())))
      keepChange(services, { appointmentId: visit.id, sentence, reason: '' })
    keepOverruled(services, { appointmentId: visit.id, stood, reason })
  }
}
