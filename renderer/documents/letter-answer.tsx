import { useState } from 'react'
import { type IssuedDocument, LetterAnswerFields, type PaperTrail } from '../../shared/documents/schema.ts'
import { PrescriptionFields } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Facts, Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { DateText } from '../ui/words.tsx'
import css from './documents.module.css'

type Answer = LetterAnswerFields['answer']
const WORDS: Readonly<Record<Answer, string>> = {
  approved: 'Approved as asked',
  changed: 'Approved with changes',
  declined: 'Declined',
  'see-patient': 'Wants to see the patient first',
}
const SHORT: Readonly<Record<Answer, string>> = { approved: 'Approved', changed: 'With changes', declined: 'Declined', 'see-patient': 'See first' }
const choicesFor = (asksVisits: boolean) =>
  LetterAnswerFields.shape.answer.options.map(value => ({ value, label: value === 'approved' && !asksVisits ? 'Agreed' : SHORT[value] }))
const wordsOf = (answer: Answer, asksVisits: boolean) => (answer === 'approved' && !asksVisits ? 'Agreed' : WORDS[answer])

/** What the physician answered, or the way to record it. */
export function LetterAnswerPart({ document, trail: { answer, suggested, addressee } }: { document: IssuedDocument; trail: PaperTrail }) {
  const [isOpen, setOpen] = useState(false)
  useHotkey({ keys: 'alt+a', label: 'Record the physician’s answer', run: () => answer === null && setOpen(true) })
  if (answer)
    return (
      <Section title="Physician’s answer">
        <Facts
          facts={[
            ['Answer', wordsOf(answer.answer, answer.prescriptionId !== null)],
            ['Received', <DateText key="on" day={answer.receivedOn} />],
            ...(answer.remark ? ([['Remark', answer.remark]] as const) : []),
            ...(answer.prescriptionId && document.episodeId
              ? ([
                  [
                    'Made',
                    <TextLink key="rx" to="/episodes/$episodeId" params={{ episodeId: document.episodeId }}>
                      The next prescription
                    </TextLink>,
                  ],
                ] as const)
              : []),
            ['Recorded by', answer.recordedBy],
          ]}
        />
      </Section>
    )
  return (
    <Section title="Physician’s answer">
      <p className={css.row}>
        <Button size="small" keys="alt+a" onClick={() => setOpen(true)}>
          Record answer
        </Button>
      </p>
      {suggested && <p className={css.kept}>A yes becomes the next prescription in the same step.</p>}
      {isOpen && <AnswerPanel document={document} to={addressee.name} suggested={suggested} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** An answer with what may differ from the prescription that was asked for. */
const { visits, frequency, writtenOn, expiresOn, requests } = PrescriptionFields.shape
const AnswerForm = LetterAnswerFields.extend({ visits, frequency, writtenOn, expiresOn, requests })

type AnswerPanelProps = { document: IssuedDocument; to: string; suggested: PaperTrail['suggested']; onClose: () => void }

/** The reply as it came back: filled with what the letter asked for, so that a plain yes needs no typing. */
function AnswerPanel({ document, to, suggested, onClose }: AnswerPanelProps) {
  const record = useCommand('documents.recordAnswer')
  const form = useClinicForm({ schema: AnswerForm, start: startOf(suggested), sentAs: 'answer' })
  const answer = form.bind('answer')
  const receivedOn = form.bind('receivedOn')
  const makesOrder = suggested !== null && (answer.value === 'approved' || answer.value === 'changed')
  const save = form.submit(async ({ receivedOn: on, answer: said, remark, ...terms }) => {
    const prescription = makesOrder && suggested ? { ...suggested, ...terms } : null
    await record.mutateAsync({ documentId: document.id, answer: { receivedOn: on, answer: said, remark }, prescription })
    onClose()
  })
  return (
    <FormPanel
      title="Physician’s answer"
      note={to ? `${to}, to ${document.number}` : document.number}
      save={makesOrder ? 'Record and add prescription' : 'Record answer'}
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Segmented label="Answer" withLabel withCheck {...answer} choices={choicesFor(suggested !== null)} />
      <DateField label="Received on" {...receivedOn} onChange={day => receivedOn.onChange(day ?? '')} />
      <TextArea label="Remark" rows={2} required={false} {...form.bind('remark')} />
      {makesOrder && <OrderFields form={form} />}
    </FormPanel>
  )
}

function startOf(suggested: PaperTrail['suggested']) {
  const order = suggested ?? { visits: null, frequency: '', writtenOn: todayHere(), expiresOn: null, requests: '' }
  const { visits, frequency, writtenOn, expiresOn, requests } = order
  return { receivedOn: todayHere(), answer: 'approved' as const, remark: '', visits, frequency, writtenOn, expiresOn, requests }
}

function OrderFields({ form }: { form: ReturnType<typeof useClinicForm<typeof AnswerForm>> }) {
  const signedOn = form.bind('writtenOn')
  return (
    <fieldset className={css.fields}>
      <legend className={css.legend}>The prescription it makes</legend>
      <FieldRow template="1fr 1.6fr">
        <NumberField label="Visits" min={1} max={200} {...form.bind('visits')} />
        <TextField label="How often" {...form.bind('frequency')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <DateField label="Signed on" {...signedOn} onChange={day => signedOn.onChange(day ?? '')} />
        <DateField label="Expires on" required={false} notBefore={signedOn.value} {...form.bind('expiresOn')} />
      </FieldRow>
      <TextArea label="What the physician asks, word for word" rows={2} required={false} {...form.bind('requests')} />
      <p className={css.kept}>Same prescriber, regions and codes as before. Change them on the episode.</p>
    </fieldset>
  )
}
