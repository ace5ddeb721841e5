import { Button } from './button.tsx'

type KeptNoteProps = { form: { wasKept: boolean; isChanged: boolean; hook: { reset: () => void } } }

/** Says that a form came back with what was typed before, and lets one begin anew. */
export function KeptNote({ form }: KeptNoteProps) {
  if (!form.wasKept || !form.isChanged) return null
  return (
    <p role="status">
      As you left it, not saved yet.{' '}
      <Button kind="text" size="small" onClick={() => form.hook.reset()}>
        Discard changes
      </Button>
    </p>
  )
}
