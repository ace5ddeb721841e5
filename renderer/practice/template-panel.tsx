import type { z } from 'zod'
import { NoteTemplate } from '../../shared/notes/library-schema.ts'
import { shippedTemplate } from '../../shared/notes/shipped-templates.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { PieceActions } from './piece-actions.tsx'
import { TemplateRows } from './template-rows.tsx'

const Fields = NoteTemplate.omit({ id: true })

const BLANK: z.input<typeof Fields> = {
  name: '',
  content: {
    subjective: '',
    objective: '',
    assessment: '',
    plan: '',
    homeCare: '',
    activities: [],
    motions: [],
    muscles: [],
    tests: [],
    posture: [],
    techniques: [],
    measures: [],
  },
}

/** One template: its name, the rows it lays out, and its words. */
export function TemplatePanel({ template, onClose }: { template: NoteTemplate | null; onClose: () => void }) {
  const save = useCommand('notes.saveTemplate')
  const remove = useCommand('notes.removeTemplate')
  const form = useClinicForm({ schema: Fields, start: template ? { name: template.name, content: template.content } : BLANK })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: template?.id ?? null, ...fields })
    onClose()
  })
  const shipped = template && shippedTemplate(template.id)
  const done = (words: string, kept: NoteTemplate) => {
    offerUndo(words, () => save.mutate(kept))
    onClose()
  }
  const takeOff = (kept: NoteTemplate) => {
    remove.mutate({ templateId: kept.id }, { onSuccess: () => done(`“${kept.name}” is off the list.`, kept) })
  }
  const goBack = (kept: NoteTemplate, wording: NoteTemplate) => {
    save.mutate(wording, { onSuccess: () => done(`“${wording.name}” has Myodesk’s wording again.`, kept) })
  }
  return (
    <FormPanel
      title={template ? template.name : 'New template'}
      note="Blanks in braces, such as {side}, are jumped to with Tab."
      save="Save template"
      busy={form.isBusy}
      problem={form.problem ?? remove.error}
      onSave={() => void send()}
      onClose={onClose}
      width={560}
    >
      <TextField label="Name" {...form.bind('name')} />
      <TextArea label="Subjective" required={false} rows={2} {...form.bind('content.subjective')} />
      <TextArea label="Objective" required={false} rows={2} {...form.bind('content.objective')} />
      <TextArea label="Assessment" required={false} rows={2} {...form.bind('content.assessment')} />
      <TextArea label="Plan" required={false} rows={2} {...form.bind('content.plan')} />
      <TextArea label="At home" required={false} rows={2} {...form.bind('content.homeCare')} />
      <TemplateRows form={form} />
      {template && (
        <PieceActions
          what="template"
          onRemove={() => takeOff(template)}
          onGoBack={shipped && JSON.stringify(shipped) !== JSON.stringify(template) ? () => goBack(template, shipped) : undefined}
        />
      )}
    </FormPanel>
  )
}
