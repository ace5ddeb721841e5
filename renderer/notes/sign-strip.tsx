import { useQuery } from '@tanstack/react-query'
import { openBlanks } from '../../shared/notes/open-blanks.ts'
import type { DrawnSignature, NoteContent, Session } from '../../shared/notes/schema.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import css from './bottom-strip.module.css'
import { SignaturePad } from './signature-pad.tsx'

type SignStripProps = {
  session: Session
  content: NoteContent
  drawn: DrawnSignature
  onDraw: (make: (was: DrawnSignature) => DrawnSignature) => void
  onClose: () => void
}

/** What is about to be signed and by whom, and a field for the signature’s drawing. “Sign note” below it, or Ctrl Enter, then signs. */
export function SignStrip({ session: { appointment }, content, drawn, onDraw, onClose }: SignStripProps) {
  const practitioners = useQuery(ask('practice.listPractitioners', {}))
  const signer = practitioners.data?.find(({ id }) => id === appointment.practitionerId)
  const [blank] = openBlanks(content)
  useHotkey({ keys: 'escape', run: onClose })
  return (
    <section className={css.strip} aria-label="Signature">
      <div className={css.who}>
        <p>
          Sign as <b>{signer ? [signer.legalName, signer.credentials].filter(Boolean).join(', ') : appointment.practitionerName}</b>
        </p>
        {blank && (
          <Status icon="warning" tone="act">
            {blank.blank} in {blank.name} is not filled in yet.
          </Status>
        )}
        <p className={css.quiet}>The note is then locked with this name and the time. What is missing later is added below it.</p>
      </div>
      <SignaturePad value={drawn} onDraw={onDraw} />
      <div className={css.ways}>
        <Button kind="text" size="small" disabled={drawn === ''} onClick={() => onDraw(() => '')}>
          Clear
        </Button>
        <Button kind="text" size="small" onClick={onClose}>
          Not yet
        </Button>
      </div>
    </section>
  )
}
