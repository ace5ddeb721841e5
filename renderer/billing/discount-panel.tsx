import { useState } from 'react'
import type { Discount } from '../../shared/billing/discount.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { TextField } from '../ui/text-field.tsx'

type DiscountPanelProps = {
  appointmentId: AppointmentId
  most: Cents
  offered: Discount | null
  onGive: (discount: Discount) => void
  onClose: () => void
}
type Draft = { amount: Cents | null; reason: string }

/** A discount on this visit, with its reason. The fee stays as it is; invoice and superbill show the discount. */
export function DiscountPanel({ appointmentId, most, offered, onGive, onClose }: DiscountPanelProps) {
  const draft = useKeptDraft<Draft>({ amount: offered?.amount ?? null, reason: offered?.reason ?? '' }, `discount of ${appointmentId}`)
  const { amount, reason } = draft.values
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
    draft.markSaved()
    onGive({ amount, reason: reason.trim() })
    onClose()
  }
  return (
    <OverWork>
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
        <KeptNote form={draft} />
        <MoneyField
          label="Amount"
          name="discount"
          value={amount}
          onChange={typed => draft.change({ amount: typed })}
          error={problems.amount}
          hint={`At most ${formatMoney(most)}.`}
        />
        <TextField
          label="Reason"
          name="reason"
          value={reason}
          onChange={typed => draft.change({ reason: typed })}
          maxLength={200}
          error={problems.reason}
          placeholder="Long-standing patient"
        />
      </FormPanel>
    </OverWork>
  )
}
