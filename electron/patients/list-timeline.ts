import type { PatientId } from '../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../shared/patients/schema.ts'
import { timelineOf } from '../../shared/patients/timeline.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from './repository.ts'
import { listPaidEvents, listPaperEvents, listPrescriptionEvents, listVisitEvents } from './timeline-repository.ts'

/** Everything that happened to a patient, newest first. Throws `not_found`. */
export function listTimeline({ db }: Pick<Services, 'db'>, { patientId }: { patientId: PatientId }): TimelineEntry[] {
  const { registeredOn, chartNumber } = getPatient(db, patientId)
  return timelineOf({
    visits: listVisitEvents(db, patientId),
    payments: listPaidEvents(db, patientId),
    papers: listPaperEvents(db, patientId),
    prescriptions: listPrescriptionEvents(db, patientId),
    registered: { on: registeredOn, chartNumber },
  })
}
