import type { ReactNode } from 'react'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './settings.module.css'

/** One section of Settings: its name, one sentence, and its content. */
export function SectionFrame({ title, note, actions, children }: { title: string; note: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <header className={css.head}>
        <div className={css.words}>
          <h2>{title}</h2>
          <p className={css.note}>{note}</p>
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}

type SaveFormProps = {
  isBusy: boolean
  isChanged: boolean
  isSaved: boolean
  problem: { message: string } | null
  onSave: () => void
  save?: string
  children: ReactNode
}

/** A section that is one form: Ctrl Enter or the button saves; then it says so in place. */
export function SaveForm({ isBusy, isChanged, isSaved, problem, onSave, save = 'Save changes', children }: SaveFormProps) {
  useHotkey({ keys: 'mod+enter', label: save, run: onSave })
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {children}
      <Problem error={problem} />
      <div className={css.save}>
        <Button type="submit" kind="primary" keys="mod+enter" busy={isBusy}>
          {save}
        </Button>
        <span role="status">{isSaved && !isChanged && <Status icon="check">Saved</Status>}</span>
      </div>
    </form>
  )
}
