import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { type Scale, spanOf } from './calendar-layout.ts'

/** Where the keyboard stands: a step of a column, or the visit that lies there. */
export type Cursor = { readonly column: number; readonly minute: number; readonly visitId: AppointmentId | null }

/** The keys that move it. */
export type CursorKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

type Columns = readonly Pick<CalendarColumn, 'placed' | 'closed'>[]
type Grid = { readonly columns: Columns; readonly scale: Scale }

const clamp = (minute: number, { from, to, step }: Scale) => Math.min(to - step, Math.max(from, minute))

/** The visits that share time with one step of a column, by lane. */
function visitsIn(grid: Grid, column: number, minute: number) {
  const placed = grid.columns[column]?.placed ?? []
  const { step } = grid.scale
  return placed.filter(one => one.start < minute + step && spanOf(one.visit).to > minute).toSorted((a, b) => a.lane - b.lane)
}

/** Stands on a step: on its first visit where it has one, or its last coming from the right. */
export function cursorAt(grid: Grid, column: number, minute: number, from: 'left' | 'right' = 'left'): Cursor {
  const at = clamp(minute, grid.scale)
  const visits = visitsIn(grid, column, at)
  return { column, minute: at, visitId: (from === 'left' ? visits[0] : visits.at(-1))?.visit.id ?? null }
}

/** The first or last step of a column that is worked. */
function edgeOf(grid: Grid, column: number, edge: 'first' | 'last'): number {
  const { from, to, step } = grid.scale
  const closed = grid.columns[column]?.closed ?? []
  const isWorked = (minute: number) => !closed.some(span => span.from <= minute && minute < span.to)
  const steps = Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step)
  return (edge === 'first' ? steps.find(isWorked) : steps.findLast(isWorked)) ?? (edge === 'first' ? from : to - step)
}

function stepSideways(grid: Grid, cursor: Cursor, by: 1 | -1): Cursor | 'before' | 'after' {
  const visits = visitsIn(grid, cursor.column, cursor.minute)
  const place = visits.findIndex(one => one.visit.id === cursor.visitId)
  const neighbour = place === -1 ? undefined : visits[place + by]
  if (neighbour) return { ...cursor, visitId: neighbour.visit.id }
  const column = cursor.column + by
  if (column < 0) return 'before'
  if (column >= grid.columns.length) return 'after'
  return cursorAt(grid, column, cursor.minute, by === 1 ? 'left' : 'right')
}

function stepAlong(grid: Grid, cursor: Cursor, by: 1 | -1): Cursor {
  const { step } = grid.scale
  const here = grid.columns[cursor.column]?.placed.find(one => one.visit.id === cursor.visitId)
  const next = by === 1 ? Math.ceil((here ? spanOf(here.visit).to : cursor.minute + step) / step) : Math.ceil((here?.start ?? cursor.minute) / step) - 1
  const reached = cursorAt(grid, cursor.column, next * step)
  // A visit that begins within a step is reached from that step; above it lies the step before.
  return by === -1 && here && reached.visitId === here.visit.id ? cursorAt(grid, cursor.column, (next - 1) * step) : reached
}

/** Where a key leads. Past the first or last column it is `before` or `after`: another week, or another day. */
export function moveCursor(grid: Grid, cursor: Cursor, key: CursorKey): Cursor | 'before' | 'after' {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return stepSideways(grid, cursor, key === 'ArrowRight' ? 1 : -1)
  if (key === 'ArrowDown' || key === 'ArrowUp') return stepAlong(grid, cursor, key === 'ArrowDown' ? 1 : -1)
  return cursorAt(grid, cursor.column, edgeOf(grid, cursor.column, key === 'Home' ? 'first' : 'last'))
}

/** The cursor after the calendar changed: it stays with its visit where that went, and on its time where it is gone. */
export function followVisit(grid: Grid, cursor: Cursor): Cursor {
  const column = Math.min(cursor.column, Math.max(0, grid.columns.length - 1))
  if (cursor.visitId === null) return cursorAt(grid, column, cursor.minute)
  const found = grid.columns.findIndex(one => one.placed.some(placed => placed.visit.id === cursor.visitId))
  if (found === -1) return cursorAt(grid, column, cursor.minute)
  const placed = grid.columns[found]?.placed.find(one => one.visit.id === cursor.visitId)
  const isStillThere = found === cursor.column && placed && placed.start <= cursor.minute && spanOf(placed.visit).to > cursor.minute
  return isStillThere ? cursor : { column: found, minute: placed?.start ?? cursor.minute, visitId: cursor.visitId }
}
