import { atTime, clockOf, dayOf, formatTime, formatWeekday, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId, RoomId } from '../lib/ids.ts'
import type { DayHours } from '../practice/hours.ts'
import { clockTrouble, exactEndOf } from '../schedule/clock-change.ts'
import type { BlockedTime, ScheduleDay } from '../schedule/schema.ts'
import { endOf, overlaps, type Slot, timeSpan } from './overlap.ts'
import type { BookingWarning } from './schema.ts'

/** A wanted time with whom and where, as far as the clinic’s hours go. */
export type WantedTime = Slot & { readonly practitionerId: PractitionerId; readonly practitionerName: string; readonly roomId: RoomId | null }

/** The days a visit touches, what is kept free on them, and the clinic’s time. */
export type ClinicTime = {
  readonly days: readonly ScheduleDay[]
  readonly blocks: readonly BlockedTime[]
  readonly now: LocalDateTime
  readonly timeZone: string
}

/** What the calendar says about a time, whoever is booked: a clock change, closed days, time kept free, hours and breaks, the past. */
export function timeWarnings(wanted: WantedTime, { days, blocks, now, timeZone }: ClinicTime): BookingWarning[] {
  const trouble = clockTrouble(wanted.startsAt, timeZone)
  if (trouble?.kind === 'gap') return [{ kind: 'clock', level: 'refused', sentence: trouble.sentence }]
  const endsAt = exactEndOf(wanted, timeZone)
  const closed = days.filter(({ day, closedBecause }) => closedBecause !== '' && day >= dayOf(wanted.startsAt) && `${day}T00:00` < endsAt)
  const inTheWay = closed.length > 0 ? [] : blocks.filter(block => isAbout(block, wanted) && overlaps(block, wanted))
  return [
    ...(trouble ? [{ kind: 'clock' as const, level: 'note' as const, sentence: trouble.sentence }] : []),
    ...closed.map(closedWarning),
    ...inTheWay.map(block => blockWarning(block, wanted.practitionerName)),
    ...(closed.length > 0 ? [] : hoursWarning(wanted, { day: days.find(({ day }) => day === dayOf(wanted.startsAt)), endsAt, inTheWay })),
    ...(wanted.startsAt < now
      ? [
          {
            kind: 'past' as const,
            level: 'note' as const,
            sentence: `${formatWeekday(dayOf(wanted.startsAt))}, ${formatTime(wanted.startsAt)} is in the past.`,
          },
        ]
      : []),
  ]
}

const isForAll = ({ practitionerId, roomId }: BlockedTime) => practitionerId === null && roomId === null
const isAbout = (block: BlockedTime, wanted: WantedTime) =>
  isForAll(block) || block.practitionerId === wanted.practitionerId || (block.roomId !== null && block.roomId === wanted.roomId)

// “Thanksgiving”, “Closed on Sundays”, “Closed: water damage”, “Closed”
function closedWarning({ day, closedBecause }: ScheduleDay): BookingWarning {
  return { kind: 'closed', level: 'overrule', sentence: `${closedWords(formatWeekday(day), closedBecause)} Choose another day.` }
}

function closedWords(when: string, because: string): string {
  if (!because.startsWith('Closed')) return `${when} is ${because}.`
  if (because.startsWith('Closed on')) return `The clinic is c${because.slice(1)} (${when}).`
  return `The clinic is closed ${when}${because.slice('Closed'.length)}.`
}

function blockWarning(block: BlockedTime, practitionerName: string): BookingWarning {
  const who = isForAll(block) ? 'The clinic' : block.practitionerId === null ? 'The room' : practitionerName
  const when = `${formatWeekday(dayOf(block.startsAt))}${block.isWholeDay ? '' : `, ${timeSpan(block)}`}`
  if (block.kind === 'break') return { kind: 'break', level: 'note', sentence: `${who}: ${block.title} ${when}.` }
  const kind = isForAll(block) ? 'closed' : 'block'
  return { kind, level: 'overrule', sentence: `${who}: ${block.title} ${when}. Choose another ${block.isWholeDay ? 'day' : 'time'}.` }
}

type Day = { readonly day: ScheduleDay | undefined; readonly endsAt: LocalDateTime; readonly inTheWay: readonly BlockedTime[] }

// Blocks are cut out of the hours worked and warned of on their own, so they count as worked here.
function hoursWarning(wanted: WantedTime, { day, endsAt, inTheWay }: Day): BookingWarning[] {
  if (!day) return []
  const worked = day.worked.find(({ practitionerId }) => practitionerId === wanted.practitionerId)?.times ?? day.open
  const kept = inTheWay.map(block => ({ from: clockOf(block.startsAt), to: block.isWholeDay ? END_OF_DAY : clockOf(endOf(block)) }))
  const [from, to] = [clockOf(wanted.startsAt), dayOf(endsAt) > day.day ? AFTER_MIDNIGHT : clockOf(endsAt)]
  if (joined([...worked, ...kept]).some(time => time.from <= from && to <= time.to)) return []
  const inWords = (time: DayHours[number]) => timeSpanOf(day, time)
  const [first, last] = [worked[0], worked.at(-1)]
  if (!first || !last)
    return note(
      worked === day.open ? '' : `${wanted.practitionerName} does not work on ${formatWeekday(day.day)}. The clinic is open ${all(day.open, inWords)}.`,
    )
  if (first.from <= from && to <= last.to)
    return [{ kind: 'break', level: 'note', sentence: `${wanted.practitionerName} has a break then and works ${all(worked, inWords)}.` }]
  const isClinic = all(worked, inWords) === all(day.open, inWords)
  return note(
    isClinic
      ? `Outside opening hours: the clinic is open ${all(day.open, inWords)}.`
      : `Outside ${wanted.practitionerName}’s hours: ${all(worked, inWords)} on ${formatWeekday(day.day)}.`,
  )
}

const END_OF_DAY = '24:00'
const AFTER_MIDNIGHT = '24:01'
const note = (sentence: string): BookingWarning[] => (sentence === '' ? [] : [{ kind: 'hours', level: 'note', sentence }])
const all = (times: DayHours, inWords: (time: DayHours[number]) => string) => times.map(inWords).join(' and ')
const timeSpanOf = ({ day }: ScheduleDay, { from, to }: DayHours[number]) => `${formatTime(atTime(day, from))} to ${formatTime(atTime(day, to))}`

type Times = { readonly from: string; readonly to: string }

/** Stretches of a day with those that touch or overlap made one. */
function joined(times: readonly Times[]): Times[] {
  const inOrder = times.toSorted((a, b) => a.from.localeCompare(b.from))
  const made: { from: string; to: string }[] = []
  for (const { from, to } of inOrder) {
    const last = made.at(-1)
    if (!last || from > last.to) made.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return made
}
