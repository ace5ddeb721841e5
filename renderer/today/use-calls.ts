import type { CallOutcome, Reminder } from '../../shared/appointments/schema.ts'
import { useCommand } from '../lib/api.ts'
import { offerUndo } from '../ui/undo-bar.tsx'

/** How a call can go: its name, its key on a focused row, and what is said afterwards. */
export const OUTCOMES: readonly { readonly outcome: CallOutcome; readonly words: string; readonly keys: string; readonly done: string }[] = [
  { outcome: 'confirmed', words: 'Confirmed', keys: 'c', done: 'confirmed' },
  { outcome: 'left-message', words: 'Left a message', keys: 'l', done: 'a message was left' },
  { outcome: 'no-answer', words: 'No answer', keys: 'n', done: 'no answer' },
  { outcome: 'wrong-number', words: 'Wrong number', keys: 'w', done: 'wrong number' },
]

/** What an outcome is called. */
export const outcomeWords = (outcome: CallOutcome): string => OUTCOMES.find(one => one.outcome === outcome)?.words ?? ''

/** Keeps how a call went, and offers to take it back. */
export function useCalls() {
  const record = useCommand('appointments.recordCall')
  const undo = useCommand('appointments.undoCall')
  const call = ({ appointmentId, patientName }: Pick<Reminder, 'appointmentId' | 'patientName'>, outcome: CallOutcome, onDone?: () => void) => {
    // The same call pressed twice counts once; the next one does not wait for it.
    if (record.isPending && record.variables.appointmentId === appointmentId) return
    const onSuccess = () => {
      const words = OUTCOMES.find(one => one.outcome === outcome)?.done ?? ''
      offerUndo(`${patientName}: ${words}.`, () => undo.mutate({ appointmentId }))
      onDone?.()
    }
    record.mutate({ appointmentId, outcome, remark: '' }, { onSuccess })
  }
  return {
    call,
    undo: (appointmentId: Reminder['appointmentId']) => undo.mutate({ appointmentId }),
    isBusy: record.isPending,
    error: record.error ?? undo.error,
  }
}
