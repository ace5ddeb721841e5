import type { PatientId } from '../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../shared/patients/schema.ts'
import { type OtherEvent, timelineOf } from '../../shared/patients/timeline.ts'
import type { Services } from '../app/services.ts'
import { listOtherEvents } from './other-events-repository.ts'
import { getPatient } from './repository.ts'
import { listPaidEvents, listPaperEvents, listPrescriptionEvents, listVisitEvents } from './timeline-repository.ts'

/** Everything that happened to a patient, newest first. Throws `not_found`. */
export function listTimeline({ db }: Pick<Services, 'db'>, { patientId }: { patientId: PatientId }): TimelineEntry[] {
  const { registeredOn, chartNumber, referralSource, deceasedOn } = getPatient(db, patientId)
  const died: OtherEvent[] = deceasedOn ? [{ on: deceasedOn, kind: 'died', title: 'Died', detail: '', refId: null }] : []
  return timelineOf({
    visits: listVisitEvents(db, patientId),
    payments: listPaidEvents(db, patientId),
    papers: listPaperEvents(db, patientId),
    prescriptions: listPrescriptionEvents(db, patientId),
    others: [...listOtherEvents(db, patientId), ...died],
    registered: { on: registeredOn, chartNumber, referralSource },
  })
}
