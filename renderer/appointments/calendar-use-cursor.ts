import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { dayOf, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { type Cursor, type CursorKey, cursorAt, followVisit, moveCursor } from './calendar-cursor.ts'
import { minuteOf, type Scale } from './calendar-layout.ts'

type CursorOptions = {
  readonly grid: RefObject<HTMLElement | null>
  readonly columns: readonly CalendarColumn[]
  readonly scale: Scale
  readonly now: LocalDateTime
  readonly onTurn: (by: 1 | -1) => void
}

const KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] satisfies CursorKey[]
const isCursorKey = (key: string): key is CursorKey => KEYS.includes(key)

/** Today at the present time, or the first column’s morning. */
function firstCursor({ columns, scale, now }: Pick<CursorOptions, 'columns' | 'scale' | 'now'>): Cursor {
  const today = columns.findIndex(column => column.day === dayOf(now))
  const minute = Math.floor(minuteOf(now) / scale.step) * scale.step
  const opens = columns[0]?.closed[0]?.from === scale.from ? columns[0].closed[0].to : scale.from
  return today === -1 ? cursorAt({ columns, scale }, 0, opens) : cursorAt({ columns, scale }, today, minute)
}

/** Where the keyboard stands in the calendar. The focus follows it, and is never lost when the calendar is read again. */
export function useCalendarCursor({ grid, columns, scale, now, onTurn }: CursorOptions) {
  const [kept, setKept] = useState(() => firstCursor({ columns, scale, now }))
  const holdsFocus = useRef(false)
  const wantsFocus = useRef(false)
  const cursor = followVisit({ columns, scale }, kept)

  useLayoutEffect(() => {
    const isLost = holdsFocus.current && document.activeElement === document.body
    if (!wantsFocus.current && !isLost) return
    wantsFocus.current = false
    const place = grid.current?.querySelector<HTMLElement>('[data-cursor]')
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const go = (next: Cursor) => {
    wantsFocus.current = true
    setKept(next)
  }
  const turn = (by: 1 | -1) => {
    go({ ...cursor, column: by === 1 ? 0 : Number.MAX_SAFE_INTEGER, visitId: null })
    onTurn(by)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      wantsFocus.current = true
      setKept({ ...cursor, visitId: null })
      onTurn(event.key === 'PageDown' ? 1 : -1)
      return true
    }
    if (!isCursorKey(event.key)) return false
    const next = moveCursor({ columns, scale }, cursor, event.key)
    if (next === 'before' || next === 'after') turn(next === 'after' ? 1 : -1)
    else go(next)
    return true
  }
  const onFocus = ({ target }: FocusEvent) => {
    holdsFocus.current = true
    const id = target instanceof HTMLElement ? target.dataset.visit : undefined
    if (id === undefined || id === cursor.visitId) return
    columns.forEach((column, index) => {
      const found = column.placed.find(one => one.visit.id === id)
      if (found) setKept({ column: index, minute: found.start, visitId: found.visit.id })
    })
  }
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) holdsFocus.current = grid.current?.contains(relatedTarget) ?? false
    else
      setTimeout(() => {
        if (target.isConnected && document.activeElement === document.body) holdsFocus.current = false
      })
  }
  return { cursor, onKey, onFocus, onBlur }
}
