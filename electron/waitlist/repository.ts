import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, WaitlistId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Closing = { readonly id: WaitlistId; readonly at: Instant; readonly appointmentId: AppointmentId | null; readonly reason: string }

/** Takes somebody off the waitlist, with the visit they were booked for or a reason. Throws `not_found` where they no longer wait. */
export function closeWaiting(db: Database, { id, at, appointmentId, reason }: Closing) {
  const { changes } = statement<Closing>(
    db,
    `UPDATE waitlist
        SET closed_at = :at, appointment_id = :appointmentId, close_reason = :reason
      WHERE id = :id AND closed_at IS NULL`,
  ).run({ id, at, appointmentId, reason })
  if (changes === 0) throw new DomainError('not_found', 'That patient is no longer on the waitlist.')
}
