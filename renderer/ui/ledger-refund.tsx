import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaymentWhere } from '../../shared/billing/account.ts'
import { receivedInWords } from '../../shared/billing/ledger-words.ts'
import { planRefund } from '../../shared/billing/refund.ts'
import type { PaymentMethod } from '../../shared/billing/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import type { PaymentId } from '../../shared/lib/ids.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Checkbox } from './checks.tsx'
import { todayHere } from './clock.ts'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { METHODS } from './ledger-methods.ts'
import { Problem } from './messages.tsx'
import { MoneyField } from './number-field.tsx'
import { OverWork } from './over-work.tsx'
import { Segmented } from './segmented.tsx'
import { TextField } from './text-field.tsx'

const leftOf = ({ amount, givenBack, voidedAt }: PaymentWhere) => cents(voidedAt === null ? amount - givenBack : 0)

/** From where the money comes: “$15.00 from the account; $45.00 off INV-2026-0041, let go by a credit note.” */
function fromWhere(payment: PaymentWhere, amount: Cents, creditNote: boolean): string {
  const standing = [{ invoiceId: null, number: '', amount: payment.onAccount }, ...payment.settles]
  const parts = planRefund(standing, amount).map(part =>
    part.from.invoiceId === null
      ? `${formatMoney(part.amount)} from the credit on the account`
      : `${formatMoney(part.amount)} off ${part.from.number}, ${creditNote ? 'let go by a credit note' : 'owed again'}`,
  )
  return `${parts.join('; ')}.`
}

type Draft = { amount: Cents | null; method: PaymentMethod; reference: string; refundedOn: string | null; reason: string; creditNote: boolean }

/** All of what can be given back, today, by the way it came in. */
const usualOf = (payment: PaymentWhere): Draft => ({
  amount: payment.onAccount > 0 ? payment.onAccount : leftOf(payment),
  method: payment.method,
  reference: '',
  refundedOn: todayHere(),
  reason: '',
  creditNote: true,
})

/** Gives money of a payment back: how much, how, when and why, and whether what it paid is owed again or let go. */
export function RefundPanel({ paymentId, onClose }: { paymentId: PaymentId; onClose: () => void }) {
  const found = useQuery({ ...ask('billing.getPayment', { paymentId }), staleTime: 0 })
  if (found.error) return <Problem error={found.error} />
  return found.data ? <RefundForm payment={found.data} onClose={onClose} /> : null
}

function RefundForm({ payment, onClose }: { payment: PaymentWhere; onClose: () => void }) {
  const refund = useCommand('billing.refund')
  const draft = useKeptDraft<Draft>(usualOf(payment), `refund of ${payment.id}`)
  const [isAsked, setAsked] = useState(false)
  const { amount, method, reference, refundedOn, reason, creditNote } = draft.values
  const left = leftOf(payment)
  const day = LocalDate.safeParse(refundedOn).data
  const isOver = amount !== null && amount > left
  const refused = refund.error?.fields
  const close = () => {
    draft.markSaved()
    onClose()
  }
  const save = () => {
    setAsked(true)
    if (amount === null || amount === 0 || isOver || reason.trim() === '' || day === undefined) return
    refund.mutate({ paymentId: payment.id, refund: { amount, method, reference }, refundedOn: day, reason, creditNote }, { onSuccess: close })
  }
  const amountError = isOver ? `Of this payment ${formatMoney(left)} can be given back.` : isAsked && !amount ? 'Enter an amount above zero.' : undefined
  return (
    <OverWork>
      <FormPanel
        title="Refund"
        note={`${payment.patientName} · ${receivedInWords(payment)}`}
        save="Refund"
        busy={refund.isPending}
        problem={refund.error}
        onSave={save}
        onClose={onClose}
      >
        <KeptNote form={draft} />
        <MoneyField
          label="Amount"
          name="refund"
          value={amount}
          onChange={typed => draft.change({ amount: typed })}
          error={refused?.['refund.amount'] ?? amountError}
          hint={`At most ${formatMoney(left)}.`}
        />
        <Segmented
          label="Given back by"
          withLabel
          withCheck
          size="small"
          value={method}
          onChange={chosen => draft.change({ method: chosen })}
          choices={METHODS}
        />
        <FieldRow template="1fr 1fr">
          <TextField label="Reference" value={reference} onChange={typed => draft.change({ reference: typed })} maxLength={60} required={false} />
          <DateField label="Given back on" value={refundedOn} onChange={day => draft.change({ refundedOn: day })} error={refused?.refundedOn} />
        </FieldRow>
        <TextField
          label="Reason"
          name="reason"
          value={reason}
          onChange={typed => draft.change({ reason: typed })}
          maxLength={200}
          error={refused?.reason ?? (isAsked && reason.trim() === '' ? 'Say why. The reason is kept.' : undefined)}
        />
        {amount !== null && amount > payment.onAccount && (
          <Checkbox
            label="With a credit note"
            value={creditNote}
            onChange={isOn => draft.change({ creditNote: isOn })}
            hint="What it paid is then let go. Without one, that amount is owed again."
          />
        )}
        {amount !== null && amount > 0 && !isOver && <p role="status">{fromWhere(payment, amount, creditNote)}</p>}
      </FormPanel>
    </OverWork>
  )
}
