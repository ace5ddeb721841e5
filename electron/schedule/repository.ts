import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PractitionerId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { Hue } from '../../shared/practice/colours.ts'
import { WeekHours } from '../../shared/practice/hours.ts'
import { blockedTimes } from '../../shared/schedule/blocked-times.ts'
import type { BlockedTime, ScheduleDay } from '../../shared/schedule/schema.ts'
import { scheduleDays, type WorkingRules } from '../../shared/schedule/working-time.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { listBlocksIn } from './blocks-repository.ts'

/** A practitioner as the calendar needs them: `hours` null follows the clinic; no visit type named: all. */
export type CalendarPractitioner = {
  readonly id: PractitionerId
  readonly name: string
  readonly colour: Hue
  readonly isActive: boolean
  readonly hours: WeekHours | null
  readonly visitTypeIds: readonly VisitTypeId[]
}

type PractitionerRow = Omit<CalendarPractitioner, 'isActive' | 'hours' | 'visitTypeIds'> & { isActive: number; hours: string | null; visitTypeIds: string }

/** Every practitioner in their order, those who left too. */
export function listCalendarPractitioners(db: Database): CalendarPractitioner[] {
  return statement<Record<string, never>, PractitionerRow>(
    db,
    `SELECT id, legal_name AS name, colour, is_active AS isActive, hours, visit_types AS visitTypeIds
       FROM practitioners
      ORDER BY position, id`,
  )
    .all({})
    .map(row => ({
      ...row,
      isActive: row.isActive === 1,
      hours: row.hours === null ? null : WeekHours.parse(JSON.parse(row.hours)),
      visitTypeIds: JSON.parse(row.visitTypeIds),
    }))
}

type ClinicTimes = { readonly opensAt: string; readonly closesAt: string; readonly timeZone: string }

/** The clinic’s usual opening and closing (`HH:MM`) and its time zone. Throws `not_found` before the clinic is set up. */
export function clinicTimes(db: Database): ClinicTimes {
  const row = statement<Record<string, never>, ClinicTimes>(
    db,
    'SELECT opens_at AS opensAt, closes_at AS closesAt, time_zone AS timeZone FROM clinic WHERE id = 1',
  ).get({})
  if (!row) throw new DomainError('not_found', 'The clinic is not set up yet.')
  return row
}

function workingRules(db: Database): WorkingRules {
  const { opensAt, closesAt } = clinicTimes(db)
  const { hours, openHolidays } = getDeskRules(db)
  return { opensAt, closesAt, hours, openHolidays, practitioners: listCalendarPractitioners(db).filter(({ isActive }) => isActive) }
}

/** Who works when from one day to another, both included, and what is kept free of visits there. */
export function loadSchedule(db: Database, from: LocalDate, to: LocalDate): { readonly days: ScheduleDay[]; readonly blocks: BlockedTime[] } {
  const blocks = blockedTimes(listBlocksIn(db, { from, to }), from, to)
  return { days: scheduleDays(workingRules(db), blocks, { from, to }), blocks }
}
