import { useId } from 'react'
import { CLOSE_REASONS } from '../../shared/episodes/discharge.ts'
import { CloseReason } from '../../shared/episodes/schema.ts'
import css from './discharge.module.css'

type ReasonChoiceProps = { value: CloseReason | null; onChange: (kind: CloseReason) => void; error?: string | undefined }

/** How the treatment ended: one of a few usual reasons, all in sight; arrow keys move the choice. */
export function ReasonChoice({ value, onChange, error }: ReasonChoiceProps) {
  const id = useId()
  return (
    <fieldset className={css.reasons} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>How it ended</legend>
      {CloseReason.options.map(kind => (
        <label key={kind}>
          <input type="radio" name={id} checked={value === kind} aria-invalid={error ? true : undefined} onChange={() => onChange(kind)} />
          {CLOSE_REASONS[kind]}
        </label>
      ))}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
