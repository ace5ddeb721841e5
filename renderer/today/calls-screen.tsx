import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { callProgress, isToCall } from '../../shared/appointments/reminders.ts'
import type { Reminder } from '../../shared/appointments/schema.ts'
import { formatLongDay, type LocalDate } from '../../shared/lib/dates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { DateField } from '../ui/date-field.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { goToNextCall, moveBetweenCalls } from './call-focus.ts'
import { CallRow } from './call-row.tsx'
import css from './calls.module.css'
import { type OUTCOMES, useCalls } from './use-calls.ts'

const route = getRouteApi('/calls')

const PARTS = [
  { name: 'Morning', from: '00:00' },
  { name: 'Afternoon', from: '12:00' },
  { name: 'Evening', from: '17:00' },
] as const

/** Who is to be called about the visits of a day, usually the next working one: the number, what was agreed, and how the call went by one key. */
export function CallsScreen() {
  const { day } = route.useSearch()
  const navigate = useNavigate()
  const list = useQuery(ask('appointments.listReminders', { day: day ?? null }))
  const print = useCommand('documents.openReminderList')
  const on = list.data?.day
  const doPrint = () => on && !print.isPending && print.mutate({ day: on })
  const choose = (next: LocalDate | null) => void navigate({ to: '/calls', search: next ? { day: next } : {} })
  useHotkey({ keys: 'p', label: 'Print the list', run: doPrint })
  const actions = (
    <>
      <DateField label="About the visits of" bare value={on ?? null} onChange={choose} className={css.day} />
      <Button kind="text" icon="printer" keys="p" busy={print.isPending} onClick={doPrint}>
        Print list
      </Button>
    </>
  )
  return (
    <Screen title="Calls" note={on && `about ${formatLongDay(on)}`} actions={actions} ground="surface">
      <Column label="Calls" ground="surface">
        <Problem error={list.error ?? print.error} />
        {list.data ? <Calls key={list.data.day} reminders={list.data.reminders} /> : !list.error && <Waiting />}
      </Column>
    </Screen>
  )
}

function Calls({ reminders }: { reminders: readonly Reminder[] }) {
  const calls = useCalls()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => goToNextCall(list.current, null), [])
  const { total, called, toCall } = callProgress(reminders)
  if (total === 0) {
    return (
      <Empty title="Nobody is booked for that day." icon="phone" action={<ButtonLink to="/calendar">Open the calendar</ButtonLink>}>
        Visits that are booked or confirmed stand here, each with whom to call and what was agreed.
      </Empty>
    )
  }
  const first = (reminders.find(isToCall) ?? reminders[0])?.appointmentId
  const record = (reminder: Reminder, outcome: (typeof OUTCOMES)[number]['outcome']) => {
    calls.call(reminder, outcome)
    goToNextCall(list.current, reminder.appointmentId)
  }
  const groups = PARTS.map(({ name, from }, index) => {
    const until = PARTS[index + 1]?.from ?? '24:00'
    return { name, rows: reminders.filter(({ startsAt }) => startsAt.slice(11) >= from && startsAt.slice(11) < until) }
  }).filter(({ rows }) => rows.length > 0)
  return (
    <>
      <Progress total={total} called={called} toCall={toCall} />
      <Problem error={calls.error} />
      <div ref={list} onKeyDownCapture={moveBetweenCalls}>
        {groups.map(({ name, rows }) => (
          <section key={name} className={css.group}>
            <h2>{name}</h2>
            <ul>
              {rows.map(reminder => (
                <CallRow
                  key={reminder.appointmentId}
                  tabIndex={reminder.appointmentId === first ? 0 : -1}
                  reminder={reminder}
                  onCall={outcome => record(reminder, outcome)}
                  onUndo={() => calls.undo(reminder.appointmentId)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function Progress({ total, called, toCall }: ReturnType<typeof callProgress>) {
  return (
    <div className={css.progress}>
      <progress value={called} max={total} aria-label="Calls made" />
      <p role="status">{toCall === 0 ? <Status icon="check">Everybody is called.</Status> : `${called} of ${total} called`}</p>
      <p className={css.keys}>
        On a row: <KeyHint keys="c" /> confirmed <KeyHint keys="l" /> left a message <KeyHint keys="n" /> no answer <KeyHint keys="w" /> wrong number{' '}
        <KeyHint keys="u" /> undo
      </p>
    </div>
  )
}
