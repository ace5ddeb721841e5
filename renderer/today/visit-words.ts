import type { Appointment } from '../../shared/appointments/schema.ts'
import { formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { IconName } from '../ui/icons.tsx'

/** The one step that comes next for a visit, as its button says it. */
export type NextStep = 'arrive' | 'start' | 'open-note' | 'sign' | 'check-out' | 'book'

/** How a visit stands, in an icon and words; amber (`act`) only when someone must do something. */
export type Standing = { icon: IconName; tone: 'plain' | 'now' | 'act' | 'over'; words: string }

/** The next step of a visit: each status has exactly one. */
export function nextStepOf(visit: Appointment): NextStep {
  switch (visit.status) {
    case 'booked':
    case 'confirmed':
      return 'arrive'
    case 'arrived':
      return 'start'
    case 'in-session':
      return 'open-note'
    case 'finished':
      return visit.noteState === 'signed' ? 'check-out' : 'sign'
    case 'checked-out':
    case 'no-show':
    case 'cancelled':
      return 'book'
  }
}

/** What the button of each step says. */
export const STEP_WORDS: Readonly<Record<NextStep, string>> = {
  arrive: 'Mark arrived',
  start: 'Start session',
  'open-note': 'Open note',
  sign: 'Sign note',
  'check-out': 'Check out',
  book: 'Book next',
}

/** Where a visit stands, said for the person at the desk. */
export function standingOf(visit: Appointment, now: LocalDateTime): Standing {
  switch (visit.status) {
    case 'booked':
      return now > visit.startsAt ? { icon: 'clock', tone: 'act', words: 'Not here yet' } : { icon: 'ring', tone: 'plain', words: 'Booked' }
    case 'confirmed':
      return now > visit.startsAt ? { icon: 'clock', tone: 'act', words: 'Not here yet' } : { icon: 'check', tone: 'plain', words: 'Confirmed' }
    case 'arrived':
      return { icon: 'half', tone: 'now', words: visit.arrivedAt ? `Arrived ${formatTime(visit.arrivedAt)}` : 'Arrived' }
    case 'in-session':
      return { icon: 'dot', tone: 'now', words: visit.startedAt ? `In session since ${formatTime(visit.startedAt)}` : 'In session' }
    case 'finished':
      return visit.noteState === 'signed'
        ? { icon: 'warning', tone: 'act', words: 'Signed, not checked out' }
        : { icon: 'pencil', tone: 'act', words: 'Note not signed' }
    case 'checked-out':
      return { icon: 'double-check', tone: 'plain', words: visit.noteState === 'signed' ? 'Checked out' : 'Checked out, note open' }
    case 'no-show':
      return { icon: 'cancelled', tone: 'over', words: 'Did not come' }
    case 'cancelled':
      return { icon: 'cancelled', tone: 'over', words: 'Cancelled' }
  }
}

/** "visit 5 of 6", "visit 6 of 6, the last one", "first visit"; empty where no number can be told. */
export function visitNumberWords(visit: Appointment): string {
  if (visit.visitNumber === null) return ''
  if (visit.visitsAllowed === null) return visit.visitNumber === 1 ? 'first visit' : `visit ${visit.visitNumber}`
  const words = `visit ${visit.visitNumber} of ${visit.visitsAllowed}`
  if (visit.visitNumber > visit.visitsAllowed) return `${words}, over the prescription`
  return visit.visitNumber === visit.visitsAllowed && visit.status !== 'checked-out' ? `${words}, the last one` : words
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
