import type { PrescriptionUse } from '../episodes/prescription-use.ts'
import { dayOf, daysBetween, formatMonthDay, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { AppointmentId, PrescriptionId } from '../lib/ids.ts'
import type { AppointmentStatus } from './schema.ts'

/** A prescription as far as counting its visits goes. */
export type CountedOrder = {
  readonly id: PrescriptionId
  readonly writtenOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly visits: number | null
  readonly visitsUsedBefore: number
}
/** A visit of the episode, of any status. */
export type CountedVisit = { readonly id: AppointmentId; readonly startsAt: LocalDateTime; readonly status: AppointmentStatus }

/** Everything visits of one episode are counted from. */
export type CountedEpisode = {
  readonly orders: readonly CountedOrder[]
  readonly visits: readonly CountedVisit[]
  readonly noShowUsesVisit: boolean
  readonly plannedVisits: number | null
}

/** Where a visit stands in its prescription, else in its episode: “visit 5 of 6”. */
export type VisitNumber = { readonly orderId: PrescriptionId | null; readonly number: number; readonly allowed: number | null }

/** Whether a prescription may be used on a day. Both its first and its last day count. */
export const coversDay = (order: Pick<CountedOrder, 'writtenOn' | 'expiresOn'>, day: LocalDate) =>
  order.writtenOn <= day && (order.expiresOn === null || day <= order.expiresOn)

const counts = (status: AppointmentStatus, noShowUsesVisit: boolean) => status !== 'cancelled' && (status !== 'no-show' || noShowUsesVisit)

/**
 * Numbers the visits of an episode. Each uses the oldest prescription that covers its day and has visits left, else goes beyond the newest
 * one. Cancelled visits never count, missed ones where the clinic says so; those have no number.
 */
export function numberVisits({ orders, visits, noShowUsesVisit, plannedVisits }: CountedEpisode): ReadonlyMap<AppointmentId, VisitNumber> {
  const oldestFirst = orders.toSorted((a, b) => (a.writtenOn < b.writtenOn ? -1 : 1))
  const used = new Map(orders.map(order => [order.id, order.visitsUsedBefore]))
  const numbers = new Map<AppointmentId, VisitNumber>()
  let inEpisode = 0
  for (const visit of visits.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    if (!counts(visit.status, noShowUsesVisit)) continue
    inEpisode += 1
    const covering = oldestFirst.filter(order => coversDay(order, dayOf(visit.startsAt)))
    const order = covering.find(each => each.visits === null || (used.get(each.id) ?? 0) < each.visits) ?? covering.at(-1)
    const number = order ? (used.get(order.id) ?? 0) + 1 : inEpisode
    if (order) used.set(order.id, number)
    numbers.set(visit.id, { orderId: order?.id ?? null, number, allowed: order ? order.visits : plannedVisits })
  }
  return numbers
}

/** Whether a visit has taken place (or was missed, where that counts): what uses a prescription up. */
function isUsed(visit: CountedVisit, today: LocalDate): boolean {
  if (visit.status === 'finished' || visit.status === 'checked-out' || visit.status === 'no-show') return true
  return (visit.status === 'arrived' || visit.status === 'in-session') && dayOf(visit.startsAt) < today
}

/** How far a prescription is used on a day, with its words: “4 of 6 visits · expires Dec 12”. */
export function prescriptionUse(order: CountedOrder, episode: CountedEpisode, today: LocalDate): PrescriptionUse {
  const numbers = numberVisits(episode)
  const own = episode.visits.filter(visit => numbers.get(visit.id)?.orderId === order.id)
  const used = order.visitsUsedBefore + own.filter(visit => isUsed(visit, today)).length
  const open = own.filter(visit => !isUsed(visit, today))
  const state = stateOf(order, used, today)
  return {
    prescriptionId: order.id,
    allowed: order.visits,
    used,
    hasVisitToday: open.some(visit => dayOf(visit.startsAt) === today),
    booked: open.filter(visit => dayOf(visit.startsAt) > today).length,
    expiresOn: order.expiresOn,
    state,
    words: wordsFor(order, used, state),
  }
}

/** Two visits or fourteen days before its end a prescription asks to be renewed. */
function stateOf(order: CountedOrder, used: number, today: LocalDate): PrescriptionUse['state'] {
  if (today < order.writtenOn) return 'not-yet'
  if (order.visits !== null && used >= order.visits) return 'used-up'
  if (order.expiresOn !== null && order.expiresOn < today) return 'expired'
  const isLow = (order.visits !== null && order.visits - used <= 2) || (order.expiresOn !== null && daysBetween(today, order.expiresOn) <= 14)
  return isLow ? 'low' : 'active'
}

function wordsFor(order: CountedOrder, used: number, state: PrescriptionUse['state']): string {
  const visits = order.visits === null ? `${used} ${used === 1 ? 'visit' : 'visits'}` : `${used} of ${order.visits} visits`
  if (state === 'not-yet') return `${visits} · from ${formatMonthDay(order.writtenOn)}`
  if (order.expiresOn === null) return visits
  return `${visits} · ${state === 'expired' ? 'expired' : 'expires'} ${formatMonthDay(order.expiresOn)}`
}

/** The prescription an episode goes by on a day: the oldest covering it that has visits left, else the newest covering it, else the newest of all. */
export function orderInForce(episode: CountedEpisode, day: LocalDate): CountedOrder | undefined {
  const oldestFirst = episode.orders.toSorted((a, b) => (a.writtenOn < b.writtenOn ? -1 : 1))
  const covering = oldestFirst.filter(order => coversDay(order, day))
  return covering.find(order => order.visits === null || prescriptionUse(order, episode, day).used < order.visits) ?? covering.at(-1) ?? oldestFirst.at(-1)
}
