import { useNavigate } from '@tanstack/react-router'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { mayBecome } from '../../shared/appointments/status.ts'
import { formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import { useCommand } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { ActionMenu, type MenuAction } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import { Meter } from '../ui/meter.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './today.module.css'
import { nextStepOf, STEP_WORDS, standingOf, visitNumberWords } from './visit-words.ts'

/** What the buttons of a visit do: the next step, and the rarer ones of its menu. */
export function useVisitSteps(visit: Appointment | undefined) {
  const navigate = useNavigate()
  const setStatus = useCommand('appointments.setStatus')
  const begin = useCommand('notes.begin')
  const change = (status: Appointment['status'], words?: string) => {
    if (!visit) return
    const before = visit.status
    setStatus.mutate(
      { appointmentId: visit.id, status, reason: '' },
      {
        onSuccess: () => {
          if (words) offerUndo(words, () => setStatus.mutate({ appointmentId: visit.id, status: before, reason: '' }))
        },
      },
    )
  }
  const next = () => {
    if (!visit) return
    const params = { appointmentId: visit.id }
    const steps = {
      arrive: () => change('arrived'),
      start: () => begin.mutate(params, { onSuccess: () => void navigate({ to: '/session/$appointmentId', params }) }),
      'open-note': () => navigate({ to: '/session/$appointmentId', params }),
      sign: () => navigate({ to: '/session/$appointmentId', params }),
      'check-out': () => navigate({ to: '/checkout/$appointmentId', params }),
      book: () => navigate({ to: '/calendar', search: { book: visit.patientId } }),
    }
    void steps[nextStepOf(visit)]()
  }
  return { next, change, navigate, isBusy: setStatus.isPending || begin.isPending, error: setStatus.error ?? begin.error }
}

function menuOf(visit: Appointment, steps: ReturnType<typeof useVisitSteps>): MenuAction[] {
  const { change, navigate } = steps
  const name = visit.patientName
  const to = (status: Appointment['status'], words: string, done: string): MenuAction[] =>
    mayBecome(visit.status, status) ? [{ words, run: () => change(status, done) }] : []
  return [
    ...to('confirmed', visit.status === 'booked' ? 'Confirm' : 'Back to confirmed', `${name} is confirmed.`),
    ...(visit.status === 'arrived' || visit.status === 'no-show' || visit.status === 'cancelled'
      ? to('booked', 'Back to booked', `${name} is booked again.`)
      : []),
    ...to('no-show', 'Did not come', `${name} is marked as a no-show.`),
    ...to('cancelled', 'Cancel visit', `${name}’s visit is cancelled.`),
    { words: 'Open chart', run: () => void navigate({ to: '/patients/$patientId', params: { patientId: visit.patientId } }) },
    { words: 'Show in calendar', run: () => void navigate({ to: '/calendar', search: { view: 'day' } }) },
  ]
}

function Reason({ visit }: { visit: Appointment }) {
  const use = visit.prescription
  const isOff = visit.status === 'cancelled' || visit.status === 'no-show'
  const words = [visit.isFirstVisit ? 'New patient' : '', visit.condition || 'No episode yet', isOff ? visit.cancelReason : use ? '' : 'no prescription']
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={css.reason}>
      <span>{words}</span>
      {use?.allowed && !isOff && <Meter size="small" used={use.used} total={use.allowed} now={use.hasVisitToday} />}
      {!isOff && <span>{visitNumberWords(visit)}</span>}
    </div>
  )
}

/** One visit of the day: when, who and why, how it stands, and the one next step. `isInTurn` marks whose turn it is. */
export function VisitRow({ visit, isInTurn, now }: { visit: Appointment; isInTurn: boolean; now: LocalDateTime }) {
  const steps = useVisitSteps(visit)
  const standing = standingOf(visit, now)
  const isOff = visit.status === 'cancelled' || visit.status === 'no-show'
  const step = isOff ? 'Book again' : STEP_WORDS[nextStepOf(visit)]
  return (
    <li
      className={cx(css.visit, isInTurn && css.now, visit.status === 'checked-out' && css.done, isOff && css.off)}
      aria-label={`${formatTime(visit.startsAt)}, ${visit.patientName}`}
    >
      <div className={css.time}>
        <b>{formatTime(visit.startsAt)}</b>
        {visit.minutes} min
      </div>
      <span className={css.bar} />
      <div>
        <div className={css.name}>
          <TextLink to="/patients/$patientId" params={{ patientId: visit.patientId }}>
            {visit.patientName}
          </TextLink>
        </div>
        <Reason visit={visit} />
        <Problem error={steps.error} />
      </div>
      <Status icon={standing.icon} tone={standing.tone}>
        {standing.words}
      </Status>
      <Button
        kind={isInTurn ? 'primary' : 'outlined'}
        size={isInTurn ? 'medium' : 'small'}
        className={css.step}
        busy={steps.isBusy}
        onClick={steps.next}
        label={`${step}: ${visit.patientName}`}
      >
        {step}
      </Button>
      <span className={css.more}>
        <ActionMenu label={`More for ${visit.patientName}`} actions={menuOf(visit, steps)} />
      </span>
    </li>
  )
}
