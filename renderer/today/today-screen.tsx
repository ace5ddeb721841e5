import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { formatLongDay, formatTime, localDateTime } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { wallNow } from '../ui/clock.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Attention } from './attention.tsx'
import css from './today.module.css'
import { useVisitSteps, VisitRow } from './visit-row.tsx'
import { visitInTurn } from './visit-words.ts'

function countWords(visits: readonly Appointment[]): string {
  const missed = visits.filter(visit => visit.status === 'cancelled').length
  const coming = visits.length - missed
  const words = coming === 1 ? '1 visit' : `${coming} visits`
  return missed ? `${words}, ${missed} cancelled` : words
}

/** The day at one look: whose turn it is and the next step of each visit on the left, what waits for somebody on the right. */
export function TodayScreen() {
  const today = useQuery({ ...ask('reports.today', {}), refetchInterval: 60_000 })
  const navigate = useNavigate()
  const inTurn = today.data && visitInTurn(today.data.visits)
  const steps = useVisitSteps(inTurn)
  const newVisit = () => void navigate({ to: '/calendar', search: { view: 'day', new: true } })
  useHotkey({ keys: 'mod+enter', label: 'Next step of the visit in turn', run: steps.next, enabled: inTurn !== undefined })
  useHotkey({ keys: 'n', label: 'New visit', run: newVisit })
  if (today.error) return <Problem error={today.error} />
  if (!today.data) return <Waiting />
  const { day, visits, attention, receivedToday, closesAt } = today.data
  const now = wallNow()
  return (
    <Screen title="Today" head={null}>
      <Columns template="minmax(0, 1fr) clamp(340px, 32%, 452px)">
        <Column label="Today’s visits" className={css.visits}>
          <header className={css.head}>
            <h1>{formatLongDay(day)}</h1>
            <span className={css.note}>{visits.length > 0 && countWords(visits)}</span>
            <Button icon="plus" size="small" keys="n" onClick={newVisit}>
              New visit
            </Button>
          </header>
          {visits.length === 0 ? (
            <Empty
              title="No visits today."
              icon="calendar"
              action={
                <Button kind="primary" keys="n" onClick={newVisit}>
                  Book a visit
                </Button>
              }
            >
              Visits booked for today stand here in order, each with its next step.
            </Empty>
          ) : (
            <ol>
              {visits.map(visit => (
                <VisitRow key={visit.id} visit={visit} isInTurn={visit.id === inTurn?.id} now={now} />
              ))}
              <li className={css.end}>
                <span>{formatTime(localDateTime(`${day}T${closesAt}`))}</span>
                <span>{receivedToday > 0 ? `Day ends. ${formatMoney(receivedToday)} received so far.` : 'Day ends. Nothing received yet.'}</span>
              </li>
            </ol>
          )}
        </Column>
        <Column label="Needs attention" ground="surface" padding="narrow">
          <header className={css.head} style={{ minHeight: 56 }}>
            <h2>Needs attention</h2>
            <span className={css.note}>{attention.length > 0 && attention.length}</span>
          </header>
          <Attention items={attention} />
        </Column>
      </Columns>
    </Screen>
  )
}
