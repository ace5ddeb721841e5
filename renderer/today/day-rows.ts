import type { Appointment } from '../../shared/appointments/schema.ts'
import { addMinutes, formatTime } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import type { Pause } from '../../shared/schedule/pauses.ts'
import type { BlockedTime } from '../../shared/schedule/schema.ts'
import { isOff } from './visit-words.ts'

/** Time in which nobody is treated: kept free by a block (whose practitioner may be named), or a break of the clinic’s hours. */
export type QuietTime = Pause & { readonly isWholeDay: boolean; readonly practitionerId: PractitionerId | null }
/** A line of the day: a visit, or quiet time. */
export type DayRow = { readonly kind: 'visit'; readonly visit: Appointment } | { readonly kind: 'quiet'; readonly quiet: QuietTime }

type OfDay = { readonly visits: readonly Appointment[]; readonly blocks: readonly BlockedTime[]; readonly pauses: readonly Pause[] }

/** Somebody who works today. */
export type Working = { readonly id: PractitionerId; readonly name: string }

/** Who has visits today, in the order they first appear; those whose visits are all off count as well. */
export function workingToday(visits: readonly Appointment[]): Working[] {
  const names = new Map(visits.map(({ practitionerId, practitionerName }) => [practitionerId, practitionerName]))
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name))
}

/** The lines of the day in order of time, of one practitioner or of all; a block that concerns everybody stands in every list. Whole days come first. */
export function dayRows({ visits, blocks, pauses }: OfDay, of: PractitionerId | null): DayRow[] {
  const mine = (id: PractitionerId | null) => of === null || id === null || id === of
  const rows: readonly (DayRow & { readonly at: string })[] = [
    ...[...pauses.map(pause => ({ ...pause, isWholeDay: false, practitionerId: null })), ...blocks]
      .filter(quiet => mine(quiet.practitionerId))
      .map(quiet => ({ kind: 'quiet' as const, quiet, at: quiet.isWholeDay ? '' : quiet.startsAt })),
    ...visits.filter(visit => mine(visit.practitionerId)).map(visit => ({ kind: 'visit' as const, visit, at: visit.startsAt })),
  ]
  return rows.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}

/** “Lunch until 1:15 pm”, “Vacation all day” */
export function quietWords({ title, startsAt, minutes, isWholeDay }: QuietTime): string {
  return isWholeDay ? `${title} all day` : `${title} until ${formatTime(addMinutes(startsAt, minutes))}`
}

/** “8 visits, 1 cancelled, 1 did not come · room 1”: what the day holds. */
export function countWords(visits: readonly Appointment[]): string {
  const coming = visits.filter(visit => !isOff(visit)).length
  const cancelled = visits.filter(({ status }) => status === 'cancelled').length
  const missed = visits.filter(({ status }) => status === 'no-show').length
  const rooms = [...new Set(visits.flatMap(({ roomName }) => (roomName === '' ? [] : [roomName])))]
  const counts = [coming === 1 ? '1 visit' : `${coming} visits`, cancelled ? `${cancelled} cancelled` : '', missed ? `${missed} did not come` : '']
  return [counts.filter(Boolean).join(', '), rooms.length === 1 ? rooms[0] : ''].filter(Boolean).join(' · ')
}
