import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import { type Claimed, type FreeCalendar, freeCalendar } from '../../shared/schedule/free-calendar.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { listRooms } from '../practice/rooms-repository.ts'
import { clinicTimes, listCalendarPractitioners, loadSchedule } from './repository.ts'

type Days = { readonly from: LocalDate; readonly to: LocalDate }

/** The time that visits take on these days, also of those that began late the evening before. */
function listClaims(db: Database, { from, to }: Days): Claimed[] {
  return statement<{ from: string; until: string }, Claimed>(
    db,
    `SELECT starts_at AS startsAt, minutes, buffer_minutes AS bufferMinutes, practitioner_id AS practitionerId, room_id AS roomId, patient_id AS patientId
       FROM appointments
      WHERE starts_at >= :from AND starts_at < :until AND status NOT IN ('cancelled', 'no-show')
      ORDER BY starts_at`,
  ).all({ from: addDays(from, -1), until: addDays(to, 1) })
}

/** Some days, ready to look for free time in: any number of searches may share it. */
export function loadFreeCalendar(db: Database, { from, to }: Days): FreeCalendar {
  return freeCalendar({
    ...loadSchedule(db, from, to),
    claims: listClaims(db, { from, to }),
    practitioners: listCalendarPractitioners(db).filter(({ isActive }) => isActive),
    roomIds: listRooms(db).flatMap(({ id, isActive }) => (isActive ? [id] : [])),
    stepMinutes: getDeskRules(db).stepMinutes,
    timeZone: clinicTimes(db).timeZone,
  })
}
