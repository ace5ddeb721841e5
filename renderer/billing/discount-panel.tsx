import { useState } from 'react'
import type { Discount } from '../../shared/billing/discount.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type DiscountPanelProps = { most: Cents; offered: Discount | null; onGive: (discount: Discount) => void; onClose: () => void }

/** A discount on this visit, with its reason. The fee stays as it is; invoice and superbill show the discount. */
export function DiscountPanel({ most, offered, onGive, onClose }: DiscountPanelProps) {
  const [amount, setAmount] = useState<Cents | null>(offered?.amount ?? null)
  const [reason, setReason] = useState(offered?.reason ?? '')
  const [problems, setProblems] = useState<{ amount?: string; reason?: string }>({})
  const give = () => {
    const isTooMuch = amount !== null && amount > most
    const found = {
      ...((amount === null || amount === 0) && { amount: 'Enter an amount above zero.' }),
      ...(isTooMuch && { amount: `At most the ${formatMoney(most)} due.` }),
      ...(reason.trim() === '' && { reason: 'Say why, as the invoice will.' }),
    }
    setProblems(found)
    if (amount === null || Object.keys(found).length > 0) return
    onGive({ amount, reason: reason.trim() })
    onClose()
  }
  return (
    <FormPanel
      title="Discount"
      note="The fee stays the same for all; what is taken off is shown as a discount."
      save="Take off"
      busy={false}
      problem={null}
      onSave={give}
      onClose={onClose}
      width={400}
    >
      <MoneyField label="Amount" name="discount" value={amount} onChange={setAmount} error={problems.amount} hint={`At most ${formatMoney(most)}.`} />
      <TextField label="Reason" name="reason" value={reason} onChange={setReason} maxLength={200} error={problems.reason} placeholder="Long-standing patient" />
    </FormPanel>
  )
}
