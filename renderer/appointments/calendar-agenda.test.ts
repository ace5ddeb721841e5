import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClockTime, localDate, localDateTime } from '../../shared/lib/dates.ts'
import { AppointmentId, PractitionerId } from '../../shared/lib/ids.ts'
import type { CalendarView, CalendarVisit } from '../../shared/schedule/schema.ts'
import { type AgendaRow, agendaOf, freeWords, gapsIn } from './calendar-agenda.ts'
import { aVisit } from './calendar-visit-builder.ts'

const day = localDate('2026-11-19')
const dana = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const nobody = { practitionerId: null, roomId: null }
const open = [{ from: ClockTime.parse('08:00'), to: ClockTime.parse('12:00') }]
const calendar = (visits: readonly CalendarVisit[], closedBecause = ''): CalendarView => ({
  days: [{ day, closedBecause, open: closedBecause ? [] : open, worked: [{ practitionerId: dana, times: closedBecause ? [] : open }] }],
  visits: [...visits],
  blocks: [],
  practitioners: [{ id: dana, name: 'Dana Whitfield', colour: 'teal', isActive: true }],
})
const say = (row: AgendaRow) => (row.kind === 'free' ? freeWords(day, row.span) : row.kind === 'visit' ? row.visit.patientName : row.block.title)
const rows = (view: CalendarView, now: string) => agendaOf({ calendar: view, shown: nobody, now, step: 15 })[0]?.rows.map(say)

describe('the agenda', () => {
  it('lists visits and the free time between them', () => {
    expect(rows(calendar([aVisit()]), '2026-11-18T09:00')).toEqual(['Free 8:00 to 9:00 am', 'Marisol Reyes', 'Free 10:00 am to 12:00 pm'])
  })

  it('offers no time that is over, none under half an hour, and none after a visit that is kept for the room', () => {
    expect(rows(calendar([aVisit()]), '2026-11-19T10:05')).toEqual(['Marisol Reyes', 'Free 10:15 am to 12:00 pm'])
    expect(rows(calendar([aVisit()]), '2026-11-20T08:00')).toEqual(['Marisol Reyes'])
    expect(rows(calendar([aVisit({ startsAt: localDateTime('2026-11-19T08:20'), minutes: 190, bufferMinutes: 10 })]), '2026-11-18T09:00')).toEqual([
      'Marisol Reyes',
    ])
  })

  it('offers the time of a cancelled visit, and nothing on a closed day', () => {
    const cancelled = aVisit({ id: AppointmentId.parse('00000000-0000-4000-8000-000000000002'), status: 'cancelled' })
    expect(rows(calendar([cancelled]), '2026-11-18T09:00')).toEqual(['Free 8:00 am to 12:00 pm', 'Marisol Reyes'])
    expect(rows(calendar([aVisit()], 'Closed: water damage'), '2026-11-18T09:00')).toEqual(['Marisol Reyes'])
    expect(agendaOf({ calendar: calendar([cancelled]), shown: nobody, now: '2026-11-18T09:00', step: 15 })[0]?.count).toBe(0)
  })

  it('finds gaps that touch nothing taken and leave nothing free out', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 12 })).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), taken => {
        const gaps = gapsIn([{ from: 10, to: 90 }], taken)
        for (let minute = 0; minute < 110; minute += 1) {
          const within = (one: { from: number; to: number }) => one.from <= minute && minute < one.to
          const isFree = minute >= 10 && minute < 90 && !taken.some(within)
          expect(gaps.some(within)).toBe(isFree)
        }
      }),
    )
  })
})
