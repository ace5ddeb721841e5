import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Practitioner, PractitionerFields } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { Status } from '../ui/chip.tsx'
import { todayHere } from '../ui/clock.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { DateText } from '../ui/words.tsx'
import { PractitionerFieldset } from './practitioner-fields.tsx'
import { SectionFrame } from './section-frame.tsx'

/** Who treats here: what insurers check about each. */
export function PractitionersSection() {
  const list = useQuery(ask('practice.listPractitioners', {}))
  const [open, setOpen] = useState<Practitioner | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add practitioner
    </Button>
  )
  return (
    <SectionFrame title="Practitioners" note="Who treats and signs. Insurers compare these with the NPI registry." actions={add}>
      <Problem error={list.error} />
      {list.data?.length === 0 && <Empty title="No practitioner yet">Add who treats here, so that visits can be booked.</Empty>}
      {list.data && list.data.length > 0 && (
        <Table
          caption="Practitioners"
          rows={list.data}
          keyOf={one => one.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          columns={[
            { title: 'Name', cell: one => [one.legalName, one.credentials].filter(Boolean).join(', ') },
            { title: 'NPI', cell: one => one.npi || 'None' },
            { title: 'License', cell: one => <License practitioner={one} /> },
            { title: 'Status', cell: one => (one.isActive ? 'Working' : 'Left') },
          ]}
        />
      )}
      {open && <PractitionerPanel key={open === 'new' ? 'new' : open.id} practitioner={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function License({ practitioner: { licenseNumber, licenseState, licenseExpiresOn } }: { practitioner: Practitioner }) {
  if (!licenseNumber)
    return (
      <Status icon="warning" tone="act">
        No license number
      </Status>
    )
  const name = [licenseState, licenseNumber].filter(Boolean).join(' ')
  if (licenseExpiresOn === null) return <>{name}</>
  if (licenseExpiresOn < todayHere()) {
    return (
      <Status icon="warning" tone="act">
        {name}, expired <DateText day={licenseExpiresOn} />
      </Status>
    )
  }
  return (
    <>
      {name}, to <DateText day={licenseExpiresOn} />
    </>
  )
}

const blank = {
  legalName: '',
  credentials: 'LMT',
  licenseNumber: '',
  licenseState: '',
  licenseExpiresOn: null,
  npi: '',
  taxonomy: '225700000X',
  trainingHours: null,
  techniques: '',
  signatureOnFile: false,
}

function PractitionerPanel({ practitioner, onClose }: { practitioner: Practitioner | null; onClose: () => void }) {
  const save = useCommand('practice.savePractitioner')
  const [isActive, setActive] = useState(practitioner?.isActive ?? true)
  const start = practitioner ? PractitionerFields.strip().parse(practitioner) : blank
  const form = useClinicForm({ schema: PractitionerFields, start, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: practitioner?.id ?? null, fields, isActive })
    onClose()
  })
  return (
    <FormPanel
      title={practitioner ? practitioner.legalName : 'New practitioner'}
      save="Save practitioner"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={560}
    >
      <PractitionerFieldset form={form} />
      <Checkbox label="Signature on file" hint="Prints “Signature on file” where a paper asks for it." {...form.bind('signatureOnFile')} />
      {practitioner && <Checkbox label="Works here" hint="Someone who left keeps their notes, but cannot be booked." value={isActive} onChange={setActive} />}
    </FormPanel>
  )
}
