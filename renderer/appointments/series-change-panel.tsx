import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Appointment, VisitMinutes } from '../../shared/appointments/schema.ts'
import type { Series, SeriesChange, SeriesScope } from '../../shared/appointments/series-schema.ts'
import { clockOf, dayOf, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { AppointmentId, RoomId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { useMayOverrule } from '../lib/overrule.ts'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { startOf } from './booking-choice.ts'
import { NONE } from './booking-draft.ts'
import { SeriesChangeList } from './series-change-list.tsx'
import { troubleOf } from './series-draft.ts'
import { whenWords } from './series-preview-list.tsx'
import { changeWords, keptWords, SCOPES, withChosen } from './series-words.ts'

type SeriesVisit = Series['visits'][number]
type SeriesChangePanelProps = { kind: 'move' | 'cancel'; visits: readonly SeriesVisit[]; first: SeriesVisit; patientName: string; onClose: () => void }

/** Moves or cancels one visit of a series, it and the later ones, or all; what each becomes is shown before. */
export function SeriesChangePanel(props: SeriesChangePanelProps) {
  const [fromId, setFromId] = useState(props.first.appointmentId)
  const visit = useQuery(ask('appointments.get', { appointmentId: fromId }))
  if (!visit.data) {
    return (
      <SidePanel title={props.kind === 'move' ? 'Move series' : 'Cancel visits'} onClose={props.onClose}>
        {visit.error ? <Problem error={visit.error} /> : <Waiting />}
      </SidePanel>
    )
  }
  return <ChangeForm key={fromId} {...props} visit={visit.data} onFrom={setFromId} />
}

type ChangeFormProps = SeriesChangePanelProps & { visit: Appointment; onFrom: (id: AppointmentId) => void }

function useChange(kind: 'move' | 'cancel', visit: Appointment) {
  const [scope, setScope] = useState<SeriesScope>('later')
  const [day, setDay] = useState<LocalDate | null>(dayOf(visit.startsAt))
  const [time, setTime] = useState<string | null>(clockOf(visit.startsAt))
  const [minutes, setMinutes] = useState<number | null>(visit.minutes)
  const [practitionerId, setPractitionerId] = useState(visit.practitionerId)
  const [room, setRoom] = useState<string>(visit.roomId ?? NONE)
  const [reason, setReason] = useState('')
  const startsAt = startOf(day, time)
  const length = VisitMinutes.safeParse(minutes)
  const isSame = startsAt === visit.startsAt && minutes === visit.minutes && practitionerId === visit.practitionerId && room === (visit.roomId ?? NONE)
  const move: SeriesChange | null =
    startsAt && length.success && !isSame ? { kind: 'move', startsAt, minutes: length.data, practitionerId, roomId: RoomId.safeParse(room).data ?? null } : null
  const change: SeriesChange | null = kind === 'move' ? move : { kind: 'cancel', reason: reason.trim() || 'Series ended' }
  const fields = { day, setDay, time, setTime, minutes, setMinutes, practitionerId, setPractitionerId, room, setRoom }
  return { scope, setScope, reason, setReason, change, fields }
}

function ChangeForm({ kind, visits, patientName, visit, onFrom, onClose }: ChangeFormProps) {
  const send = useCommand('appointments.changeSeries')
  const mayOverrule = useMayOverrule()
  const { scope, setScope, reason, setReason, change, fields } = useChange(kind, visit)
  const asked = JSON.stringify({ scope, change })
  const [choices, setChoices] = useState<{ asked: string; times: ReadonlyMap<AppointmentId, LocalDateTime> }>({ asked, times: new Map() })
  const chosen = choices.asked === asked ? choices.times : new Map<AppointmentId, LocalDateTime>()
  const [overruleReason, setOverruleReason] = useState('')
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const preview = useQuery({
    ...askWhen('appointments.previewSeriesChange', change && { appointmentId: visit.id, scope, change }),
    placeholderData: keepPreviousData,
  })
  const changed = change && preview.data ? withChosen(preview.data.visits, chosen) : []
  const needsReason = kind === 'move' && mayOverrule && changed.some(({ warnings }) => troubleOf(warnings) === 'overrule')
  const missing = () => {
    if (!change) return 'Choose another day or time first.'
    if (changed.length === 0) return preview.error?.message ?? 'One moment: the visits are still being checked.'
    const stuck = kind === 'move' && changed.some(({ warnings }) => troubleOf(warnings) === 'refused' || (!mayOverrule && troubleOf(warnings) === 'overrule'))
    if (stuck) return 'Some visits cannot go there. Choose another time for each of them.'
    return needsReason && overruleReason.trim() === '' ? 'Write why these times are booked anyway.' : null
  }
  const save = () => {
    const message = missing()
    setProblem(message === null ? null : { message })
    if (message !== null || !change) return
    send.mutate(
      {
        appointmentId: visit.id,
        scope,
        change,
        visits: changed.map(({ appointmentId, revision, to }) => ({ appointmentId, revision, to })),
        overruleReason: needsReason ? overruleReason : '',
      },
      {
        onSuccess: () => {
          offerUndo(`${changed.length === 1 ? '1 visit' : `${changed.length} visits`} of ${patientName} ${kind === 'move' ? 'moved' : 'cancelled'}.`)
          onClose()
        },
      },
    )
  }
  const kept = keptWords(preview.data?.kept ?? 0)
  return (
    <FormPanel
      title={kind === 'move' ? 'Move series' : 'Cancel visits'}
      note={patientName}
      save={changed.length === 0 ? (kind === 'move' ? 'Move visits' : 'Cancel visits') : changeWords(kind, changed.length)}
      busy={send.isPending}
      problem={problem ?? send.error}
      onSave={save}
      onClose={onClose}
      close={kind === 'move' ? 'Cancel' : 'Keep them'}
      width={480}
    >
      <SelectField
        label="Visit"
        value={visit.id}
        onChange={id => onFrom(AppointmentId.parse(id))}
        choices={visits.map(one => ({ value: one.appointmentId, label: whenWords(one.startsAt) }))}
      />
      <Segmented label="Which visits" withLabel value={scope} onChange={setScope} choices={SCOPES} />
      {kind === 'move' ? <MoveTo fields={fields} /> : <TextField label="Reason" value={reason} onChange={setReason} placeholder="Series ended" />}
      <Problem error={preview.error} />
      <SeriesChangeList visits={changed} onChoose={(id, at) => setChoices({ asked, times: new Map([...chosen, [id, at]]) })} />
      {kept && <p>{kept}</p>}
      {needsReason && <TextField label="Why these times are booked anyway" value={overruleReason} onChange={setOverruleReason} />}
    </FormPanel>
  )
}

function MoveTo({ fields }: { fields: ReturnType<typeof useChange>['fields'] }) {
  const practitioners = useQuery(ask('practice.listPractitioners', {})).data ?? []
  const rooms = useQuery(ask('practice.listRooms', {})).data ?? []
  return (
    <>
      <FieldRow template="1fr 1fr 80px">
        <DateField label="To" value={fields.day} onChange={fields.setDay} hint="The others move by as many days." />
        <TimeField label="Time" value={fields.time} onChange={fields.setTime} />
        <NumberField label="Minutes" value={fields.minutes} onChange={fields.setMinutes} step={15} min={15} max={480} />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="Practitioner"
          value={fields.practitionerId}
          onChange={fields.setPractitionerId}
          choices={practitioners.filter(one => one.isActive || one.id === fields.practitionerId).map(one => ({ value: one.id, label: one.legalName }))}
        />
        {rooms.length > 0 && (
          <SelectField
            label="Room"
            value={fields.room}
            onChange={fields.setRoom}
            choices={[...rooms.map(room => ({ value: room.id as string, label: room.name })), { value: NONE, label: 'No room' }]}
          />
        )}
      </FieldRow>
    </>
  )
}
