import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Appointment, AppointmentFields } from '../../shared/appointments/schema.ts'
import { clockOf, dayOf, formatTime, formatWeekday, type LocalDate, localDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { Button } from '../ui/button.tsx'
import { wallNow } from '../ui/clock.ts'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { missingReason, useBookingCheck } from './booking-check.ts'
import { laterOf, nextQuarter, offeredTimes, startOf } from './booking-choice.ts'
import { NONE } from './booking-draft.ts'
import { FreeTimes } from './booking-free-times.tsx'
import { BookingWarnings, focusReason } from './booking-warnings.tsx'

type MovePanelProps = { appointmentId: AppointmentId; onClose: () => void; onMoved: (day: LocalDate) => void }

/** Moves a visit by keyboard, the equal of dragging it: typed, or to a free time nearby. */
export function MovePanel({ appointmentId, onClose, onMoved }: MovePanelProps) {
  const visit = useQuery(ask('appointments.get', { appointmentId }))
  if (visit.data) return <MoveForm visit={visit.data} onClose={onClose} onMoved={onMoved} />
  return (
    <SidePanel title="Move visit" onClose={onClose}>
      {visit.error ? <Problem error={visit.error} /> : <Waiting />}
    </SidePanel>
  )
}

function useMoveDraft(visit: Appointment) {
  const [day, setDay] = useState<LocalDate | null>(dayOf(visit.startsAt))
  const [time, setTime] = useState<string | null>(clockOf(visit.startsAt))
  const [minutes, setMinutes] = useState<number | null>(visit.minutes)
  const [practitionerId, setPractitionerId] = useState(visit.practitionerId)
  const [room, setRoom] = useState<string>(visit.roomId ?? NONE)
  const startsAt = startOf(day, time)
  const fields = AppointmentFields.safeParse({
    patientId: visit.patientId,
    episodeId: visit.episodeId,
    practitionerId,
    startsAt,
    minutes,
    remark: visit.remark,
    roomId: room === NONE ? null : room,
    visitTypeId: visit.visitTypeId,
    bufferMinutes: visit.bufferMinutes,
  })
  const isChanged = startsAt !== visit.startsAt || minutes !== visit.minutes || practitionerId !== visit.practitionerId || room !== (visit.roomId ?? NONE)
  return { day, setDay, time, setTime, minutes, setMinutes, practitionerId, setPractitionerId, room, setRoom, startsAt, fields, isChanged }
}

function MoveForm({ visit, onClose, onMoved }: { visit: Appointment } & Omit<MovePanelProps, 'appointmentId'>) {
  const move = useCommand('appointments.move')
  const draft = useMoveDraft(visit)
  const { fields, isChanged } = draft
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<{ message: string } | null>(null)
  const [seen, setSeen] = useState(visit.revision)
  const check = useBookingCheck(fields.success && isChanged ? fields.data : null, visit.id)
  const near = useNearby(visit, draft)
  const save = () => {
    const problem = fields.success
      ? isChanged
        ? missingReason(check, reason)
        : { message: 'Choose another time first.' }
      : { message: 'Enter a date, a time and a length.' }
    setMissing(problem)
    if (problem && check.standing === 'needs-reason') focusReason()
    if (problem || !fields.success) return
    const { startsAt, minutes, practitionerId, roomId } = fields.data
    const back = { appointmentId: visit.id, startsAt: visit.startsAt, minutes: visit.minutes, practitionerId: visit.practitionerId, roomId: visit.roomId }
    const overruleReason = check.standing === 'needs-reason' ? reason : ''
    move.mutate(
      { appointmentId: visit.id, startsAt, minutes, practitionerId, roomId, revision: seen, overruleReason },
      {
        onSuccess: moved => {
          onMoved(dayOf(moved.startsAt))
          const words = `${visit.patientName}’s visit is now ${formatWeekday(dayOf(moved.startsAt))}, ${formatTime(moved.startsAt)}.`
          offerUndo(words, () => move.mutate({ ...back, overruleReason: 'Put back where it was.' }))
          onClose()
        },
      },
    )
  }
  const note = `${visit.patientName} · now ${formatWeekday(dayOf(visit.startsAt))}, ${formatTime(visit.startsAt)}`
  const label = check.standing === 'needs-reason' ? 'Move anyway' : 'Move visit'
  return (
    <FormPanel title="Move visit" note={note} save={label} busy={move.isPending} problem={move.error ?? missing} onSave={save} onClose={onClose}>
      {seen !== visit.revision && (
        <Problem
          tone="care"
          error={{ message: `Somebody changed this visit meanwhile. It is ${formatWeekday(dayOf(visit.startsAt))}, ${formatTime(visit.startsAt)} now.` }}
          action={
            <Button size="small" onClick={() => setSeen(visit.revision)}>
              Move it from there
            </Button>
          }
        />
      )}
      <MoveFields draft={draft} />
      <BookingWarnings check={check} reason={reason} onReason={setReason} />
      <FreeTimes {...near} takesFocus={false} />
    </FormPanel>
  )
}

function MoveFields({ draft }: { draft: ReturnType<typeof useMoveDraft> }) {
  const practitioners = useQuery(ask('practice.listPractitioners', {})).data ?? []
  const rooms = useQuery(ask('practice.listRooms', {})).data ?? []
  const offered = rooms.filter(one => one.isActive || one.id === draft.room)
  return (
    <>
      <FieldRow template="1fr 1fr 80px">
        <DateField label="Date" value={draft.day} onChange={draft.setDay} />
        <TimeField label="Time" value={draft.time} onChange={draft.setTime} />
        <NumberField label="Minutes" value={draft.minutes} onChange={draft.setMinutes} step={15} min={15} max={480} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <SelectField
          label="Practitioner"
          value={draft.practitionerId}
          onChange={draft.setPractitionerId}
          choices={practitioners.filter(one => one.isActive || one.id === draft.practitionerId).map(one => ({ value: one.id, label: one.legalName }))}
        />
        {offered.length > 0 && (
          <SelectField
            label="Room"
            value={draft.room}
            onChange={draft.setRoom}
            choices={[...offered.map(room => ({ value: room.id as string, label: room.name })), { value: NONE, label: 'No room' }]}
          />
        )}
      </FieldRow>
    </>
  )
}

/** Free times of the same practitioner from the day on, to move to with one key. */
function useNearby(visit: Appointment, draft: ReturnType<typeof useMoveDraft>) {
  const soonest = nextQuarter(wallNow())
  const dayStart = draft.day ? localDateTime(`${draft.day}T00:00`) : soonest
  const { fields } = draft
  const free = useQuery({
    ...askWhen(
      'schedule.findFree',
      fields.success
        ? {
            patientId: visit.patientId,
            practitionerId: fields.data.practitionerId,
            roomId: null,
            visitTypeId: visit.visitTypeId,
            minutes: fields.data.minutes,
            bufferMinutes: visit.bufferMinutes,
            weekdays: [],
            fromTime: null,
            toTime: null,
            after: laterOf(dayStart, soonest),
            count: 5,
          }
        : null,
    ),
    placeholderData: keepPreviousData,
  })
  const times = offeredTimes(null, free.data ?? [])
  return {
    times,
    chosen: times.find(time => time.startsAt === draft.startsAt && time.practitionerId === draft.practitionerId) ?? null,
    onChoose: (time: (typeof times)[number]) => {
      draft.setDay(dayOf(time.startsAt))
      draft.setTime(clockOf(time.startsAt))
      draft.setPractitionerId(time.practitionerId)
      if (time.roomId) draft.setRoom(time.roomId)
    },
    isAsking: free.isPending,
  }
}
