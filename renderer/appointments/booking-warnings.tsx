import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './booking.module.css'
import type { BookingCheck } from './booking-check.ts'

type BookingWarningsProps = { check: BookingCheck; reason: string; onReason: (reason: string) => void }

/** What speaks against a time, said while it is being chosen: red where booking there is refused, and the reason to give where one may overrule. */
export function BookingWarnings({ check, reason, onReason }: BookingWarningsProps) {
  const { warnings, standing } = check
  return (
    <>
      <div className={css.warnings} role="status">
        {warnings.map(warning => (
          <div key={warning.sentence} className={cx(css.warning, warning.level === 'refused' && css.refused, warning.level === 'note' && css.noted)}>
            <Icon name={warning.level === 'refused' ? 'never' : 'warning'} />
            <span>{warning.sentence}</span>
          </div>
        ))}
        {standing === 'ask-somebody' && (
          <p className={css.quiet}>A practitioner or the owner may book this all the same. Ask one of them, or choose another time.</p>
        )}
      </div>
      {standing === 'needs-reason' && (
        <TextField label="Why it is booked anyway" name="overruleReason" value={reason} onChange={onReason} hint="Kept in the visit’s history." />
      )}
    </>
  )
}

/** Takes one to the field of the reason, once the sentence asking for it is on the screen. */
export function focusReason(): void {
  const show = () => document.querySelector<HTMLInputElement>('input[name=overruleReason]')?.focus()
  requestAnimationFrame(() => requestAnimationFrame(show))
}
