import { useEffect, useRef } from 'react'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { MoneyField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './check-out.module.css'
import { PAID_BY, type PaidBy, type PaymentEntered } from './payment-words.ts'

const REFERENCE_HINT: Readonly<Partial<Record<PaidBy, string>>> = { card: 'Visa 4417', check: 'Check 1024', hsa: 'HSA card 2210' }

type PaymentPartProps = { due: Cents; less: string; entered: PaymentEntered; onChange: (entered: PaymentEntered) => void }

/** Sees to it that one can type the amount or go on with Ctrl Enter at once, without the screen scrolling away from the charges. */
function useFirstFocus() {
  const part = useRef<HTMLElement>(null)
  useEffect(() => part.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  return part
}

/** How much is paid now, how, and its reference. Comes filled in with all that is due; `less` says what was taken off before. */
export function PaymentPart({ due, less, entered, onChange }: PaymentPartProps) {
  const part = useFirstFocus()
  const { amount, paidBy, reference } = entered
  const isLater = paidBy === 'later'
  const left = due - (amount ?? 0)
  const open = isLater ? due : left
  const remark = open > 0 ? `${formatMoney(cents(open))} stays open.` : ''
  return (
    <section ref={part} className={css.pay} aria-label="Payment">
      {less && <p className={css.less}>{less}</p>}
      <div className={css.payment}>
        <MoneyField
          label="Amount"
          name="payment"
          value={isLater ? null : amount}
          disabled={isLater}
          error={left < 0 ? `More than the ${formatMoney(due)} due.` : undefined}
          onChange={value => onChange({ ...entered, amount: value })}
        />
        <Segmented label="Paid by" withLabel withCheck value={paidBy} choices={PAID_BY} onChange={value => onChange({ ...entered, paidBy: value })} />
        <TextField
          label="Reference"
          value={reference}
          disabled={isLater}
          hint={remark || undefined}
          maxLength={60}
          placeholder={REFERENCE_HINT[paidBy] ?? ''}
          onChange={value => onChange({ ...entered, reference: value })}
        />
      </div>
    </section>
  )
}
