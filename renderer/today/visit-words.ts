import { Temporal } from 'temporal-polyfill'
import type { Appointment, CheckInItem } from '../../shared/appointments/schema.ts'
import { addMinutes, formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { IconName } from '../ui/icons.tsx'
import { visitMark } from '../ui/visit-mark.ts'

/** The one step that comes next for a visit, as its button says it. */
export type NextStep = 'arrive' | 'print-intake' | 'call' | 'start' | 'open-note' | 'sign' | 'check-out' | 'book' | 'fill'

/** What tells the next step besides the visit: the moment, whose turn it is, and what is known to be missing. */
export type Around = {
  readonly now: LocalDateTime
  readonly isInTurn: boolean
  /** Whether the intake form of a first visit is missing and was not printed at this desk today. */
  readonly needsIntake: boolean
  /** Whether somebody already tried to reach the patient at this desk today. */
  readonly isCalled: boolean
  /** People on the waitlist who could take the time of a visit that is off. */
  readonly fits: number
}

/** How a visit stands, in an icon and words; amber (`act`) only when someone must do something. */
export type Standing = { icon: IconName; tone: 'plain' | 'now' | 'act' | 'over'; words: string }

/** From so many minutes before its start on, a patient is expected at the door rather than called. */
const EXPECTED_MINUTES = 30

/** The next step of a visit: each has exactly one. A visit in turn, or about to begin, waits for its patient; before that its paper is printed and its patient called. */
export function nextStepOf(visit: Appointment, around: Around): NextStep {
  switch (visit.status) {
    case 'booked':
    case 'confirmed':
      return beforeArrival(visit, around)
    case 'arrived':
      return 'start'
    case 'in-session':
      return 'open-note'
    case 'finished':
      return visit.noteState === 'signed' ? 'check-out' : 'sign'
    case 'checked-out':
      return 'book'
    case 'no-show':
    case 'cancelled':
      return around.fits > 0 && visit.startsAt > around.now ? 'fill' : 'book'
  }
}

function beforeArrival({ startsAt, status, phone }: Appointment, { now, isInTurn, needsIntake, isCalled }: Around): NextStep {
  if (isInTurn || addMinutes(startsAt, -EXPECTED_MINUTES) <= now) return 'arrive'
  if (needsIntake) return 'print-intake'
  return status === 'booked' && phone !== '' && !isCalled ? 'call' : 'arrive'
}

/** What the button of each step says. */
export function stepWords(step: NextStep, visit: Pick<Appointment, 'phone' | 'status'>): string {
  if (step === 'call') return `Call ${shortPhone(visit.phone)}`
  if (step === 'book') return visit.status === 'checked-out' ? 'Book next' : 'Book again'
  return STEP_WORDS[step]
}

const STEP_WORDS: Readonly<Record<Exclude<NextStep, 'call' | 'book'>, string>> = {
  arrive: 'Mark arrived',
  'print-intake': 'Print intake',
  start: 'Start session',
  'open-note': 'Open note',
  sign: 'Sign note',
  'check-out': 'Check out',
  fill: 'Fill the gap',
}

/** The last seven digits of a US number, as one says them within a town: “555-0164”; the whole where it is none. */
export function shortPhone(phone: string): string {
  const digits = phone.replace(/\s*(x|ext\.?)\s*\d+$/i, '').replace(/\D/g, '')
  const local = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  return local.length === 10 ? `${local.slice(3, 6)}-${local.slice(6)}` : phone
}

/** Where a visit stands, said for the person at the desk. */
export function standingOf(visit: Appointment, now: LocalDateTime): Standing {
  switch (visit.status) {
    case 'booked':
      return now > visit.startsAt ? { icon: 'clock', tone: 'act', words: 'Not here yet' } : { icon: visitMark(visit), tone: 'plain', words: 'Not confirmed' }
    case 'confirmed':
      return now > visit.startsAt ? { icon: 'clock', tone: 'act', words: 'Not here yet' } : { icon: visitMark(visit), tone: 'plain', words: 'Confirmed' }
    case 'arrived':
      return { icon: visitMark(visit), tone: 'now', words: visit.arrivedAt ? `Arrived ${formatTime(visit.arrivedAt)}` : 'Arrived' }
    case 'in-session':
      return { icon: visitMark(visit), tone: 'now', words: visit.startedAt ? `In session, ${minutesSince(visit.startedAt, now)} min` : 'In session' }
    case 'finished':
      return visit.noteState === 'signed'
        ? { icon: visitMark(visit), tone: 'act', words: 'Signed, not checked out' }
        : { icon: visitMark(visit), tone: 'act', words: 'Note not signed' }
    case 'checked-out':
      return { icon: visitMark(visit), tone: 'plain', words: visit.noteState === 'signed' ? 'Checked out' : 'Checked out, note open' }
    case 'no-show':
      return { icon: visitMark(visit), tone: 'over', words: 'Did not come' }
    case 'cancelled':
      return { icon: visitMark(visit), tone: 'over', words: visit.isLateCancel ? 'Cancelled late' : 'Cancelled' }
  }
}

// A session that began after the last look at the clock has lasted no time yet.
const minutesSince = (from: LocalDateTime, now: LocalDateTime) => Math.max(0, Math.floor(Temporal.PlainDateTime.from(from).until(now).total('minutes')))

/** "visit 5 of 6", "visit 6 of 6, the last one", "first visit"; empty where no number can be told. */
export function visitNumberWords(visit: Appointment): string {
  if (visit.visitNumber === null) return ''
  if (visit.visitsAllowed === null) return visit.visitNumber === 1 ? 'first visit' : `visit ${visit.visitNumber}`
  const words = `visit ${visit.visitNumber} of ${visit.visitsAllowed}`
  if (visit.visitNumber > visit.visitsAllowed) return `${words}, over the prescription`
  return visit.visitNumber === visit.visitsAllowed && visit.status !== 'checked-out' ? `${words}, the last one` : words
}

/** Whether a visit does not take place. */
export const isOff = ({ status }: Pick<Appointment, 'status'>): boolean => status === 'cancelled' || status === 'no-show'

/** Who could take the time of a visit that is off: “2 people on the waitlist fit”; empty for nobody. */
export function fitWords(people: number): string {
  if (people === 0) return ''
  return people === 1 ? '1 person on the waitlist fits' : `${people} people on the waitlist fit`
}

/** What a row says of its visit besides the prescription: “New patient · wrist and hand · intake form missing”. */
export function reasonWords(visit: Appointment, { missing, fits }: { readonly missing: readonly CheckInItem[]; readonly fits: number }): string {
  if (isOff(visit)) return [visit.condition, fitWords(fits), visit.cancelReason].filter(Boolean).join(' · ')
  const intake = visit.isFirstVisit && missing.some(({ kind }) => kind === 'intake') ? 'intake form missing' : ''
  const noPrescription = visit.prescription || visit.status === 'checked-out' ? '' : 'no prescription'
  const words = [visit.isFirstVisit ? 'New patient' : '', visit.condition || 'No episode yet', intake || noPrescription, visit.remark]
  return words.filter(Boolean).join(' · ')
}

/** The visit whose turn it is: in session first, then the one waiting, then the one to finish, then the next to come. */
export function visitInTurn(visits: readonly Appointment[]): Appointment | undefined {
  return (
    visits.find(visit => visit.status === 'in-session') ??
    visits.find(visit => visit.status === 'arrived') ??
    visits.find(visit => visit.status === 'finished') ??
    visits.find(visit => visit.status === 'booked' || visit.status === 'confirmed')
  )
}
