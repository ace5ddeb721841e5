import { dayOf, formatTime, formatWeekday, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId, RoomId } from '../lib/ids.ts'
import { clearFrom, type FreeCalendar, isEvenTime } from './free-calendar.ts'
import { atMinute, dayNumber, minuteOf, minutesOfClock, weekdayOfNumber } from './minutes.ts'
import type { FreeTime, FreeTimeSearch, ScheduleDay } from './schema.ts'

/** What free time is looked for. The whole visit lies between `fromTime` and `toTime`; `leftOut` are starts not to be offered again. */
export type Wish = Omit<FreeTimeSearch, 'count'> & { readonly leftOut?: readonly LocalDateTime[] }

const NOON = 720
const HALVES = [
  { from: 0, to: NOON - 1 },
  { from: NOON, to: 1439 },
] as const
/** With how many practitioners the same time is offered. */
const MOST_AT_ONCE = 2

/**
 * Free times of these days, soonest first: the visit within the hours worked, its practitioner, patient and a room free (the minutes after it may run into
 * a break or past closing), on the clinic’s grid. So that the choices spread, each practitioner offers the first time before and after noon of a day, and
 * the same time is offered with at most two of them.
 */
export function freeTimes(calendar: FreeCalendar, wish: Wish, count: number): FreeTime[] {
  const found: FreeTime[] = []
  const practitioners = practitionersFor(calendar, wish)
  for (const day of calendar.days) {
    if (found.length >= count) break
    if (!isDayWanted(day, wish)) continue
    const starts = practitioners.flatMap(practitioner => startsWith(calendar, wish, { day, practitioner })).toSorted((a, b) => a.start - b.start)
    const spread = starts.filter(({ start }, index) => starts[index - MOST_AT_ONCE]?.start !== start)
    found.push(...spread.map(({ start, roomId, practitioner }) => freeTime(atMinute(start), { wish, roomId, practitioner })))
  }
  return found.slice(0, count)
}

type Asked = FreeCalendar['practitioners'][number]

function startsWith(calendar: FreeCalendar, wish: Wish, { day, practitioner }: { readonly day: ScheduleDay; readonly practitioner: Asked }) {
  return HALVES.flatMap(half => {
    const first = firstStart(calendar, wish, { day, practitionerId: practitioner.id, half })
    return first ? [{ ...first, practitioner }] : []
  })
}

/** Who could be asked: in use, the wanted one or any, and giving the visit type. */
const practitionersFor = (calendar: FreeCalendar, wish: Pick<Wish, 'practitionerId' | 'visitTypeId'>) =>
  calendar.practitioners.filter(
    ({ id, visitTypeIds }) =>
      (wish.practitionerId === null || id === wish.practitionerId) &&
      (wish.visitTypeId === null || visitTypeIds.length === 0 || visitTypeIds.includes(wish.visitTypeId)),
  )

type Found = { readonly wish: Wish; readonly roomId: RoomId | null; readonly practitioner: { readonly id: PractitionerId; readonly name: string } }

const freeTime = (startsAt: LocalDateTime, { wish, roomId, practitioner }: Found): FreeTime => ({
  startsAt,
  minutes: wish.minutes,
  practitionerId: practitioner.id,
  practitionerName: practitioner.name,
  roomId,
  sentence: `${formatWeekday(dayOf(startsAt))}, ${formatTime(startsAt)} with ${practitioner.name}`,
})

const isDayWanted = ({ day, closedBecause }: ScheduleDay, wish: Wish): boolean =>
  closedBecause === '' && day >= dayOf(wish.after) && (wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOfNumber(dayNumber(day))))

/** Whose day is searched, and between which minutes of it a visit may begin. */
type Place = { readonly day: ScheduleDay; readonly practitionerId: PractitionerId; readonly half: { readonly from: number; readonly to: number } }
type Start = { readonly start: number; readonly roomId: RoomId | null }

/** The first start in a part of a practitioner’s day; undefined where there is none. */
function firstStart(calendar: FreeCalendar, wish: Wish, { day, practitionerId, half }: Place): Start | undefined {
  const midnight = dayNumber(day.day) * 1440
  const opens = Math.max(midnight + half.from, minuteOf(wish.after), midnight + (wish.fromTime === null ? 0 : minutesOfClock(wish.fromTime)))
  const closes = midnight + (wish.toTime === null ? 1440 : minutesOfClock(wish.toTime))
  const times = day.worked.find(each => each.practitionerId === practitionerId)?.times ?? []
  for (const { from, to } of times) {
    const last = Math.min(Math.min(midnight + minutesOfClock(to), closes) - wish.minutes, midnight + half.to)
    const found = firstBetween(calendar, wish, { practitionerId, first: Math.max(opens, midnight + minutesOfClock(from)), last })
    if (found) return found
  }
  return undefined
}

type Between = { readonly practitionerId: PractitionerId; readonly first: number; readonly last: number }

function firstBetween(calendar: FreeCalendar, wish: Wish, { practitionerId, first, last }: Between): Start | undefined {
  const { stepMinutes } = calendar
  const held = wish.minutes + wish.bufferMinutes
  const onGrid = (minute: number) => Math.ceil(minute / stepMinutes) * stepMinutes
  let start = onGrid(first)
  while (start <= last) {
    const clear = Math.max(
      clearFrom(calendar.practitionerBusy.get(practitionerId), start, held),
      wish.patientId === null ? start : clearFrom(calendar.patientBusy.get(wish.patientId), start, wish.minutes),
    )
    if (clear > start) {
      start = onGrid(clear)
      continue
    }
    const roomId = freeRoom(calendar, wish, start)
    if (roomId !== undefined && isOffered(calendar, wish, start)) return { start, roomId }
    start += stepMinutes
  }
  return undefined
}

/** Whether the visit could take place just then, on the grid or not: worked, and practitioner, patient and a room are free. Days and times wished are not asked. */
export function isFreeAt(calendar: FreeCalendar, wish: Wish, at: { readonly startsAt: LocalDateTime; readonly practitionerId: PractitionerId }): boolean {
  const start = minuteOf(at.startsAt)
  const inDay = start - dayNumber(dayOf(at.startsAt)) * 1440
  const times = calendar.days.find(({ day }) => day === dayOf(at.startsAt))?.worked.find(each => each.practitionerId === at.practitionerId)?.times ?? []
  const who = practitionersFor(calendar, { ...wish, practitionerId: at.practitionerId })
  return (
    who.length > 0 &&
    times.some(({ from, to }) => minutesOfClock(from) <= inDay && inDay + wish.minutes <= minutesOfClock(to)) &&
    clearFrom(calendar.practitionerBusy.get(at.practitionerId), start, wish.minutes + wish.bufferMinutes) === start &&
    (wish.patientId === null || clearFrom(calendar.patientBusy.get(wish.patientId), start, wish.minutes) === start) &&
    freeRoom(calendar, wish, start) !== undefined &&
    isEvenTime(calendar, start, wish.minutes + wish.bufferMinutes)
  )
}

/** The wanted room, or the first free one; null where the clinic has none, undefined where all are taken. */
function freeRoom(calendar: FreeCalendar, wish: Wish, start: number): RoomId | null | undefined {
  const rooms = wish.roomId === null ? calendar.roomIds : [wish.roomId]
  if (rooms.length === 0) return null
  return rooms.find(
    id =>
      clearFrom(calendar.roomBusy.get(id), start, wish.minutes + wish.bufferMinutes) === start &&
      clearFrom(calendar.roomBlocked.get(id), start, wish.minutes) === start,
  )
}

// A time that spans a clock change is not offered: nobody could say when it ends.
const isOffered = (calendar: FreeCalendar, wish: Wish, start: number): boolean =>
  isEvenTime(calendar, start, wish.minutes + wish.bufferMinutes) && (wish.leftOut === undefined || !wish.leftOut.includes(atMinute(start)))
