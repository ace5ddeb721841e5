import type { BookingWarning } from '../../shared/appointments/schema.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { liesWithin } from './calendar-columns.ts'
import { isOff } from './calendar-words.ts'

const care = (kind: BookingWarning['kind'], sentence: string): BookingWarning => ({ kind, level: 'overrule', sentence })

/** What speaks against a new visit somewhere, as far as the calendar shows it: nobody is chosen yet, so the rest is said in the panel. */
export function troubleAt(column: CalendarColumn, drag: { readonly minute: number; readonly minutes: number }): BookingWarning[] {
  const span = { from: drag.minute, to: drag.minute + drag.minutes }
  const closed = column.closed.filter(one => one.from < span.to && one.to > span.from)
  const blocks = column.blocks.filter(one => one.whose === '' && liesWithin(one, span))
  const isOnesOwn = column.practitionerId !== null || column.roomId !== undefined
  const taken = isOnesOwn ? column.placed.filter(one => !isOff(one.visit.status) && liesWithin(one, span)) : []
  return [
    ...taken.slice(0, 1).map(({ visit }): BookingWarning => ({ kind: 'practitioner', level: 'refused', sentence: `Taken by ${visit.patientName}.` })),
    ...blocks.slice(0, 1).map(({ visit }) => care('block', `${visit.title}. Kept free of visits.`)),
    ...closed.slice(0, 1).map(({ words }) => care('hours', `${words}. Outside working hours.`)),
  ]
}
