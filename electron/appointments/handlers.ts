import type { appointmentsRequests } from '../../shared/appointments/requests.ts'
import { addDays } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Handlers } from '../ipc/router.ts'
import { book } from './book.ts'
import { bookSeries } from './book-series.ts'
import { changeSeries, previewSeriesChange } from './change-series.ts'
import { warningsFor } from './check-booking.ts'
import { missingForVisit } from './check-in-repository.ts'
import { choosePrescription } from './choose-prescription.ts'
import { exportCalendar } from './export-calendar.ts'
import { listChanges } from './history-repository.ts'
import { missedPolicyOf } from './missed-policy.ts'
import { move } from './move.ts'
import { suggestNext } from './next-visit-repository.ts'
import { previewSeries } from './preview-series.ts'
import { recordCall, undoCall } from './record-call.ts'
import { listReminders, nextDayToCallFor } from './reminders-repository.ts'
import { getAppointment, listAppointments, listAppointmentsOfPatient } from './repository.ts'
import { save } from './save.ts'
import { getSeries } from './series-repository.ts'
import { setStatus } from './set-status.ts'
import { suggestSeries } from './suggest-series.ts'

const LONGEST_LIST_DAYS = 62

/** Answers about the calendar. */
export const appointmentsHandlers: Handlers<keyof typeof appointmentsRequests> = {
  'appointments.list': ({ db, clock }, range) => {
    if (range.to < range.from) throw new DomainError('invalid_input', 'The last day comes before the first.', { to: 'Choose a later day.' })
    if (range.to >= addDays(range.from, LONGEST_LIST_DAYS)) throw new DomainError('invalid_input', 'Choose at most 62 days.', { to: 'Choose an earlier day.' })
    return listAppointments(db, range, clock.today())
  },
  'appointments.listOfPatient': ({ db, clock }, { patientId }) => listAppointmentsOfPatient(db, patientId, clock.today()),
  'appointments.get': ({ db, clock }, { appointmentId }) => getAppointment(db, appointmentId, clock.today()),
  'appointments.check': (services, { fields, ignore }) => warningsFor(services, fields, ignore),
  'appointments.suggestNext': (services, { patientId }) => suggestNext(services, patientId),
  'appointments.book': (services, booking) => book(services, booking),
  'appointments.move': (services, visit) => move(services, visit),
  'appointments.save': (services, visit) => save(services, visit),
  'appointments.choosePrescription': (services, choice) => choosePrescription(services, choice),
  'appointments.setStatus': (services, step) => setStatus(services, step),
  'appointments.missedPolicy': (services, visit) => missedPolicyOf(services, visit),
  'appointments.history': ({ db }, { appointmentId }) => listChanges(db, appointmentId),
  'appointments.checkIn': ({ db, clock }, { appointmentId }) => missingForVisit(db, getAppointment(db, appointmentId, clock.today()), clock.today()),
  'appointments.listReminders': ({ db, clock }, { day }) => {
    const today = clock.today()
    const on = day ?? nextDayToCallFor(db, today)
    return { day: on, reminders: listReminders(db, { day: on, today }) }
  },
  'appointments.recordCall': (services, call) => recordCall(services, call),
  'appointments.undoCall': (services, { appointmentId }) => undoCall(services, appointmentId),
  'appointments.suggestSeries': (services, asked) => suggestSeries(services, asked),
  'appointments.previewSeries': (services, asked) => previewSeries(services, asked),
  'appointments.bookSeries': (services, asked) => bookSeries(services, asked),
  'appointments.getSeries': ({ db }, { seriesId }) => getSeries(db, seriesId),
  'appointments.previewSeriesChange': (services, asked) => previewSeriesChange(services, asked),
  'appointments.changeSeries': (services, asked) => changeSeries(services, asked),
  'appointments.exportCalendar': (services, asked) => exportCalendar(services, asked),
}
