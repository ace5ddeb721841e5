import { type ReactNode, useState } from 'react'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { OverWork } from './over-work.tsx'
import { TextField } from './text-field.tsx'

type ReasonPanelProps = {
  /** “Void payment” */
  title: string
  note: ReactNode
  /** Under which name what is typed is kept while the panel is closed. */
  keepAs: string
  /** What then happens. */
  explanation: ReactNode
  busy: boolean
  problem: { message: string; fields?: Readonly<Record<string, string>> } | null
  onSave: (reason: string, done: { onSuccess: () => void }) => void
  onClose: () => void
  children?: ReactNode
}

/** Takes something back: says what then happens and asks why, since the reason is kept with it. */
export function ReasonPanel({ title, note, keepAs, explanation, busy, problem, onSave, onClose, children }: ReasonPanelProps) {
  const draft = useKeptDraft({ reason: '' }, keepAs)
  const { reason } = draft.values
  const [isAsked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  const close = () => {
    draft.markSaved()
    onClose()
  }
  const save = () => {
    setAsked(true)
    if (!isMissing) onSave(reason, { onSuccess: close })
  }
  return (
    <OverWork>
      <FormPanel title={title} note={note} save={title} busy={busy} problem={problem} onSave={save} onClose={onClose} close="Keep it">
        <KeptNote form={draft} />
        <p>{explanation}</p>
        {children}
        <TextField
          label="Reason"
          name="reason"
          value={reason}
          onChange={typed => draft.change({ reason: typed })}
          maxLength={200}
          error={problem?.fields?.reason ?? (isAsked && isMissing ? 'Say why. The reason is kept.' : undefined)}
        />
      </FormPanel>
    </OverWork>
  )
}
