import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Whose = { readonly practitionerId: PractitionerId | null; readonly roomId: RoomId | null }
type Ahead = { visits: number; firstAt: LocalDateTime | null }

/** How many visits of a practitioner or in a room still wait to take place from a day on, and when the first of them is. */
export function bookedAhead(db: Database, { practitionerId, roomId }: Whose, from: LocalDate): Ahead {
  const found = statement<Whose & { from: string }, Ahead>(
    db,
    `SELECT count(*) AS visits, min(starts_at) AS firstAt
       FROM appointments
      WHERE starts_at >= :from AND status IN ('booked', 'confirmed', 'arrived', 'in-session')
        AND (practitioner_id = :practitionerId OR room_id = :roomId)`,
  ).get({ practitionerId, roomId, from })
  return found ?? { visits: 0, firstAt: null }
}
