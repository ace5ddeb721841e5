import { Button } from './button.tsx'
import { withdrawUndo } from './undo-bar.tsx'

type KeptNoteProps = { form: { wasKept: boolean; isChanged: boolean; hook: { reset: () => void } } }

/** Says that a form came back with what was typed before, and lets one begin anew. */
export function KeptNote({ form }: KeptNoteProps) {
  if (!form.wasKept || !form.isChanged) return null
  const discard = (event: { currentTarget: HTMLElement }) => {
    const around = event.currentTarget.closest('form')
    form.hook.reset()
    withdrawUndo()
    // The button goes with the note; the focus stays in the form.
    requestAnimationFrame(() => around?.querySelector('input')?.focus())
  }
  return (
    <p role="status">
      As you left it, not saved yet.{' '}
      <Button kind="text" size="small" onClick={discard}>
        Discard changes
      </Button>
    </p>
  )
}
