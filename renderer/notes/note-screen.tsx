import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import { ask, type RequestError } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { SignedScreen } from './signed-screen.tsx'

const route = getRouteApi('/notes/$noteId')

/** One note by itself, also one entered in error whose visit has another note by now. A draft opens in its session. */
export function NoteScreen() {
  const { noteId } = route.useParams()
  const note = useQuery(ask('notes.get', { noteId }))
  if (note.error && !note.data) return <Missing error={note.error} />
  if (!note.data) return <Waiting />
  const { signature, appointmentId } = note.data
  if (!signature) return <Navigate to="/session/$appointmentId" params={{ appointmentId }} replace />
  return <NoteOfVisit key={noteId} note={{ ...note.data, signature }} />
}

function NoteOfVisit({ note }: { note: SignedNote }) {
  const session = useQuery(ask('notes.getSession', { appointmentId: note.appointmentId }))
  if (session.error && !session.data) return <Missing error={session.error} />
  return session.data ? <SignedScreen session={session.data} note={note} /> : <Waiting />
}

function Missing({ error }: { error: RequestError }) {
  return (
    <Screen title="Note">
      <Column label="Note">
        <Problem error={error} action={<ButtonLink to="/today">Go to Today</ButtonLink>} />
      </Column>
    </Screen>
  )
}
