import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { mayBecome } from '../../shared/appointments/status.ts'
import { dayOf, type LocalDateTime } from '../../shared/lib/dates.ts'
import { cx } from '../ui/cx.ts'
import { offerUndo } from '../ui/undo-bar.tsx'
import type { CalendarActions, Chosen, VisitLooks } from './calendar-actions.ts'
import { CalendarColumn } from './calendar-column.tsx'
import { type CalendarColumn as Column, mostLanes } from './calendar-columns.ts'
import css from './calendar-grid.module.css'
import { CalendarHours } from './calendar-hours-gutter.tsx'
import { minuteOf, type Scale } from './calendar-layout.ts'
import { useCalendarCursor } from './calendar-use-cursor.ts'
import { isMovable, visitCount } from './calendar-words.ts'
import { DragGhost } from './drag-ghost.tsx'
import type { DragStore } from './drag-store.ts'
import { useDrag } from './use-drag.ts'
import { useDragDrop } from './use-drag-drop.ts'
import { dragByKeys, pickUp } from './use-drag-keys.ts'

type CalendarGridProps = {
  label: string
  columns: readonly Column[]
  scale: Scale
  now: LocalDateTime
  chosen: Chosen
  looks: VisitLooks
  store: DragStore
  actions: CalendarActions
  /** Whether a column’s head leads to its day. */
  hasDays: boolean
}

/** Width of the hours and the least width of a column or lane, in CSS pixels. */
const HOURS_PX = 60
const COLUMN_PX = 112
const LANE_PX = 62

/** The hours of one or more columns with their visits. Press and drag on free time to book, on a visit to move it; or the arrow keys. */
export function CalendarGrid({ label, columns, scale, now, chosen, looks, store, actions, hasDays }: CalendarGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const dragDrop = useDragDrop(store, columns, actions.book)
  const startDrag = useDrag({ store, grid, scroller, shown: { ...scale, columns: columns.length }, onPlace: dragDrop.place, onDrop: dragDrop.drop })
  const { cursor, onKey, onFocus, onBlur } = useCalendarCursor({ grid, columns, scale, now, onTurn: actions.turn })
  const visitAt = columns[cursor.column]?.placed.find(one => one.visit.id === cursor.visitId)?.visit

  const pick = (kind: 'move' | 'resize') => {
    if (!visitAt) return null
    if (isMovable(visitAt.status)) return pickUp(visitAt, cursor.column, kind)
    offerUndo('This visit is under way or over. It stays where it is.')
    return null
  }
  const keyDown = (event: KeyboardEvent) => {
    const isHandled = dragByKeys(event, { store, columns, scale, dragDrop }, pick) || onKey(event) || runKey(event, visitAt, actions)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
    requestAnimationFrame(() => grid.current?.querySelector('[data-ghost]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }
  useScrolledToNow(scroller, now, scale)
  const template = `repeat(${columns.length}, minmax(${Math.max(COLUMN_PX, mostLanes(columns) * LANE_PX)}px, 1fr))`
  const minWidth = HOURS_PX + columns.length * Math.max(COLUMN_PX, mostLanes(columns) * LANE_PX)
  const todays = columns.some(column => column.day === dayOf(now))
  return (
    <div ref={scroller} className={css.frame}>
      <div className={css.names} style={{ gridTemplateColumns: `${HOURS_PX}px ${template}`, minWidth }}>
        <span className={css.corner} />
        {columns.map(column => (
          <ColumnHead key={column.key} column={column} isToday={column.day === dayOf(now)} onOpen={hasDays ? () => actions.openDay(column.day) : undefined} />
        ))}
      </div>
      <div className={css.body} style={{ height: (scale.to - scale.from) * scale.px, minWidth }}>
        <CalendarHours scale={scale} nowMinute={todays ? minuteOf(now) : null} />
        {todays && <span className={css.nowAcross} style={{ top: (minuteOf(now) - scale.from) * scale.px }} />}
        <div
          ref={grid}
          role="application"
          aria-label={`${label}. Arrow keys move through the times, Enter books or opens, Shift and arrow keys move a visit.`}
          className={css.grid}
          style={{ gridTemplateColumns: template }}
          onKeyDown={keyDown}
          onFocus={onFocus}
          onBlur={onBlur}
        >
          {columns.map((column, index) => (
            <CalendarColumn
              key={column.key}
              {...{ column, scale, now, chosen, looks, store, actions }}
              cursor={cursor.column === index ? cursor : null}
              onDrag={startDrag}
            />
          ))}
          <DragGhost store={store} columns={columns} scale={scale} onOverrule={dragDrop.overrule} onGiveUp={dragDrop.giveUp} />
        </div>
      </div>
    </div>
  )
}

/** `M` moves a visit in the panel, Delete cancels it. */
function runKey(event: KeyboardEvent, visit: Column['placed'][number]['visit'] | undefined, actions: CalendarActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !visit) return false
  if (event.key.toLowerCase() === 'm') actions.move(visit.id)
  else if (event.key === 'Delete' && mayBecome(visit.status, 'cancelled')) actions.cancel(visit)
  else if (event.key === 'Delete') offerUndo('This visit is over. It can no longer be cancelled.')
  else return false
  return true
}

/** Shows the present time when a calendar of today opens, or the morning of any other. */
function useScrolledToNow(scroller: RefObject<HTMLDivElement | null>, now: LocalDateTime, scale: Scale): void {
  const [first] = useState({ minute: minuteOf(now), scale })
  useLayoutEffect(() => {
    const top = (first.minute - first.scale.from) * first.scale.px
    const height = scroller.current?.clientHeight ?? 0
    if (top > height - 120) scroller.current?.scrollTo({ top: top - height / 2 })
  }, [scroller, first])
}

function ColumnHead({ column, isToday, onOpen }: { column: Column; isToday: boolean; onOpen: (() => void) | undefined }) {
  const count = [isToday && onOpen !== undefined && 'Today', visitCount(column.count)].filter(Boolean).join(' · ')
  return (
    <div className={cx(css.dayName, isToday && css.today)}>
      {onOpen ? (
        <button type="button" className={css.dayLink} onClick={onOpen}>
          {column.title}
        </button>
      ) : (
        <b>{column.title}</b>
      )}
      <span className={css.count}>{count}</span>
      {column.note && <span className={css.unusual}>{column.note}</span>}
    </div>
  )
}
