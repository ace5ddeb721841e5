import { useEffect, useId, useRef } from 'react'
import { dayOf, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { cx } from '../ui/cx.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { WeekdayToggles } from '../ui/weekday-toggles.tsx'
import css from './booking.module.css'
import type { FreeTimeFilter, OfferedTime } from './booking-choice.ts'

type FreeTimesProps = {
  times: readonly OfferedTime[]
  /** The chosen one of them; null where another time was typed. */
  chosen: OfferedTime | null
  onChoose: (time: OfferedTime) => void
  isAsking: boolean
  /** Takes the focus from the patient’s field once there is something to choose. */
  takesFocus: boolean
}

const keyOf = (time: OfferedTime) => `${time.startsAt} ${time.practitionerId}`

/** Free times to choose from with the arrow keys, the best one first. */
export function FreeTimes({ times, chosen, onChoose, isAsking, takesFocus }: FreeTimesProps) {
  const name = useId()
  const list = useRef<HTMLFieldSetElement>(null)
  const isThere = times.length > 0
  const mayTake = takesFocus && isThere && !isAsking
  useEffect(() => {
    if (!mayTake) return
    const isStillInPatient = document.activeElement?.getAttribute('name') === 'patient' || document.activeElement === document.body
    if (isStillInPatient) list.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus()
  }, [mayTake])
  return (
    <fieldset ref={list} className={css.times}>
      <legend className={css.label}>Next free</legend>
      {times.map(time => (
        <label key={keyOf(time)} className={cx(css.time, chosen !== null && keyOf(chosen) === keyOf(time) && css.timeChosen)}>
          <input type="radio" name={name} className={css.radio} checked={chosen !== null && keyOf(chosen) === keyOf(time)} onChange={() => onChoose(time)} />
          <b>
            {formatWeekday(dayOf(time.startsAt))}, {formatTime(time.startsAt)}
          </b>
          <span className={css.quiet}>{time.remark}</span>
        </label>
      ))}
      {!isThere && <p className={css.quiet}>{isAsking ? 'Looking…' : 'Nothing is free within a year. Widen the search, or type a date and time.'}</p>}
    </fieldset>
  )
}

type FreeTimeFiltersProps = {
  filter: FreeTimeFilter
  practitioners: readonly { id: PractitionerId; legalName: string }[]
  onChange: (patch: Partial<FreeTimeFilter>) => void
}

/** What narrows the free times: from which day, whose, on which weekdays, at what time of day. */
export function FreeTimeFilters({ filter, practitioners, onChange }: FreeTimeFiltersProps) {
  return (
    <div className={css.filters}>
      <FieldRow template={practitioners.length > 1 ? '1fr 1fr' : '1fr'}>
        <DateField label="Free from" value={filter.from} onChange={from => onChange({ from })} placeholder="today" />
        {practitioners.length > 1 && (
          <SelectField
            label="With"
            value={filter.practitionerId}
            onChange={practitionerId => onChange({ practitionerId })}
            choices={[{ value: 'anyone' as const, label: 'Any practitioner' }, ...practitioners.map(one => ({ value: one.id, label: one.legalName }))]}
          />
        )}
      </FieldRow>
      <div className={css.filterLine}>
        <WeekdayToggles label="Weekdays; none means any" value={filter.weekdays} onChange={weekdays => onChange({ weekdays })} />
        <Segmented
          label="Time of day"
          size="small"
          value={filter.part}
          onChange={part => onChange({ part })}
          choices={[
            { value: 'any', label: 'Any time' },
            { value: 'morning', label: 'Morning' },
            { value: 'afternoon', label: 'Afternoon' },
          ]}
        />
      </div>
    </div>
  )
}
