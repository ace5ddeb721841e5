import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, PractitionerId, PrescriptionId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import { Appointment, AppointmentFields, AppointmentStatus, BookingWarning, NextVisit, VisitMinutes } from './schema.ts'

const ById = z.strictObject({ appointmentId: AppointmentId })

/** Booking visits and moving them through the day. */
export const appointmentsRequests = {
  /** Visits whose start lies in the days `from` to `to`, both included (at most 62 days), in order of time. */
  'appointments.list': query('front-desk', z.strictObject({ from: LocalDate, to: LocalDate, practitionerId: PractitionerId.nullable() }), z.array(Appointment)),
  'appointments.listOfPatient': query('front-desk', z.strictObject({ patientId: AppointmentFields.shape.patientId }), z.array(Appointment)),
  'appointments.get': query('front-desk', ById, Appointment),
  /** What to know about a time before booking or moving there; `ignore` is the visit being moved. */
  'appointments.check': query('front-desk', z.strictObject({ fields: AppointmentFields, ignore: AppointmentId.nullable() }), z.array(BookingWarning)),
  /** The patient’s next visit at the usual time, length and rhythm, at the first free such slot. */
  'appointments.suggestNext': query('front-desk', z.strictObject({ patientId: AppointmentFields.shape.patientId }), NextVisit.nullable()),
  /** Books a visit. A clash of practitioner or patient is refused with `conflict`. */
  'appointments.book': command('front-desk', z.strictObject({ fields: AppointmentFields }), Appointment),
  'appointments.move': command(
    'front-desk',
    z.strictObject({ appointmentId: AppointmentId, startsAt: LocalDateTime, minutes: VisitMinutes, practitionerId: PractitionerId }),
    Appointment,
  ),
  'appointments.save': command(
    'front-desk',
    z.strictObject({ appointmentId: AppointmentId, episodeId: AppointmentFields.shape.episodeId, remark: AppointmentFields.shape.remark }),
    Appointment,
  ),
  /** Puts a visit under one of several prescriptions that could cover it; null leaves it to the rule again: the oldest with a visit left. */
  'appointments.choosePrescription': command('front-desk', ById.extend({ prescriptionId: PrescriptionId.nullable() }), Appointment),
  /** Moves a visit to another status (also back by one step). `reason` is kept for cancellations and no-shows. */
  'appointments.setStatus': command(
    'front-desk',
    z.strictObject({ appointmentId: AppointmentId, status: AppointmentStatus, reason: optionalLine(200) }),
    Appointment,
  ),
} as const satisfies Record<string, Endpoint>
