import { useRouter } from '@tanstack/react-router'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import type { Session } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'

/**
 * What comes after a signed note: check-out, the chart once charged, another booking where treatment was withheld, and the visit’s other note where
 * this one was entered in error. `isCalm` while something else on the screen is being written.
 */
export function SignedNextStep({ session, note, isCalm }: { session: Session; note: SignedNote; isCalm: boolean }) {
  const router = useRouter()
  const { appointmentId } = note
  const next = nextOf(session, note)
  const checkOut = () => void router.navigate({ to: '/checkout/$appointmentId', params: { appointmentId } })
  useHotkey({ keys: 'mod+enter', label: 'Check out', run: checkOut, enabled: next === 'check-out' && !isCalm })
  const look = isCalm ? {} : { kind: 'primary' as const }
  if (next === 'other-note') {
    return (
      <ButtonLink to="/session/$appointmentId" params={{ appointmentId }} {...look}>
        {session.note ? 'Open the visit’s note' : 'Write the visit’s note'}
      </ButtonLink>
    )
  }
  if (next === 'book') {
    return (
      <ButtonLink to="/calendar" search={{ book: note.patientId }} {...look}>
        Book another visit
      </ButtonLink>
    )
  }
  if (next === 'chart') {
    return (
      <ButtonLink to="/patients/$patientId" params={{ patientId: note.patientId }} {...look}>
        Open the chart
      </ButtonLink>
    )
  }
  return (
    <ButtonLink to="/checkout/$appointmentId" params={{ appointmentId }} {...look} {...(isCalm ? {} : { keys: 'mod+enter' })}>
      Check out
    </ButtonLink>
  )
}

function nextOf({ appointment }: Session, { content, enteredInError }: SignedNote): 'other-note' | 'book' | 'chart' | 'check-out' {
  if (enteredInError) return 'other-note'
  if (content.screening.isWithheld) return 'book'
  return appointment.invoiceId !== null || appointment.status === 'cancelled' ? 'chart' : 'check-out'
}
