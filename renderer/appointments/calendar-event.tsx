import type { PointerEvent } from 'react'
import { statusLabel } from '../../shared/appointments/status.ts'
import { formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import { cx } from '../ui/cx.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import css from './calendar.module.css'
import type { Placed } from './calendar-layout.ts'

type CalendarEventProps = {
  placed: Placed
  isChosen: boolean
  now: LocalDateTime
  onOpen: () => void
  onDrag: (event: PointerEvent, kind: 'move' | 'resize') => void
}

/** Whether a visit may still be moved: nothing was done or charged yet. */
export const isMovable = (status: Placed['visit']['status']) => status === 'booked' || status === 'confirmed' || status === 'arrived'

function markOf({ status, noteState }: Placed['visit']): IconName | null {
  if (status === 'checked-out') return noteState === 'signed' ? 'check' : 'pencil'
  if (status === 'finished') return noteState === 'signed' ? 'warning' : 'pencil'
  if (status === 'in-session') return 'dot'
  if (status === 'arrived') return 'half'
  return null
}

/** One visit in the calendar. A press opens it; dragging it, or its lower edge, moves or lengthens it. */
export function CalendarEvent({ placed, isChosen, now, onOpen, onDrag }: CalendarEventProps) {
  const { visit, top, height, lane, lanes } = placed
  const isOff = visit.status === 'cancelled' || visit.status === 'no-show'
  const isOver = visit.status === 'checked-out' || visit.status === 'finished'
  const mark = markOf(visit)
  const number = visit.visitNumber && visit.visitsAllowed ? `, ${visit.visitNumber} of ${visit.visitsAllowed}` : ''
  const detail = `${formatTime(visit.startsAt).replace(/ [ap]m$/, '')} · ${isOff ? statusLabel(visit.status).toLowerCase() : `${visit.condition || 'no episode'}${number}`}`
  const width = 100 / lanes
  const look = cx(
    css.event,
    (isOver || visit.startsAt < now) && css.past,
    isChosen && css.chosen,
    visit.status === 'in-session' && css.now,
    isOff && css.off,
    visit.status === 'finished' && css.act,
  )
  return (
    <button
      type="button"
      className={look}
      style={{ top: top + 1, height: Math.max(18, height - 2), left: `calc(${lane * width}% + 3px)`, width: `calc(${width}% - 7px)` }}
      aria-label={`${visit.patientName} ${detail}, ${statusLabel(visit.status)}`}
      aria-pressed={isChosen}
      onClick={onOpen}
      onPointerDown={event => (isMovable(visit.status) ? onDrag(event, 'move') : event.stopPropagation())}
    >
      <b>
        <span>{visit.patientName}</span>
        {mark && <Icon name={mark} size={13} />}
      </b>{' '}
      {height > 32 && <span className={css.detail}>{detail}</span>}
      {isMovable(visit.status) && (
        <span
          className={css.edge}
          onPointerDown={event => {
            onDrag(event, 'resize')
          }}
        />
      )}
    </button>
  )
}
