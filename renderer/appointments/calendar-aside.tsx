import type { SeriesId } from '../../shared/lib/ids.ts'
import { IconButton } from '../ui/button.tsx'
import { WaitlistColumn } from '../ui/waitlist-column.tsx'
import css from './calendar.module.css'
import type { Side } from './calendar-side.tsx'
import { SeriesView } from './series-view.tsx'

type CalendarAsideProps = {
  seriesId: SeriesId | null
  /** Whether the waitlist was opened over the calendar, and closes by itself. */
  isOver: boolean
  onSide: (side: Side | null) => void
}

/** The quiet column beside the calendar: the series that is looked at, and who waits for a time. */
export function CalendarAside({ seriesId, isOver, onSide }: CalendarAsideProps) {
  return (
    <aside className={css.aside} aria-label="Beside the calendar">
      {isOver && (
        <span className={css.closing}>
          <IconButton icon="close" label="Close the waitlist" size="small" onClick={() => onSide(null)} />
        </span>
      )}
      {seriesId !== null && (
        <SeriesView key={seriesId} seriesId={seriesId} onClose={() => onSide(null)} onOpen={visitId => onSide({ kind: 'visit', visitId })} />
      )}
      <WaitlistColumn
        onOffer={(entry, startsAt, practitionerId) =>
          onSide({
            kind: 'book',
            slot: { startsAt, minutes: entry.minutes, practitionerId, roomId: null },
            patientId: entry.patientId,
            waitlistId: entry.id,
          })
        }
      />
    </aside>
  )
}
