import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Room, RoomFields } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BookedAheadList } from './booked-ahead-list.tsx'
import { PlaceInOrder } from './place-in-order.tsx'
import { SectionFrame } from './section-frame.tsx'

/** The treatment rooms. A clinic without any books practitioners alone. */
export function RoomsSection() {
  const list = useQuery(ask('practice.listRooms', {}))
  const [open, setOpen] = useState<Room['id'] | 'new' | null>(null)
  const rooms = list.data ?? []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add room
    </Button>
  )
  return (
    <SectionFrame title="Rooms" note="Two visits in one room at the same time are refused. Without rooms, only people are booked." actions={add}>
      <Problem error={list.error} />
      {list.data && rooms.length === 0 && <Empty title="No rooms yet">Add one if two people may want the same table.</Empty>}
      {rooms.length > 0 && (
        <Table
          caption="Rooms"
          rows={rooms}
          keyOf={one => one.id}
          selectedKey={open}
          onOpen={one => setOpen(one.id)}
          columns={[
            { title: 'Name', cell: one => one.name },
            { title: 'Status', cell: one => (one.isActive ? 'In use' : 'No longer used') },
          ]}
        />
      )}
      {open && <RoomPanel key={open} rooms={rooms} room={rooms.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function RoomPanel({ rooms, room, onClose }: { rooms: readonly Room[]; room: Room | null; onClose: () => void }) {
  const save = useCommand('practice.saveRoom')
  const order = useCommand('practice.orderRooms')
  const [isActive, setActive] = useState(room?.isActive ?? true)
  const form = useClinicForm({ schema: RoomFields, start: { name: room?.name ?? '' }, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: room?.id ?? null, fields, isActive })
    onClose()
  })
  return (
    <FormPanel
      title={room ? room.name : 'New room'}
      save="Save room"
      busy={form.isBusy}
      problem={form.problem ?? order.error}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Name" maxLength={40} placeholder="Room 1" {...form.bind('name')} />
      {room && <Checkbox label="In use" hint="A room no longer used keeps its past visits, but cannot be booked." value={isActive} onChange={setActive} />}
      {room && !isActive && <BookedAheadList roomId={room.id} from={todayHere()} name={room.name} />}
      {room && rooms.length > 1 && <PlaceInOrder ids={rooms.map(({ id }) => id)} id={room.id} busy={order.isPending} onOrder={ids => order.mutate({ ids })} />}
    </FormPanel>
  )
}
