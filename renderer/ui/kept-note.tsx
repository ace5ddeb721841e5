import { Button } from './button.tsx'
import { withdrawUndo } from './undo-bar.tsx'

type KeptNoteProps = { form: { wasKept: boolean; isChanged: boolean; hook: { reset: () => void } } }

/** Says that a form came back with what was typed before, and lets one begin anew. */
export function KeptNote({ form }: KeptNoteProps) {
  if (!form.wasKept || !form.isChanged) return null
  const discard = () => {
    form.hook.reset()
    withdrawUndo()
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
