import { atTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { DayHours } from '../practice/hours.ts'
import { minutesOfClock } from './minutes.ts'

const NOON = 12 * 60
/** A pause longer than this is no lunch. */
const LONGEST_LUNCH = 120

/** What a pause between two worked stretches is called; `from` and `to` are minutes since midnight. */
export function pauseName({ from, to }: { readonly from: number; readonly to: number }): 'Lunch' | 'Break' {
  return from <= NOON + 90 && to >= NOON && to - from <= LONGEST_LUNCH ? 'Lunch' : 'Break'
}

/** A pause of the clinic’s day. */
export type Pause = { readonly startsAt: LocalDateTime; readonly minutes: number; readonly title: string }

/** The pauses between a day’s open stretches, in order. */
export function pausesOf(day: LocalDate, open: DayHours): Pause[] {
  return open.slice(1).flatMap((next, index) => {
    const before = open[index]
    if (!before || before.to >= next.from) return []
    const [from, to] = [minutesOfClock(before.to), minutesOfClock(next.from)]
    return [{ startsAt: atTime(day, before.to), minutes: to - from, title: pauseName({ from, to }) }]
  })
}
