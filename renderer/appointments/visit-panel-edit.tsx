import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { EpisodeId, RoomId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { NONE } from './booking-draft.ts'
import { mayMove } from './visit-panel-steps.ts'

/** Changes what a visit is for, where it takes place and its remark; its time is changed by moving it. */
export function EditVisit({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
  const save = useCommand('appointments.save')
  const move = useCommand('appointments.move')
  const episodes = useQuery(ask('episodes.list', { patientId: visit.patientId }))
  const rooms = useQuery(ask('practice.listRooms', {}))
  const [episodeId, setEpisodeId] = useState<string>(visit.episodeId ?? NONE)
  const [roomId, setRoomId] = useState<string>(visit.roomId ?? NONE)
  const [remark, setRemark] = useState(visit.remark)
  const offered = (rooms.data ?? []).filter(room => room.isActive || room.id === visit.roomId)
  const open = (episodes.data ?? []).filter(episode => episode.closedOn === null || episode.id === visit.episodeId)
  const chosenRoom = RoomId.safeParse(roomId).data ?? null

  const send = async () => {
    const { id: appointmentId, startsAt, minutes, practitionerId, revision } = visit
    if (chosenRoom !== visit.roomId) await move.mutateAsync({ appointmentId, startsAt, minutes, practitionerId, roomId: chosenRoom, revision })
    await save.mutateAsync({ appointmentId, episodeId: EpisodeId.safeParse(episodeId).data ?? null, remark })
    onClose()
  }
  return (
    <FormPanel
      title="Edit visit"
      note={visit.patientName}
      save="Save visit"
      busy={save.isPending || move.isPending}
      problem={move.error ?? save.error}
      onSave={() => void send().catch(() => undefined)}
      onClose={onClose}
    >
      <SelectField
        label="Episode of care"
        value={episodeId}
        onChange={setEpisodeId}
        choices={[...open.map(episode => ({ value: episode.id as string, label: episode.condition })), { value: NONE, label: 'None yet' }]}
        hint={open.find(episode => episode.id === episodeId)?.prescription?.words}
      />
      {offered.length > 0 && mayMove(visit.status) && (
        <SelectField
          label="Room"
          value={roomId}
          onChange={setRoomId}
          choices={[...offered.map(room => ({ value: room.id as string, label: room.name })), { value: NONE, label: 'No room' }]}
        />
      )}
      <TextField label="Remark for the desk" value={remark} onChange={setRemark} />
    </FormPanel>
  )
}
