import { useQuery } from '@tanstack/react-query'
import type { SeriesPlan } from '../../shared/appointments/series-schema.ts'
import { ask } from '../lib/api.ts'
import type { KeptDraft } from '../lib/kept-draft.ts'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { WeekdayToggles } from '../ui/weekday-toggles.tsx'
import { NONE } from './booking-draft.ts'
import { beginningOn, type SeriesDraft } from './series-draft.ts'

type SeriesFieldsProps = { plan: SeriesPlan; draft: KeptDraft<SeriesDraft>; problems: readonly { path: readonly PropertyKey[]; message: string }[] }

/** How many visits, in which rhythm, from when on, with whom. What is changed here gives up the times chosen for single visits. */
export function SeriesFields({ plan, draft, problems }: SeriesFieldsProps) {
  const { values } = draft
  const episodes = (useQuery(ask('episodes.list', { patientId: plan.patientId })).data ?? []).filter(one => one.closedOn === null)
  const change = (patch: Partial<SeriesDraft>) => draft.change({ ...patch, moved: [], skipped: [] })
  const errorAt = (...path: PropertyKey[]) => problems.find(one => path.every((part, index) => one.path[index] === part))?.message
  const covering = episodes.find(one => one.id === plan.episodeId)
  return (
    <>
      {episodes.length > 0 && (
        <SelectField
          label="Episode of care"
          value={plan.episodeId ?? NONE}
          onChange={episodeId => change({ episodeId, count: null, rhythm: null, weekdays: null, everyWeeks: null, days: null })}
          choices={[...episodes.map(one => ({ value: one.id as string, label: one.condition })), { value: NONE, label: 'None yet' }]}
          hint={covering ? (covering.prescription?.words ?? 'No prescription on file') : undefined}
        />
      )}
      <FieldRow template="96px minmax(0, 1fr)">
        <NumberField label="Visits" value={values.count ?? plan.count} onChange={count => change({ count })} min={1} max={52} error={errorAt('count')} />
        <DateField label="First day" value={plan.firstOn} onChange={firstOn => change(beginningOn(plan, firstOn))} error={errorAt('firstOn')} />
      </FieldRow>
      <FieldRow template="96px minmax(0, 1fr)">
        <NumberField label="Minutes" value={plan.minutes} onChange={minutes => change({ minutes })} step={15} min={15} max={480} error={errorAt('minutes')} />
        <TimeField label="Time" value={plan.time} onChange={time => change({ time })} error={errorAt('time')} />
      </FieldRow>
      <RhythmFields plan={plan} values={values} onChange={change} error={errorAt('rhythm')} />
      <PlaceFields plan={plan} onChange={change} />
    </>
  )
}

type PartProps = { plan: SeriesPlan; onChange: (patch: Partial<SeriesDraft>) => void }

function RhythmFields({ plan, values, onChange, error }: PartProps & { values: SeriesDraft; error: string | undefined }) {
  const kind = values.rhythm ?? plan.rhythm.kind
  const weekly = plan.rhythm.kind === 'weekly' ? plan.rhythm : null
  const days = values.days ?? (plan.rhythm.kind === 'every-days' ? plan.rhythm.days : 7)
  return (
    <>
      <FieldRow template="minmax(0, 1fr) 96px">
        <Segmented
          label="Rhythm"
          withLabel
          value={kind}
          onChange={rhythm => onChange({ rhythm })}
          choices={[
            { value: 'weekly', label: 'On weekdays' },
            { value: 'every-days', label: 'By days' },
          ]}
          error={error}
        />
        {kind === 'weekly' ? (
          <NumberField
            label="Every … weeks"
            value={values.everyWeeks ?? weekly?.everyWeeks ?? 1}
            onChange={everyWeeks => onChange({ everyWeeks })}
            min={1}
            max={12}
          />
        ) : (
          <NumberField label="Every … days" value={days} onChange={next => onChange({ days: next })} min={1} max={90} />
        )}
      </FieldRow>
      {kind === 'weekly' && (
        <WeekdayToggles label="Weekdays" withLabel value={values.weekdays ?? weekly?.weekdays ?? []} onChange={weekdays => onChange({ weekdays })} />
      )}
    </>
  )
}

function PlaceFields({ plan, onChange }: PartProps) {
  const practitioners = (useQuery(ask('practice.listPractitioners', {})).data ?? []).filter(one => one.isActive)
  const types = (useQuery(ask('practice.listVisitTypes', {})).data ?? []).filter(one => one.isActive || one.id === plan.visitTypeId)
  const rooms = (useQuery(ask('practice.listRooms', {})).data ?? []).filter(one => one.isActive || one.id === plan.roomId)
  return (
    <FieldRow template="1fr 1fr">
      {practitioners.length > 1 && (
        <SelectField
          label="Practitioner"
          value={plan.practitionerId}
          onChange={practitionerId => onChange({ practitionerId })}
          choices={practitioners.map(one => ({ value: one.id, label: one.legalName }))}
        />
      )}
      {types.length > 0 && (
        <SelectField
          label="Service"
          value={plan.visitTypeId ?? NONE}
          onChange={visitTypeId => onChange({ visitTypeId, minutes: types.find(one => one.id === visitTypeId)?.minutes ?? null })}
          choices={[...types.map(one => ({ value: one.id as string, label: one.name })), { value: NONE, label: 'None' }]}
        />
      )}
      {rooms.length > 0 && (
        <SelectField
          label="Room"
          value={plan.roomId ?? NONE}
          onChange={roomId => onChange({ roomId })}
          choices={[...rooms.map(room => ({ value: room.id as string, label: room.name })), { value: NONE, label: 'No room' }]}
        />
      )}
    </FieldRow>
  )
}
