import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Practitioner } from '../../shared/practice/schema.ts'
import { workdaysInWords } from '../../shared/practice/week.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { todayHere } from '../ui/clock.ts'
import { HueMark } from '../ui/hue-field.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, dateInWords } from '../ui/words.tsx'
import desk from './desk.module.css'
import { PractitionerPanel } from './practitioner-panel.tsx'
import { SectionFrame } from './section-frame.tsx'

/** Who treats here: what insurers check about each, and when they work. */
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
            { title: 'Name', cell: one => <Name practitioner={one} /> },
            { title: 'Works', cell: one => (one.hours === null ? 'As the clinic is open' : workdaysInWords(one.hours)) },
            { title: 'NPI', cell: one => one.npi || 'None' },
            { title: 'License', cell: one => <License practitioner={one} /> },
            { title: 'Status', cell: one => (one.leftOn === null ? 'Working' : `Left ${dateInWords(one.leftOn)}`) },
          ]}
        />
      )}
      {open && list.data && (
        <PractitionerPanel
          key={open === 'new' ? 'new' : open.id}
          practitioner={open === 'new' ? null : open}
          others={list.data}
          onClose={() => setOpen(null)}
        />
      )}
    </SectionFrame>
  )
}

function Name({ practitioner: { legalName, credentials, colour } }: { practitioner: Practitioner }) {
  return (
    <span className={desk.marked}>
      <HueMark hue={colour} />
      {[legalName, credentials].filter(Boolean).join(', ')}
    </span>
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
