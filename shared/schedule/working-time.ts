import type { LocalDate } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import type { DayHours, WeekHours } from '../practice/hours.ts'
import { federalHoliday, type HolidayName } from './holidays.ts'
import { clockOfMinutes, dayNumber, daysFrom, minutesOfClock, weekdayOfNumber } from './minutes.ts'
import type { BlockedTime, ScheduleDay } from './schema.ts'

/** When the clinic is open and its active practitioners work, in an ordinary week. `hours` null: every day from opening to closing. */
export type WorkingRules = {
  /** `HH:MM` */
  readonly opensAt: string
  readonly closesAt: string
  readonly hours: WeekHours | null
  /** Federal holidays on which the clinic works all the same; goes for the weekday they are observed on too. */
  readonly openHolidays: readonly HolidayName[]
  /** `hours` null: the clinic’s. */
  readonly practitioners: readonly { readonly id: PractitionerId; readonly hours: WeekHours | null }[]
}

/** Minutes of a day from its midnight. */
type Stretch = { readonly from: number; readonly to: number }

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const

/**
 * Who works when on each of some days. Holidays and closures close everybody; a practitioner’s own hours stand instead of the clinic’s, also
 * where the clinic is usually closed; their own blocks are cut out. Rooms that are kept free close nobody.
 */
export function scheduleDays(rules: WorkingRules, blocked: readonly BlockedTime[], range: { readonly from: LocalDate; readonly to: LocalDate }): ScheduleDay[] {
  const byDay = Map.groupBy(blocked, time => time.startsAt.slice(0, 10))
  return daysFrom(range.from, range.to).map(day => scheduleDay(rules, byDay.get(day) ?? [], day))
}

function scheduleDay(rules: WorkingRules, blocked: readonly BlockedTime[], day: LocalDate): ScheduleDay {
  const weekday = weekdayOfNumber(dayNumber(day))
  const closures = blocked.filter(isForEverybody)
  const usual = rules.hours === null ? [{ from: minutesOfClock(rules.opensAt), to: minutesOfClock(rules.closesAt) }] : stretches(rules.hours[weekday - 1])
  const holiday = federalHoliday(day)
  const isHoliday = holiday !== undefined && !rules.openHolidays.includes(holiday.name)
  const free = (times: readonly Stretch[], cuts: readonly BlockedTime[]) => (isHoliday ? [] : without(times, cuts))
  const open = free(usual, closures)
  const planned = rules.practitioners.map(({ id, hours }) => ({ id, times: hours === null ? usual : stretches(hours[weekday - 1]) }))
  const worked = planned.map(({ id, times }) => ({ id, times: free(times, [...closures, ...blocked.filter(time => time.practitionerId === id)]) }))
  const isPlanned = [usual, ...planned.map(({ times }) => times)].some(times => times.length > 0)
  const isOpen = [usual, ...planned.map(({ times }) => times)].some(times => without(times, closures).length > 0)
  return {
    day,
    closedBecause: isHoliday ? holiday.words : closedWords({ isPlanned, isOpen, weekday, closures }),
    open: asHours(open),
    worked: worked.map(({ id, times }) => ({ practitionerId: id, times: asHours(times) })),
  }
}

/** Whether a block closes the whole clinic. */
export const isForEverybody = (block: Pick<BlockedTime, 'practitionerId' | 'roomId'>): boolean => block.practitionerId === null && block.roomId === null

type Closing = { readonly isPlanned: boolean; readonly isOpen: boolean; readonly weekday: number; readonly closures: readonly BlockedTime[] }

function closedWords({ isPlanned, isOpen, weekday, closures }: Closing): string {
  if (isOpen) return ''
  const closure = closures.find(({ isWholeDay }) => isWholeDay) ?? closures[0]
  if (!isPlanned && closure?.isWholeDay !== true) return `Closed on ${WEEKDAYS[weekday - 1] ?? ''}`
  return closure === undefined || closure.title === 'Closed' ? 'Closed' : `Closed: ${closure.title}`
}

const stretches = (times: DayHours = []): Stretch[] => times.map(({ from, to }) => ({ from: minutesOfClock(from), to: minutesOfClock(to) }))
const asHours = (times: readonly Stretch[]): DayHours => times.map(({ from, to }) => ({ from: clockOfMinutes(from), to: clockOfMinutes(to) }))

/** What is left of a day’s stretches when blocks are taken out. */
function without(times: readonly Stretch[], cuts: readonly BlockedTime[]): Stretch[] {
  let left = [...times]
  for (const cut of cuts) {
    const from = minutesOfClock(cut.startsAt.slice(11))
    const to = from + cut.minutes
    left = left.flatMap(time =>
      to <= time.from || from >= time.to
        ? [time]
        : [
            { from: time.from, to: from },
            { from: to, to: time.to },
          ].filter(part => part.from < part.to),
    )
  }
  return left
}
