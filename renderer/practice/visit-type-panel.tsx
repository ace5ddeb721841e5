import { useState } from 'react'
import { Hue } from '../../shared/practice/colours.ts'
import { type VisitType, VisitTypeFields } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { HueField } from '../ui/hue-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PlaceInOrder } from './place-in-order.tsx'

type VisitTypePanelProps = { types: readonly VisitType[]; type: VisitType | null; onClose: () => void }

/** One visit type: its name, how long it takes, and to whom it is offered. */
export function VisitTypePanel({ types, type, onClose }: VisitTypePanelProps) {
  const save = useCommand('practice.saveVisitType')
  const order = useCommand('practice.orderVisitTypes')
  const [isActive, setActive] = useState(type?.isActive ?? true)
  const unused = Hue.options.find(hue => !types.some(({ colour }) => colour === hue)) ?? 'slate'
  const start = type ? VisitTypeFields.strip().parse(type) : { name: '', minutes: 60, bufferMinutes: 0, colour: unused, isForFirstVisit: false }
  const form = useClinicForm({ schema: VisitTypeFields, start, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: type?.id ?? null, fields, isActive })
    onClose()
  })
  const minutes = form.bind('minutes')
  const buffer = form.bind('bufferMinutes')
  const colour = form.bind('colour')
  return (
    <FormPanel
      title={type ? type.name : 'New visit type'}
      save="Save visit type"
      busy={form.isBusy}
      problem={form.problem ?? order.error}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Name" maxLength={40} placeholder="Follow-up" {...form.bind('name')} />
      <FieldRow template="1fr 1fr">
        <NumberField label="Minutes" step={5} min={5} max={480} {...minutes} onChange={value => minutes.onChange(value ?? 0)} />
        <NumberField
          label="Minutes to change the room"
          hint="Nobody else is booked in them."
          step={5}
          min={0}
          max={60}
          {...buffer}
          onChange={value => buffer.onChange(value ?? 0)}
        />
      </FieldRow>
      <HueField label="Color in the calendar" value={colour.value} onChange={colour.onChange} />
      <Checkbox label="For first visits" hint="Chosen by itself for somebody who was never here." {...form.bind('isForFirstVisit')} />
      {type && <Checkbox label="Offered" hint="Visits already booked keep the type." value={isActive} onChange={setActive} />}
      {type && types.length > 1 && <PlaceInOrder ids={types.map(({ id }) => id)} id={type.id} busy={order.isPending} onOrder={ids => order.mutate({ ids })} />}
    </FormPanel>
  )
}
