import { useQuery } from '@tanstack/react-query'
import type { BlockKind } from '../../shared/schedule/schema.ts'
import { ask } from '../lib/api.ts'
import type { KeptDraft } from '../lib/kept-draft.ts'
import { Checkbox } from '../ui/checks.tsx'
import { DateField, TimeField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { WeekdayToggles } from '../ui/weekday-toggles.tsx'
import { type BlockDraft, beginningOn, KIND_WORDS, ofKind, repeating } from './block-draft.ts'
import { NONE } from './booking-draft.ts'

const KINDS: readonly BlockKind[] = ['break', 'training', 'vacation', 'sick', 'closure', 'other']

/** What the time is kept free for, whose it is, and when. */
export function BlockFieldsPart({ draft }: { draft: KeptDraft<BlockDraft> }) {
  const { values, change } = draft
  return (
    <>
      <FieldRow template="1fr 1fr">
        <SelectField
          label="What for"
          value={values.kind}
          onChange={kind => change(ofKind(values, kind))}
          choices={KINDS.map(kind => ({ value: kind, label: KIND_WORDS[kind] }))}
        />
        <TextField label="Title" value={values.title} onChange={title => change({ title })} placeholder={KIND_WORDS[values.kind]} />
      </FieldRow>
      <WhoseFields draft={draft} />
      <Checkbox label="The whole day" value={values.isWholeDay} onChange={isWholeDay => change({ isWholeDay })} />
      {!values.isWholeDay && (
        <FieldRow template="1fr 1fr">
          <TimeField label="From" value={values.from} onChange={from => change({ from })} />
          <TimeField label="To" value={values.to} onChange={to => change({ to })} />
        </FieldRow>
      )}
      <WhenFields draft={draft} />
    </>
  )
}

function WhoseFields({ draft }: { draft: KeptDraft<BlockDraft> }) {
  const { values, change } = draft
  const practitioners = (useQuery(ask('practice.listPractitioners', {})).data ?? []).filter(one => one.isActive || one.id === values.practitionerId)
  const rooms = (useQuery(ask('practice.listRooms', {})).data ?? []).filter(one => one.isActive || one.id === values.roomId)
  return (
    <FieldRow>
      <SelectField
        label="For"
        value={values.practitionerId}
        onChange={practitionerId => change({ practitionerId })}
        choices={[
          { value: NONE, label: values.roomId === NONE ? 'The whole clinic' : 'Everybody in the room' },
          ...practitioners.map(one => ({ value: one.id as string, label: one.legalName })),
        ]}
      />
      {rooms.length > 0 && (
        <SelectField
          label="Room"
          value={values.roomId}
          onChange={roomId => change({ roomId })}
          choices={[{ value: NONE, label: 'No room' }, ...rooms.map(room => ({ value: room.id as string, label: room.name }))]}
        />
      )}
    </FieldRow>
  )
}

function WhenFields({ draft }: { draft: KeptDraft<BlockDraft> }) {
  const { values, change } = draft
  return (
    <>
      <FieldRow template="minmax(0, 1fr) 96px">
        <Segmented
          label="How often"
          withLabel
          value={values.repeats ? 'again' : 'once'}
          onChange={often => change(repeating(values, often === 'again'))}
          choices={[
            { value: 'once', label: 'Once' },
            { value: 'again', label: 'Repeats' },
          ]}
        />
        {values.repeats && <NumberField label="Every … weeks" value={values.everyWeeks} onChange={everyWeeks => change({ everyWeeks })} min={1} max={52} />}
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <DateField label={values.repeats ? 'From' : 'First day'} value={values.firstOn} onChange={firstOn => change(beginningOn(values, firstOn))} />
        <DateField
          label={values.repeats ? 'Until' : 'Last day'}
          value={values.lastOn}
          onChange={lastOn => change({ lastOn })}
          placeholder={values.repeats ? 'without end' : undefined}
        />
      </FieldRow>
      {values.repeats && <WeekdayToggles label="On" withLabel value={values.weekdays} onChange={weekdays => change({ weekdays })} />}
    </>
  )
}
