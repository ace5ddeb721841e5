import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import type { WaitlistEntry } from '../../shared/waitlist/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from './button.tsx'
import { Problem } from './messages.tsx'
import { OverWork } from './over-work.tsx'
import css from './waitlist-column.module.css'
import { Offer } from './waitlist-offer.tsx'
import { WaitlistPanel } from './waitlist-panel.tsx'

type WaitlistColumnProps = {
  /** Somebody who waits said yes to a time: open the booking panel there, with their `waitlistId`. */
  onOffer: (entry: WaitlistEntry, startsAt: LocalDateTime, practitionerId: PractitionerId | null) => void
}

/** Who waits for a time, longest first, and the first free one that suits each. */
export function WaitlistColumn({ onOffer }: WaitlistColumnProps) {
  const waiting = useQuery(ask('waitlist.list', {}))
  const [open, setOpen] = useState<WaitlistEntry | 'new' | null>(null)
  const rows = waiting.data ?? []
  return (
    <section className={css.column} aria-label="Waitlist">
      <header className={css.head}>
        <h2>Waitlist</h2>
        <Button kind="text" size="small" icon="plus" onClick={() => setOpen('new')} label="Add to the waitlist">
          Add
        </Button>
      </header>
      <Problem error={waiting.error} />
      {waiting.data && rows.length === 0 && <p className={css.quiet}>Nobody waits for a time.</p>}
      <ul className={css.list}>
        {rows.map(entry => (
          <WaitingRow key={entry.id} entry={entry} onOpen={() => setOpen(entry)} onOffer={onOffer} />
        ))}
      </ul>
      {open && (
        <OverWork>
          <WaitlistPanel entry={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        </OverWork>
      )}
    </section>
  )
}

function WaitingRow({ entry, onOpen, onOffer }: { entry: WaitlistEntry; onOpen: () => void } & WaitlistColumnProps) {
  const { fits } = entry
  const isOffered = entry.offers.some(offer => offer.answer === 'waiting')
  const practitionerFor = (startsAt: LocalDateTime) => (fits?.startsAt === startsAt ? fits.practitionerId : entry.practitionerId)
  return (
    <li className={css.row}>
      <div className={css.line}>
        <button type="button" className={css.name} onClick={onOpen} title="Change or take off the list">
          {entry.patientName}
        </button>
        {!isOffered && <Offer entry={entry} startsAt={fits?.startsAt ?? null} onYes={startsAt => onOffer(entry, startsAt, practitionerFor(startsAt))} />}
      </div>
      <p className={css.words}>{entry.words}</p>
      {!isOffered && fits && <p className={css.fits}>{fits.words}</p>}
      {isOffered && (
        <>
          {entry.phone && <p className={css.words}>{entry.phone}</p>}
          <Offer entry={entry} startsAt={null} onYes={startsAt => onOffer(entry, startsAt, practitionerFor(startsAt))} />
        </>
      )}
    </li>
  )
}
