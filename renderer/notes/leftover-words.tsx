import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './signed-screen.module.css'

/** Said on a signed note while words typed for it were overtaken by the signature: they can become an addendum, or be let go. */
export function LeftoverWords({ words, onAdd, onDrop }: { words: string; onAdd: () => void; onDrop: () => void }) {
  if (words === '') return null
  const ways = (
    <span className={css.answers}>
      <Button size="small" onClick={onAdd}>
        Add them as an addendum
      </Button>
      <Button kind="text" size="small" onClick={onDrop}>
        Let them go
      </Button>
    </span>
  )
  return (
    <Problem
      tone="care"
      error={{ message: 'This note was signed while you were writing. Your last words are not in it, but they are still here.' }}
      action={ways}
    />
  )
}
