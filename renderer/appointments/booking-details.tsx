import { BenefitLine } from '../ui/benefit-meter.tsx'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { NONE } from './booking-draft.ts'
import type { Booking } from './booking-state.ts'

/** What is booked and how long it takes: the usual one is chosen already. */
export function ServiceFields({ booking }: { booking: Booking }) {
  const { draft, types, type, minutes } = booking
  const offered = types.filter(one => one.isActive || one.id === type?.id)
  return (
    <FieldRow template={offered.length > 0 ? 'minmax(0, 1fr) 96px' : '96px'}>
      {offered.length > 0 && (
        <SelectField
          label="Service"
          value={type?.id ?? NONE}
          onChange={visitTypeId => draft.change({ visitTypeId, minutes: null })}
          choices={[...offered.map(one => ({ value: one.id as string, label: `${one.name}, ${one.minutes} min` })), { value: NONE, label: 'None' }]}
          hint={type && type.bufferMinutes > 0 ? `${type.bufferMinutes} min kept free afterwards` : undefined}
        />
      )}
      <NumberField label="Minutes" value={minutes} onChange={next => draft.change({ minutes: next })} step={15} min={15} max={480} />
    </FieldRow>
  )
}

/** Day, time, practitioner and room, as chosen above or typed here; the episode with its prescription; a remark. */
export function TimeFields({ booking }: { booking: Booking }) {
  const { draft, at, practitioners, practitionerId, rooms, roomId, episodes, episodeId, who } = booking
  const covering = episodes.find(one => one.id === episodeId)
  return (
    <>
      <FieldRow template="1fr 1fr">
        <DateField label="Date" value={at.day} onChange={day => draft.change({ day })} />
        <TimeField label="Time" value={at.time} onChange={time => draft.change({ time })} stepMinutes={15} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <SelectField
          label="Practitioner"
          value={practitionerId}
          onChange={next => draft.change({ practitionerId: next, roomId: null })}
          choices={practitioners.map(one => ({ value: one.id, label: one.legalName }))}
        />
        {rooms.length > 0 && (
          <SelectField
            label="Room"
            value={roomId ?? NONE}
            onChange={next => draft.change({ roomId: next })}
            choices={[...rooms.map(room => ({ value: room.id as string, label: room.name })), { value: NONE, label: 'No room' }]}
          />
        )}
      </FieldRow>
      {who && (
        <SelectField
          label="Episode of care"
          value={episodeId ?? NONE}
          onChange={next => draft.change({ episodeId: next })}
          choices={[...episodes.map(one => ({ value: one.id as string, label: one.condition })), { value: NONE, label: 'None yet' }]}
          hint={covering ? (covering.prescription?.words ?? 'No prescription on file') : undefined}
        />
      )}
      {covering && covering.kind !== 'illness' && <BenefitLine episodeId={covering.id} />}
      <TextField label="Remark for the desk" name="remark" value={draft.values.remark} onChange={remark => draft.change({ remark })} />
    </>
  )
}
