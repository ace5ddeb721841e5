import { closeDay as sumsOf } from '../../shared/accounts/close-day.ts'
import type { Closing, ClosingRow, DayMark, DayPreview, DaySince, DaySums, DayTask } from '../../shared/accounts/closing.ts'
import { BILLS, COINS, countedOf, type DrawerCount } from '../../shared/accounts/drawer.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays, atTime, ClockTime, formatDate, formatTime, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { ClosingId } from '../../shared/lib/ids.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { instantOf } from '../../shared/schedule/clock-change.ts'
import type { Services } from '../app/services.ts'
import { listAppointments } from '../appointments/repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { closingRow, insertClosing, lastClosing } from './closings-repository.ts'
import { figuresSince, type Mark, markBefore, newestMark, paymentsSince, paymentsUpTo, voidsSince } from './day-money-repository.ts'

type Asked = { readonly from: LocalDate | null; readonly float: Cents | null }

/** Everything since the day was last closed, as it would be closed now. */
export function previewClosing(services: Services, { from, float }: Asked): DayPreview {
  const { db } = services
  const { begin, since, previous, isFirst } = beginning(services, from)
  const newest = newestMark(db)
  return {
    mark: { previous, ...newest },
    since,
    isFirst,
    leftOut: isFirst ? paymentsUpTo(db, begin) : { count: 0, amount: cents(0) },
    sums: daySums(services, begin, float),
    tasks: dayTasks(services, since.from),
    nothing: nothingSince(begin, newest, since),
  }
}

/**
 * Closes the day for good. Throws `conflict` where something was recorded since the screen was read or the day was closed meanwhile, `rule_broken` where there
 * is nothing to close, and `invalid_input` for a difference without a remark or a bill that does not exist.
 */
export function closeDay(services: Services, { mark, from, float, count, remark }: Parsed<'accounts.closeDay'>): ClosingRow {
  const { db, clock, newId, person } = services
  const { mark: now, since, sums, tasks, nothing } = previewClosing(services, { from, float })
  refuseStale(mark, now)
  if (nothing !== null) throw new DomainError('rule_broken', nothing)
  refuseUnknownPieces(count)
  const counted = countedOf(count)
  const difference = cents(counted - sums.drawer.expected)
  if (difference !== 0 && remark === '') throw unexplained(difference)
  const of = (kind: DayTask['kind']) => tasks.filter(task => task.kind === kind).length
  const missing = { unsigned: of('unsigned-note'), notCheckedOut: of('not-checked-out'), stillBooked: of('still-booked') }
  const closing: Closing = { since, sums, count, counted, difference, remark, missing }
  const stored = { id: ClosingId.parse(newId()), closedOn: clock.today(), closedAt: clock.now(), closedBy: person.name, closing }
  insertClosing(db, stored, now)
  return closingRow(stored, getClinic(db).timeZone)
}

/** Where the figures begin: after the last closing, or for the first one with a day. */
function beginning({ db, clock }: Services, from: LocalDate | null): { begin: Mark; since: DaySince; previous: ClosingId | null; isFirst: boolean } {
  const { timeZone } = getClinic(db)
  const last = lastClosing(db)
  if (last) {
    const { previous, ...begin } = last.mark
    return { begin, since: { closedAt: wallTimeOf(last.closedAt, timeZone), from: last.closedOn }, previous, isFirst: false }
  }
  const day = from === null || from > clock.today() ? clock.today() : from
  const at = instantOf(atTime(day, ClockTime.parse('00:00')), timeZone)
  return { begin: markBefore(db, { day, at }), since: { closedAt: null, from: day }, previous: null, isFirst: true }
}

function daySums({ db }: Services, begin: Mark, float: Cents | null): DaySums {
  const moved = paymentsSince(db, begin)
  const voided = voidsSince(db, begin)
  const { methods, net, drawer } = sumsOf({ float: float ?? getBillingRules(db).drawerFloat, moved, voided })
  const named = (isIn: (payment: (typeof moved)[number]) => boolean) => moved.filter(isIn).map(({ kind: _kind, ...payment }) => payment)
  return {
    methods,
    net,
    drawer,
    voids: voided.map(({ kind: _kind, ...payment }) => payment),
    refunds: named(({ kind }) => kind === 'refunded'),
    checks: named(({ kind, method }) => kind === 'received' && method === 'check'),
    figures: figuresSince(db, begin),
  }
}

function nothingSince(begin: Mark, newest: Mark, { closedAt, from }: DaySince): string | null {
  if (newest.payment > begin.payment || newest.entry > begin.entry || newest.invoice > begin.invoice) return null
  const since = closedAt === null ? formatDate(from) : `${formatDate(from)}, ${formatTime(closedAt)}, when the day was closed`
  return `Nothing was charged, received or given back since ${since}.`
}

const LONGEST_LOOK_BACK = 31

/** Visits since the last closing that are not settled, in order of time. */
function dayTasks({ db, clock }: Services, from: LocalDate): DayTask[] {
  const today = clock.today()
  const now = wallTimeOf(clock.now(), getClinic(db).timeZone)
  const earliest = addDays(today, -LONGEST_LOOK_BACK)
  const visits = listAppointments(db, { from: from < earliest ? earliest : from, to: today, practitionerId: null }, today)
  return visits.flatMap(visit => {
    const kind = visit.startsAt < now ? taskOf(visit) : null
    return kind === null ? [] : [{ kind, appointmentId: visit.id, startsAt: visit.startsAt, who: visit.patientName }]
  })
}

function taskOf({ status, noteState }: Appointment): DayTask['kind'] | null {
  if (status === 'booked' || status === 'confirmed') return 'still-booked'
  if (status === 'cancelled' || status === 'no-show') return null
  if (noteState !== 'signed') return 'unsigned-note'
  return status === 'checked-out' ? null : 'not-checked-out'
}

function refuseStale(seen: DayMark, now: DayMark) {
  if (seen.previous !== now.previous) throw new DomainError('conflict', 'The day was closed meanwhile. Look at the figures since then.')
  if (seen.payment !== now.payment || seen.entry !== now.entry || seen.invoice !== now.invoice)
    throw new DomainError('conflict', 'Something was charged, received or given back meanwhile. Look at the new figures, then close the day.')
}

function refuseUnknownPieces({ pieces }: DrawerCount) {
  const known: readonly number[] = [...BILLS, ...COINS]
  const values = pieces.map(({ value }) => value)
  if (values.some(value => !known.includes(value)) || new Set(values).size < values.length)
    throw new DomainError('invalid_input', 'Count each kind of bill and coin once, and everything else as an amount.')
}

function unexplained(difference: Cents): DomainError {
  const words = difference > 0 ? `${formatMoney(difference)} more` : `${formatMoney(cents(0 - difference))} less`
  const sentence = `The drawer holds ${words} than expected. Say why, or count again.`
  return new DomainError('invalid_input', sentence, { remark: sentence })
}
