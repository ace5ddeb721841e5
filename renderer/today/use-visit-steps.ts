import { useNavigate } from '@tanstack/react-router'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { mayBecome } from '../../shared/appointments/status.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { useCommand } from '../lib/api.ts'
import type { MenuAction } from '../ui/action-menu.tsx'
import { wallNow } from '../ui/clock.ts'
import { offerUndo } from '../ui/undo-bar.tsx'
import { remember } from './desk-memory.ts'
import type { NextStep } from './visit-words.ts'

/** What stands open for a visit: below its row (what is missing, a call) or at the side (cancelling, not coming, filling its time). */
export type OpenPart = { readonly id: Appointment['id']; readonly part: 'check-in' | 'call' | 'cancelled' | 'no-show' | 'fill' }

/** What the buttons of a visit do: the next step, and the rarer ones of its menu. `open` shows a part in place. */
export function useVisitSteps(visit: Appointment | undefined, open: (part: OpenPart | null) => void) {
  const navigate = useNavigate()
  const setStatus = useCommand('appointments.setStatus')
  const begin = useCommand('notes.begin')
  const printIntake = useCommand('documents.openIntakeForm')
  const change = (status: Appointment['status'], words?: string) => {
    if (!visit || setStatus.isPending) return
    const { id, status: before } = visit
    const onSuccess = () => {
      if (words) offerUndo(words, () => setStatus.mutate({ appointmentId: id, status: before, reason: '' }))
      if (status === 'arrived') open({ id, part: 'check-in' })
    }
    setStatus.mutate({ appointmentId: id, status, reason: '' }, { onSuccess })
  }
  const take = (step: NextStep) => {
    if (!visit) return
    const params = { appointmentId: visit.id }
    const toNote = () => void navigate({ to: '/session/$appointmentId', params })
    const steps: Readonly<Record<NextStep, () => void>> = {
      arrive: () => change('arrived'),
      'print-intake': () => printIntake.mutate({ patientId: visit.patientId }, { onSuccess: () => remember('intake', visit.id) }),
      call: () => open({ id: visit.id, part: 'call' }),
      start: () => {
        if (!begin.isPending) begin.mutate(params, { onSuccess: toNote })
      },
      'open-note': toNote,
      sign: toNote,
      'check-out': () => void navigate({ to: '/checkout/$appointmentId', params }),
      book: () => void navigate({ to: '/calendar', search: { book: visit.patientId } }),
      fill: () => open({ id: visit.id, part: 'fill' }),
    }
    steps[step]()
  }
  return {
    take,
    change,
    navigate,
    isBusy: setStatus.isPending || begin.isPending || printIntake.isPending,
    error: setStatus.error ?? begin.error ?? printIntake.error,
  }
}

/** The rarer actions of a visit. What the button of its row does already is left out. */
export function menuOf(visit: Appointment, step: NextStep, steps: ReturnType<typeof useVisitSteps>, open: (part: OpenPart) => void): MenuAction[] {
  const { change, navigate, take } = steps
  const { id, status, patientName, patientId, startsAt, phone } = visit
  const isComing = status === 'booked' || status === 'confirmed'
  const to = (next: Appointment['status'], words: string, done?: string): MenuAction[] =>
    mayBecome(status, next) ? [{ words, run: () => change(next, done) }] : []
  const missing = (part: 'no-show' | 'cancelled', words: string): MenuAction[] => (mayBecome(status, part) ? [{ words, run: () => open({ id, part }) }] : [])
  const isBack = status === 'arrived' || status === 'no-show' || status === 'cancelled'
  return [
    ...(isComing && step !== 'arrive' ? to('arrived', 'Mark arrived') : []),
    ...(isComing && step !== 'call' && phone !== '' ? [{ words: 'Call', run: () => take('call') }] : []),
    ...to('confirmed', status === 'booked' ? 'Confirm' : 'Back to confirmed', `${patientName} is confirmed.`),
    ...(isBack ? to('booked', 'Back to booked', `${patientName} is booked again.`) : []),
    ...(startsAt <= wallNow() ? missing('no-show', 'Did not come') : []),
    ...missing('cancelled', 'Cancel visit'),
    ...(step === 'fill' ? [{ words: 'Book again', run: () => take('book') }] : []),
    { words: 'Open chart', run: () => void navigate({ to: '/patients/$patientId', params: { patientId } }) },
    { words: 'Show in calendar', run: () => void navigate({ to: '/calendar', search: { view: 'day', day: dayOf(startsAt) } }) },
  ]
}
