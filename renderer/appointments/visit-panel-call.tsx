import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutcome } from '../../shared/appointments/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MomentText } from '../ui/words.tsx'
import css from './visit-panel.module.css'

const OUTCOMES: readonly { outcome: CallOutcome; words: string }[] = [
  { outcome: 'confirmed', words: 'Confirmed' },
  { outcome: 'left-message', words: 'Left a message' },
  { outcome: 'no-answer', words: 'No answer' },
  { outcome: 'wrong-number', words: 'Wrong number' },
]

/** How a call about the visit went; “Confirmed” also confirms it. */
export function CallPart({ appointmentId, phone, day }: { appointmentId: AppointmentId; phone: string; day: LocalDate }) {
  const reminders = useQuery(ask('appointments.listReminders', { day }))
  const last = reminders.data?.reminders.find(one => one.appointmentId === appointmentId)?.lastCall
  const call = useCommand('appointments.recordCall')
  const [remark, setRemark] = useState('')
  const record = (outcome: CallOutcome) => call.mutate({ appointmentId, outcome, remark }, { onSuccess: () => setRemark('') })
  return (
    <Section title="Call" note={phone}>
      <div className={css.stack}>
        <TextField label="What was agreed" value={remark} onChange={setRemark} />
        <div className={css.ways}>
          {OUTCOMES.map(({ outcome, words }) => (
            <Button key={outcome} size="small" busy={call.isPending} onClick={() => record(outcome)}>
              {words}
            </Button>
          ))}
        </div>
        {last && (
          <p className={css.quiet} role="status">
            {OUTCOMES.find(one => one.outcome === last.outcome)?.words}, <MomentText at={last.at} />
            {last.who && `, ${last.who}`}
            {last.remark && ` · ${last.remark}`}
          </p>
        )}
        <Problem error={call.error} />
      </div>
    </Section>
  )
}
