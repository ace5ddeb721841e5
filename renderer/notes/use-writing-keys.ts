import { useEffect } from 'react'
import type { ServiceBlock } from '../../shared/notes/schema.ts'
import { pauseTimers, startTimer } from '../../shared/notes/timer.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import type { Draft } from './draft.ts'
import { momentNow } from './use-now.ts'
import { fieldId, focusField } from './writing.ts'

/** The keys of a note: Alt with S, O, A or P goes to that part; Alt T, or Space where nothing is being typed, starts and pauses the timer. */
export function useWritingKeys(draft: Draft, current: ServiceBlock | undefined): void {
  useHotkey({ keys: 'alt+s', label: 'Note: go to S, pain now', run: () => focusField(fieldId('pain', 'before')) })
  useHotkey({ keys: 'alt+o', label: 'Note: go to O', run: () => focusField(fieldId('objective')) })
  useHotkey({ keys: 'alt+a', label: 'Note: go to A', run: () => focusField(fieldId('assessment')) })
  useHotkey({ keys: 'alt+p', label: 'Note: go to P', run: () => focusField(fieldId('plan')) })
  const turn = () => {
    if (!current) return focusField(fieldId('blocks'))
    const { id } = current
    draft.change(was => {
      const isRunning = was.blocks.some(block => block.id === id && block.runningSince !== null)
      return { ...was, blocks: isRunning ? pauseTimers(was.blocks, momentNow()) : startTimer(was.blocks, id, momentNow()) }
    })
  }
  useHotkey({ keys: 'alt+t', label: 'Note: start or pause the timer (or Space)', run: turn })
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
