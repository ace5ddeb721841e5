import { useEffect } from 'react'
import type { Gate } from '../../shared/health/gate.ts'
import type { NoteContent, ServiceBlock } from '../../shared/notes/schema.ts'
import { startTimer, turnTimer } from '../../shared/notes/timer.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { momentNow } from './use-now.ts'
import { fieldId, focusField, type Writing } from './writing.ts'

/** The service one works on, and how to work on another. */
type Chosen = { readonly current: ServiceBlock | undefined; readonly onCurrent: (id: string) => void }

/**
 * The keys of a note: Alt with a letter goes to a part; Alt T, or Space where nothing is being typed, starts and pauses the timer, Alt W switches it to the
 * next service. While the screening stands against treatment they lead to the screening.
 */
export function useWritingKeys({ content, change }: Writing, gate: Gate, { current, onCurrent }: Chosen): void {
  const isShut = gate.state === 'closed' || gate.state === 'withheld'
  const go = (part: string, which = '') => focusField(isShut && part !== 'plan' ? fieldId('screening') : fieldId(part, which))
  useHotkey({ keys: 'alt+s', label: 'Note: go to S, pain now', run: () => go('pain', 'before') })
  useHotkey({ keys: 'alt+o', label: 'Note: go to O, what you found', run: () => go('objective') })
  useHotkey({ keys: 'alt+e', label: 'Note: go to the first measurement', run: () => go('measures') })
  useHotkey({ keys: 'alt+i', label: 'Note: add a motion, muscle, test or posture finding', run: () => go('exam') })
  useHotkey({ keys: 'alt+b', label: 'Note: go to the body chart', run: () => focusField('body-chart') })
  useHotkey({ keys: 'alt+m', label: 'Note: go to the minutes', run: () => go(current ? 'minutes' : 'blocks', current?.id) })
  useHotkey({ keys: 'alt+a', label: 'Note: go to A', run: () => go('assessment') })
  useHotkey({ keys: 'alt+p', label: 'Note: go to P', run: () => go('plan') })
  useHotkey({ keys: 'alt+r', label: 'Note: go to the pain after treatment', run: () => go('pain', 'after') })
  const running = content.blocks.find(({ runningSince }) => runningSince !== null)
  const time = (id: string | undefined, make: (blocks: NoteContent['blocks'], id: string) => NoteContent['blocks']) => {
    // What runs may always be stopped.
    if (id === undefined || (isShut && !running)) return go('blocks')
    change(was => ({ ...was, blocks: make(was.blocks, id) }))
    onCurrent(id)
  }
  // A timer that runs is paused, wherever one works; else the service one works on begins.
  const turn = () => time(running?.id ?? current?.id, (blocks, id) => turnTimer(blocks, id, momentNow()))
  useHotkey({ keys: 'alt+t', label: 'Note: start or pause the timer (or Space)', run: turn })
  const switchOver = () => time(nextBlock(content.blocks, running ?? current), (blocks, id) => startTimer(blocks, id, momentNow()))
  useHotkey({ keys: 'alt+w', label: 'Note: switch the timer to the next service', run: switchOver, enabled: content.blocks.length > 1 && !isShut })
  useEffect(() => {
    const onSpace = (event: KeyboardEvent) => {
      const isFree = document.activeElement === document.body || document.activeElement?.id === 'work'
      if (event.key !== ' ' || !isFree || event.repeat) return
      event.preventDefault()
      turn()
    }
    window.addEventListener('keydown', onSpace)
    return () => window.removeEventListener('keydown', onSpace)
  })
}

/** The service after this one; after the last comes the first. */
function nextBlock(blocks: NoteContent['blocks'], from: ServiceBlock | undefined): string | undefined {
  return blocks[(blocks.findIndex(({ id }) => id === from?.id) + 1) % blocks.length]?.id
}
