import { daysBetween, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { daysOfMonth, monthDays } from '../../shared/schedule/month-days.ts'
import type { CalendarView, MonthDay } from '../../shared/schedule/schema.ts'
import type { Services } from '../app/services.ts'
import { coverageOfEpisodes } from '../appointments/coverage-repository.ts'
import { listCalendarPractitioners, loadSchedule } from './repository.ts'
import { listCalendarVisits, listDayTotals, listNumberedVisits } from './view-repository.ts'

type Days = { readonly from: LocalDate; readonly to: LocalDate }
const MOST_DAYS = 45

function refuseLongRange({ from, to }: Days) {
  if (from > to) throw new DomainError('invalid_input', 'Choose a last day on or after the first.', { to: 'Choose a last day on or after the first.' })
  if (daysBetween(from, to) >= MOST_DAYS) throw new DomainError('invalid_input', 'Choose at most 45 days.', { to: 'Choose at most 45 days.' })
}

/** The calendar of some days, at most 45. Practitioners who left are named where they have visits there. Throws `invalid_input`. */
export function view({ db }: Services, range: Days): CalendarView {
  refuseLongRange(range)
  const visits = listCalendarVisits(db, range)
  const seen = new Set(visits.map(visit => visit.practitionerId))
  const practitioners = listCalendarPractitioners(db)
    .filter(({ id, isActive }) => isActive || seen.has(id))
    .map(({ id, name, colour, isActive }) => ({ id, name, colour, isActive }))
  return { ...loadSchedule(db, range.from, range.to), visits, practitioners }
}

/** “4 of 6” for the visits of some days that have a number; missed and cancelled ones have none. Throws `invalid_input` beyond 45 days. */
export function visitNumbers({ db, clock }: Services, range: Days) {
  refuseLongRange(range)
  const rows = listNumberedVisits(db, range)
  const coverages = coverageOfEpisodes(
    db,
    rows.map(row => row.episodeId),
    clock.today(),
  )
  return rows.flatMap(({ id, episodeId, plannedVisits }) => {
    const own = coverages.get(episodeId)?.visits.get(id)
    return own?.number ? [{ appointmentId: id, number: own.number, allowed: own.prescriptionId ? own.allowed : plannedVisits }] : []
  })
}

/** Every day of a month at a glance, `YYYY-MM`. */
export function month({ db }: Services, given: { readonly month: string }): MonthDay[] {
  const range = daysOfMonth(given.month)
  return monthDays(loadSchedule(db, range.from, range.to).days, listDayTotals(db, range))
}
