import { useQuery } from '@tanstack/react-query'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { Section } from '../ui/screen.tsx'
import { MomentText } from '../ui/words.tsx'
import css from './visit-panel.module.css'

/** Everything that happened to a visit, oldest first: booked, moved, called about, cancelled, and by whom. */
export function HistoryList({ appointmentId }: { appointmentId: AppointmentId }) {
  const history = useQuery(ask('appointments.history', { appointmentId }))
  const changes = history.data ?? []
  if (changes.length === 0) return null
  return (
    <Section title="History">
      <ol className={css.history}>
        {changes.map(change => (
          <li key={`${change.at} ${change.sentence}`}>
            <p>{change.sentence}</p>
            <p className={css.quiet}>
              <MomentText at={change.at} />
              {change.who && `, ${change.who}`}
              {change.reason && ` · ${change.reason}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
