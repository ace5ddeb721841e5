import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type IssuedDocument, type PaperTrail, SendingFields } from '../../shared/documents/schema.ts'
import { SENDING_WAYS, sendingWords } from '../../shared/documents/sending-words.ts'
import { ask, request, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './documents.module.css'
import { LetterAnswerPart } from './letter-answer.tsx'
import { QuickSent } from './quick-sent.tsx'

type How = SendingFields['how']
const WAYS: readonly Choice<How>[] = SendingFields.shape.how.options.map(value => ({ value, label: SENDING_WAYS[value].name }))

/** Where a paper went, and for a letter what the physician answered. */
export function LetterTrail({ document }: { document: IssuedDocument }) {
  const trail = useQuery(ask('documents.getTrail', { documentId: document.id }))
  if (!trail.data) return <Problem error={trail.error} />
  return (
    <>
      <Sendings document={document} trail={trail.data} />
      {document.kind === 'progress-letter' && <LetterAnswerPart document={document} trail={trail.data} />}
    </>
  )
}

function Sendings({ document, trail }: { document: IssuedDocument; trail: PaperTrail }) {
  const [isOpen, setOpen] = useState(false)
  const remove = useCommand('documents.removeSending')
  const takeOff = ({ id, ...sending }: PaperTrail['sendings'][number]) =>
    remove.mutate(
      { sendingId: id },
      {
        onSuccess: () =>
          offerUndo(
            'Taken off the log.',
            () => void request('documents.recordSending', { documentId: document.id, sending: SendingFields.strip().parse(sending) }),
          ),
      },
    )
  return (
    <Section title="Sent">
      {trail.sendings.length === 0 && !isOpen && <p className={css.said}>Not recorded yet.</p>}
      <ul className={css.papers} aria-label="Sent">
        {trail.sendings.map(sending => (
          <li key={sending.id} className={css.sending}>
            <span>
              {sendingWords(sending)}
              <span className={css.detail}>Recorded by {sending.recordedBy}</span>
            </span>
            <IconButton icon="close" size="small" label={`Take off: ${sendingWords(sending)}`} onClick={() => takeOff(sending)} />
          </li>
        ))}
      </ul>
      <Problem error={remove.error} />
      {document.kind === 'superbill' && document.replacedBy === null && !isOpen && <QuickSent document={document} />}
      {isOpen ? (
        <SendingForm document={document} trail={trail} onClose={() => setOpen(false)} />
      ) : (
        <>
          <p className={css.row}>
            <Button size="small" onClick={() => setOpen(true)}>
              Record sending
            </Button>
          </p>
          {trail.consentRemark && <p className={css.kept}>{trail.consentRemark}</p>}
        </>
      )}
    </Section>
  )
}

function SendingForm({ document, trail, onClose }: { document: IssuedDocument; trail: PaperTrail; onClose: () => void }) {
  const { addressee, consentRemark } = trail
  const record = useCommand('documents.recordSending')
  const start = { sentOn: todayHere(), how: addressee.fax ? ('fax' as const) : ('post' as const), sentTo: addressee.name }
  const form = useClinicForm({ schema: SendingFields, start, sentAs: 'sending' })
  const sentOn = form.bind('sentOn')
  const sentTo = form.bind('sentTo')
  const send = form.submit(async sending => {
    await record.mutateAsync({ documentId: document.id, sending })
    onClose()
  })
  const isToOther = consentRemark !== '' && sentTo.value.trim() !== '' && sentTo.value.trim() !== addressee.name
  return (
    <form className={css.fields} onSubmit={event => void send(event)} noValidate aria-label="Record sending">
      <Problem error={form.problem} />
      <FieldRow template="1fr 1fr">
        <SelectField label="How" choices={WAYS} {...form.bind('how')} />
        <DateField label="On" {...sentOn} onChange={day => sentOn.onChange(day ?? '')} />
      </FieldRow>
      <TextField label="To" maxLength={160} {...sentTo} hint={addressee.fax ? `The letter’s fax number is ${addressee.fax}.` : undefined} />
      {isToOther && (
        <Problem
          tone="care"
          error={{ message: 'No release of information is on file. Get it signed before this goes to anybody but the referring physician.' }}
        />
      )}
      <div className={css.row}>
        <Button type="submit" busy={form.isBusy}>
          Record sending
        </Button>
        <Button kind="text" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
