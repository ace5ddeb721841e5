import type { Reminder } from '../appointments/schema.ts'
import { formatTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { Letterhead } from './letterhead.ts'

/** One call to make, on paper. */
export type ReminderRow = {
  readonly time: string
  readonly name: string
  /** “Ask for Thomas Vance, father”; empty where it is the patient. */
  readonly askFor: string
  readonly phone: string
  /** “60 min with Dana Whitfield” */
  readonly visit: string
  /** What was agreed and what to bring. */
  readonly say: readonly string[]
  /** “Confirmed”, “Left a message”; empty where nobody called. */
  readonly done: string
}

/** Who is to be called about the visits of a day. */
export type ReminderList = { readonly letterhead: Letterhead; readonly day: LocalDate; readonly rows: readonly ReminderRow[]; readonly printed: LocalDateTime }

const OUTCOMES = { confirmed: 'Confirmed', 'left-message': 'Left a message', 'no-answer': 'No answer', 'wrong-number': 'Wrong number' } as const

/** A call as it stands on the printed list. */
export function reminderRow({
  startsAt,
  patientName,
  preferredName,
  askFor,
  phone,
  minutes,
  practitionerName,
  agreed,
  bring,
  lastCall,
  status,
}: Reminder): ReminderRow {
  return {
    time: formatTime(startsAt),
    name: preferredName === '' ? patientName : `${patientName} (${preferredName})`,
    askFor: askFor === '' ? '' : `Ask for ${askFor}`,
    phone: phone === '' ? 'No phone on file' : phone,
    visit: `${minutes} min with ${practitionerName}`,
    say: [agreed, bring].filter(text => text !== ''),
    done: status === 'confirmed' ? 'Confirmed' : lastCall ? OUTCOMES[lastCall.outcome] : '',
  }
}
