import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Prescriber, PrescriberFields } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { AddressFields } from '../ui/address-fields.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** Physicians and others who refer patients and receive progress letters. */
export function PrescribersSection() {
  const list = useQuery(ask('practice.listPrescribers', {}))
  const [open, setOpen] = useState<Prescriber | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add prescriber
    </Button>
  )
  return (
    <SectionFrame title="Prescribers" note="Physicians who refer patients and receive progress letters." actions={add}>
      <Problem error={list.error} />
      {list.data?.length === 0 && <Empty title="No prescribers yet">Add one here, or from a prescription as you enter it.</Empty>}
      {list.data && list.data.length > 0 && (
        <Table
          caption="Prescribers"
          rows={list.data}
          keyOf={one => one.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          height="tall"
          columns={[
            { title: 'Name', cell: one => <Name prescriber={one} /> },
            {
              title: 'NPI',
              cell: one =>
                one.npi || (
                  <Status icon="warning" tone="act">
                    No NPI
                  </Status>
                ),
            },
            { title: 'Phone', cell: one => one.phone },
            { title: 'Fax', cell: one => one.fax },
          ]}
        />
      )}
      {open && <PrescriberPanel key={open === 'new' ? 'new' : open.id} prescriber={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function Name({ prescriber }: { prescriber: Prescriber }) {
  return (
    <>
      <div>{[prescriber.name, prescriber.credentials].filter(Boolean).join(', ')}</div>
      <div className={css.quiet}>{prescriber.practiceName}</div>
    </>
  )
}

const blank = {
  name: '',
  credentials: 'MD',
  npi: '',
  practiceName: '',
  address: { street: '', street2: '', city: '', state: '', zip: '' },
  phone: '',
  fax: '',
}

function PrescriberPanel({ prescriber, onClose }: { prescriber: Prescriber | null; onClose: () => void }) {
  const save = useCommand('practice.savePrescriber')
  const form = useClinicForm({ schema: PrescriberFields, start: prescriber ? PrescriberFields.strip().parse(prescriber) : blank, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: prescriber?.id ?? null, fields })
    onClose()
  })
  return (
    <FormPanel
      title={prescriber ? prescriber.name : 'New prescriber'}
      save="Save prescriber"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <FieldRow template="2fr 1fr">
        <TextField label="Name" {...form.bind('name')} />
        <TextField label="Credentials" {...form.bind('credentials')} />
      </FieldRow>
      <TextField label="NPI" inputMode="numeric" maxLength={10} hint="Insurers refuse a superbill whose NPI does not add up." {...form.bind('npi')} />
      <TextField label="Practice" required={false} {...form.bind('practiceName')} />
      <AddressFields bind={part => form.bind(`address.${part}`)} />
      <FieldRow template="1fr 1fr">
        <TextField label="Phone" type="tel" {...form.bind('phone')} />
        <TextField label="Fax" type="tel" {...form.bind('fax')} />
      </FieldRow>
    </FormPanel>
  )
}
