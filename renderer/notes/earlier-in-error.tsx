import { useQuery } from '@tanstack/react-query'
import type { Session } from '../../shared/notes/schema.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Icon } from '../ui/icons.tsx'
import css from './signed-screen.module.css'

/** Before a visit’s note is written anew: that there was one, entered in error, and the way to it. Nothing for any other visit. */
export function EarlierInError({ session: { appointment } }: { session: Session }) {
  const notes = useQuery(ask('notes.listOfPatient', { patientId: appointment.patientId }))
  const inError = notes.data?.find(note => note.appointmentId === appointment.id && note.state === 'in-error')
  if (!inError) return null
  return (
    <p className={css.notice}>
      <Icon name="cancelled" size={16} />
      <span>
        This visit had a note that was entered in error.{' '}
        <TextLink to="/notes/$noteId" params={{ noteId: inError.id }}>
          Open it
        </TextLink>
      </span>
    </p>
  )
}
