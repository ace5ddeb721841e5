import { endOf } from '../../shared/appointments/overlap.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { addDays, dayOf, formatWeekday, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'
import { inTheWayWords, isReEvaluated, reEvaluationWords, reminderWords, saysReEvaluation, waitlistWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import type { BlockedTime } from '../../shared/schedule/schema.ts'
import { wishWords } from '../../shared/waitlist/words.ts'
import { countToCall, nextDayToCallFor } from '../appointments/reminders-repository.ts'
import type { Database } from '../db/open.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { listFitsSoon } from '../waitlist/fits-repository.ts'
import type { Moment } from './attention.ts'
import { type ComingVisit, listAllowed, listComing } from './repository.ts'

/** Days looked ahead for visits that lie where nobody works any more. */
const AHEAD = 30
/** Visits named at most: more are not called about in a day. */
const MOST = 50

/** Why a visit is in the way: the day is closed, or the time is kept free. */
type Reason = { readonly why: string; readonly isClosed: boolean }

function isBlocked({ startsAt, endsAt, practitionerId, roomId }: ComingVisit, block: BlockedTime): boolean {
  if (startsAt >= endOf(block) || endsAt <= block.startsAt) return false
  if (block.practitionerId === null && block.roomId === null) return true
  return block.practitionerId === practitionerId || (block.roomId !== null && block.roomId === roomId)
}

// “Allowed: The clinic is closed Tue, Nov 24: Water damage.”: allowed is that day and that reason, not whatever comes later.
const isAllowed = (allowed: readonly string[], on: LocalDate, why: string) =>
  allowed.some(sentence => sentence.includes(formatWeekday(on)) && sentence.includes(why.replace(/^Closed:? ?/, '')))

/** Visits of the coming month that lie on a closed day or in time kept free since; a closed day is told before its blocks. */
export function inTheWayItems(db: Database, { today, now }: Moment): AttentionItem[] {
  const until = addDays(today, AHEAD)
  const { days, blocks } = loadSchedule(db, today, until)
  const closed = new Map(days.map(({ day, closedBecause }) => [day, closedBecause]))
  const blocksOf = Map.groupBy(blocks, block => dayOf(block.startsAt))
  const reasonsFor = (visit: ComingVisit): Reason[] => {
    const why = closed.get(dayOf(visit.startsAt))
    if (why) return [{ why, isClosed: true }]
    const over = blocksOf.get(dayOf(visit.startsAt))?.filter(each => isBlocked(visit, each)) ?? []
    return over.map(({ title }) => ({ why: title, isClosed: false }))
  }
  const found = listComing(db, { now, until }).flatMap(visit => {
    const reasons = reasonsFor(visit)
    return reasons.length > 0 ? [{ ...visit, reasons }] : []
  })
  const known = listAllowed(
    db,
    found.map(({ id }) => id),
  )
  const items = found.flatMap(({ id, startsAt, reasons }) => {
    const { who = '', allowed = [] } = known.get(id) ?? {}
    const on = dayOf(startsAt)
    const reason = reasons.find(({ why }) => !isAllowed(allowed, on, why))
    if (!reason) return []
    return [{ kind: 'in-the-way' as const, appointmentId: id, day: on, who, ...inTheWayWords({ startsAt, on }, reason.why, reason.isClosed) }]
  })
  return items.slice(0, MOST)
}

/** Those who wait and for whom a time is free today or tomorrow, longest waiting first. */
export function waitlistItems(db: Database, moment: Moment): AttentionItem[] {
  return listFitsSoon(db, moment).map(({ waiting, fit }) => {
    const addedOn = dayOf(wallTimeOf(waiting.addedAt, moment.timeZone))
    const words = waitlistWords({ addedOn, wants: wishWords(waiting), startsAt: fit.startsAt, on: dayOf(fit.startsAt) }, moment.today)
    return { kind: 'waitlist', waitlistId: waiting.id, patientId: waiting.patientId, startsAt: fit.startsAt, who: waiting.patientName, ...words }
  })
}

/** One row for all who are still to be called about the next working day. */
export function reminderItems(db: Database, { today }: Moment): AttentionItem[] {
  const day = nextDayToCallFor(db, today)
  const calls = countToCall(db, day)
  return calls.toCall === 0 ? [] : [{ kind: 'reminders', day, who: '', ...reminderWords({ day, ...calls }, today) }]
}

/** Visits of today at which the clinic re-evaluates, until the visit says so or its note is signed. */
export function reEvaluationItems(db: Database, visits: readonly Appointment[]): AttentionItem[] {
  const { reEvaluateEveryVisits } = getRules(db)
  return visits.flatMap(({ id, visitNumber, visitsAllowed, status, noteState, remark, patientName, startsAt }) => {
    const isOver = status === 'checked-out' || noteState === 'signed'
    if (visitNumber === null || isOver || saysReEvaluation(remark) || !isReEvaluated(visitNumber, reEvaluateEveryVisits)) return []
    const words = reEvaluationWords({ startsAt, number: visitNumber, allowed: visitsAllowed })
    return [{ kind: 're-evaluation' as const, appointmentId: id, who: patientName, ...words }]
  })
}
