import type { KeyboardEvent } from 'react'
import { isToCall } from '../../shared/appointments/reminders.ts'
import type { CallOutcome, Reminder } from '../../shared/appointments/schema.ts'
import { formatTime } from '../../shared/lib/dates.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { cx } from '../ui/cx.ts'
import { momentInWords } from '../ui/words.tsx'
import css from './calls.module.css'
import { OUTCOMES, outcomeWords } from './use-calls.ts'

type CallRowProps = { reminder: Reminder; tabIndex: 0 | -1; onCall: (outcome: CallOutcome) => void; onUndo: () => void }

/** One call to make. On the focused row a single key says how it went. */
export function CallRow({ reminder, tabIndex, onCall, onUndo }: CallRowProps) {
  const { appointmentId, patientId, patientName, preferredName, askFor, phone, startsAt, minutes, practitionerName, agreed, bring, lastCall } = reminder
  const isOpen = isToCall(reminder)
  const byKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const found = OUTCOMES.find(({ keys }) => keys === key)
    if (!found && !(key === 'u' && lastCall)) return
    event.preventDefault()
    // The screen’s own keys, such as N for a new visit elsewhere, do not act as well.
    event.stopPropagation()
    if (found) onCall(found.outcome)
    else onUndo()
  }
  return (
    <li
      className={cx(css.row, !isOpen && css.done)}
      tabIndex={tabIndex}
      data-call={appointmentId}
      data-open={isOpen}
      aria-label={`${formatTime(startsAt)}, ${patientName}`}
      onKeyDown={byKey}
    >
      <div className={css.time}>
        <b>{formatTime(startsAt)}</b>
        <span>{minutes} min</span>
      </div>
      <div className={css.who}>
        <p className={css.name}>
          <TextLink to="/patients/$patientId" params={{ patientId }}>
            {patientName}
          </TextLink>
          {preferredName !== '' && <span> “{preferredName}”</span>}
        </p>
        <p className={css.detail}>
          with {practitionerName}
          {askFor !== '' && <b> · Ask for {askFor}</b>}
        </p>
        {[agreed, bring].filter(Boolean).map(words => (
          <p key={words} className={css.detail}>
            {words}
          </p>
        ))}
      </div>
      <p className={css.phone}>{phone || 'No number on file'}</p>
      <div className={css.how}>
        <Standing reminder={reminder} />
        <div className={css.outcomes}>
          {isOpen
            ? OUTCOMES.map(({ outcome, words }) => (
                <Button key={outcome} size="small" label={`${words}: ${patientName}`} onClick={() => onCall(outcome)}>
                  {words}
                </Button>
              ))
            : lastCall && (
                <Button kind="text" size="small" label={`Undo the call to ${patientName}`} onClick={onUndo}>
                  Undo
                </Button>
              )}
        </div>
      </div>
    </li>
  )
}

function Standing({ reminder: { status, lastCall } }: { reminder: Reminder }) {
  if (lastCall) {
    const isReached = lastCall.outcome === 'confirmed'
    return (
      <Status
        icon={isReached ? 'check' : lastCall.outcome === 'left-message' ? 'half' : 'warning'}
        tone={lastCall.outcome === 'wrong-number' ? 'act' : 'plain'}
      >
        {outcomeWords(lastCall.outcome)} {momentInWords(lastCall.at)}, {lastCall.who}
      </Status>
    )
  }
  return status === 'confirmed' ? <Status icon="check">Confirmed</Status> : <Status icon="ring">Not called yet</Status>
}
