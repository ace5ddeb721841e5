import { useState } from 'react'
import type { ChangedVisit } from '../../shared/appointments/series-schema.ts'
import { dayOf, formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './series.module.css'
import { troubleOf } from './series-draft.ts'
import { OtherTime, whenWords } from './series-preview-list.tsx'

type Choose = (appointmentId: AppointmentId, at: LocalDateTime) => void

/** The visits of a change, before and after, with what speaks against each. */
export function SeriesChangeList({ visits, onChoose }: { visits: readonly ChangedVisit[]; onChoose: Choose }) {
  if (visits.length === 0) return null
  return (
    <ol className={css.visits} aria-label="What changes">
      {visits.map(visit => (
        <ChangedRow key={visit.appointmentId} visit={visit} onChoose={onChoose} />
      ))}
    </ol>
  )
}

function ChangedRow({ visit, onChoose }: { visit: ChangedVisit; onChoose: Choose }) {
  const [isTyping, setTyping] = useState(false)
  const trouble = visit.to === null ? 'none' : troubleOf(visit.warnings)
  const { to } = visit
  const choose = (at: LocalDateTime) => {
    setTyping(false)
    onChoose(visit.appointmentId, at)
  }
  return (
    <li className={cx(css.planned, trouble !== 'none' && css.open)}>
      <div className={css.line}>
        <Icon name={to === null ? 'cancelled' : trouble === 'none' ? 'check' : 'warning'} />
        <span className={css.quiet}>{whenWords(visit.from)}</span>
        <b>{to === null ? 'cancelled' : `to ${whenWords(to)}`}</b>
      </div>
      {to !== null &&
        visit.warnings.map(warning => (
          <p key={warning.sentence} className={cx(css.said, warning.level === 'refused' && css.refused)}>
            {warning.sentence}
          </p>
        ))}
      {to !== null && trouble !== 'none' && (
        <div className={css.instead}>
          {visit.instead.map(at => (
            <Button key={at} size="small" onClick={() => choose(at)} label={`Move ${whenWords(visit.from)} to ${whenWords(at)}`}>
              {dayOf(at) === dayOf(to) ? formatTime(at) : whenWords(at)}
            </Button>
          ))}
          <Button kind="text" size="small" onClick={() => setTyping(!isTyping)} label={`Another time for ${whenWords(visit.from)}`}>
            Another time
          </Button>
        </div>
      )}
      {isTyping && to !== null && <OtherTime at={to} onUse={choose} />}
    </li>
  )
}
