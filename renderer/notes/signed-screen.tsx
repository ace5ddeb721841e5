import { useState } from 'react'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import type { Session } from '../../shared/notes/schema.ts'
import { unsavedWords } from '../../shared/notes/unsaved-words.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { MomentText } from '../ui/words.tsx'
import { Addenda } from './addenda.tsx'
import { InErrorBanner, MarkInError } from './entered-in-error.tsx'
import { LeftoverWords } from './leftover-words.tsx'
import { SessionLayout } from './session-layout.tsx'
import { SignedHead } from './signed-head.tsx'
import { SignedNextStep } from './signed-next-step.tsx'
import css from './signed-screen.module.css'
import { Signature } from './signed-signature.tsx'
import { SignedText } from './signed-text.tsx'
import { TreatedColumn } from './treated-column.tsx'
import { useLeftover } from './use-draft.ts'

/** A signed note, to read: what was written, who signed and when, what was added since; print it, add to it, or say that it was entered in error. */
export function SignedScreen({ session, note }: { session: Session; note: SignedNote }) {
  const [open, setOpen] = useState<'addendum' | 'in-error' | null>(null)
  const close = () => setOpen(null)
  const leftover = useLeftover(note)
  const words = leftover.content ? unsavedWords(leftover.content, note.content) : ''
  const added = () => {
    leftover.drop()
    close()
  }
  const { signature, enteredInError } = note
  const by = [signature.name, signature.credentials].filter(Boolean).join(', ')
  const footer = (
    <>
      {enteredInError ? (
        <Status icon="cancelled" tone="act">
          Entered in error
        </Status>
      ) : (
        <Status icon="lock">
          Signed by {by}, <MomentText at={signature.signedAt} />
        </Status>
      )}
      <span className={css.grow} />
      {open === null && <Button onClick={() => setOpen('addendum')}>Add addendum</Button>}
      <SignedNextStep session={session} note={note} isCalm={open !== null} />
    </>
  )
  return (
    <SessionLayout session={session} content={note.content} footer={footer} chart={<TreatedColumn session={session} content={note.content} />}>
      <LeftoverWords words={open === 'addendum' ? '' : words} onAdd={() => setOpen('addendum')} onDrop={leftover.drop} />
      <SignedHead note={note} />
      <InErrorBanner note={note} />
      <SignedText note={note} session={session} />
      <Signature note={note} />
      <Addenda note={note} isAdding={open === 'addendum'} start={words} onAdded={added} onClose={close} />
      {!enteredInError && (
        <div className={css.ending}>
          {open === 'in-error' ? (
            <MarkInError noteId={note.id} onClose={close} />
          ) : (
            <Button kind="text" onClick={() => setOpen('in-error')}>
              Entered in error…
            </Button>
          )}
        </div>
      )}
    </SessionLayout>
  )
}
