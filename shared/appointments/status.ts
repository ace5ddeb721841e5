import { DomainError } from '../lib/errors.ts'
import type { AppointmentStatus } from './schema.ts'

/** The way of a visit through the day. */
const FLOW: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out']

/** Where a visit may go from each status: onward, to an early end, or one step back. Check-out is undone by voiding its invoice. */
const NEXT: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  booked: ['confirmed', 'arrived', 'no-show', 'cancelled'],
  confirmed: ['arrived', 'booked', 'no-show', 'cancelled'],
  arrived: ['in-session', 'confirmed', 'booked', 'no-show', 'cancelled'],
  'in-session': ['finished', 'arrived', 'cancelled'],
  finished: ['checked-out', 'in-session'],
  'checked-out': ['finished'],
  'no-show': ['booked', 'confirmed', 'arrived'],
  cancelled: ['booked', 'confirmed'],
}

const WORDS: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  'in-session': 'In session',
  finished: 'Finished',
  'checked-out': 'Checked out',
  'no-show': 'No-show',
  cancelled: 'Cancelled',
}

/** `In session`: a status as screens show it. */
export const statusLabel = (status: AppointmentStatus): string => WORDS[status]

/** The statuses a visit may go to from where it is, the usual next one first. */
export const statusesAfter = (status: AppointmentStatus): readonly AppointmentStatus[] => NEXT[status]

/** Whether a visit may go from one status to another. */
export const mayBecome = (from: AppointmentStatus, to: AppointmentStatus): boolean => NEXT[from].includes(to)

/** The usual next step; null at the end. */
export function nextStatus(status: AppointmentStatus): AppointmentStatus | null {
  const place = FLOW.indexOf(status)
  return place === -1 ? null : (FLOW[place + 1] ?? null)
}

/** Refuses a step that a visit cannot take: `rule_broken`, with what can be done instead. */
export function checkStep(from: AppointmentStatus, to: AppointmentStatus): void {
  if (mayBecome(from, to)) return
  const ways = NEXT[from].map(status => `“${WORDS[status]}”`)
  const choice = ways.length > 1 ? `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}` : ways.join('')
  throw new DomainError('rule_broken', `A visit that is “${WORDS[from]}” cannot become “${WORDS[to]}”. It can become ${choice}.`)
}
