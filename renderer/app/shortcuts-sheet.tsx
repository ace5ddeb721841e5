import { useState } from 'react'
import { useShortcuts } from '../lib/hotkeys.ts'
import { Floating } from '../ui/floating.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import css from './shortcuts-sheet.module.css'

const everywhere = [
  { keys: 'tab', label: 'Next field or button' },
  { keys: 'escape', label: 'Close what is open' },
] as const

/** What the screen itself offers comes before what works everywhere. */
const isOfScreen = ({ keys }: { keys: string }) => !/^(alt\+\d|mod\+[kl]|\?)$/.test(keys)

/** The shortcuts that work on the screen behind it. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const shortcuts = useShortcuts()
  const [shown] = useState(() => [
    ...shortcuts.filter(isOfScreen),
    ...shortcuts.filter(one => !isOfScreen(one)).toSorted((a, b) => a.keys.localeCompare(b.keys)),
    ...everywhere,
  ])
  return (
    <Floating title="Shortcuts on this screen" onClose={onClose} width={520}>
      <dl className={css.list}>
        {shown.map(({ keys, label }) => (
          <div key={keys} className={css.row}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>Single letters work while no field has focus. In lists, the arrow keys move and Enter opens.</p>
    </Floating>
  )
}
