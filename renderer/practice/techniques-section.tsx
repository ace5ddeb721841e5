import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ClinicTechnique } from '../../shared/notes/library-schema.ts'
import { TECHNIQUES } from '../../shared/notes/techniques.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { PieceActions } from './piece-actions.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

const COLUMNS = [
  { title: 'Technique', width: '34%', cell: (one: ClinicTechnique) => one.name },
  { title: 'Letters', width: '88px', cell: (one: ClinicTechnique) => one.shorthand },
  { title: 'What it is for', cell: (one: ClinicTechnique) => <span className={css.quiet}>{one.purpose}</span> },
]

/** Techniques the clinic added, and those Myodesk brings. */
export function TechniquesSection() {
  const library = useQuery(ask('notes.getLibrary', {}))
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const own = library.data?.techniques ?? []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add technique
    </Button>
  )
  return (
    <SectionFrame title="Techniques" note="What a service of the note may name. Yours stand beside the list that Myodesk brings." actions={add}>
      <Problem error={library.error} />
      {library.data && own.length === 0 && <Empty title="None of your own yet">Add what you work with that the list below does not have.</Empty>}
      {own.length > 0 && (
        <Table
          caption="The clinic’s own techniques"
          rows={own}
          keyOf={one => one.name}
          selectedKey={typeof open === 'number' ? (own[open]?.name ?? null) : null}
          onOpen={one => setOpen(own.indexOf(one))}
          columns={COLUMNS}
        />
      )}
      <h3 className={css.subhead}>Brought by Myodesk</h3>
      <Table caption="Techniques brought by Myodesk" rows={TECHNIQUES} keyOf={one => one.name} columns={COLUMNS} height="charting" />
      {open !== null && <TechniquePanel key={open} own={own} place={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function TechniquePanel({ own, place, onClose }: { own: readonly ClinicTechnique[]; place: number | null; onClose: () => void }) {
  const save = useCommand('notes.saveTechniques')
  const technique = place === null ? null : (own[place] ?? null)
  const at = place ?? own.length
  const form = useClinicForm({ schema: ClinicTechnique, start: technique ?? { name: '', shorthand: '', purpose: '' }, sentAs: `techniques.${at}` })
  const send = form.submit(async fields => {
    await save.mutateAsync({ techniques: own.toSpliced(at, 1, fields) })
    onClose()
  })
  const takeOff = ({ name }: ClinicTechnique) => {
    const undo = () => save.mutate({ techniques: [...own] })
    const done = () => {
      offerUndo(`“${name}” is off the list.`, undo)
      onClose()
    }
    save.mutate({ techniques: own.toSpliced(at, 1) }, { onSuccess: done })
  }
  return (
    <FormPanel
      title={technique ? technique.name : 'New technique'}
      save="Save technique"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <FieldRow template="2fr 1fr">
        <TextField label="Name" {...form.bind('name')} />
        <TextField label="Letters" required={false} maxLength={12} {...form.bind('shorthand')} />
      </FieldRow>
      <TextField label="What it is for" required={false} hint="In one line, for the list." {...form.bind('purpose')} />
      {technique && <PieceActions what="technique" onRemove={() => takeOff(technique)} onGoBack={undefined} />}
    </FormPanel>
  )
}
