import { useRouter } from '@tanstack/react-router'
import { statusLabel } from '../../shared/appointments/status.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import type { Session } from '../../shared/notes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import css from './begin-screen.module.css'
import { offLimitRegions } from './off-limits.ts'
import { SessionLayout } from './session-layout.tsx'
import { TreatedColumn } from './treated-column.tsx'

/** A visit whose note is not begun: what is known, and the one button that begins it. */
export function BeginScreen({ session }: { session: Session }) {
  const { appointment, last, allowedRegions } = session
  const router = useRouter()
  const begin = useCommand('notes.begin')
  const isOff = appointment.status === 'cancelled' || appointment.status === 'no-show'
  const start = () => begin.mutate({ appointmentId: appointment.id })
  useHotkey({ keys: 'mod+enter', label: 'Start the session', run: start, enabled: !isOff })
  const footer = (
    <>
      <span className={css.grow} />
      <Button onClick={() => router.history.back()}>Back</Button>
      {!isOff && (
        <Button kind="primary" keys="mod+enter" busy={begin.isPending} onClick={start}>
          Start session
        </Button>
      )}
    </>
  )
  return (
    <SessionLayout
      session={session}
      content={null}
      footer={footer}
      chart={<TreatedColumn content={emptyContent()} allowed={allowedRegions} offLimits={offLimitRegions(session.header.alerts)} />}
    >
      <div className={css.begin}>
        <Problem error={begin.error} />
        <Empty icon="note" title={isOff ? `This visit is ${statusLabel(appointment.status).toLowerCase()}.` : 'The note is not begun yet.'}>
          {isOff ? 'Set it back to booked in the calendar if the patient came after all.' : beginWords(last !== null)}
        </Empty>
        <p className={css.when}>
          <DateText day={dayOf(appointment.startsAt)} form="weekday" />, <TimeText at={appointment.startsAt} /> · {appointment.minutes} minutes ·{' '}
          {appointment.practitionerName}
        </p>
        {isOff && (
          <ButtonLink to="/calendar" search={{ day: dayOf(appointment.startsAt) }}>
            Open the calendar
          </ButtonLink>
        )}
      </div>
    </SessionLayout>
  )
}

const beginWords = (hasLast: boolean) =>
  hasLast
    ? 'Activities, motions and services are set out as last time. Their values stay empty until you enter today’s; the old ones stand beside them.'
    : 'You will find a screening, S, O, A and P, and a timer for each service.'
