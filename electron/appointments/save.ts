import type { Appointment } from '../../shared/appointments/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { keepChange } from './history-repository.ts'
import { refuseEpisode } from './refuse-records.ts'
import { getAppointment, updateAppointment } from './repository.ts'

/** Gives a visit another episode or remark. Throws `rule_broken` where a signed note or an invoice already stands on the episode. */
export function save(services: Services, { appointmentId, episodeId, remark }: Parsed<'appointments.save'>): Appointment {
  const { db, clock } = services
  const visit = getAppointment(db, appointmentId, clock.today())
  if (episodeId !== visit.episodeId) {
    if (visit.noteState === 'signed') throw new DomainError('rule_broken', 'The note of this visit is signed, so the visit stays in its episode.')
    if (visit.invoiceId !== null) throw new DomainError('rule_broken', 'This visit is charged. Void its invoice before choosing another episode.')
    if (episodeId !== null) refuseEpisode(db, { episodeId, patientId: visit.patientId, startsAt: visit.startsAt })
  }
  updateAppointment(db, { id: appointmentId, episodeId, remark })
  const saved = getAppointment(db, appointmentId, clock.today())
  for (const sentence of savedWords(visit, saved)) keepChange(services, { appointmentId, sentence, reason: '' })
  return saved
}

function savedWords(before: Appointment, after: Appointment): readonly string[] {
  return [
    before.episodeId === after.episodeId ? '' : after.episodeId === null ? `No longer part of “${before.condition}”` : `Made part of “${after.condition}”`,
    before.remark === after.remark ? '' : after.remark === '' ? 'Remark removed' : `Remark: ${after.remark}`,
  ].filter(sentence => sentence !== '')
}
