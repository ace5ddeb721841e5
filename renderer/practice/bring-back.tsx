import { Button } from '../ui/button.tsx'
import css from './settings.module.css'

/** What Myodesk brings and the clinic took off its list, each to be put back. Nothing where all of it is in use. */
export function BringBack({ pieces }: { pieces: readonly { key: string; name: string; bringBack: () => void }[] }) {
  if (pieces.length === 0) return null
  return (
    <div className={css.back}>
      <span className={css.quiet}>Taken off the list:</span>
      {pieces.map(({ key, name, bringBack }) => (
        <Button key={key} kind="text" size="small" label={`Bring back ${name}`} onClick={bringBack}>
          {name}
        </Button>
      ))}
    </div>
  )
}
