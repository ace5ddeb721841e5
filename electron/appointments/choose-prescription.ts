import type { Appointment } from '../../shared/appointments/schema.ts'
import { choiceRefusal, withChoice } from '../../shared/episodes/prescription-choice.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { episodeCoverage, listEpisodeVisits, listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'
import { keepChange } from './history-repository.ts'
import { getAppointment } from './repository.ts'

/**
 * Puts a visit under a prescription of its episode, or leaves that to the automatic rule again (null). Visits that are done keep theirs.
 * Throws `rule_broken` where the prescription cannot take it, and once the visit is charged: a paper may name the other one.
 */
export function choosePrescription(services: Services, { appointmentId, prescriptionId }: Parsed<'appointments.choosePrescription'>): Appointment {
  const { db, clock } = services
  return transaction(db, () => {
    const today = clock.today()
    const visit = getAppointment(db, appointmentId, today)
    const { episodeId } = visit
    if (visit.invoiceId !== null)
      throw new DomainError('rule_broken', 'This visit is charged, and its papers name a prescription. Void its invoice first, then charge it again.')
    if (episodeId === null)
      throw new DomainError('rule_broken', 'This visit has no episode yet, so there is no prescription to choose. Choose its episode first.')
    const visits = listEpisodeVisits(db, episodeId)
    const asked = {
      prescriptions: listPrescriptionTerms(db, episodeId),
      visits,
      rules: { today, noShowUsesVisit: noShowUsesVisit(db) },
      visitId: appointmentId,
    }
    const refusal = prescriptionId && choiceRefusal(asked, prescriptionId)
    if (refusal) throw new DomainError('rule_broken', refusal)
    const before = episodeCoverage(db, today, episodeId).visits
    savePrescription(db, appointmentId, prescriptionId)
    const after = episodeCoverage(db, today, episodeId).visits
    for (const { id, chosenPrescriptionId = null } of withChoice(asked, prescriptionId))
      if (id !== appointmentId && after.get(id)?.prescriptionId !== before.get(id)?.prescriptionId) savePrescription(db, id, chosenPrescriptionId)
    keepChange(services, { appointmentId, sentence: prescriptionId === null ? 'Prescription left to the rule' : 'Prescription chosen', reason: '' })
    return getAppointment(db, appointmentId, today)
  })
}

function savePrescription(db: Database, id: AppointmentId, prescriptionId: PrescriptionId | null) {
  statement<{ id: string; prescriptionId: string | null }>(
    db,
    'UPDATE appointments SET prescription_id = :prescriptionId, revision = revision + 1 WHERE id = :id',
  ).run({
    id,
    prescriptionId,
  })
}
