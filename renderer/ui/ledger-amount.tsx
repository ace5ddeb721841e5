import { type ReactNode, useState } from 'react'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { MoneyField } from './number-field.tsx'
import { OverWork } from './over-work.tsx'
import { TextField } from './text-field.tsx'

/** An amount and why, as typed. */
export type AmountEntered = { amount: Cents; reason: string }

type AmountPanelProps = {
  /** “Write off”: the panel’s title and its button. */
  title: string
  note: ReactNode
  /** Under which name what is typed is kept while the panel is closed. */
  keepAs: string
  /** The most that can be entered; it comes filled in where `isFilled`. */
  most: Cents
  isFilled?: boolean
  /** What then happens, said of the amount typed. */
  explain: (amount: Cents) => ReactNode
  /** Whether the reason is asked for. */
  asksWhy?: boolean
  busy: boolean
  problem: { message: string; fields?: Readonly<Record<string, string>> } | null
  onSave: (entered: AmountEntered, done: { onSuccess: () => void }) => void
  onClose: () => void
}

/** Enters one amount with its reason, at most what there is, and says before what then happens. */
export function AmountPanel({ title, note, keepAs, most, isFilled = false, explain, asksWhy = true, busy, problem, onSave, onClose }: AmountPanelProps) {
  const draft = useKeptDraft<{ amount: Cents | null; reason: string }>({ amount: isFilled ? most : null, reason: '' }, keepAs)
  const { amount, reason } = draft.values
  const [isAsked, setAsked] = useState(false)
  const refusedAmount = amount === null || amount === 0 ? 'Enter an amount above zero.' : amount > most ? `At most ${formatMoney(most)}.` : undefined
  const refusedReason = asksWhy && reason.trim() === '' ? 'Say why. The reason is kept.' : undefined
  const close = () => {
    draft.markSaved()
    onClose()
  }
  const save = () => {
    setAsked(true)
    if (amount === null || refusedAmount !== undefined || refusedReason !== undefined) return
    onSave({ amount, reason }, { onSuccess: close })
  }
  const isOver = amount !== null && amount > most
  return (
    <OverWork>
      <FormPanel title={title} note={note} save={title} busy={busy} problem={problem} onSave={save} onClose={onClose}>
        <KeptNote form={draft} />
        <MoneyField
          label="Amount"
          name="amount"
          value={amount}
          onChange={typed => draft.change({ amount: typed })}
          error={problem?.fields?.amount ?? (isAsked || isOver ? refusedAmount : undefined)}
          hint={`At most ${formatMoney(most)}.`}
        />
        {asksWhy && (
          <TextField
            label="Reason"
            name="reason"
            value={reason}
            onChange={typed => draft.change({ reason: typed })}
            maxLength={200}
            error={problem?.fields?.reason ?? (isAsked ? refusedReason : undefined)}
          />
        )}
        {amount !== null && amount > 0 && !isOver && <p role="status">{explain(amount)}</p>}
      </FormPanel>
    </OverWork>
  )
}
