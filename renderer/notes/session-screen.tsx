import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { BeginScreen } from './begin-screen.tsx'
import { SignedScreen } from './signed-screen.tsx'
import { WritingScreen } from './writing-screen.tsx'

const route = getRouteApi('/session/$appointmentId')

/** The visit’s note: to begin, to write, or signed and to read. */
export function SessionScreen() {
  const { appointmentId } = route.useParams()
  const session = useQuery(ask('notes.getSession', { appointmentId }))
  if (session.error && !session.data) {
    return (
      <Screen title="Session">
        <Column label="Session">
          <Problem error={session.error} action={<ButtonLink to="/today">Go to Today</ButtonLink>} />
        </Column>
      </Screen>
    )
  }
  if (!session.data) return <Waiting />
  const { note } = session.data
  if (!note) return <BeginScreen key={appointmentId} session={session.data} />
  const { signature } = note
  if (signature) return <SignedScreen key={note.id} session={session.data} note={{ ...note, signature }} />
  return <WritingScreen key={note.id} session={session.data} note={note} />
}
