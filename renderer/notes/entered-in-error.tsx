import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { MomentText } from '../ui/words.tsx'
import css from './signed-screen.module.css'

/** Over a note entered in error: who said so, when and why. Nothing for any other note. */
export function InErrorBanner({ note: { enteredInError } }: { note: SignedNote }) {
  if (!enteredInError) return null
  const { by, at, reason } = enteredInError
  return (
    <div className={css.banner} role="note">
      <Icon name="cancelled" size={18} />
      <p>
        <b>Entered in error: {reason}</b>
        <br />
        Said by {by}, <MomentText at={at} />. It is kept, but counts nowhere: not in measures, letters or bills.
      </p>
    </div>
  )
}

const takeCaret = (field: HTMLTextAreaElement | null) => {
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

/** Asks why a signed note is in error, and says what follows. */
export function MarkInError({ noteId, onClose }: { noteId: SignedNote['id']; onClose: () => void }) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const mark = useCommand('notes.markInError')
  const save = () => {
    if (mark.isPending) return
    const showIt = () => {
      onClose()
      void router.navigate({ to: '/notes/$noteId', params: { noteId }, replace: true })
    }
    mark.mutate({ noteId, reason }, { onSuccess: showIt })
  }
  return (
    <div className={css.form}>
      <TextArea
        ref={takeCaret}
        label="What is wrong with this note?"
        hint="It stays in the records, struck through, with your name, the time and these words. It no longer counts, and the visit can have another note. Papers already issued keep what they say: correct them. This cannot be taken back."
        rows={2}
        value={reason}
        error={mark.error?.fields.reason}
        onChange={setReason}
      />
      {!mark.error?.fields.reason && <Problem error={mark.error} />}
      <div className={css.answers}>
        <Button kind="danger" busy={mark.isPending} onClick={save}>
          Mark as entered in error
        </Button>
        <Button kind="text" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
