import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef } from 'react'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { tidyName, tidyPhone } from '../../shared/patients/typed.ts'
import { askWhen } from '../lib/ask-when.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DateText } from '../ui/words.tsx'
import css from './booking.module.css'
import type { NewPerson } from './booking-draft.ts'

type NewPersonFieldsProps = {
  person: NewPerson
  onChange: (person: NewPerson) => void
  /** Somebody on file is the one. */
  onKnown: (row: PatientRow) => void
  onCancel: () => void
}

/** Who is new, with just enough to book: name, birth date, phone. The rest is asked at registration. */
export function NewPersonFields({ person, onChange, onKnown, onCancel }: NewPersonFieldsProps) {
  const fields = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const empty = [...(fields.current?.querySelectorAll('input') ?? [])].find(input => input.value === '')
    empty?.focus()
  }, [])
  const set = (patch: Partial<NewPerson>) => onChange({ ...person, ...patch })
  return (
    <fieldset ref={fields} className={css.person}>
      <legend className={css.personTitle}>
        New patient{' '}
        <Button kind="text" size="small" onClick={onCancel}>
          Search again
        </Button>
      </legend>
      <FieldRow>
        <TextField
          label="First name"
          name="firstName"
          value={person.firstName}
          onChange={firstName => set({ firstName })}
          onBlur={() => set({ firstName: tidyName(person.firstName) })}
        />
        <TextField
          label="Last name"
          name="lastName"
          value={person.lastName}
          onChange={lastName => set({ lastName })}
          onBlur={() => set({ lastName: tidyName(person.lastName) })}
        />
      </FieldRow>
      <FieldRow>
        <DateField label="Born" name="bornOn" value={person.bornOn} onChange={bornOn => set({ bornOn })} placeholder="11/19/1980" />
        <TextField
          label="Phone"
          name="phone"
          type="tel"
          value={person.phone}
          onChange={phone => set({ phone })}
          onBlur={() => set({ phone: tidyPhone(person.phone) })}
        />
      </FieldRow>
      <KnownAlready person={person} onKnown={onKnown} />
    </fieldset>
  )
}

/** People on file who may be the one being registered, so that nobody gets two charts. */
function KnownAlready({ person, onKnown }: Pick<NewPersonFieldsProps, 'person' | 'onKnown'>) {
  const asked = useDeferredValue(person)
  const isTold = asked.phone !== '' || (asked.lastName !== '' && (asked.bornOn !== null || asked.firstName !== ''))
  const like = useQuery({ ...askWhen('patients.findLike', isTold ? asked : null), placeholderData: keepPreviousData })
  const found = isTold ? (like.data ?? []) : []
  return (
    <div role="status" className={css.warnings}>
      {found.length > 0 && (
        <p className={css.known}>
          <Icon name="warning" />
          <b>{found.length === 1 ? 'Registered already?' : `Registered already? ${found.length} are alike.`}</b>
        </p>
      )}
      {found.map(row => (
        <div key={row.id} className={css.knownRow}>
          <span>
            <b>{row.name}</b>
            <span className={css.quiet}>
              Born <DateText day={row.bornOn} />
              {row.phone && ` · ${row.phone}`} · <span className={css.whole}>{row.chartNumber}</span>
            </span>
          </span>
          {row.isArchived ? (
            <span className={css.quiet}>Inactive: open the chart first.</span>
          ) : (
            <Button size="small" onClick={() => onKnown(row)} label={`It is this person: ${row.name}`}>
              It is this person
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
