import type { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { dayNumber, dayOfNumber, minutesOfClock, weekdayOfNumber, weekOfNumber } from './minutes.ts'
import type { Block, BlockedTime, BlockFields, BlockKind } from './schema.ts'

/** What a block is called where nobody named it. */
export const BLOCK_WORDS: Readonly<Record<BlockKind, string>> = {
  break: 'Break',
  training: 'Training',
  vacation: 'Vacation',
  sick: 'Sick',
  closure: 'Closed',
  other: 'Kept free',
}

type Recurrence = Pick<BlockFields, 'firstOn' | 'lastOn' | 'weekdays' | 'everyWeeks' | 'skipped'>

/** The days a block takes place on between two days, both included. */
export function blockedDays(block: Recurrence, from: LocalDate, to: LocalDate): LocalDate[] {
  return [...daysOf(block, from, to)]
}

/** The last day the calendar knows. */
const LAST_DAY = '2199-12-31' as LocalDate

/** The first day a block takes place on, on or after a day; undefined where there is none. */
export function firstBlockedDay(block: Recurrence, from: LocalDate): LocalDate | undefined {
  for (const day of daysOf(block, from, LAST_DAY)) return day
  return undefined
}

function* daysOf(block: Recurrence, from: LocalDate, to: LocalDate): Generator<LocalDate> {
  const firstWeek = weekOfNumber(dayNumber(block.firstOn))
  const first = dayNumber(block.firstOn > from ? block.firstOn : from)
  const last = dayNumber(block.lastOn !== null && block.lastOn < to ? block.lastOn : to)
  for (let number = first; number <= last; number++) {
    if ((weekOfNumber(number) - firstWeek) % block.everyWeeks !== 0) continue
    if (block.weekdays.length > 0 && !block.weekdays.includes(weekdayOfNumber(number))) continue
    const day = dayOfNumber(number)
    if (!block.skipped.includes(day)) yield day
  }
}

/** Whether a block is made to take place on more than one day. */
export const repeats = ({ firstOn, lastOn }: Pick<BlockFields, 'firstOn' | 'lastOn'>): boolean => lastOn !== firstOn

/** Each day’s worth of blocks between two days, both included, in order of time. Wall times: 12:00 stays 12:00 across a clock change. */
export function blockedTimes(blocks: readonly Block[], from: LocalDate, to: LocalDate): BlockedTime[] {
  return blocks
    .flatMap(block => {
      const start = block.from ?? '00:00'
      const minutes = block.from === null || block.to === null ? 1440 : minutesOfClock(block.to) - minutesOfClock(block.from)
      return blockedDays(block, from, to).map(
        (day): BlockedTime => ({
          blockId: block.id,
          practitionerId: block.practitionerId,
          roomId: block.roomId,
          kind: block.kind,
          title: block.title === '' ? BLOCK_WORDS[block.kind] : block.title,
          startsAt: `${day}T${start}` as LocalDateTime,
          minutes,
          isWholeDay: block.from === null,
          repeats: repeats(block),
        }),
      )
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : Number(a.startsAt > b.startsAt)))
}
