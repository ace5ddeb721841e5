import { bringWords, nextWorkingDay } from '../../shared/appointments/reminders.ts'
import type { Appointment, CallOutcome, Reminder } from '../../shared/appointments/schema.ts'
import { addDays, ageOn, dayOf, type Instant, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { type ExpectedPatient, listExpected, missingFor } from './check-in-repository.ts'
import { getAppointment, listAppointments } from './repository.ts'

/** Until this age the call goes to the guardian. */
const OF_AGE = 18
/** Days looked ahead for the next one on which the clinic works. */
const AHEAD = 21

/** The next day after `today` on which the clinic opens or somebody is booked all the same; tomorrow where three weeks hold none. */
export function nextDayToCallFor(db: Database, today: LocalDate): LocalDate {
  const tomorrow = addDays(today, 1)
  const working = nextWorkingDay(loadSchedule(db, tomorrow, addDays(today, AHEAD)).days, today)
  const row = statement<{ from: string; to: string }, { startsAt: LocalDateTime | null }>(
    db,
    `SELECT MIN(starts_at) AS startsAt
       FROM appointments
      WHERE starts_at >= :from AND starts_at < :to AND status IN ('booked', 'confirmed')`,
  ).get({ from: tomorrow, to: addDays(working ?? addDays(today, AHEAD), 1) })
  const booked = row?.startsAt ? dayOf(row.startsAt) : null
  return booked !== null && (working === null || booked < working) ? booked : (working ?? tomorrow)
}

/** Who is to be called about the visits of a day, in order of time: all who are booked or confirmed. */
export function listReminders(db: Database, { day, today }: { day: LocalDate; today: LocalDate }): Reminder[] {
  const visits = listAppointments(db, { from: day, to: day, practitionerId: null }, today)
  return remindersOf(
    db,
    visits.filter(({ status }) => status === 'booked' || status === 'confirmed'),
    { day, today },
  )
}

/** The call to make about one visit. Throws `not_found`. */
export function getReminder(db: Database, id: AppointmentId, today: LocalDate): Reminder {
  const visit = getAppointment(db, id, today)
  const [reminder] = remindersOf(db, [visit], { day: dayOf(visit.startsAt), today })
  if (!reminder) throw new Error('A visit has its reminder.')
  return reminder
}

function remindersOf(db: Database, visits: readonly Appointment[], on: { day: LocalDate; today: LocalDate }): Reminder[] {
  const expected = listExpected(db, visits, on.day)
  const missing = missingFor(db, visits, on)
  const calls = lastCalls(
    db,
    visits.map(({ id }) => id),
  )
  return visits.map(({ id, patientId, patientName, startsAt, minutes, practitionerName, status, remark, phone }) => {
    const patient = expected.get(patientId)
    return {
      appointmentId: id,
      patientId,
      patientName,
      preferredName: patient?.preferredName ?? '',
      ...(patient ? whomToCall(patient, on.day) : { askFor: '', phone }),
      startsAt,
      minutes,
      practitionerName,
      status,
      agreed: remark,
      bring: bringWords(missing.get(id) ?? []),
      lastCall: calls.get(id) ?? null,
    }
  })
}

function whomToCall({ bornOn, guardianName, guardianRelation, guardianPhone, phone }: ExpectedPatient, day: LocalDate): Pick<Reminder, 'askFor' | 'phone'> {
  if (ageOn(bornOn, day) >= OF_AGE || guardianName === '') return { askFor: '', phone: phone || guardianPhone }
  return { askFor: [guardianName, guardianRelation].filter(word => word !== '').join(', '), phone: guardianPhone || phone }
}

type CallRow = { readonly appointmentId: AppointmentId; readonly at: Instant; readonly outcome: CallOutcome; readonly remark: string; readonly who: string }

function lastCalls(db: Database, ids: readonly AppointmentId[]): ReadonlyMap<AppointmentId, Omit<CallRow, 'appointmentId'>> {
  const rows = statement<{ ids: string }, CallRow>(
    db,
    `SELECT c.appointment_id AS appointmentId, c.at, c.outcome, c.remark, c.who
       FROM calls c
      WHERE c.appointment_id IN (SELECT value FROM json_each(:ids))
      ORDER BY c.at, c.rowid`,
  ).all({ ids: JSON.stringify(ids) })
  return new Map(rows.map(({ appointmentId, ...call }) => [appointmentId, call]))
}

/** Keeps how a call went. */
export function insertCall(db: Database, call: CallRow & { readonly id: string }) {
  statement<typeof call>(
    db,
    `INSERT INTO calls (id, appointment_id, at, outcome, remark, who)
          VALUES (:id, :appointmentId, :at, :outcome, :remark, :who)`,
  ).run(call)
}

/** Takes the last call about a visit off the records, and says how it went; null where nobody called. */
export function takeBackLastCall(db: Database, appointmentId: AppointmentId): CallOutcome | null {
  const last = statement<{ appointmentId: string }, { id: string; outcome: CallOutcome }>(
    db,
    'SELECT id, outcome FROM calls WHERE appointment_id = :appointmentId ORDER BY at DESC, rowid DESC LIMIT 1',
  ).get({ appointmentId })
  if (last) statement<{ id: string }>(db, 'DELETE FROM calls WHERE id = :id').run({ id: last.id })
  return last?.outcome ?? null
}

/** How many visits of a day nobody has confirmed or left a message about yet, and how many are booked or confirmed in all. */
export function countToCall(db: Database, day: LocalDate): { readonly toCall: number; readonly total: number } {
  const row = statement<{ from: string; to: string }, { toCall: number | null; total: number }>(
    db,
    `SELECT COUNT(*) AS total,
            SUM(a.status = 'booked' AND COALESCE((SELECT c.outcome FROM calls c WHERE c.appointment_id = a.id ORDER BY c.at DESC, c.rowid DESC LIMIT 1), '')
                                        NOT IN ('confirmed', 'left-message')) AS toCall
       FROM appointments a
      WHERE a.starts_at >= :from AND a.starts_at < :to AND a.status IN ('booked', 'confirmed')`,
  ).get({ from: day, to: addDays(day, 1) })
  return { toCall: row?.toCall ?? 0, total: row?.total ?? 0 }
}
