import type { LocalDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'

/** A stretch of the calendar that somebody pointed at. Null: any practitioner, any room. */
export type Slot = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly practitionerId: PractitionerId | null
  readonly roomId: RoomId | null
}
