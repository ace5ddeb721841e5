import type { Gate } from '../health/gate.ts'
import type { NoteContent } from './schema.ts'

type Timed = readonly Pick<NoteContent['blocks'][number], 'id' | 'minutes' | 'runningSince'>[]

/**
 * Why a draft may not be saved with these minutes: something stands against massage (or treatment was withheld) and a timer was started or minutes
 * were added since the last save. Null where it may. A timer that ran already can still be stopped, and minutes can be taken off.
 */
export function minutesRefusal(before: Timed, after: Timed, gate: Gate): string | null {
  if (gate.state !== 'closed' && gate.state !== 'withheld') return null
  const old = new Map(before.map(block => [block.id, block]))
  const isAdded = after.some(block => {
    const was = old.get(block.id)
    if (was && was.runningSince !== null) return false
    return block.runningSince !== null || block.minutes > (was?.minutes ?? 0)
  })
  if (!isAdded) return null
  if (gate.state === 'withheld') return 'Treatment was withheld at this visit. Say that treatment goes on before you enter minutes.'
  return `No minutes yet. ${gate.sentence}`
}
