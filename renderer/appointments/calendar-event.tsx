import { memo } from 'react'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import { cx } from '../ui/cx.ts'
import { hueOf } from '../ui/hue.ts'
import { Icon } from '../ui/icons.tsx'
import { visitMark } from '../ui/visit-mark.ts'
import type { CalendarActions, VisitLooks } from './calendar-actions.ts'
import css from './calendar-event.module.css'
import type { Scale } from './calendar-layout.ts'
import { detailOf, isDone, isMovable, isOff, needsSomeone, spanWords, spokenOf } from './calendar-words.ts'
import { type DragStore, useIsDragged } from './drag-store.ts'
import type { StartDrag } from './use-drag.ts'

type CalendarEventProps = {
  visit: CalendarVisit
  start: number
  lane: number
  lanes: number
  scale: Scale
  isChosen: boolean
  isInSeries: boolean
  isCursor: boolean
  isPast: boolean
  looks: VisitLooks
  store: DragStore
  onDrag: StartDrag
  actions: CalendarActions
}

/** Below this height, in pixels, name and detail share a line. */
const TWO_LINES_PX = 35
/** Below this, a name in a narrow lane takes one line instead of two. */
const THREE_LINES_PX = 52

/** One visit in the calendar. A press opens it; dragging it, or its lower edge, moves or lengthens it. */
export const CalendarEvent = memo(function CalendarEvent(props: CalendarEventProps) {
  const { visit, start, lane, lanes, scale, isChosen, isInSeries, isCursor, isPast, looks, store, onDrag, actions } = props
  const isDragged = useIsDragged(store, visit.id)
  const facts = looks.factsOf(visit)
  const hue = looks.hueOf(visit)
  const detail = detailOf(visit, facts.number, facts.typeName)
  const canMove = isMovable(visit.status)
  const top = (start - scale.from) * scale.px
  const height = Math.max(18, visit.minutes * scale.px - 2)
  const isShort = height < TWO_LINES_PX
  const place = { left: `calc(${(lane * 100) / lanes}% + 3px)`, width: `calc(${100 / lanes}% - ${lanes === 1 ? 7 : 4}px)` }
  const look = cx(
    css.event,
    isShort && css.short,
    height < THREE_LINES_PX && css.low,
    (isDone(visit.status) || isPast) && css.past,
    hue && css.hued,
    hue && hueOf(hue),
    isInSeries && css.series,
    isChosen && css.chosen,
    visit.status === 'in-session' && css.now,
    isOff(visit.status) && css.off,
    needsSomeone(visit) && css.act,
    isDragged && css.source,
  )
  return (
    <>
      {visit.bufferMinutes > 0 && !isOff(visit.status) && (
        <span className={css.buffer} style={{ ...place, top: top + visit.minutes * scale.px - 1, height: visit.bufferMinutes * scale.px }} aria-hidden="true" />
      )}
      <button
        type="button"
        className={look}
        data-visit={visit.id}
        data-cursor={isCursor || undefined}
        tabIndex={isCursor ? 0 : -1}
        style={{ ...place, top: top + 1, height }}
        title={lanes > 1 ? `${visit.patientName}, ${spanWords(visit)}` : undefined}
        aria-pressed={isChosen}
        onClick={() => actions.open(visit.id)}
        onPointerDown={event => (canMove ? onDrag(event, 'move', visit) : event.stopPropagation())}
      >
        <b>{visit.patientName}</b>{' '}
        <span className={css.marks} aria-hidden="true">
          {visit.seriesId !== null && <Icon name="repeat" size={13} className={css.loop} />}
          <Icon name={visitMark(visit)} size={13} className={css.mark} />
        </span>
        <span className={css.detail}>
          <span className={css.when}>{detail.time}</span> {detail.about && <span className={css.about}>{detail.about}</span>}{' '}
          {detail.standing && <span className={css.standing}>{detail.standing}</span>}
        </span>{' '}
        <span className={css.spoken}>{spokenOf(visit, facts)}</span>
        {canMove && <span className={css.edge} onPointerDown={event => onDrag(event, 'resize', visit)} />}
      </button>
    </>
  )
})
