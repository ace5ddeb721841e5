import { Button } from '../ui/button.tsx'
import css from './settings.module.css'

/** Takes a piece of wording off the list, or gives it back the words that Myodesk brings (where they were changed). Both can be undone. */
export function PieceActions({ what, onRemove, onGoBack }: { what: string; onRemove: () => void; onGoBack: (() => void) | undefined }) {
  return (
    <div className={css.row}>
      <Button kind="text" onClick={onRemove}>
        Take this {what} off the list
      </Button>
      {onGoBack && (
        <Button kind="text" icon="undo" onClick={onGoBack}>
          Back to Myodesk’s wording
        </Button>
      )}
    </div>
  )
}
