import { useRef } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { formatTime, type LocalDateTime, localDateTime } from '../../shared/lib/dates.ts'
import type { Clinic } from '../../shared/practice/schema.ts'
import { wallNow } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import css from './calendar.module.css'
import { CalendarEvent } from './calendar-event.tsx'
import { type CalendarColumn, hoursShown, MINUTE_PX, minuteOf, placeVisits, timeAt } from './calendar-layout.ts'
import { DragGhost } from './drag-ghost.tsx'
import { type Drag, useDrag } from './use-drag.ts'

/** A time chosen in the calendar: free time for a new visit, or a new place for one. */
export type Slot = { startsAt: LocalDateTime; minutes: number; practitionerId: CalendarColumn['practitionerId'] }

type CalendarGridProps = {
  columns: readonly CalendarColumn[]
  clinic: Clinic
  chosenId: Appointment['id'] | null
  /** Makes room for the panel beside the calendar. */
  hasPanel: boolean
  onOpen: (visit: Appointment) => void
  onCreate: (slot: Slot) => void
  onMove: (visit: Appointment, slot: Slot) => void
}

/** Width of the hours and the least width of a column, in CSS pixels: heads and columns share them. */
const HOURS_PX = 60
const COLUMN_PX = 120

const hourWords = (minute: number) => formatTime(localDateTime(`2000-01-01T${String(minute / 60).padStart(2, '0')}:00`)).replace(':00', '')

function countWords(column: CalendarColumn, today: string) {
  const coming = column.visits.filter(visit => visit.status !== 'cancelled').length
  const words = coming === 0 ? '' : coming === 1 ? '1 visit' : `${coming} visits`
  return column.day === today ? ['Today', words].filter(Boolean).join(' · ') : words
}

/** The hours of one or more columns with their visits. Press and drag on free time to book, on a visit to move it. */
export function CalendarGrid({ columns, clinic, chosenId, hasPanel, onOpen, onCreate, onMove }: CalendarGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const { from, to } = hoursShown(
    clinic.opensAt,
    clinic.closesAt,
    columns.flatMap(column => column.visits),
  )
  const now = wallNow()
  const drop = (drag: Drag) => {
    const column = columns[drag.column]
    if (!column) return
    const slot = { startsAt: timeAt(column.day, drag.minute), minutes: drag.minutes, practitionerId: column.practitionerId }
    if (!drag.visit) onCreate(slot)
    else onMove(drag.visit, drag.kind === 'resize' ? { ...slot, startsAt: drag.visit.startsAt, practitionerId: drag.visit.practitionerId } : slot)
  }
  const { drag, start, handlers } = useDrag({ grid, columns: columns.length, from, onDrop: drop })
  const hours = Array.from({ length: (to - from) / 60 }, (_, index) => from + index * 60)
  const template = `repeat(${columns.length}, minmax(${COLUMN_PX}px, 1fr))`
  const minWidth = HOURS_PX + columns.length * COLUMN_PX
  const height = (to - from) * MINUTE_PX
  return (
    <div className={cx(css.frame, hasPanel && css.withPanel)}>
      <div className={css.names} style={{ gridTemplateColumns: `${HOURS_PX}px ${template}`, minWidth }}>
        <span />
        {columns.map(column => (
          <div key={column.key} className={cx(css.dayName, column.day === now.slice(0, 10) && css.today)}>
            <b>{column.title}</b>
            <span>{countWords(column, now.slice(0, 10))}</span>
          </div>
        ))}
      </div>
      <div className={css.body} style={{ height, minWidth }}>
        <div className={css.hours}>
          {hours.map(minute => (
            <span key={minute} style={{ top: (minute - from) * MINUTE_PX + 2 }}>
              {hourWords(minute)}
            </span>
          ))}
        </div>
        <div ref={grid} className={css.grid} style={{ gridTemplateColumns: template }} {...handlers}>
          {columns.map((column, index) => (
            <section
              key={column.key}
              className={css.column}
              style={{ backgroundSize: `100% ${60 * MINUTE_PX}px, 0 0` }}
              aria-label={`${column.title}, ${countWords(column, now.slice(0, 10)) || 'no visits'}`}
              onPointerDown={event => start(event, 'create', null)}
            >
              <Closed from={from} to={to} clinic={clinic} />
              {placeVisits(column.visits, from).map(placed => (
                <CalendarEvent
                  key={placed.visit.id}
                  placed={placed}
                  isChosen={placed.visit.id === chosenId}
                  now={now}
                  onOpen={() => onOpen(placed.visit)}
                  onDrag={(event, kind) => start(event, kind, placed.visit)}
                />
              ))}
              {column.day === now.slice(0, 10) && <span className={css.nowLine} style={{ top: (minuteOf(now) - from) * MINUTE_PX }} />}
              {drag && drag.column === index && <DragGhost drag={drag} column={column} from={from} />}
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

function Closed({ from, to, clinic }: { from: number; to: number; clinic: Clinic }) {
  const opens = minuteOf(clinic.opensAt)
  const closes = minuteOf(clinic.closesAt)
  return (
    <>
      {opens > from && <div className={css.closed} style={{ top: 0, height: (opens - from) * MINUTE_PX }} />}
      {closes < to && (
        <div className={css.closed} style={{ top: (closes - from) * MINUTE_PX, height: (to - closes) * MINUTE_PX }}>
          <span>Closed</span>
        </div>
      )}
    </>
  )
}
