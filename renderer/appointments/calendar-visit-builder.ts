import { localDateTime } from '../../shared/lib/dates.ts'
import { AppointmentId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'

const ID = '00000000-0000-4000-8000-000000000001'

/** A booked hour on Thursday, November 19 at 9:00 am, for the tests of the calendar; `given` is what matters to one of them. */
export function aVisit(given: Partial<CalendarVisit> = {}): CalendarVisit {
  return {
    id: AppointmentId.parse(ID),
    patientId: PatientId.parse(ID),
    patientName: 'Marisol Reyes',
    practitionerId: PractitionerId.parse(ID),
    roomId: null,
    visitTypeId: null,
    episodeId: null,
    seriesId: null,
    startsAt: localDateTime('2026-11-19T09:00'),
    minutes: 60,
    bufferMinutes: 0,
    status: 'booked',
    isLateCancel: false,
    condition: 'neck',
    noteState: 'none',
    revision: 1,
    ...given,
  }
}
