import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Payer, PayerFields, type UnitRule } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ModifiersField } from './modifiers-field.tsx'
import { SectionFrame } from './section-frame.tsx'

const kinds: readonly Choice<Payer['kind']>[] = [
  { value: 'commercial', label: 'Health insurance' },
  { value: 'auto', label: 'Auto insurance' },
  { value: 'work', label: 'Workers’ compensation' },
  { value: 'self-pay', label: 'Self-pay' },
  { value: 'other', label: 'Other' },
]
const unitRules: readonly Choice<UnitRule>[] = [
  { value: 'cms', label: '8-minute rule, minutes added up' },
  { value: 'midpoint', label: '8 minutes of each service' },
  { value: 'full', label: 'Full 15 minutes only' },
]
const labelOf = <V extends string>(choices: readonly Choice<V>[], value: V) => choices.find(choice => choice.value === value)?.label ?? value

/** Insurers, and how each counts units. */
export function PayersSection() {
  const list = useQuery(ask('practice.listPayers', {}))
  const [open, setOpen] = useState<Payer | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add payer
    </Button>
  )
  return (
    <SectionFrame title="Payers" note="Who reimburses patients, what each wants on a superbill, and how each counts units." actions={add}>
      <Problem error={list.error} />
      {list.data?.length === 0 && <Empty title="No payers yet">Add the insurers your patients send superbills to.</Empty>}
      {list.data && list.data.length > 0 && (
        <Table
          caption="Payers"
          rows={list.data}
          keyOf={payer => payer.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          columns={[
            { title: 'Name', cell: payer => payer.name },
            { title: 'Kind', cell: payer => labelOf(kinds, payer.kind) },
            { title: 'Units', cell: payer => labelOf(unitRules, payer.unitRule) },
            { title: 'Prescription', cell: payer => (payer.requiresPrescription ? 'Required' : 'Not needed') },
          ]}
        />
      )}
      {open && <PayerPanel key={open === 'new' ? 'new' : open.id} payer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

const blank = { name: '', kind: 'commercial' as const, unitRule: 'cms' as const, requiresPrescription: false, autoModifiers: [], maxUnitsPerVisit: null }

function PayerPanel({ payer, onClose }: { payer: Payer | null; onClose: () => void }) {
  const save = useCommand('practice.savePayer')
  const form = useClinicForm({ schema: PayerFields, start: payer ? PayerFields.strip().parse(payer) : blank, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: payer?.id ?? null, fields })
    onClose()
  })
  return (
    <FormPanel
      title={payer ? payer.name : 'New payer'}
      save="Save payer"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Name" {...form.bind('name')} />
      <SelectField label="Kind" choices={kinds} {...form.bind('kind')} />
      <SelectField label="How units are counted" choices={unitRules} {...form.bind('unitRule')} />
      <Checkbox label="Wants a prescription" hint="Superbills without one are marked before printing." {...form.bind('requiresPrescription')} />
      <ModifiersField {...form.bind('autoModifiers')} />
      <NumberField label="Most units in a visit" required={false} min={1} max={32} {...form.bind('maxUnitsPerVisit')} />
    </FormPanel>
  )
}
