import { useEffect, useSyncExternalStore } from 'react'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button, IconButton } from './button.tsx'
import css from './undo-bar.module.css'

type Offer = { id: number; words: string; undo: (() => void) | undefined }

/** How long the line stays, and how long where it offers Undo: long enough to hang up first. */
const STAYS_MS = 8000
const UNDO_STAYS_MS = 15_000
const listeners = new Set<() => void>()
let current: Offer | null = null
let count = 0

function show(offer: Offer | null) {
  current = offer
  for (const listener of listeners) listener()
}

/** Says in one line at the bottom what just happened, with Undo when it can be taken back. Only for what the screen does not show by itself. */
export function offerUndo(words: string, undo?: () => void): void {
  count += 1
  show({ id: count, words, undo })
}

/** Takes the line away when what it offers can no longer be taken back, as after signing. */
export function withdrawUndo(): void {
  show(null)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place of that line; stands once, in the frame. */
export function UndoBar() {
  const offer = useSyncExternalStore(subscribe, () => current)
  useEffect(() => {
    if (!offer) return
    const timer = setTimeout(() => show(null), offer.undo ? UNDO_STAYS_MS : STAYS_MS)
    return () => clearTimeout(timer)
  }, [offer])
  const undo = () => {
    offer?.undo?.()
    show(null)
  }
  useHotkey({ keys: 'mod+z', label: 'Undo', run: undo, enabled: offer?.undo !== undefined })
  return (
    <div role="status">
      {offer && (
        <div className={css.bar} key={offer.id}>
          <span className={css.words}>{offer.words}</span>
          {offer.undo && (
            <Button kind="text" size="small" onClick={undo}>
              Undo
            </Button>
          )}
          <IconButton icon="close" label="Close this message" size="small" onClick={() => show(null)} />
        </div>
      )}
    </div>
  )
}
