import { z } from 'zod'
import type { Appointment } from '../appointments/schema.ts'
import { addMinutes, formatLongDay, formatTime, LocalDate } from '../lib/dates.ts'
import { prose } from '../lib/text.ts'
import { Letterhead } from './letterhead.ts'

/** A fact of the case with its name, such as the claim number. */
const CaseFact = z.strictObject({ label: z.string(), value: z.string() })
const Head = z.strictObject({
  letterhead: Letterhead,
  /** `AL-2026-0001`, `WL-2026-0001` */
  number: z.string(),
  version: z.int().min(1),
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
})

/** One visit on the log. Miles are tenths of a mile, there and back; null where nobody travelled or none are claimed. */
export const AttendanceRow = z.strictObject({
  on: LocalDate,
  timeIn: z.string(),
  timeOut: z.string(),
  /** Hands-on minutes of the signed note; null without one. */
  minutes: z.int().nullable(),
  tenthsOfMile: z.int().nullable(),
  status: z.enum(['attended', 'missed', 'cancelled', 'cancelled-late']),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/** Every visit of a case up to a day, kept or not, for an insurer or a lawyer. Kept as it is when issued. */
export const AttendanceLog = Head.extend({
  patient: z.strictObject({ name: z.string(), bornOn: LocalDate, chartNumber: z.string() }),
  facts: z.array(CaseFact),
  from: LocalDate,
  to: LocalDate,
  rows: z.array(AttendanceRow).min(1),
  signature: z.strictObject({ name: z.string(), isOnFile: z.boolean() }),
})
export type AttendanceLog = z.infer<typeof AttendanceLog>

/** What an employer or a school is told: that somebody was here, from when to when. No diagnosis, no birth date. Kept as it is when issued. */
export const AttendanceLetter = Head.extend({
  patientName: z.string(),
  to: z.string(),
  /** What the visits were for; empty unless the patient released it. */
  condition: z.string(),
  visits: z.array(z.strictObject({ on: LocalDate, from: z.string(), to: z.string() })).min(1),
  /** The clinic’s own words below; may be empty. */
  remark: prose(600),
  signature: z.strictObject({ name: z.string(), isOnFile: z.boolean() }),
})
export type AttendanceLetter = z.infer<typeof AttendanceLetter>

/** When a visit began and ended: arrival at the desk, else the booked start; the session’s start, else the booked one, plus the booked minutes. */
export function timesOf(visit: Pick<Appointment, 'startsAt' | 'arrivedAt' | 'startedAt' | 'minutes'>): { readonly from: string; readonly to: string } {
  const began = visit.startedAt ?? visit.startsAt
  return { from: formatTime(visit.arrivedAt ?? began), to: formatTime(addMinutes(began, visit.minutes)) }
}

const STATUSES: Readonly<Partial<Record<Appointment['status'], AttendanceRow['status']>>> = {
  finished: 'attended',
  'checked-out': 'attended',
  'no-show': 'missed',
  cancelled: 'cancelled',
}

/** Where a visit stands on the log; null for one that is still to come or under way. */
export const attendanceOf = ({ status, isLateCancel }: Pick<Appointment, 'status' | 'isLateCancel'>): AttendanceRow['status'] | null =>
  status === 'cancelled' && isLateCancel ? 'cancelled-late' : (STATUSES[status] ?? null)

/** How the log says it. */
export const ATTENDANCE_WORDS: Readonly<Record<AttendanceRow['status'], string>> = {
  attended: 'Attended',
  missed: 'Did not come',
  cancelled: 'Cancelled',
  'cancelled-late': 'Cancelled late',
}

/** Sums of a log: visits of each kind, hands-on minutes, tenths of a mile. */
export function attendanceTotals(rows: readonly AttendanceRow[]) {
  const count = (...kinds: readonly AttendanceRow['status'][]) => rows.filter(({ status }) => kinds.includes(status)).length
  return {
    attended: count('attended'),
    missed: count('missed'),
    cancelled: count('cancelled', 'cancelled-late'),
    minutes: rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    tenthsOfMile: rows.reduce((sum, row) => sum + (row.tenthsOfMile ?? 0), 0),
  }
}

/** `12.4` from tenths of a mile. */
export const milesInWords = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`

/** The sentences of an attendance letter above its signature. */
export function letterParagraphs({ patientName, visits, condition, remark }: AttendanceLetter): string[] {
  const [first] = visits
  const was =
    visits.length === 1 && first
      ? `${patientName} was at this clinic for an appointment on ${fullDay(first.on)}, from ${first.from} to ${first.to}.`
      : `${patientName} was at this clinic for appointments on these days:`
  const list = visits.length === 1 ? [] : visits.map(({ on, from, to }) => `${fullDay(on)}, from ${from} to ${to}`)
  return [
    was,
    ...list,
    ...(condition === '' ? [] : [`The ${visits.length === 1 ? 'visit was' : 'visits were'} for: ${condition}. The patient agreed to this being said.`]),
    ...remark.split('\n').filter(line => line.trim() !== ''),
    'This letter confirms attendance. It is no statement about fitness for work.',
  ]
}

const fullDay = (day: LocalDate) => `${formatLongDay(day)}, ${day.slice(0, 4)}`
