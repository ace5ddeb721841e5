import { useRouter } from '@tanstack/react-router'
import { statusLabel } from '../../shared/appointments/status.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import { motionLabel } from '../../shared/notes/rom.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Facts } from '../ui/screen.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import css from './begin-screen.module.css'
import { EarlierInError } from './earlier-in-error.tsx'
import { SessionLayout } from './session-layout.tsx'
import { TreatedColumn } from './treated-column.tsx'

/** A visit whose note is not begun: what is known, and the one button that begins it. */
export function BeginScreen({ session }: { session: Session }) {
  const { appointment, last } = session
  const router = useRouter()
  const begin = useCommand('notes.begin')
  const isOff = appointment.status === 'cancelled' || appointment.status === 'no-show'
  const start = () => {
    if (!begin.isPending) begin.mutate({ appointmentId: appointment.id })
  }
  useHotkey({ keys: 'mod+enter', label: 'Start the session', run: start, enabled: !isOff })
  const footer = (
    <>
      <span className={css.grow} />
      <Button onClick={() => router.history.back()}>Back</Button>
      {isOff ? (
        <ButtonLink to="/calendar" search={{ day: dayOf(appointment.startsAt) }} kind="primary">
          Open the calendar
        </ButtonLink>
      ) : (
        <Button kind="primary" keys="mod+enter" busy={begin.isPending} onClick={start}>
          Start session
        </Button>
      )}
    </>
  )
  const chart = <TreatedColumn session={session} content={emptyContent()} />
  return (
    <SessionLayout session={session} content={null} footer={footer} chart={chart}>
      <div className={css.begin}>
        <p className={css.when}>
          <DateText day={dayOf(appointment.startsAt)} form="weekday" />, <TimeText at={appointment.startsAt} /> · {appointment.minutes} minutes ·{' '}
          {appointment.practitionerName}
        </p>
        <EarlierInError session={session} />
        <Problem error={begin.error} />
        {isOff ? <MissedVisit status={statusLabel(appointment.status)} reason={appointment.cancelReason} /> : <SetOut last={last?.content ?? null} />}
      </div>
    </SessionLayout>
  )
}

function MissedVisit({ status, reason }: { status: string; reason: string }) {
  return (
    <>
      <h2>{status}</h2>
      <p className={css.words}>
        {reason ? `${reason}. ` : ''}There is no note to write. If the patient came after all, set the visit back to booked in the calendar.
      </p>
    </>
  )
}

/** What the note will look like: the shape of the last one, without its values. */
function SetOut({ last }: { last: NoteContent | null }) {
  if (!last) {
    return (
      <>
        <h2>First note of this course</h2>
        <p className={css.words}>Screening, S, O, treatment with a timer, A and P. What you measure today is what later visits are compared with.</p>
      </>
    )
  }
  const lists = [
    ['Activities', last.activities.map(({ name }) => name)],
    ['Motions', last.rom.map(({ motion }) => motionLabel(motion))],
    ['Muscles', last.strength.map(({ muscle }) => muscle)],
    ['Special tests', last.specialTests.map(({ test }) => test)],
    ['Services', [...new Set(last.blocks.map(({ name }) => name))]],
  ] as const
  return (
    <>
      <h2>Set out as last time</h2>
      <p className={css.words}>The values stay empty until you enter today’s. Last time’s stand beside them.</p>
      <Facts facts={lists.filter(([, names]) => names.length > 0).map(([name, names]) => [name, names.join(', ')] as const)} />
    </>
  )
}
