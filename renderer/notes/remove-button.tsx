import { useHotkey } from '../lib/hotkeys.ts'
import { Icon } from '../ui/icons.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './remove-button.module.css'

/** Takes a row out. Not a stop of the Tab key, so that one types from value to value; from within the row Alt Delete does it. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={css.remove}
      tabIndex={-1}
      aria-label={label}
      aria-keyshortcuts="Alt+Delete"
      title={`${label} (Alt Delete)`}
      onClick={onRemove}
    >
      <Icon name="close" size={14} />
    </button>
  )
}

/** Marks what Alt Delete takes out while the caret is inside; it holds one `RemoveButton`. */
export const removable = { 'data-removable': true } as const

/** Alt Delete, from anywhere within a row. */
export function useRemoveKey(): void {
  const remove = () => document.activeElement?.closest('[data-removable]')?.querySelector<HTMLElement>('[aria-keyshortcuts="Alt+Delete"]')?.click()
  useHotkey({ keys: 'alt+delete', label: 'Note: take out the row one is in', run: remove })
}

/** An entry of one of the note’s lists: how to know it, how it is called, and how to change its list. */
type Entry<T> = { entry: T; name: string; isSame: (other: T) => boolean; write: (make: (all: T[]) => T[]) => void }

/** Takes an entry out of its list and offers Undo, which puts it back where it was. */
export function takeOut<T>({ entry, name, isSame, write }: Entry<T>): void {
  let place = 0
  write(all => {
    place = all.findIndex(isSame)
    return all.filter(one => !isSame(one))
  })
  offerUndo(`${name} was taken out.`, () => write(all => (all.some(isSame) ? all : all.toSpliced(place, 0, entry))))
}
