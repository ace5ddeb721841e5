import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import type { NoteSummary } from '../../shared/notes/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { DateText } from '../ui/words.tsx'
import css from './signed-screen.module.css'

/** Over a signed note: its date, the way to the patient’s notes before and after it, and its paper. */
export function SignedHead({ note }: { note: SignedNote }) {
  const router = useRouter()
  const notes = useQuery(ask('notes.listOfPatient', { patientId: note.patientId }))
  const print = useCommand('documents.issueVisitNote')
  // Newest first.
  const signed = (notes.data ?? []).filter(({ state }) => state !== 'draft')
  const at = signed.findIndex(({ id }) => id === note.id)
  const earlier = at < 0 ? undefined : signed[at + 1]
  const later = at < 0 ? undefined : signed[at - 1]
  const open = ({ id }: NoteSummary) => void router.navigate({ to: '/notes/$noteId', params: { noteId: id } })
  const makePaper = () =>
    print.mutate({ noteId: note.id }, { onSuccess: ({ id }) => void router.navigate({ to: '/documents/$documentId', params: { documentId: id } }) })
  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>
          Note of <DateText day={note.serviceOn} />
        </h2>
        {at >= 0 && signed.length > 1 && (
          <span className={css.place}>
            {signed.length - at} of {signed.length}
          </span>
        )}
        <IconButton icon="left" label="Earlier note" size="small" disabled={!earlier} onClick={() => earlier && open(earlier)} />
        <IconButton icon="right" label="Later note" size="small" disabled={!later} onClick={() => later && open(later)} />
        <span className={css.grow} />
        <Button icon="printer" size="small" busy={print.isPending} onClick={makePaper}>
          Print note
        </Button>
      </header>
      <Problem error={print.error} />
    </>
  )
}
