import { overruledWords } from '../../shared/appointments/change-words.ts'
import { type BookingWarning, VisitChange } from '../../shared/appointments/schema.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Who changes a visit, and when. */
export type Keeping = Pick<Services, 'db' | 'clock' | 'newId' | 'person'>

/** Something that happened to a visit, in words, and why where somebody said so. */
export type KeptChange = { readonly appointmentId: AppointmentId; readonly sentence: string; readonly reason: string }

/** Writes into a visit’s history what happened, when and by whom. Nothing in it is ever changed. */
export function keepChange({ db, clock, newId, person }: Keeping, change: KeptChange) {
  statement<KeptChange & { id: string; at: string; who: string }>(
    db,
    `INSERT INTO appointment_changes (id, appointment_id, at, who, sentence, reason)
          VALUES (:id, :appointmentId, :at, :who, :sentence, :reason)`,
  ).run({ ...change, id: newId(), at: clock.now(), who: person.name })
}

/** Keeps with a visit what stood against it when it was booked or moved all the same, and why that was allowed. */
export function keepOverruled(
  services: Keeping,
  { appointmentId, stood, reason }: { readonly appointmentId: AppointmentId; readonly stood: readonly BookingWarning[]; readonly reason: string },
) {
  for (const warning of stood) keepChange(services, { appointmentId, sentence: overruledWords(warning), reason })
}

/** Everything that happened to a visit, oldest first. */
export function listChanges(db: Database, appointmentId: AppointmentId): VisitChange[] {
  return statement<{ appointmentId: string }, VisitChange>(
    db,
    'SELECT at, who, sentence, reason FROM appointment_changes WHERE appointment_id = :appointmentId ORDER BY at, rowid',
  )
    .all({ appointmentId })
    .map(row => VisitChange.parse(row))
}
