import type { Payment } from '../../shared/billing/schema.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { cx } from '../ui/cx.ts'
import css from './billing.module.css'
import { paymentInWords } from './payment-words.ts'
import { VoidWithReason } from './void-with-reason.tsx'

/** One payment of an invoice; a mistaken one is voided with its reason, never changed. */
export function PaymentRow({ payment }: { payment: Payment }) {
  const voidPayment = useCommand('billing.voidPayment')
  const isVoid = payment.voidedAt !== null
  return (
    <li className={css.paymentRow}>
      <p className={css.grow}>
        <span className={cx(isVoid && css.struck)}>{paymentInWords(payment)}</span>
        {isVoid && <span className={css.second}>Void: {payment.voidReason}</span>}
      </p>
      {!isVoid && (
        <VoidWithReason
          small
          words="Void payment"
          explanation={`${formatMoney(payment.amount)} becomes open again. The payment stays in the list with the reason.`}
          busy={voidPayment.isPending}
          error={voidPayment.error}
          onVoid={reason => voidPayment.mutate({ paymentId: payment.id, reason })}
        />
      )}
    </li>
  )
}
