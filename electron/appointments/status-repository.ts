import { type Cancelled, statusWords } from '../../shared/appointments/change-words.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import type { StatusChange } from '../../shared/appointments/status-change.ts'
import { type Keeping, keepChange } from './history-repository.ts'
import { updateStatus } from './repository.ts'

/** Saves a visit’s status and writes the step into its history. `before` is the visit’s status until now. */
export function saveStatus(
  services: Keeping,
  { status: before }: Pick<Appointment, 'status'>,
  step: { readonly change: StatusChange; readonly cancelled?: Cancelled },
) {
  const { change, cancelled = null } = step
  updateStatus(services.db, change)
  keepChange(services, { appointmentId: change.id, sentence: statusWords(before, change, cancelled), reason: change.cancelReason })
}
