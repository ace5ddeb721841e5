import type { Invoice, PaymentMethod } from '../../shared/billing/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { stopAtUnread } from '../lib/unread.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { KeptNote } from '../ui/kept-note.tsx'
import { METHODS } from '../ui/ledger-methods.ts'
import { ReceiptFields } from '../ui/ledger-receipt-fields.tsx'
import { Problem } from '../ui/messages.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import css from './billing.module.css'

type Draft = { amount: Cents | null; method: PaymentMethod; reference: string; paidOn: string | null }

/** Takes a payment on an invoice that is open; comes filled in with what is owed, today. */
export function TakePayment({ invoice, isPrimary = false }: { invoice: Invoice; isPrimary?: boolean }) {
  const take = useCommand('billing.takePayment')
  const start: Draft = { amount: invoice.balance, method: 'card', reference: '', paidOn: todayHere() }
  const draft = useKeptDraft(start, `payment on ${invoice.id}`)
  const { amount, method, reference, paidOn } = draft.values
  const day = LocalDate.safeParse(paidOn).data
  const words = `Take ${formatMoney(amount ?? invoice.balance)}`
  const canPay = amount !== null && amount > 0 && day !== undefined && !take.isPending
  const pay = () => {
    if (!canPay || stopAtUnread()) return
    draft.markSending(true)
    const payment = { amount, method, reference }
    take.mutate({ invoiceId: invoice.id, paidOn: day, payment }, { onSuccess: draft.markSaved, onSettled: () => draft.markSending(false) })
  }
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    pay()
  }
  useHotkey({ keys: 'mod+enter', label: words, run: pay, enabled: isPrimary && canPay })
  const refused = take.error?.fields
  return (
    <form className={css.take} onSubmit={submit} noValidate aria-label="Take payment">
      <KeptNote form={draft} />
      <Segmented label="Paid by" value={method} onChange={chosen => draft.change({ method: chosen })} choices={METHODS} size="small" withCheck />
      <div className={css.takeFields}>
        <MoneyField label="Amount" name="payment" value={amount} onChange={typed => draft.change({ amount: typed })} error={refused?.['payment.amount']} />
        <ReceiptFields reference={reference} paidOn={paidOn} onChange={draft.change} refused={refused} />
      </div>
      <Problem error={take.error} />
      <Button
        type="submit"
        {...(isPrimary && { kind: 'primary' as const, keys: 'mod+enter' })}
        size="small"
        busy={take.isPending}
        disabled={amount === null || amount === 0 || !day}
      >
        {words}
      </Button>
    </form>
  )
}
