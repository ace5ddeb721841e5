import type { LedgerEntry } from '../../shared/billing/schema.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { cx } from './cx.ts'
import css from './ledger-lines.module.css'
import { dateInWords, Money, momentInWords } from './words.tsx'

type Entered = Pick<LedgerEntry, 'reason' | 'recordedBy' | 'recordedAt' | 'on'>

/** Why an entry was made, by whom and when: “Loyal patient · Ana Ruiz, 9:52 am”. What was entered before names were kept says only the day. */
export function enteredInWords({ reason, recordedBy, recordedAt, on }: Entered): string {
  const by = recordedBy === '' ? dateInWords(on, 'short') : `${recordedBy}, ${momentInWords(recordedAt)}`
  return reason === '' ? by : `${reason} · ${by}`
}

/** What an entry did, struck through once it was taken back, and under it why, by whom and when. */
export function EntryWords({ words, entry }: { words: string; entry: Entered & Pick<LedgerEntry, 'isReversed'> }) {
  return (
    <>
      <span className={cx(entry.isReversed && css.takenBack)}>
        {words}
        {entry.isReversed && <span className={css.spoken}> (taken back)</span>}
      </span>
      <span className={css.second}>{enteredInWords(entry)}</span>
    </>
  )
}

/** What an entry adds to what is owed, or takes off it. */
export function EntryAmount({ cents, isReversed }: { cents: Cents; isReversed: boolean }) {
  return (
    <span className={cx(css.amount, isReversed && css.takenBack)}>
      <Money cents={cents} />
    </span>
  )
}
