import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { AppointmentId } from '../../shared/lib/ids.ts'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import { cursorAt, followVisit, moveCursor } from './calendar-cursor.ts'
import { placeVisits } from './calendar-layout.ts'
import { aVisit } from './calendar-visit-builder.ts'

const day = localDate('2026-11-19')
const id = (place: number) => AppointmentId.parse(`00000000-0000-4000-8000-00000000000${place}`)
const at = (place: number, clock: string, minutes: number): CalendarVisit => aVisit({ id: id(place), startsAt: localDateTime(`${day}T${clock}`), minutes })
const column = (...visits: CalendarVisit[]) => ({
  placed: placeVisits(visits),
  closed: [
    { from: 480, to: 540, words: 'Closed' },
    { from: 1020, to: 1080, words: 'Closed' },
  ],
})
const scale = { from: 480, to: 1080, step: 15, px: 1.2 }
const grid = { columns: [column(at(1, '09:00', 60), at(2, '09:30', 60)), column(), column(at(3, '10:40', 50))], scale }

describe('the keyboard’s place in the calendar', () => {
  it('goes down by steps and over a visit in one', () => {
    const free = cursorAt(grid, 1, 600)
    expect(moveCursor(grid, free, 'ArrowDown')).toEqual({ column: 1, minute: 615, visitId: null })
    const visit = cursorAt(grid, 2, 660)
    expect(visit.visitId).toBe(id(3))
    expect(moveCursor(grid, visit, 'ArrowDown')).toEqual({ column: 2, minute: 690, visitId: null })
    expect(moveCursor(grid, visit, 'ArrowUp')).toEqual({ column: 2, minute: 615, visitId: null })
  })

  it('stands on a visit that begins within the step, and leaves it upwards', () => {
    const visit = cursorAt(grid, 2, 630)
    expect(visit.visitId).toBe(id(3))
    expect(moveCursor(grid, visit, 'ArrowUp')).toEqual({ column: 2, minute: 615, visitId: null })
  })

  it('passes through the lanes before it goes to the next column', () => {
    const first = cursorAt(grid, 0, 570)
    const second = moveCursor(grid, first, 'ArrowRight')
    expect([first.visitId, second]).toEqual([id(1), { column: 0, minute: 570, visitId: id(2) }])
    expect(moveCursor(grid, cursorAt(grid, 0, 570, 'right'), 'ArrowRight')).toEqual({ column: 1, minute: 570, visitId: null })
    expect(moveCursor(grid, cursorAt(grid, 1, 570), 'ArrowLeft')).toEqual({ column: 0, minute: 570, visitId: id(2) })
  })

  it('leads to another week past the edges', () => {
    expect(moveCursor(grid, cursorAt(grid, 0, 960), 'ArrowLeft')).toBe('before')
    expect(moveCursor(grid, cursorAt(grid, 2, 960), 'ArrowRight')).toBe('after')
  })

  it('goes to the first and last worked step', () => {
    expect(moveCursor(grid, cursorAt(grid, 1, 700), 'Home')).toEqual({ column: 1, minute: 540, visitId: null })
    expect(moveCursor(grid, cursorAt(grid, 1, 700), 'End')).toEqual({ column: 1, minute: 1005, visitId: null })
  })

  it('stays inside the hours shown', () => {
    expect(moveCursor(grid, cursorAt(grid, 1, 480), 'ArrowUp')).toEqual({ column: 1, minute: 480, visitId: null })
    expect(moveCursor(grid, cursorAt(grid, 1, 1065), 'ArrowDown')).toEqual({ column: 1, minute: 1065, visitId: null })
  })

  it('follows a visit that was moved elsewhere, and keeps the time of one that is gone', () => {
    const moved = { ...grid, columns: [column(), column(at(1, '14:00', 60)), column()] }
    expect(followVisit(moved, cursorAt(grid, 0, 540))).toEqual({ column: 1, minute: 840, visitId: id(1) })
    const gone = { ...grid, columns: [column(), column(), column()] }
    expect(followVisit(gone, cursorAt(grid, 0, 540))).toEqual({ column: 0, minute: 540, visitId: null })
    expect(followVisit(gone, { column: Number.MAX_SAFE_INTEGER, minute: 540, visitId: null }).column).toBe(2)
  })
})
