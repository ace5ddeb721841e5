import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { statusLabel } from '../../shared/appointments/status.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { AppointmentId, SeriesId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { TextLink } from '../lib/links.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { todayHere, wallNow } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Meter } from '../ui/meter.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { visitMark } from '../ui/visit-mark.ts'
import { DateText, TimeText } from '../ui/words.tsx'
import { isOff } from './calendar-words.ts'
import css from './series.module.css'
import { SeriesChangePanel } from './series-change-panel.tsx'
import { changeable, isOn, nextOf } from './series-words.ts'

type SeriesViewProps = { seriesId: SeriesId; onClose: () => void; onOpen: (appointmentId: AppointmentId) => void }

/** A series beside the calendar: its words, how far its prescription is used, every visit with where it stands, and the ways to change several at once. */
export function SeriesView({ seriesId, onClose, onOpen }: SeriesViewProps) {
  const series = useQuery(ask('appointments.getSeries', { seriesId }))
  const [change, setChange] = useState<'move' | 'cancel' | null>(null)
  const visits = series.data?.visits ?? []
  const next = nextOf(visits, wallNow())
  const about = next ?? visits[0]
  const visit = useQuery(askWhen('appointments.get', about ? { appointmentId: about.appointmentId } : null))
  const use = visit.data?.prescription
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && change === null) onClose()
  }
  if (!series.data) return series.error ? <Problem error={series.error} /> : <Waiting />
  return (
    <section className={css.column} aria-label={`Series of ${series.data.patientName}`} onKeyDown={closeOnEscape}>
      <header className={css.head}>
        <h2>{series.data.patientName}</h2>
        <IconButton icon="close" label="Close the series" size="small" onClick={onClose} />
      </header>
      <p className={css.words}>{series.data.words}</p>
      {use && (
        <p className={css.meter}>
          {use.allowed && <Meter size="small" used={use.used} total={use.allowed} now={use.hasVisitToday} />}
          {use.words}
        </p>
      )}
      <ul className={css.rows}>
        {visits.map(one => {
          return (
            <li key={one.appointmentId}>
              <button
                type="button"
                className={cx(css.row, isOn(one, todayHere()) && css.today, isOff(one.status) && css.gone)}
                title={statusLabel(one.status)}
                onClick={() => onOpen(one.appointmentId)}
              >
                <Icon name={visitMark(one)} size={14} />
                <DateText day={dayOf(one.startsAt)} form="weekday" />
                <span className={css.hidden}>, {statusLabel(one.status)}, </span>
                <TimeText at={one.startsAt} />
              </button>
            </li>
          )
        })}
      </ul>
      <div className={css.ways}>
        {next && (
          <>
            <Button size="small" onClick={() => setChange('move')}>
              Move series
            </Button>
            <Button size="small" onClick={() => setChange('cancel')}>
              Cancel rest
            </Button>
          </>
        )}
        {visit.data && (
          <TextLink to="/patients/$patientId" params={{ patientId: visit.data.patientId }}>
            Open chart
          </TextLink>
        )}
      </div>
      {change && next && (
        <OverWork>
          <SeriesChangePanel kind={change} visits={changeable(visits)} first={next} patientName={series.data.patientName} onClose={() => setChange(null)} />
        </OverWork>
      )}
    </section>
  )
}
