import { useState } from 'react'
import type { Account, AccountPayment } from '../../shared/billing/account.ts'
import { receivedInWords } from '../../shared/billing/ledger-words.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { ActionMenu, type MenuAction } from '../ui/action-menu.tsx'
import { cx } from '../ui/cx.ts'
import type { usePrintMoney } from '../ui/ledger-print.ts'
import { ReasonPanel } from '../ui/ledger-reason.tsx'
import { RefundPanel } from '../ui/ledger-refund.tsx'
import { Problem } from '../ui/messages.tsx'
import { Column, Section } from '../ui/screen.tsx'
import css from './account.module.css'

/** Where the money of a payment is now: “INV-2026-0041 $45.00 · $15.00 credit · $10.00 given back”. */
function whereInWords({ settles, onAccount, givenBack, voidedAt, voidReason }: AccountPayment): string {
  if (voidedAt !== null) return `Void: ${voidReason}`
  return [
    ...settles.map(({ number, amount }) => `${number} ${formatMoney(amount)}`),
    ...(onAccount > 0 ? [`${formatMoney(onAccount)} credit`] : []),
    ...(givenBack > 0 ? [`${formatMoney(givenBack)} given back`] : []),
  ].join(' · ')
}

function VoidPaymentPanel({ payment, account, onClose }: { payment: AccountPayment; account: Account; onClose: () => void }) {
  const voidPayment = useCommand('billing.voidPayment')
  return (
    <ReasonPanel
      title="Void payment"
      note={`${account.patientName} · ${receivedInWords(payment)}`}
      explanation="For a payment entered in error: what it paid becomes open again. It stays in the list with the reason. Give money back with Refund instead."
      busy={voidPayment.isPending}
      problem={voidPayment.error}
      keepAs={`void of payment ${payment.id}`}
      onSave={(reason, done) => voidPayment.mutate({ paymentId: payment.id, reason }, done)}
      onClose={onClose}
    />
  )
}

type PaymentsProps = { account: Account; printing: ReturnType<typeof usePrintMoney> }
type Doing = { kind: 'refund' | 'void'; payment: AccountPayment }

/** Every payment received from a patient and where its money is now; receipts, refunds and voiding in place. */
export function AccountPayments({ account, printing }: PaymentsProps) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const actionsOf = (payment: AccountPayment): MenuAction[] => [
    { words: 'Print receipt', run: () => printing.printReceipt({ paymentId: payment.id }) },
    ...(payment.givenBack < payment.amount ? [{ words: 'Refund…', run: () => setDoing({ kind: 'refund', payment }) }] : []),
    ...(payment.givenBack === 0 ? [{ words: 'Void payment…', run: () => setDoing({ kind: 'void', payment }) }] : []),
  ]
  return (
    <Column label="Payments" padding="narrow">
      <Section title="Payments">
        <Problem error={printing.error} />
        {account.payments.length === 0 && <p className={css.second}>Nothing was paid yet.</p>}
        <ul className={css.payments}>
          {account.payments.map(payment => (
            <li key={payment.id} className={css.payment}>
              <p className={css.grow}>
                <span className={cx(payment.voidedAt !== null && css.void)}>{receivedInWords(payment)}</span>
                <span className={css.second}>{whereInWords(payment)}</span>
              </p>
              {payment.voidedAt === null && <ActionMenu label={`More for ${receivedInWords(payment)}`} actions={actionsOf(payment)} />}
            </li>
          ))}
        </ul>
      </Section>
      {doing?.kind === 'refund' && <RefundPanel paymentId={doing.payment.id} onClose={close} />}
      {doing?.kind === 'void' && <VoidPaymentPanel payment={doing.payment} account={account} onClose={close} />}
    </Column>
  )
}
