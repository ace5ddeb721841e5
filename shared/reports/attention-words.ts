import type { PrescriptionUse } from '../episodes/prescription-use.ts'
import { factsOf } from '../health/items.ts'
import type { Clearance } from '../health/schema.ts'
import { daysBetween, formatDate, formatMonthDay, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const isAre = (count: number) => (count === 1 ? 'is' : 'are')

/** Where a note stands that is not signed: “Session ended 10:47 am. Write the plan.”, “Tue, Nov 17. Complete, 2 days old.” */
export function unsignedNoteWords(
  note: { readonly on: LocalDate; readonly endedAt: LocalDateTime; readonly missing: string | null },
  today: LocalDate,
): string {
  const days = daysBetween(note.on, today)
  const when = days === 0 ? `Session ended ${formatTime(note.endedAt)}.` : `${formatWeekday(note.on)}.`
  if (note.missing !== null) return `${when} ${note.missing}`
  return days === 0 ? `${when} Complete.` : `${when} Complete, ${plural(days, 'day')} old.`
}

/** A signed visit that was not charged: “Today, 9:00 am. The note is signed.” */
export function notCheckedOutWords(startsAt: LocalDateTime, on: LocalDate, today: LocalDate): string {
  return on === today
    ? `Today, ${formatTime(startsAt)}. The note is signed.`
    : `${formatWeekday(on)}, ${plural(daysBetween(on, today), 'day')} ago. The note is signed.`
}

/** How long a patient who comes today has owed: “Since Oct 22. Here today.” */
export function balanceWords(since: LocalDate, today: LocalDate): string {
  return since === today ? 'From today’s visit.' : `Since ${formatMonthDay(since)}. Here today.`
}

/** A prescription that runs out, or null while it does not concern anyone. `beyond` counts booked visits it does not reach. */
export function prescriptionWords(
  use: PrescriptionUse,
  beyond: number,
  today: LocalDate,
): { readonly title: string; readonly detail: string; readonly isUrgent: boolean } | null {
  const isComing = use.hasVisitToday || use.booked > 0
  if (use.state === 'used-up' || use.state === 'expired') {
    if (!isComing) return null
    const title = use.state === 'used-up' ? 'prescription used up' : 'prescription expired'
    const when = use.state === 'expired' && use.expiresOn ? `${formatDate(use.expiresOn)}. ` : ''
    const coming = use.hasVisitToday ? 'Here today.' : `${plural(use.booked, 'visit')} ${isAre(use.booked)} booked.`
    return { title, detail: `${when}${coming}`, isUrgent: true }
  }
  if (use.state !== 'low') return null
  const left = use.allowed === null ? null : use.allowed - use.used
  const more = beyond === 0 ? '' : ` ${beyond} more ${isAre(beyond)} booked after it.`
  if (left !== null && left <= 2) {
    const now = use.hasVisitToday ? (left === 1 ? 'Today uses it.' : 'Today uses one.') : `${use.booked === 0 ? 'None' : use.booked} booked.`
    return { title: `${plural(left, 'visit')} left`, detail: `${now}${more}`, isUrgent: left <= 1 || beyond > 0 }
  }
  if (use.expiresOn === null) return null
  const days = daysBetween(today, use.expiresOn)
  const title = days === 0 ? 'prescription expires today' : `expires in ${plural(days, 'day')}`
  const visits = left === null ? '' : `, with ${plural(left, 'visit')} left`
  return { title, detail: `${formatMonthDay(use.expiresOn)}${visits}.${more}`, isUrgent: days <= 3 || beyond > 0 }
}

const inSentence = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)
/** Days from which the end of a clearance presses, with or without a visit. */
const PRESSING_DAYS = 3

/**
 * Clearances of one patient that end soon or have ended, the first to end told in full: “clearance for cancer ends in 5 days”, “By Dr. Lee, until Nov 24.
 * Here today.” `nextOn` is the next visit from today on.
 */
export function clearanceWords(
  [first, ...others]: readonly [Clearance, ...Clearance[]],
  nextOn: LocalDate | null,
  today: LocalDate,
): { readonly title: string; readonly detail: string; readonly isUrgent: boolean } {
  const { expiresOn, givenBy } = first
  const days = daysBetween(today, expiresOn)
  const ends = days < 0 ? 'ended' : days === 0 ? 'ends today' : days === 1 ? 'ends tomorrow' : `ends in ${days} days`
  const coming = nextOn === null ? '' : nextOn === today ? ' Here today.' : ` Next visit ${formatMonthDay(nextOn)}.`
  const names = [...new Set(others.map(({ item }) => inSentence(factsOf(item).name)))]
  const also = names.length === 0 ? '' : ` Also for ${names.join(', ')}.`
  return {
    title: `clearance for ${inSentence(factsOf(first.item).name)} ${ends}`,
    detail: `By ${givenBy}, until ${days < -300 ? formatDate(expiresOn) : formatMonthDay(expiresOn)}.${coming}${also}`,
    isUrgent: days <= PRESSING_DAYS || (nextOn !== null && nextOn > expiresOn),
  }
}

/** Days after which the clinic is asked to back up. */
const BACKUP_DAYS = 7

/** What to say of the last backup; null while it is young enough. */
export function backupWords(lastOn: LocalDate | null, today: LocalDate): { readonly title: string; readonly detail: string } | null {
  if (lastOn === null) return { title: 'No backup yet', detail: 'Make one now; it takes a few seconds.' }
  const days = daysBetween(lastOn, today)
  return days <= BACKUP_DAYS ? null : { title: `Last backup was ${days} days ago`, detail: `${formatDate(lastOn)}. Back up, and keep a copy on another drive.` }
}

/** Who is still to be called about the next working day: “Call 6 patients about Fri, Nov 20”, “1 of 7 is reached.” */
export function reminderWords(calls: { readonly day: LocalDate; readonly toCall: number; readonly total: number }, today: LocalDate): Words {
  const { day, toCall, total } = calls
  const when = daysBetween(today, day) === 1 ? `tomorrow, ${formatWeekday(day)}` : formatWeekday(day)
  const reached = total - toCall
  return {
    title: `Call ${plural(toCall, 'patient')} about ${when}`,
    detail: reached === 0 ? 'Nobody is reached yet.' : `${reached} of ${total} ${isAre(reached)} reached.`,
  }
}

/** What a row says of somebody or something. */
type Words = { readonly title: string; readonly detail: string }

/** A visit where nobody works by now: “booked for a closed day”, “Thu, Nov 26, 10:00 am. Thanksgiving.” `why` is the day’s or the block’s name. */
export function inTheWayWords(visit: { readonly startsAt: LocalDateTime; readonly on: LocalDate }, why: string, isClosed: boolean): Words {
  const when = `${formatWeekday(visit.on)}, ${formatTime(visit.startsAt)}.`
  return isClosed
    ? { title: 'booked for a closed day', detail: `${when} ${why}.` }
    : { title: `booked over “${why}”`, detail: `${when} Move it, or take the block away.` }
}

/** A good faith estimate that is due: “estimate due tomorrow, Fri, Nov 20”, “Booked Nov 19 for Tue, Nov 24, and pays without a plan.” */
export function estimateWords(
  due: { readonly dueOn: LocalDate; readonly sentence: string; readonly isNew: boolean },
  today: LocalDate,
): Words & { readonly isUrgent: boolean } {
  const days = daysBetween(today, due.dueOn)
  const what = due.isNew ? 'new estimate' : 'estimate'
  const when =
    days === 0 ? 'due today' : days === 1 ? `due tomorrow, ${formatWeekday(due.dueOn)}` : `${days < 0 ? 'was due' : 'due'} ${formatWeekday(due.dueOn)}`
  return { title: `${what} ${when}`, detail: due.sentence, isUrgent: days <= 0 }
}

/** A re-evaluation that falls on today’s visit: “Visit 6 of 8, today at 1:15 pm.” */
export function reEvaluationWords(visit: { readonly startsAt: LocalDateTime; readonly number: number; readonly allowed: number | null }): Words {
  const number = visit.allowed === null ? `Visit ${visit.number}` : `Visit ${visit.number} of ${visit.allowed}`
  return { title: 're-evaluation', detail: `${number}, today at ${formatTime(visit.startsAt)}.` }
}

/** Whether the clinic re-evaluates at a visit: at every so many, counted within the prescription or the course. Null for never. */
export function isReEvaluated(number: number | null, everyVisits: number | null): boolean {
  return number !== null && everyVisits !== null && number > 0 && number % everyVisits === 0
}

/** What the desk writes on a visit at which the patient is re-evaluated, so that it shows on the day sheet. */
export const RE_EVALUATION = 'Re-evaluation'

/** Whether a visit’s remark says already that the patient is re-evaluated. */
export const saysReEvaluation = (remark: string): boolean => /re-?evaluat/i.test(remark)

/** Somebody who waits and a time that suits: “could come tomorrow at 2:15 pm”, “Waits since Nov 2 for 60 min, any morning.” */
export function waitlistWords(
  entry: { readonly addedOn: LocalDate; readonly wants: string; readonly startsAt: LocalDateTime; readonly on: LocalDate },
  today: LocalDate,
): Words {
  const days = daysBetween(today, entry.on)
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : formatWeekday(entry.on)
  return { title: `could come ${day} at ${formatTime(entry.startsAt)}`, detail: `Waits since ${formatMonthDay(entry.addedOn)} for ${entry.wants}.` }
}
