import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Note, Session } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { MomentText } from '../ui/words.tsx'
import { Addenda } from './addenda.tsx'
import { SessionLayout } from './session-layout.tsx'
import css from './signed-screen.module.css'
import { SignedText } from './signed-text.tsx'
import { TreatedColumn } from './treated-column.tsx'

type SignedScreenProps = { session: Session; note: Note; signature: NonNullable<Note['signature']> }

/** A signed note, to read: what was written, who signed and when, what was added since, and check-out while the visit is not charged. */
export function SignedScreen({ session, note, signature }: SignedScreenProps) {
  const { appointment, allowedRegions, header } = session
  const router = useRouter()
  const [isAdding, setAdding] = useState(false)
  const isCharged = appointment.invoiceId !== null
  const { appointmentId } = note
  const checkOut = () => void router.navigate({ to: '/checkout/$appointmentId', params: { appointmentId } })
  useHotkey({ keys: 'mod+enter', label: 'Check out', run: checkOut, enabled: !isCharged && !isAdding })
  const by = [signature.name, signature.credentials].filter(Boolean).join(', ')
  const footer = (
    <>
      <Status icon="lock">
        Signed by {by}, <MomentText at={signature.signedAt} />
      </Status>
      <span className={css.grow} />
      {!isAdding && <Button onClick={() => setAdding(true)}>Add addendum</Button>}
      {isCharged ? (
        <ButtonLink to="/patients/$patientId" params={{ patientId: header.id }} {...(isAdding ? {} : { kind: 'primary' })}>
          Open the chart
        </ButtonLink>
      ) : (
        <ButtonLink to="/checkout/$appointmentId" params={{ appointmentId }} {...(isAdding ? {} : { kind: 'primary', keys: 'mod+enter' })}>
          Check out
        </ButtonLink>
      )}
    </>
  )
  return (
    <SessionLayout
      session={session}
      content={note.content}
      footer={footer}
      chart={<TreatedColumn content={note.content} allowed={allowedRegions} alerts={header.alerts} />}
    >
      <SignedText note={note} session={session} />
      <p className={css.signature}>
        Signed by <b>{by}</b>, <MomentText at={signature.signedAt} />. A signed note does not change; what is missing is added below it.
      </p>
      <Addenda note={note} isAdding={isAdding} onClose={() => setAdding(false)} />
    </SessionLayout>
  )
}
