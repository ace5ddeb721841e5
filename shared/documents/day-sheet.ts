import type { Appointment } from '../appointments/schema.ts'
import { statusLabel } from '../appointments/status.ts'
import { formatTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { formatMoney } from '../lib/money.ts'
import type { Pause } from '../schedule/pauses.ts'
import type { BlockedTime } from '../schedule/schema.ts'
import type { Letterhead } from './letterhead.ts'

/** One line of a day on paper: a visit, or time kept free. */
export type DaySheetRow = {
  readonly startsAt: LocalDateTime
  readonly time: string
  /** Empty where time is kept free. */
  readonly name: string
  /** “Chart AC-0418 · (406) 555-0118” */
  readonly contact: string
  /** “Follow-up, 60 min”, “Neck pain, visit 5 of 6” and the desk’s remark, or what the time is kept free for. */
  readonly what: readonly string[]
  /** What must not be overlooked: “Avoid left calf: varicose veins.” */
  readonly alerts: readonly string[]
  /** What is missing and what is owed. */
  readonly todo: readonly string[]
  /** “Cancelled”, “Did not come”; empty for a visit that takes place. */
  readonly off: string
  readonly practitioner: string
  readonly room: string
}

/** A day of the clinic on paper, for the desk’s wall or the practitioner’s pocket. */
export type DaySheet = {
  readonly letterhead: Letterhead
  readonly day: LocalDate
  /** One practitioner’s name, or “Everybody”. */
  readonly whose: string
  readonly closedBecause: string
  readonly rows: readonly DaySheetRow[]
  readonly printed: LocalDateTime
}

type Visit = { readonly visit: Appointment; readonly alerts: readonly string[]; readonly missing: readonly string[] }

/** A sheet printed in the middle of the day says what is behind. */
const DONE: Partial<Record<Appointment['status'], readonly string[]>> = { finished: ['Treated.'], 'checked-out': ['Checked out.'] }

const isOff = ({ status }: Appointment) => status === 'cancelled' || status === 'no-show'

function rowOf({ visit, alerts, missing }: Visit): DaySheetRow {
  const { startsAt, minutes, condition, visitNumber, visitsAllowed, visitTypeName, balance } = visit
  const number = visitNumber === null ? '' : visitsAllowed === null ? `visit ${visitNumber}` : `visit ${visitNumber} of ${visitsAllowed}`
  const type = [visitTypeName === '' ? `${minutes} min` : `${visitTypeName}, ${minutes} min`, visit.isFirstVisit ? 'new patient' : '']
  const course = [condition, number]
  const lines = [type, course].map(words => words.filter(text => text !== '').join(', '))
  return {
    startsAt,
    time: formatTime(startsAt),
    name: visit.patientName,
    contact: [`Chart ${visit.chartNumber}`, visit.phone].filter(text => text !== '').join(' · '),
    what: [...lines, visit.remark].filter(text => text !== ''),
    alerts: isOff(visit) ? [] : alerts,
    todo: isOff(visit) ? [] : [...(DONE[visit.status] ?? []), ...missing, ...(balance > 0 ? [`Owes ${formatMoney(balance)}.`] : [])],
    off: isOff(visit)
      ? [visit.status === 'no-show' ? 'Did not come' : statusLabel(visit.status), visit.cancelReason].filter(text => text !== '').join(': ')
      : '',
    practitioner: visit.practitionerName,
    room: visit.roomName,
  }
}

function keptFree({ startsAt, minutes, title, isWholeDay }: Pause & { readonly isWholeDay: boolean }, practitioner: string): DaySheetRow {
  const until = isWholeDay ? 'all day' : `${minutes} min`
  return {
    startsAt,
    time: isWholeDay ? '' : formatTime(startsAt),
    name: '',
    contact: '',
    what: [`${title}, ${until}`],
    alerts: [],
    todo: [],
    off: '',
    practitioner,
    room: '',
  }
}

/** What a day holds besides its visits. */
type QuietTimes = { readonly blocks: readonly BlockedTime[]; readonly pauses: readonly Pause[] }

/** The lines of a day in order of time: every visit, the clinic’s breaks, and the time kept free between them. */
export function daySheetRows(visits: readonly Visit[], { blocks, pauses }: QuietTimes, nameOf: (practitionerId: string) => string): DaySheetRow[] {
  const breaks = pauses.map(pause => keptFree({ ...pause, isWholeDay: false }, ''))
  const rows = [...visits.map(rowOf), ...breaks, ...blocks.map(block => keptFree(block, block.practitionerId === null ? '' : nameOf(block.practitionerId)))]
  return rows.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}
