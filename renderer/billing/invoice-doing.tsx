import { useState } from 'react'
import { entryInWords } from '../../shared/billing/ledger-words.ts'
import type { Invoice, LedgerEntry, Payment } from '../../shared/billing/schema.ts'
import { type Cents, cents, formatMoney, sumCents } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { Checkbox } from '../ui/checks.tsx'
import { AmountPanel } from '../ui/ledger-amount.tsx'
import { ReasonPanel } from '../ui/ledger-reason.tsx'
import { RefundPanel } from '../ui/ledger-refund.tsx'
import { paymentInWords, standingPayments } from './payment-words.ts'

/** What is being done to an invoice, in a panel over it. */
export type Doing =
  | { kind: 'discount' | 'write-off' | 'adjustment' | 'credit-note' | 'use-credit' | 'void' }
  | { kind: 'refund' | 'void-payment'; payment: Payment }
  | { kind: 'take-back'; entry: LedgerEntry }

type DoingProps = { invoice: Invoice; credit: Cents; onClose: () => void }

const nameOf = ({ number, patientName }: Invoice) => `${patientName} · ${number}`

const REDUCE = {
  discount: { title: 'Give a discount', ends: 'as a discount' },
  'write-off': { title: 'Write off', ends: 'as a write-off' },
  adjustment: { title: 'Adjust', ends: 'as an adjustment' },
} as const

function Reduce({ invoice, kind, onClose }: DoingProps & { kind: keyof typeof REDUCE }) {
  const reduce = useCommand('billing.reduce')
  const { title, ends } = REDUCE[kind]
  return (
    <AmountPanel
      title={title}
      note={nameOf(invoice)}
      most={invoice.balance}
      isFilled={kind === 'write-off'}
      explain={amount =>
        `${formatMoney(amount)} is let go ${ends}; ${formatMoney(cents(invoice.balance - amount))} stays owed. The charge itself does not change.`
      }
      busy={reduce.isPending}
      problem={reduce.error}
      keepAs={`${kind} of ${invoice.id}`}
      onSave={(entered, done) => reduce.mutate({ invoiceId: invoice.id, kind, ...entered }, done)}
      onClose={onClose}
    />
  )
}

/** What packages paid of an invoice: no money that could go to the account. */
const byPackage = (invoice: Invoice) => invoice.paid - sumCents(standingPayments(invoice).map(({ amount }) => amount))

function CreditNote({ invoice, onClose }: DoingProps) {
  const creditNote = useCommand('billing.creditNote')
  const explain = (amount: Cents) => {
    const beyond = cents(Math.max(0, amount - invoice.balance))
    return beyond > 0 ? `${formatMoney(beyond)} that was paid moves to credit on the account. Refund it from there.` : 'That amount is no longer owed.'
  }
  return (
    <AmountPanel
      title="Issue credit note"
      note={nameOf(invoice)}
      most={cents(invoice.total - invoice.reduced - byPackage(invoice))}
      explain={explain}
      busy={creditNote.isPending}
      problem={creditNote.error}
      keepAs={`credit note of ${invoice.id}`}
      onSave={(entered, done) => creditNote.mutate({ invoiceId: invoice.id, ...entered }, done)}
      onClose={onClose}
    />
  )
}

function UseCredit({ invoice, credit, onClose }: DoingProps) {
  const apply = useCommand('billing.applyCredit')
  return (
    <AmountPanel
      title="Use credit"
      note={nameOf(invoice)}
      most={cents(Math.min(credit, invoice.balance))}
      isFilled
      asksWhy={false}
      explain={amount => `${formatMoney(cents(credit - amount))} of the credit is left; ${formatMoney(cents(invoice.balance - amount))} stays owed.`}
      busy={apply.isPending}
      problem={apply.error}
      keepAs={`use of credit for ${invoice.id}`}
      onSave={({ amount }, done) => apply.mutate({ patientId: invoice.patientId, invoiceId: invoice.id, amount }, done)}
      onClose={onClose}
    />
  )
}

const AFTER_VOID = {
  visit: 'The visit can then be checked out again.',
  missed: 'The fee is then no longer owed.',
  sale: 'What was sold is then no longer owed.',
} as const

function Void({ invoice, onClose }: DoingProps) {
  const voidInvoice = useCommand('billing.voidInvoice')
  const [keeps, setKeeps] = useState(true)
  const paid = sumCents(standingPayments(invoice).map(({ amount }) => amount))
  return (
    <ReasonPanel
      title="Void invoice"
      note={nameOf(invoice)}
      explanation={`The number stays in the list with the reason. ${AFTER_VOID[invoice.kind]}`}
      busy={voidInvoice.isPending}
      problem={voidInvoice.error}
      keepAs={`void of ${invoice.id}`}
      onSave={(reason, done) => voidInvoice.mutate({ invoiceId: invoice.id, reason, keepPaymentsAsCredit: paid > 0 && keeps }, done)}
      onClose={onClose}
    >
      {paid > 0 && (
        <Checkbox
          label={`Keep the ${formatMoney(paid)} paid as credit on the account`}
          value={keeps}
          onChange={setKeeps}
          hint="To give it back instead, refund or void its payments first."
        />
      )}
    </ReasonPanel>
  )
}

function VoidPayment({ invoice, payment, onClose }: DoingProps & { payment: Payment }) {
  const voidPayment = useCommand('billing.voidPayment')
  const elsewhere = payment.received > payment.amount ? ' So does the rest of it, wherever it went.' : ''
  return (
    <ReasonPanel
      title="Void payment"
      note={`${nameOf(invoice)} · ${paymentInWords(payment)}`}
      explanation={`For a payment entered in error: ${formatMoney(payment.amount)} becomes open again.${elsewhere} It stays in the list with the reason. Give money back with Refund instead.`}
      busy={voidPayment.isPending}
      problem={voidPayment.error}
      keepAs={`void of payment ${payment.id}`}
      onSave={(reason, done) => voidPayment.mutate({ paymentId: payment.id, reason }, done)}
      onClose={onClose}
    />
  )
}

function TakeBack({ invoice, entry, onClose }: DoingProps & { entry: LedgerEntry }) {
  const reverse = useCommand('billing.reverseEntry')
  return (
    <ReasonPanel
      title="Take back"
      note={`${nameOf(invoice)} · ${entryInWords(entry, invoice)}`}
      explanation={`${formatMoney(cents(0 - entry.amount))} is owed again. The entry stays in the list, and that it was taken back.`}
      busy={reverse.isPending}
      problem={reverse.error}
      keepAs={`taking back ${entry.id}`}
      onSave={(reason, done) => reverse.mutate({ entryId: entry.id, reason }, done)}
      onClose={onClose}
    />
  )
}

/** The panel for what is being done to an invoice. */
export function InvoiceDoing({ doing, ...props }: DoingProps & { doing: Doing }) {
  switch (doing.kind) {
    case 'discount':
    case 'write-off':
    case 'adjustment':
      return <Reduce {...props} kind={doing.kind} />
    case 'credit-note':
      return <CreditNote {...props} />
    case 'use-credit':
      return <UseCredit {...props} />
    case 'void':
      return <Void {...props} />
    case 'refund':
      return <RefundPanel paymentId={doing.payment.id} onClose={props.onClose} />
    case 'void-payment':
      return <VoidPayment {...props} payment={doing.payment} />
    case 'take-back':
      return <TakeBack {...props} entry={doing.entry} />
  }
}
