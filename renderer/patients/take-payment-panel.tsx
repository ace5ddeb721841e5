import { z } from 'zod'
import { type InvoiceRow, PaymentFields, type PaymentMethod } from '../../shared/billing/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'

const METHODS: readonly { value: PaymentMethod; label: string }[] = [
  { value: 'card', label: 'Card' },
  { value: 'cash', label: 'Cash' },
  { value: 'check', label: 'Check' },
  { value: 'hsa', label: 'HSA' },
  { value: 'other', label: 'Other' },
]

const Received = z.strictObject({ payment: PaymentFields, paidOn: LocalDate })

/** Takes a payment on an open invoice, in place; comes filled in with what is owed, today. */
export function TakePaymentPanel({ invoice, onClose }: { invoice: InvoiceRow; onClose: () => void }) {
  const take = useCommand('billing.takePayment')
  const form = useClinicForm({
    schema: Received,
    start: { payment: { amount: invoice.balance, method: 'card' as const, reference: '' }, paidOn: todayHere() },
  })
  const amount = form.bind('payment.amount')
  const paidOn = form.bind('paidOn')
  const method = form.bind('payment.method')
  const send = form.submit(async received => {
    await take.mutateAsync({ invoiceId: invoice.id, ...received })
    onClose()
  })
  return (
    <FormPanel
      title="Take payment"
      note={`${invoice.number}, visit of ${dateInWords(invoice.serviceOn)}, ${formatMoney(invoice.balance)} owed`}
      save="Take payment"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <MoneyField label="Amount" {...amount} onChange={value => amount.onChange(value ?? 0)} />
      <Segmented label="Paid by" withLabel withCheck size="small" value={method.value} onChange={method.onChange} choices={METHODS} />
      <TextField label="Reference" required={false} placeholder="Last four digits, check number" {...form.bind('payment.reference')} />
      <DateField label="Paid on" {...paidOn} onChange={value => paidOn.onChange(value ?? '')} />
    </FormPanel>
  )
}
