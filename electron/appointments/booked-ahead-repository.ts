import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import { BookedAhead } from '../../shared/practice/leaving.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Asked = { readonly practitionerId: PractitionerId | null; readonly roomId: RoomId | null; readonly from: LocalDate }
type Row = BookedAhead['first'][number] & { visits: number }

/** How many are named; the rest are counted. */
const NAMED = 6

/** The visits of a practitioner, or in a room, that still wait to take place from a day on. */
export function bookedAhead(db: Database, asked: Asked): BookedAhead {
  const rows = statement<Asked & { named: number }, Row>(
    db,
    `SELECT a.id AS appointmentId, a.starts_at AS startsAt, p.first_name || ' ' || p.last_name AS patientName, count(*) OVER () AS visits
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
      WHERE a.starts_at >= :from AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')
        AND (a.practitioner_id = :practitionerId OR a.room_id = :roomId)
      ORDER BY a.starts_at, a.id
      LIMIT :named`,
  ).all({ ...asked, named: NAMED })
  return BookedAhead.parse({ visits: rows[0]?.visits ?? 0, first: rows.map(({ visits: _visits, ...row }) => row) })
}
