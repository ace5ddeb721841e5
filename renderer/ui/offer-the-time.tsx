import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { Button } from './button.tsx'
import { wallNow } from './clock.ts'
import { Problem } from './messages.tsx'
import { SidePanel } from './side-panel.tsx'
import css from './waitlist-column.module.css'
import { Offer, offerWords } from './waitlist-offer.tsx'

/** A time became free: who of those waiting could take it, longest waiting first. */
export function OfferTheTime({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
  const navigate = useNavigate()
  const { startsAt, minutes, practitionerId } = visit
  const isAhead = startsAt > wallNow()
  const fitting = useQuery({ ...ask('waitlist.whoFits', { startsAt, minutes, practitionerId }), enabled: isAhead })
  const waiting = isAhead ? (fitting.data ?? []) : []
  return (
    <SidePanel
      title={isAhead ? 'Offer the time' : 'Done'}
      note={isAhead ? `${offerWords(startsAt)}, ${minutes} min` : visit.patientName}
      onClose={onClose}
      width={440}
      footer={
        <>
          <Button onClick={() => void navigate({ to: '/calendar', search: { book: visit.patientId } })}>Book again</Button>
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Problem error={fitting.error} />
      {isAhead && fitting.data && waiting.length === 0 && <p className={css.words}>Nobody on the waitlist could take this time.</p>}
      <ul className={css.list}>
        {waiting.map(entry => {
          const isOffered = entry.offers.some(offer => offer.answer === 'waiting')
          const offer = (
            <Offer entry={entry} startsAt={startsAt} onYes={() => void navigate({ to: '/calendar', search: { waitlist: entry.id, day: dayOf(startsAt) } })} />
          )
          return (
            <li key={entry.id} className={css.row}>
              <div className={css.line}>
                <b>{entry.patientName}</b>
                {!isOffered && offer}
              </div>
              <p className={css.words}>{entry.words}</p>
              {entry.phone && <p className={css.words}>{entry.phone}</p>}
              {isOffered && offer}
            </li>
          )
        })}
      </ul>
    </SidePanel>
  )
}
