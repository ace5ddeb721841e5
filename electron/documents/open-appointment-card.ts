import { cardNotice, cardVisit } from '../../shared/documents/appointment-card.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, weekdayOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { drawAppointmentCard } from './appointment-card-pdf.ts'
import { deskMoment } from './desk-moment.ts'
import { openPaper } from './open-document.ts'

const COMING = ['booked', 'confirmed']

/** Opens a card with the patient’s coming visits, or the ones named, to take home. Throws `rule_broken` where nothing is booked. */
export async function openAppointmentCard(
  services: Services,
  { patientId, appointmentIds }: Parsed<'documents.openAppointmentCard'>,
): Promise<{ path: string }> {
  const { db, clock } = services
  const patient = getPatient(db, patientId)
  const today = clock.today()
  const moment = await deskMoment(services)
  const visits = listAppointmentsOfPatient(db, patientId, today)
    .filter(visit => (appointmentIds === null ? COMING.includes(visit.status) && visit.startsAt >= moment.printed : appointmentIds.includes(visit.id)))
    .toReversed()
  if (visits.length === 0) throw new DomainError('rule_broken', 'Nothing is booked for this patient. Book a visit first.')
  const { cancelNoticeHours, lateCancelFee, noShowFee } = getDeskRules(db)
  const card = {
    letterhead: moment.letterhead,
    patientName: fullName(patient),
    visits: visits.map(visit => cardVisit(visit, weekdayOf(dayOf(visit.startsAt)))),
    notice: cardNotice({ phone: moment.clinic.phone, noticeHours: cancelNoticeHours, lateFee: lateCancelFee, noShowFee }),
    printedOn: today,
  }
  const bytes = await drawAppointmentCard(card, moment.options)
  return openPaper(services, { name: paperName('Appointments', patient.lastName, patient.firstName), bytes })
}
