import { type ReactNode, useState } from 'react'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { FormPanel } from './form-panel.tsx'
import { MoneyField } from './number-field.tsx'
import { OverWork } from './over-work.tsx'
import { TextField } from './text-field.tsx'

/** An amount and why, as typed. */
export type AmountEntered = { amount: Cents; reason: string }

type AmountPanelProps = {
  /** “Write off”: the panel’s title and its button. */
  title: string
  note: ReactNode
  /** The most that can be entered; it comes filled in where `isFilled`. */
  most: Cents
  isFilled?: boolean
  /** What then happens, said of the amount typed. */
  explain: (amount: Cents) => ReactNode
  /** Whether the reason is asked for. */
  asksWhy?: boolean
  busy: boolean
  problem: { message: string; fields?: Readonly<Record<string, string>> } | null
  onSave: (entered: AmountEntered) => void
  onClose: () => void
}

/** Enters one amount with its reason, at most what there is, and says before what then happens. */
export function AmountPanel({ title, note, most, isFilled = false, explain, asksWhy = true, busy, problem, onSave, onClose }: AmountPanelProps) {
  const [amount, setAmount] = useState<Cents | null>(isFilled ? most : null)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const refusedAmount = amount === null || amount === 0 ? 'Enter an amount above zero.' : amount > most ? `At most ${formatMoney(most)}.` : undefined
  const refusedReason = asksWhy && reason.trim() === '' ? 'Say why. The reason is kept.' : undefined
  const save = () => {
    setAsked(true)
    if (amount !== null && refusedAmount === undefined && refusedReason === undefined) onSave({ amount, reason })
  }
  const isOver = amount !== null && amount > most
  return (
    <OverWork>
      <FormPanel title={title} note={note} save={title} busy={busy} problem={problem} onSave={save} onClose={onClose}>
        <MoneyField
          label="Amount"
          name="amount"
          value={amount}
          onChange={setAmount}
          error={problem?.fields?.amount ?? (isAsked || isOver ? refusedAmount : undefined)}
          hint={`At most ${formatMoney(most)}.`}
        />
        {asksWhy && (
          <TextField
            label="Reason"
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={200}
            error={problem?.fields?.reason ?? (isAsked ? refusedReason : undefined)}
          />
        )}
        {amount !== null && amount > 0 && !isOver && <p role="status">{explain(amount)}</p>}
      </FormPanel>
    </OverWork>
  )
}
