import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { LETTER_TITLES, LetterKind } from '../../shared/documents/progress-letter.ts'
import { LetterTemplate } from '../../shared/documents/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { type ClinicForm, useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import wording from './letter-wording.module.css'
import { LetterWordingPreview } from './letter-wording-preview.tsx'
import { PlaceholderList } from './placeholder-list.tsx'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

const KINDS = LetterKind.options.map(value => ({ value, label: LETTER_TITLES[value] }))
const Words = LetterTemplate.omit({ isOwn: true })
type WordsForm = ClinicForm<typeof Words._zod.input, typeof Words._zod.output>

/** The clinic’s own wording of letters, with placeholders that the records fill. */
export function LetterWordingSection() {
  const templates = useQuery(ask('documents.listLetterTemplates', {}))
  const [kind, setKind] = useState<LetterKind>('progress')
  const template = templates.data?.find(one => one.kind === kind)
  return (
    <SectionFrame
      title="Letter wording"
      note="New letters begin with these words. A sentence whose figures the records do not hold, or whose condition is not true, is left out."
    >
      <Problem error={templates.error} />
      {templates.isPending && <Waiting />}
      <div className={wording.kind}>
        <SelectField label="Kind of letter" value={kind} onChange={setKind} choices={KINDS} />
      </div>
      {template && <TemplateForm key={`${kind} ${template.isOwn}`} template={template} />}
    </SectionFrame>
  )
}

function TemplateForm({ template }: { template: LetterTemplate }) {
  const save = useCommand('documents.saveLetterTemplate')
  const { isOwn, ...words } = template
  const form = useClinicForm({ schema: Words, start: words, keepAs: `letter wording ${template.kind}` })
  const send = form.submit(values => save.mutateAsync(values))
  const insert = useInsertion(form)
  const shown = { ...words, ...form.hook.getValues() }
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()} save="Save wording">
      <div className={css.part} onFocusCapture={insert.remember}>
        <TextField label="Greeting" maxLength={120} {...form.bind('greeting')} />
        <TextArea label="Answer" rows={5} hint="The first thing the physician reads. One sentence a line reads best." {...form.bind('answer')} />
        <TextArea label="Screening" rows={1} {...form.bind('screening')} />
        <TextArea label="Treatment" rows={3} {...form.bind('treatment')} />
        <TextArea label="Request" rows={4} hint="Goes on after the visits asked for." {...form.bind('request')} />
      </div>
      <PlaceholderList onChoose={insert.put} />
      <LetterWordingPreview words={shown} />
      {isOwn && <GoBack template={template} />}
    </SaveForm>
  )
}

type Field = 'greeting' | 'answer' | 'screening' | 'treatment' | 'request'
const FIELDS: readonly string[] = ['greeting', 'answer', 'screening', 'treatment', 'request'] satisfies readonly Field[]
const isField = (name: string): name is Field => FIELDS.includes(name)

/** Puts a placeholder where one last wrote. */
function useInsertion(form: WordsForm) {
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const remember = (event: { target: EventTarget }) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) last.current = event.target
  }
  const put = (placeholder: string) => {
    const field = last.current
    const name = field?.name ?? ''
    if (!field || !isField(name)) return
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length]
    form.bind(name).onChange(`${field.value.slice(0, from)}${placeholder}${field.value.slice(to)}`)
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(from + placeholder.length, from + placeholder.length)
    })
  }
  return { remember, put }
}

function GoBack({ template: { isOwn: _isOwn, ...own } }: { template: LetterTemplate }) {
  const reset = useCommand('documents.resetLetterTemplate')
  const save = useCommand('documents.saveLetterTemplate')
  const goBack = () => reset.mutate({ kind: own.kind }, { onSuccess: () => offerUndo('The clinic’s own wording is gone.', () => save.mutate(own)) })
  return (
    <p className={css.row}>
      <Button size="small" busy={reset.isPending} onClick={goBack}>
        Go back to Myodesk’s wording
      </Button>
      <Problem error={reset.error ?? save.error} />
    </p>
  )
}
