import type { PaymentFields, PaymentMethod } from '../../shared/billing/schema.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { METHODS } from '../ui/ledger-methods.ts'
import { MoneyField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Choice } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './packages.module.css'

/** How a sale is paid, as entered. An amount of null is all of it; `later` takes nothing now. */
export type PaymentEntered = { amount: Cents | null; paidBy: PaymentMethod | 'later'; reference: string }

/** All of it by card, the usual way. */
export const PAID_BY_CARD: PaymentEntered = { amount: null, paidBy: 'card', reference: '' }

const CHOICES: readonly Choice<PaymentEntered['paidBy']>[] = [
  ...METHODS.filter(({ value }) => value !== 'other' && value !== 'insurance'),
  { value: 'later', label: 'Later' },
]

/** The payment to send; null where none is taken now. */
export function paymentOf({ amount, paidBy, reference }: PaymentEntered, total: Cents): PaymentFields | null {
  const taken = amount ?? total
  return paidBy === 'later' || taken === 0 ? null : { amount: taken, method: paidBy, reference }
}

type SalePaymentProps = {
  total: Cents
  entered: PaymentEntered
  onChange: (entered: PaymentEntered) => void
  refused: Readonly<Record<string, string>> | undefined
}

/** How much is paid now, how, and its reference; comes filled in with all of it. */
export function SalePayment({ total, entered, onChange, refused }: SalePaymentProps) {
  const isLater = entered.paidBy === 'later'
  const amount = entered.amount ?? total
  const open = isLater ? total : total - amount
  const isOver = !isLater && amount > total
  return (
    <div className={css.payment}>
      <Segmented
        label="Paid by"
        withLabel
        withCheck
        size="small"
        value={entered.paidBy}
        choices={CHOICES}
        onChange={paidBy => onChange({ ...entered, paidBy })}
      />
      <div className={css.paymentFields}>
        <MoneyField
          label="Amount"
          name="payment"
          value={isLater ? null : amount}
          disabled={isLater}
          error={isOver ? `At most ${formatMoney(total)}.` : refused?.['payment.amount']}
          onChange={value => onChange({ ...entered, amount: value })}
        />
        <TextField
          label="Reference"
          required={false}
          value={entered.reference}
          disabled={isLater}
          maxLength={60}
          error={refused?.['payment.reference']}
          onChange={reference => onChange({ ...entered, reference })}
        />
      </div>
      {open > 0 && <p className={css.second}>{formatMoney(cents(open))} stays open.</p>}
    </div>
  )
}
