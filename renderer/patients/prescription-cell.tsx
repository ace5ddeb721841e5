import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { daysBetween, formatMonthDay, type LocalDate } from '../../shared/lib/dates.ts'
import { todayHere } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { Meter } from '../ui/meter.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './patients.module.css'

// Within the coming months the year goes without saying, also past New Year.
const comingDay = (day: LocalDate) => (daysBetween(todayHere(), day) < 300 ? formatMonthDay(day) : dateInWords(day, 'short'))

function endWords({ state, expiresOn }: PrescriptionUse): string {
  if (state === 'used-up') return 'used up'
  if (expiresOn === null) return ''
  return state === 'expired' ? 'expired' : comingDay(expiresOn)
}

/** A prescription in a row of a list: meter, count and last day; amber when the desk must act. */
export function PrescriptionCell({ use }: { use: PrescriptionUse }) {
  const { used, allowed, state, hasVisitToday } = use
  const end = endWords(use)
  const isOver = state === 'used-up' || state === 'expired' || (allowed !== null && allowed - used <= 1)
  return (
    <span className={css.order}>
      {allowed !== null && <Meter used={used} total={allowed} size="small" now={hasVisitToday && state !== 'used-up'} />}
      <span className={cx(isOver && css.act)}>
        {isOver ? <b>{allowed === null ? used : `${used} of ${allowed}`}</b> : allowed === null ? `${used} visits` : `${used} of ${allowed}`}
        {end && `, ${end}`}
      </span>
    </span>
  )
}
