import type { Parsed } from '../../shared/ipc/contract.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { RoomId, VisitTypeId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { clinicWeek, openHolidays } from './demo-hours.ts'

type TypeFields = Parsed<'practice.saveVisitType'>['fields']

/** What the desk books, by the word the demo uses for it. */
const VISIT_TYPES = {
  first: { name: 'First visit', minutes: 75, bufferMinutes: 15, colour: 'plum', isForFirstVisit: true },
  followUp: { name: 'Follow-up', minutes: 60, bufferMinutes: 10, colour: 'teal', isForFirstVisit: false },
  short: { name: 'Short visit', minutes: 30, bufferMinutes: 0, colour: 'ochre', isForFirstVisit: false },
  long: { name: 'Long session', minutes: 90, bufferMinutes: 10, colour: 'indigo', isForFirstVisit: false },
} as const satisfies Record<string, TypeFields>
/** The word for one of the demo clinic’s visit types. */
export type VisitTypeWord = keyof typeof VISIT_TYPES

/** The desk’s records: two rooms, one for each practitioner, and the visit types. */
export type Desk = {
  readonly rooms: { readonly dana: RoomId; readonly theo: RoomId }
  readonly visitTypes: Readonly<Record<VisitTypeWord, VisitTypeId>>
}

type Ask = {
  saveRules(rules: Parsed<'practice.saveDeskRules'>): unknown
  saveRoom(name: string): RoomId
  saveVisitType(fields: TypeFields): VisitTypeId
}

/** Sets up how the desk works: hours with a lunch break, fees of missed visits, a limit on balances, rooms and visit types. */
export function setUpDesk(today: LocalDate, { saveRules, saveRoom, saveVisitType }: Ask): Desk {
  saveRules({
    ...USUAL_DESK_RULES,
    hours: clinicWeek(today),
    openHolidays: openHolidays(today),
    noShowFee: cents(6000),
    lateCancelFee: cents(4000),
    balanceLimit: cents(40_000),
  })
  return {
    rooms: { dana: saveRoom('Room 1'), theo: saveRoom('Room 2') },
    visitTypes: {
      first: saveVisitType(VISIT_TYPES.first),
      followUp: saveVisitType(VISIT_TYPES.followUp),
      short: saveVisitType(VISIT_TYPES.short),
      long: saveVisitType(VISIT_TYPES.long),
    },
  }
}

/** Which visit type a visit of so many minutes is. */
export function typeOfVisit(minutes: number, isFirst: boolean): VisitTypeWord {
  if (isFirst && minutes >= VISIT_TYPES.first.minutes) return 'first'
  return minutes <= VISIT_TYPES.short.minutes ? 'short' : 'followUp'
}
