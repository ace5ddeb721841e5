import { useQuery } from '@tanstack/react-query'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import desk from './desk.module.css'

type BookedAheadListProps = { name: string; from: LocalDate; practitionerId?: PractitionerId; roomId?: RoomId }

/** The visits that stand in the way of leaving, each a way into the calendar. Nothing where none waits. */
export function BookedAheadList({ name, from, practitionerId, roomId }: BookedAheadListProps) {
  const ahead = useQuery(ask('practice.bookedAhead', { practitionerId: practitionerId ?? null, roomId: roomId ?? null, from }))
  if (!ahead.data || ahead.data.visits === 0) return null
  const { visits, first } = ahead.data
  return (
    <div className={desk.ahead} role="status">
      <p>
        {name} still has {visits === 1 ? 'a visit' : `${visits} visits`} booked. Move or cancel {visits === 1 ? 'it' : 'them'} first:
      </p>
      <ul>
        {first.map(({ appointmentId, startsAt, patientName }) => (
          <li key={appointmentId}>
            <TextLink to="/calendar" search={{ day: dayOf(startsAt), view: 'day' }}>
              <DateText day={dayOf(startsAt)} form="weekday" />, <TimeText at={startsAt} />
            </TextLink>{' '}
            {patientName}
          </li>
        ))}
      </ul>
      {visits > first.length && <p>and {visits - first.length} more.</p>}
    </div>
  )
}
