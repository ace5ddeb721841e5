import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId, PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { FreeTimeFilter } from './booking-choice.ts'

/** Somebody being registered while they are booked. */
export type NewPerson = { firstName: string; lastName: string; bornOn: LocalDate | null; phone: string }

/** Stands for “none” where null means that nobody chose yet. */
export const NONE = 'none'

/** What a person chose or typed for a new visit. Null: not chosen, so the usual one counts. */
export type BookingDraft = {
  patient: { id: PatientId; name: string } | null
  person: NewPerson | null
  visitTypeId: string | null
  minutes: number | null
  episodeId: string | null
  pick: { startsAt: LocalDateTime; practitionerId: PractitionerId; roomId: RoomId | null } | null
  day: LocalDate | null
  time: string | null
  practitionerId: PractitionerId | null
  roomId: string | null
  remark: string
  overruleReason: string
  /** Whether the free times are shown though a time was given. */
  isFinding: boolean
  find: FreeTimeFilter
}

/** Nothing chosen yet. */
export const BLANK_BOOKING: BookingDraft = {
  patient: null,
  person: null,
  visitTypeId: null,
  minutes: null,
  episodeId: null,
  pick: null,
  day: null,
  time: null,
  practitionerId: null,
  roomId: null,
  remark: '',
  overruleReason: '',
  isFinding: false,
  find: { practitionerId: 'anyone', weekdays: [], part: 'any', from: null },
}
