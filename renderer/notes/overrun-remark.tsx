import { useState } from 'react'
import type { Instant } from '../../shared/lib/dates.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { overrunOf, pauseTimers } from '../../shared/notes/timer.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { momentInWords } from '../ui/words.tsx'
import css from './blocks-part.module.css'
import { momentOf } from './span-words.ts'
import type { Writing } from './writing.ts'

/** Said when a timer has run far past the booked end, as after a break or over night: it may be ended there, or go on. */
export function OverrunRemark({
  writing,
  now,
  write,
}: {
  writing: Writing
  now: Instant
  write: (make: (blocks: NoteContent['blocks']) => NoteContent['blocks']) => void
}) {
  const { content, session } = writing
  const [accepted, setAccepted] = useState<string>()
  const booked = { from: momentOf(session.appointment.startsAt), minutes: session.appointment.minutes }
  const overrun = overrunOf(content.blocks, booked, now)
  if (!overrun || overrun.since === accepted) return null
  const name = content.blocks.find(({ id }) => id === overrun.id)?.name ?? ''
  const end = momentInWords(overrun.bookedEnd)
  return (
    <div className={css.remark} role="status">
      <Icon name="warning" size={16} />
      <p>
        The timer of {name} has run since {momentInWords(overrun.since)}, {durationInWords(overrun.minutesPast)} past the booked end.
      </p>
      <Button size="small" onClick={() => write(blocks => pauseTimers(blocks, overrun.bookedEnd))}>
        End it at {end}
      </Button>
      <Button kind="text" size="small" onClick={() => setAccepted(overrun.since)}>
        It goes on
      </Button>
    </div>
  )
}

/** `2 h 5 min` */
function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return [hours > 0 && `${hours} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(' ')
}
