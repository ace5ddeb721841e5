import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Hue } from '../../shared/practice/colours.ts'
import type { Room, VisitType } from '../../shared/practice/schema.ts'
import type { CalendarView } from '../../shared/schedule/schema.ts'
import type { VisitLooks } from './calendar-actions.ts'
import type { ColourBy } from './calendar-preferences.ts'
import type { VisitNumbers } from './calendar-words.ts'

/** One line of the key: a hue and what it stands for. */
export type KeyEntry = { readonly hue: Hue; readonly name: string }

type LooksOf = {
  readonly colourBy: ColourBy
  readonly practitioners: CalendarView['practitioners']
  readonly visitTypes: readonly VisitType[]
  readonly rooms: readonly Room[]
  readonly numbers: VisitNumbers
  /** Names the practitioner with each visit, where several share a column. */
  readonly saysWho: boolean
}

/** “4 of 6”, or “4” where nothing limits them. */
export function numbersOf(rows: readonly { readonly appointmentId: AppointmentId; readonly number: number; readonly allowed: number | null }[]): VisitNumbers {
  return new Map(rows.map(({ appointmentId, number, allowed }) => [appointmentId, allowed === null ? '' : `${number} of ${allowed}`]))
}

/** How visits are coloured and said. */
export function looksOf({ colourBy, practitioners, visitTypes, rooms, numbers, saysWho }: LooksOf): VisitLooks {
  const people = new Map(practitioners.map(one => [one.id, one]))
  const types = new Map(visitTypes.map(one => [one.id, one]))
  const places = new Map(rooms.map(one => [one.id, one.name]))
  return {
    hueOf: ({ practitionerId, visitTypeId }) => {
      if (colourBy === 'practitioner') return people.get(practitionerId)?.colour ?? null
      return colourBy === 'visit-type' && visitTypeId !== null ? (types.get(visitTypeId)?.colour ?? null) : null
    },
    factsOf: ({ id, practitionerId, roomId, visitTypeId }) => ({
      number: numbers.get(id) || undefined,
      typeName: visitTypeId === null ? '' : (types.get(visitTypeId)?.name ?? ''),
      practitioner: saysWho ? (people.get(practitionerId)?.name ?? '') : '',
      room: roomId === null ? '' : (places.get(roomId) ?? ''),
    }),
  }
}

/** What the hues on screen stand for: only those in use. Empty for the colours of status. */
export function keyOf({ colourBy, visitTypes, practitioners }: Pick<LooksOf, 'colourBy' | 'visitTypes' | 'practitioners'>, calendar: CalendarView): KeyEntry[] {
  if (colourBy === 'practitioner') return practitioners.map(({ colour, name }) => ({ hue: colour, name }))
  if (colourBy === 'status') return []
  const used = new Set(calendar.visits.map(visit => visit.visitTypeId))
  return visitTypes.filter(one => used.has(one.id)).map(({ colour, name }) => ({ hue: colour, name }))
}
