import { dayOf, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { BLOCK_WORDS, blockedDays } from './blocked-times.ts'
import { dayNumber, dayOfNumber, minuteOf, minutesOfClock } from './minutes.ts'
import type { BlockFields } from './schema.ts'

/** “Lunch”, or what its kind is called where nobody named it. */
export const titleOf = ({ title, kind }: Pick<BlockFields, 'title' | 'kind'>): string => (title === '' ? BLOCK_WORDS[kind] : title)

/** A visit that may lie where a block would be. */
export type VisitNear = { readonly startsAt: LocalDateTime; readonly minutes: number; readonly practitionerId: string; readonly roomId: string | null }

/** The visits that a block would lie over: of its practitioner, in its room, or anybody’s where it closes the clinic. */
export function visitsInTheWay<Visit extends VisitNear>(block: BlockFields, visits: readonly Visit[]): Visit[] {
  const concerned = visits.filter(
    ({ practitionerId, roomId }) =>
      (block.practitionerId === null && block.roomId === null) || practitionerId === block.practitionerId || (roomId !== null && roomId === block.roomId),
  )
  const starts = concerned.map(({ startsAt }) => dayNumber(dayOf(startsAt)))
  if (starts.length === 0) return []
  const blocked = new Set<string>(blockedDays(block, dayOfNumber(Math.min(...starts)), dayOfNumber(Math.max(...starts) + 1)))
  const [from, to] = [block.from === null ? 0 : minutesOfClock(block.from), block.to === null ? 1440 : minutesOfClock(block.to)]
  // A visit of the evening may reach into the next day.
  return concerned.filter(({ startsAt, minutes }) =>
    [0, 1].some(later => {
      const number = dayNumber(dayOf(startsAt)) + later
      const start = minuteOf(startsAt) - number * 1440
      return blocked.has(dayOfNumber(number)) && start < to && start + minutes > from
    }),
  )
}

/** “Marisol Reyes, Thu, Nov 26, 10:45 am” */
export const visitWords = (patientName: string, startsAt: LocalDateTime): string => `${patientName}, ${whenWords(startsAt)}`
/** “Thu, Nov 26, 10:45 am” */
export const whenWords = (startsAt: LocalDateTime): string => `${formatWeekday(dayOf(startsAt))}, ${formatTime(startsAt)}`

/** The same block with the days it leaves out in order, each once, and only those it would take place on. */
export function tidied<Fields extends BlockFields>(block: Fields): Fields {
  const skipped = [...new Set(block.skipped)].toSorted()
  const meant = (day: LocalDate) => blockedDays({ ...block, skipped: [] }, day, day).length > 0
  return { ...block, weekdays: [...new Set(block.weekdays)].toSorted((a, b) => a - b), skipped: skipped.filter(meant) }
}
