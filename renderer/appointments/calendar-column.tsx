import { memo } from 'react'
import { dayOf, formatTime, formatWeekday, type LocalDateTime } from '../../shared/lib/dates.ts'
import { cx } from '../ui/cx.ts'
import type { CalendarActions, Chosen, VisitLooks } from './calendar-actions.ts'
import type { CalendarColumn as Column } from './calendar-columns.ts'
import type { Cursor } from './calendar-cursor.ts'
import { CalendarEvent } from './calendar-event.tsx'
import grid from './calendar-grid.module.css'
import css from './calendar-ground.module.css'
import { minuteOf, type Scale, spanOf, timeAt } from './calendar-layout.ts'
import { blockLabel, isPast, visitCount } from './calendar-words.ts'
import type { DragStore } from './drag-store.ts'
import type { StartDrag } from './use-drag.ts'

type CalendarColumnProps = {
  column: Column
  scale: Scale
  now: LocalDateTime
  chosen: Chosen
  /** The keyboard’s place where it is in this column. */
  cursor: Cursor | null
  looks: VisitLooks
  store: DragStore
  onDrag: StartDrag
  actions: CalendarActions
}

/** A day, practitioner or room: closed hours and kept-free time behind, visits in front. A press on free time books it. */
export const CalendarColumn = memo(function CalendarColumn({ column, scale, now, chosen, cursor, ...rest }: CalendarColumnProps) {
  const isToday = column.day === dayOf(now)
  const within = (minute: number) => Math.min(scale.to, Math.max(scale.from, minute))
  const place = (from: number, to: number) => ({ top: (within(from) - scale.from) * scale.px, height: (within(to) - within(from)) * scale.px })
  return (
    <section
      className={grid.column}
      style={{ backgroundSize: `100% ${60 * scale.px}px` }}
      aria-label={columnLabel(column)}
      onPointerDown={event => rest.onDrag(event, 'create', null)}
    >
      {column.closed.map(({ from, to, words }) => (
        <div key={from} className={css.closed} style={place(from, to)}>
          <span>{words}</span>
        </div>
      ))}
      {column.blocks.map(({ visit: block, whose }) => {
        const { from, to } = spanOf(block)
        return (
          <button
            key={`${block.blockId} ${block.startsAt}`}
            type="button"
            className={cx(css.block, whose && css.own)}
            style={place(from, to)}
            tabIndex={-1}
            aria-label={[blockLabel(block), whose].filter(Boolean).join(', ')}
            title={whose ? `${block.title}, ${whose}` : undefined}
            onPointerDown={event => event.stopPropagation()}
            onClick={() => rest.actions.openBlock(block)}
          >
            <span>{block.title}</span>
          </button>
        )
      })}
      {column.placed.map(({ visit, start, lane, lanes }) => (
        <CalendarEvent
          key={visit.id}
          {...{ visit, start, lane, lanes, scale }}
          isChosen={visit.id === chosen.visitId}
          isInSeries={chosen.seriesId !== null && visit.seriesId === chosen.seriesId}
          isCursor={cursor?.visitId === visit.id}
          isPast={isPast(visit, now)}
          {...rest}
        />
      ))}
      {cursor && cursor.visitId === null && <SlotCursor column={column} scale={scale} minute={cursor.minute} actions={rest.actions} />}
      {isToday && <span className={css.nowLine} style={{ top: (minuteOf(now) - scale.from) * scale.px }} />}
    </section>
  )
})

const columnLabel = (column: Column) =>
  [column.key === column.day ? formatWeekday(column.day) : column.title, visitCount(column.count) || 'no visits', column.note].filter(Boolean).join(', ')

type SlotCursorProps = { column: Column; scale: Scale; minute: number; actions: CalendarActions }

/** The step of free or closed time the keyboard stands on. Enter books there, or opens what keeps it free. */
function SlotCursor({ column, scale, minute, actions }: SlotCursorProps) {
  const covers = (span: { from: number; to: number }) => span.from <= minute && minute < span.to
  const block = column.blocks.find(one => one.whose === '' && covers(spanOf(one.visit)))?.visit
  const standing = block?.title ?? column.closed.find(covers)?.words ?? 'free'
  const startsAt = timeAt(column.day, minute)
  const book = () => actions.book({ startsAt, minutes: 60, practitionerId: column.practitionerId, roomId: column.roomId ?? null })
  const whose = column.practitionerId === null && column.roomId === undefined ? '' : `, ${column.title}`
  return (
    <button
      type="button"
      className={css.slot}
      data-cursor
      style={{ top: (minute - scale.from) * scale.px, height: scale.step * scale.px }}
      aria-label={`${formatWeekday(column.day)}, ${formatTime(startsAt)}${whose}, ${standing}`}
      onClick={() => (block ? actions.openBlock(block) : book())}
    >
      {formatTime(startsAt)}
    </button>
  )
}
