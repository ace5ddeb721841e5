import { Temporal } from 'temporal-polyfill'
import { formatTime, Instant, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { ServiceBlock } from '../../shared/notes/schema.ts'
import { clinicTimeZone } from '../ui/clock.ts'

const short = (at: Instant) => formatTime(wallTimeOf(at, clinicTimeZone())).replace(/ [ap]m$/, '')

/** When a block’s timer ran: `10:58 – 11:26`, a running one `11:28 – now`; one within a minute is left out. */
export function spansInWords({ spans, runningSince }: Pick<ServiceBlock, 'spans' | 'runningSince'>): readonly string[] {
  const ended = spans.filter(({ from, to }) => short(from) !== short(to)).map(({ from, to }) => `${short(from)} – ${short(to)}`)
  return [...new Set(ended), ...(runningSince === null ? [] : [`${short(runningSince)} – now`])]
}

/** The moment of a wall time at the clinic. */
export const momentOf = (at: LocalDateTime): Instant =>
  Instant.parse(Temporal.PlainDateTime.from(at).toZonedDateTime(clinicTimeZone()).toInstant().toString({ smallestUnit: 'millisecond' }))
