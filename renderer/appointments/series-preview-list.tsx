import { useState } from 'react'
import type { PlannedVisit, SeriesPreview } from '../../shared/appointments/series-schema.ts'
import { clockOf, dayOf, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { KeptDraft } from '../lib/kept-draft.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import { startOf } from './booking-choice.ts'
import css from './series.module.css'
import { previewWords, type SeriesDraft, troubleOf } from './series-draft.ts'

/** “Tue, Nov 24, 10:00 am” */
export const whenWords = (at: LocalDateTime): string => `${formatWeekday(dayOf(at))}, ${formatTime(at)}`

/** The visits of a series before they are booked: each with what speaks against it and the ways to settle that. */
export function SeriesPreviewList({ preview, draft }: { preview: SeriesPreview; draft: KeptDraft<SeriesDraft> }) {
  const { moved, skipped } = draft.values
  const move = (place: number, startsAt: LocalDateTime) => draft.change({ moved: [...moved.filter(one => one.place !== place), { place, startsAt }] })
  const putBack = (place: number) => draft.change({ moved: moved.filter(one => one.place !== place), skipped: skipped.filter(one => one !== place) })
  const leaveOut = (place: number) => draft.change({ moved: moved.filter(one => one.place !== place), skipped: [...skipped, place] })
  return (
    <section aria-label="The visits of this series">
      <div role="status" className={css.summary}>
        <b>{previewWords(preview.visits)}</b>
        <p>{preview.sentence}</p>
        {preview.stoppedBecause && (
          <p className={css.stopped}>
            <Icon name="warning" />
            <span>{preview.stoppedBecause}</span>
          </p>
        )}
        {skipped.length > 0 && (
          <p className={css.quiet}>
            Left out:{' '}
            {skipped.map(place => (
              <Button key={place} kind="text" size="small" onClick={() => putBack(place)} label={`Put visit ${place} back in`}>
                visit {place}, put back
              </Button>
            ))}
          </p>
        )}
      </div>
      <ol className={css.visits}>
        {preview.visits.map(visit => (
          <PlannedRow
            key={visit.place}
            visit={visit}
            isMoved={moved.some(one => one.place === visit.place)}
            onMove={startsAt => move(visit.place, startsAt)}
            onPutBack={() => putBack(visit.place)}
            onLeaveOut={() => leaveOut(visit.place)}
          />
        ))}
      </ol>
    </section>
  )
}

type PlannedRowProps = { visit: PlannedVisit; isMoved: boolean; onMove: (startsAt: LocalDateTime) => void; onPutBack: () => void; onLeaveOut: () => void }

function PlannedRow({ visit, isMoved, onMove, onPutBack, onLeaveOut }: PlannedRowProps) {
  const [isTyping, setTyping] = useState(false)
  const trouble = troubleOf(visit.warnings)
  const name = `visit ${visit.place}`
  return (
    <li className={cx(css.planned, trouble !== 'none' && css.open)}>
      <div className={css.line}>
        <Icon name={trouble === 'none' ? 'check' : 'warning'} />
        <b>{whenWords(visit.startsAt)}</b>
        <span className={css.quiet}>{visit.numberWords}</span>
        <span className={css.rowWays}>
          {isMoved && (
            <Button kind="text" size="small" onClick={onPutBack} label={`Put ${name} back to its day`}>
              Put back
            </Button>
          )}
          {trouble === 'none' && !isTyping && (
            <Button kind="text" size="small" onClick={() => setTyping(true)} label={`Change the time of ${name}`}>
              Change
            </Button>
          )}
        </span>
      </div>
      {visit.warnings.map(warning => (
        <p key={warning.sentence} className={cx(css.said, warning.level === 'refused' && css.refused)}>
          {warning.sentence}
        </p>
      ))}
      {trouble !== 'none' && (
        <div className={css.instead}>
          {visit.instead.map(at => (
            <Button key={at} size="small" onClick={() => onMove(at)} label={`Move ${name} to ${whenWords(at)}`}>
              {dayOf(at) === dayOf(visit.startsAt) ? formatTime(at) : whenWords(at)}
            </Button>
          ))}
          <Button kind="text" size="small" onClick={() => setTyping(!isTyping)} label={`Another time for ${name}`}>
            Another time
          </Button>
          <Button kind="text" size="small" onClick={onLeaveOut} label={`Leave ${name} out`}>
            Leave out
          </Button>
        </div>
      )}
      {isTyping && (
        <OtherTime
          at={visit.startsAt}
          onUse={at => {
            setTyping(false)
            onMove(at)
          }}
        />
      )}
    </li>
  )
}

/** A time typed for one visit of several. */
export function OtherTime({ at, onUse }: { at: LocalDateTime; onUse: (at: LocalDateTime) => void }) {
  const [day, setDay] = useState<LocalDate | null>(dayOf(at))
  const [time, setTime] = useState<string | null>(clockOf(at))
  const typed = startOf(day, time)
  return (
    <FieldRow template="1fr 1fr auto">
      <DateField label="Date" value={day} onChange={setDay} />
      <TimeField label="Time" value={time} onChange={setTime} />
      <Button size="small" className={css.use} disabled={typed === null} onClick={() => typed && onUse(typed)}>
        Use this time
      </Button>
    </FieldRow>
  )
}
