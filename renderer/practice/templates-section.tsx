import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoteTemplate } from '../../shared/notes/library-schema.ts'
import { SHIPPED_TEMPLATES, shippedTemplate } from '../../shared/notes/shipped-templates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { BringBack } from './bring-back.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'
import { TemplatePanel } from './template-panel.tsx'

/** Note templates by condition: those Myodesk brings, worded as the clinic likes, and its own. */
export function TemplatesSection() {
  const library = useQuery(ask('notes.getLibrary', {}))
  const save = useCommand('notes.saveTemplate')
  const [open, setOpen] = useState<NoteTemplate | 'new' | null>(null)
  const templates = library.data?.templates ?? []
  const removed = library.data ? SHIPPED_TEMPLATES.filter(shipped => !templates.some(({ id }) => id === shipped.id)) : []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add template
    </Button>
  )
  return (
    <SectionFrame
      title="Note templates"
      note="What a note for a condition begins with: rows to measure, techniques, and words with blanks. Nothing already written is replaced."
      actions={add}
    >
      <Problem error={library.error ?? save.error} />
      {library.data && templates.length === 0 && <Empty title="No templates on the list">Add one, or bring back one of Myodesk’s.</Empty>}
      {templates.length > 0 && (
        <Table
          caption="Note templates"
          rows={templates}
          keyOf={template => template.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          height="tall"
          columns={[
            { title: 'Template', cell: template => <Name template={template} /> },
            { title: 'Wording', width: '168px', cell: template => <span className={css.quiet}>{wordingOf(template)}</span> },
          ]}
        />
      )}
      <BringBack pieces={removed.map(template => ({ key: template.id, name: template.name, bringBack: () => save.mutate(template) }))} />
      {open && <TemplatePanel key={open === 'new' ? 'new' : open.id} template={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function wordingOf(template: NoteTemplate): string {
  const shipped = shippedTemplate(template.id)
  if (!shipped) return 'The clinic’s own'
  return JSON.stringify(shipped.content) === JSON.stringify(template.content) && shipped.name === template.name
    ? 'Myodesk’s wording'
    : 'Myodesk’s, changed by you'
}

function Name({ template: { name, content } }: { template: NoteTemplate }) {
  const counts = [
    [content.motions.length, 'motion', 'motions'],
    [content.muscles.length, 'muscle', 'muscles'],
    [content.tests.length, 'test', 'tests'],
    [content.techniques.length, 'technique', 'techniques'],
  ] as const
  const words = counts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
  return (
    <>
      <div>{name}</div>
      <div className={css.quiet}>{words.join(' · ') || 'Words only'}</div>
    </>
  )
}
