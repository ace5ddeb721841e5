import type { LocalDateTime } from '../../shared/lib/dates.ts'
import { dayOf, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import type { WaitlistEntry } from '../../shared/waitlist/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from './button.tsx'
import { todayHere } from './clock.ts'
import { Problem } from './messages.tsx'
import css from './waitlist-column.module.css'

/** “today 4:30 pm”, “Fri, Nov 20, 9:00 am”: a time offered to somebody who waits. */
export function offerWords(startsAt: LocalDateTime): string {
  const day = dayOf(startsAt)
  return day === todayHere() ? `today ${formatTime(startsAt)}` : `${formatWeekday(day)}, ${formatTime(startsAt)}`
}

type OfferProps = {
  entry: WaitlistEntry
  /** The time to offer; null where none suits. */
  startsAt: LocalDateTime | null
  onYes: (startsAt: LocalDateTime) => void
}

/** Offers a time to somebody who waits, and keeps what they said: yes books it, no and no answer leave them on the list. */
export function Offer({ entry, startsAt, onYes }: OfferProps) {
  const record = useCommand('waitlist.recordOffer')
  const open = entry.offers.find(offer => offer.answer === 'waiting')
  const asked = open?.startsAt ?? null
  const answer = (to: LocalDateTime, said: 'waiting' | 'no' | 'no-answer') => record.mutate({ id: entry.id, startsAt: to, answer: said })
  if (asked) {
    return (
      <div className={css.offered}>
        <p className={css.fits}>Offered {offerWords(asked)}</p>
        <div className={css.answers}>
          <Button size="small" onClick={() => onYes(asked)} label={`${entry.patientName} said yes`}>
            Said yes
          </Button>
          <Button size="small" kind="text" busy={record.isPending} onClick={() => answer(asked, 'no')} label={`${entry.patientName} said no`}>
            No
          </Button>
          <Button size="small" kind="text" busy={record.isPending} onClick={() => answer(asked, 'no-answer')} label={`${entry.patientName} did not answer`}>
            No answer
          </Button>
        </div>
        <Problem error={record.error} />
      </div>
    )
  }
  if (!startsAt) return null
  return (
    <>
      <Button
        kind="text"
        size="small"
        className={css.offer}
        busy={record.isPending}
        onClick={() => answer(startsAt, 'waiting')}
        label={`Offer ${offerWords(startsAt)} to ${entry.patientName}`}
      >
        Offer
      </Button>
      <Problem error={record.error} />
    </>
  )
}
