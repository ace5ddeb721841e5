import css from './key-hint.module.css'

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')
const words: Readonly<Record<string, string>> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Esc' }

/** How a shortcut such as `mod+enter` is written for a person: `Ctrl Enter`. */
export function keysInWords(keys: string): string {
  if (keys === '+') return keys
  return keys
    .split('+')
    .map(key => words[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)))
    .join(' ')
}

/** The outlined cap after a label that teaches its shortcut. Hidden from screen readers: the button says it through aria-keyshortcuts. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={css.cap} data-key aria-hidden="true">
      {keysInWords(keys)}
    </span>
  )
}
