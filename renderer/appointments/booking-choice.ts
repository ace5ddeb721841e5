import type { Appointment, AppointmentStatus, NextVisit } from '../../shared/appointments/schema.ts'
import { addMinutes, ClockTime, LocalDate, type LocalDateTime, localDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { VisitType } from '../../shared/practice/schema.ts'
import type { FreeTime, FreeTimeSearch } from '../../shared/schedule/schema.ts'

/** A time that can be chosen with one key, and what is said of it: “Usual time, visit 6 of 6”. */
export type OfferedTime = {
  readonly startsAt: LocalDateTime
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
  readonly remark: string
}

/** The part of the day in which a free time is looked for. */
export type DayPart = 'any' | 'morning' | 'afternoon'

/** What narrows the search for a free time. */
export type FreeTimeFilter = { practitionerId: PractitionerId | 'anyone'; weekdays: number[]; part: DayPart; from: LocalDate | null }

/** Minutes that a press in the calendar stands for until the visit type says its own length. */
export const CLICKED_MINUTES = 60

const NOON = ClockTime.parse('12:00')
const TOOK_NO_PLACE: readonly AppointmentStatus[] = ['cancelled', 'no-show']

/** Whether the patient was never here and is not booked either. */
export const isNewHere = (visits: readonly Pick<Appointment, 'status'>[]): boolean => visits.every(visit => TOOK_NO_PLACE.includes(visit.status))

/** The visit type offered first: the patient’s last one, the one for first visits to somebody new, else the clinic’s first. */
export function usualVisitType(
  types: readonly VisitType[],
  visits: readonly Pick<Appointment, 'status' | 'startsAt' | 'visitTypeId'>[] | undefined,
): VisitType | null {
  const offered = types.filter(type => type.isActive)
  const ordinary = offered.find(type => !type.isForFirstVisit) ?? offered[0] ?? null
  if (!visits) return ordinary
  if (isNewHere(visits)) return offered.find(type => type.isForFirstVisit) ?? ordinary
  const came = visits.filter(visit => !TOOK_NO_PLACE.includes(visit.status)).toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
  const usual = came
    .map(visit => offered.find(type => type.id === visit.visitTypeId))
    .find(type => type !== undefined && !(type.isForFirstVisit && offered.length > 1))
  return usual ?? ordinary
}

/** Minutes of the new visit: as drawn in the calendar, else the visit type’s, else as long as the patient’s visits usually are. */
export function usualMinutes(from: { drawn: number | null; type: VisitType | null; suggested: number | null }): number {
  if (from.drawn !== null && from.drawn !== CLICKED_MINUTES) return from.drawn
  return from.type?.minutes ?? from.suggested ?? from.drawn ?? CLICKED_MINUTES
}

/** The next quarter of an hour that is not past. */
export function nextQuarter(now: LocalDateTime): LocalDateTime {
  const over = Number(now.slice(14, 16)) % 15
  return over === 0 ? now : addMinutes(now, 15 - over)
}

/** The later of two wall times. */
export const laterOf = (one: LocalDateTime, other: LocalDateTime): LocalDateTime => (one.localeCompare(other) > 0 ? one : other)

/** Hours and first moment that a filter stands for. A day that is past counts as today. */
export function searchOf(filter: FreeTimeFilter, now: LocalDateTime): Pick<FreeTimeSearch, 'practitionerId' | 'weekdays' | 'fromTime' | 'toTime' | 'after'> {
  const soonest = nextQuarter(now)
  const asked = filter.from ? localDateTime(`${filter.from}T00:00`) : soonest
  return {
    practitionerId: filter.practitionerId === 'anyone' ? null : filter.practitionerId,
    weekdays: filter.weekdays,
    fromTime: filter.part === 'afternoon' ? NOON : null,
    toTime: filter.part === 'morning' ? NOON : null,
    after: laterOf(asked, soonest),
  }
}

/** The times to choose from: the patient’s next one in rhythm first, then the free ones in order, none twice. `nameOf` names a practitioner. */
export function offeredTimes(suggestion: NextVisit | null, free: readonly FreeTime[], nameOf: (id: PractitionerId) => string = () => ''): OfferedTime[] {
  const same = free.find(time => time.startsAt === suggestion?.startsAt && time.practitionerId === suggestion.practitionerId)
  const rest = free
    .filter(time => time !== same)
    .map(({ startsAt, practitionerId, practitionerName, roomId }) => ({ startsAt, practitionerId, roomId, remark: `with ${practitionerName}` }))
  if (!suggestion) return rest
  const { startsAt, practitionerId, sentence } = suggestion
  const name = nameOf(practitionerId)
  const why = sentence.replace(/^[^,]+, [^,]+, \d{1,2}:\d\d [ap]m[,.]? ?/, '').replace(/^([^.]*)\.$/, '$1')
  return [{ startsAt, practitionerId, roomId: same?.roomId ?? null, remark: [name && `with ${name}`, why].filter(Boolean).join(', ') }, ...rest]
}

/** A typed day and time as one wall time; null while either is missing or makes no sense. */
export function startOf(day: string | null, time: string | null): LocalDateTime | null {
  const isTime = ClockTime.safeParse(time).success && LocalDate.safeParse(day).success
  return isTime ? localDateTime(`${day}T${time}`) : null
}

/** A name as it was typed into the search: last name first where there is a comma, one word is a first name, digits are no name. */
export function typedName(typed: string): { firstName: string; lastName: string } {
  const name = typed.replace(/\s+/g, ' ').trim()
  if (/\d/.test(name)) return { firstName: '', lastName: '' }
  const capital = (words: string) => words.trim().replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  const comma = name.indexOf(',')
  if (comma >= 0) return { firstName: capital(name.slice(comma + 1)), lastName: capital(name.slice(0, comma)) }
  const space = name.lastIndexOf(' ')
  return space < 0 ? { firstName: capital(name), lastName: '' } : { firstName: capital(name.slice(0, space)), lastName: capital(name.slice(space + 1)) }
}
