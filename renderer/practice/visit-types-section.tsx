import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { VisitType } from '../../shared/practice/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { HueMark } from '../ui/hue-field.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import desk from './desk.module.css'
import { SectionFrame } from './section-frame.tsx'
import { VisitTypePanel } from './visit-type-panel.tsx'

/** What the desk books, with its usual length. Not what is charged: that comes from the note. */
export function VisitTypesSection() {
  const list = useQuery(ask('practice.listVisitTypes', {}))
  const [open, setOpen] = useState<VisitType['id'] | 'new' | null>(null)
  const types = list.data ?? []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add visit type
    </Button>
  )
  const note = 'What the desk books: how long it takes, and the time to change the room afterwards. What is charged comes from the note.'
  return (
    <SectionFrame title="Visit types" note={note} actions={add}>
      <Problem error={list.error} />
      {list.data && types.length === 0 && <Empty title="No visit types yet">Add one, so that booking fills in the length by itself.</Empty>}
      {types.length > 0 && (
        <Table
          caption="Visit types"
          rows={types}
          keyOf={one => one.id}
          selectedKey={open}
          onOpen={one => setOpen(one.id)}
          columns={[
            { title: 'Name', cell: one => <Name type={one} /> },
            { title: 'Offered', cell: offeredTo },
            { title: 'Minutes', align: 'right', width: '96px', cell: one => one.minutes },
            { title: 'Room change', align: 'right', width: '120px', cell: one => one.bufferMinutes || 'none' },
          ]}
        />
      )}
      {open && <VisitTypePanel key={open} types={types} type={types.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function Name({ type: { name, colour } }: { type: VisitType }) {
  return (
    <span className={desk.marked}>
      <HueMark hue={colour} />
      {name}
    </span>
  )
}

function offeredTo({ isActive, isForFirstVisit }: VisitType): string {
  if (!isActive) return 'No longer'
  return isForFirstVisit ? 'First to new patients' : 'Yes'
}
