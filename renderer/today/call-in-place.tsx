import { useQuery } from '@tanstack/react-query'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './today.module.css'
import { OUTCOMES, useCalls } from './use-calls.ts'

/** The call about a visit, below its row: the number, whom to ask for, what to say, and how it went in one click. */
export function CallInPlace({ visit, onDone }: { visit: Appointment; onDone: () => void }) {
  const list = useQuery(ask('appointments.listReminders', { day: dayOf(visit.startsAt) }))
  const reminder = list.data?.reminders.find(({ appointmentId }) => appointmentId === visit.id)
  const calls = useCalls()
  const say = reminder ? [reminder.agreed, reminder.bring].filter(words => words !== '').join(' ') : ''
  return (
    <div className={css.call}>
      <p>
        <b className={css.phone}>{reminder?.phone ?? visit.phone}</b>
        {reminder?.askFor && <> · Ask for {reminder.askFor}</>}
      </p>
      {say && <p className={css.detail}>{say}</p>}
      <div className={css.outcomes}>
        {OUTCOMES.map(({ outcome, words }) => (
          <Button
            key={outcome}
            size="small"
            busy={calls.isBusy}
            label={`${words}: ${visit.patientName}`}
            onClick={() => calls.call({ appointmentId: visit.id, patientName: visit.patientName }, outcome, onDone)}
          >
            {words}
          </Button>
        ))}
      </div>
      <Problem error={calls.error ?? list.error} />
    </div>
  )
}
