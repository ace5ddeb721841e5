import { type ReactNode, useState } from 'react'
import { FormPanel } from './form-panel.tsx'
import { OverWork } from './over-work.tsx'
import { TextField } from './text-field.tsx'

type ReasonPanelProps = {
  /** “Void payment” */
  title: string
  note: ReactNode
  /** What then happens. */
  explanation: ReactNode
  busy: boolean
  problem: { message: string; fields?: Readonly<Record<string, string>> } | null
  onSave: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** Takes something back: says what then happens and asks why, since the reason is kept with it. */
export function ReasonPanel({ title, note, explanation, busy, problem, onSave, onClose, children }: ReasonPanelProps) {
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  const save = () => {
    setAsked(true)
    if (!isMissing) onSave(reason)
  }
  return (
    <OverWork>
      <FormPanel title={title} note={note} save={title} busy={busy} problem={problem} onSave={save} onClose={onClose} close="Keep it">
        <p>{explanation}</p>
        {children}
        <TextField
          label="Reason"
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={problem?.fields?.reason ?? (isAsked && isMissing ? 'Say why. The reason is kept.' : undefined)}
        />
      </FormPanel>
    </OverWork>
  )
}
