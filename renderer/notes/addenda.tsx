import { useState } from 'react'
import type { Note } from '../../shared/notes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { MomentText } from '../ui/words.tsx'
import css from './signed-screen.module.css'

type AddendaProps = {
  note: Note
  isAdding: boolean
  /** Words to begin the new one with. */
  start: string
  onAdded: () => void
  onClose: () => void
}

/** What was added after the signature, oldest first, and room for one more. */
export function Addenda({ note, isAdding, start, onAdded, onClose }: AddendaProps) {
  return (
    <div className={css.addenda}>
      {note.addenda.map(({ id, text, writtenAt, writtenBy }) => (
        <article key={id} className={css.addendum}>
          <p>
            Added by {writtenBy}, <MomentText at={writtenAt} />
          </p>
          <p className={css.words}>{text}</p>
        </article>
      ))}
      {isAdding && <NewAddendum noteId={note.id} start={start} onAdded={onAdded} onClose={onClose} />}
    </div>
  )
}

const takeCaret = (field: HTMLTextAreaElement | null) => {
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

function NewAddendum({ noteId, start, onAdded, onClose }: Omit<AddendaProps, 'note' | 'isAdding'> & { noteId: Note['id'] }) {
  const [text, setText] = useState(start)
  const add = useCommand('notes.addAddendum')
  const save = () => {
    if (!add.isPending) add.mutate({ noteId, text }, { onSuccess: onAdded })
  }
  useHotkey({ keys: 'mod+enter', label: 'Add the addendum', run: save })
  return (
    <div className={css.form}>
      <TextArea
        ref={takeCaret}
        label="Addendum"
        hint="Dated and in your name. It cannot be changed or taken back."
        rows={3}
        value={text}
        error={add.error?.fields.text}
        onChange={setText}
      />
      {!add.error?.fields.text && <Problem error={add.error} />}
      <div className={css.answers}>
        <Button kind="primary" keys="mod+enter" busy={add.isPending} onClick={save}>
          Add to the note
        </Button>
        <Button kind="text" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
