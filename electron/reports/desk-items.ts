import { endOf } from '../../shared/appointments/overlap.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { addDays, addMinutes, dayOf, type LocalDate, localDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { inTheWayWords, isReEvaluated, reEvaluationWords, reminderWords, saysReEvaluation, waitlistWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import type { BlockedTime, ScheduleDay } from '../../shared/schedule/schema.ts'
import { wishWords } from '../../shared/waitlist/words.ts'
import { countToCall, nextDayToCallFor } from '../appointments/reminders-repository.ts'
import type { Database } from '../db/open.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { listFitsSoon } from '../waitlist/fits-repository.ts'
import type { Moment } from './attention.ts'
import { type KeptFree, listVisitsInTheWay } from './repository.ts'

/** Days looked ahead for visits that lie where nobody works any more. */
const AHEAD = 30
/** No visit is longer: one that begins earlier cannot reach into a stretch. */
const LONGEST_MINUTES = 480

/** Why time is kept free, and which. */
type Reason = { readonly time: KeptFree; readonly why: string; readonly isClosed: boolean }

const keptFree = (from: KeptFree['from'], until: KeptFree['until'], whose: Pick<BlockedTime, 'practitionerId' | 'roomId'>): KeptFree => ({
  from,
  until,
  after: addMinutes(from, -LONGEST_MINUTES),
  practitionerId: whose.practitionerId,
  roomId: whose.roomId,
})

const EVERYBODY = { practitionerId: null, roomId: null } as const
const midnight = (day: LocalDate) => localDateTime(`${day}T00:00`)

function closedDay({ day, closedBecause }: ScheduleDay): Reason[] {
  return closedBecause === '' ? [] : [{ time: keptFree(midnight(day), midnight(addDays(day, 1)), EVERYBODY), why: closedBecause, isClosed: true }]
}

const blocked = (block: BlockedTime): Reason => ({ time: keptFree(block.startsAt, endOf(block), block), why: block.title, isClosed: false })

/** Visits of the coming month that lie on a closed day or in time kept free since; each once, the closed day told first. */
export function inTheWayItems(db: Database, { today, now }: Moment): AttentionItem[] {
  const { days, blocks } = loadSchedule(db, today, addDays(today, AHEAD))
  const reasons = [...days.flatMap(closedDay), ...blocks.map(blocked)]
  const found = listVisitsInTheWay(
    db,
    reasons.map(({ time }) => time),
    now,
  )
  const first = found.filter(({ id }, index) => found.findIndex(other => other.id === id) === index)
  return first.flatMap(({ place, id, startsAt, patientName }) => {
    const reason = reasons[place]
    if (!reason) return []
    const day = dayOf(startsAt)
    return [{ kind: 'in-the-way' as const, appointmentId: id, day, who: patientName, ...inTheWayWords({ startsAt, on: day }, reason.why, reason.isClosed) }]
  })
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
