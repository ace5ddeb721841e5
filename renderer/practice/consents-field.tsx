import type { z } from 'zod'
import type { ConsentKind } from '../../shared/practice/desk-rules.ts'
import type { Bound } from '../lib/forms.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import field from '../ui/field.module.css'
import { Problem } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import desk from './desk.module.css'
import rules from './rules.module.css'
import css from './settings.module.css'

type Kind = z.input<typeof ConsentKind>
type ConsentsFieldProps = Pick<Bound<Kind[]>, 'value' | 'onChange' | 'error'> & {
  /** What is wrong with one part of one consent. */
  errorAt: (index: number, part: 'name' | 'monthsValid') => string | undefined
}

/** The consents the clinic keeps on file: how long each holds, and whether check-in asks for it. */
export function ConsentsField({ value, onChange, error, errorAt }: ConsentsFieldProps) {
  const set = (index: number, change: Partial<Kind>) => onChange(value.map((kind, at) => (at === index ? { ...kind, ...change } : kind)))
  const add = () => onChange([...value, { key: newKey(), name: '', monthsValid: 12, isRequired: true }])
  return (
    <>
      <h3 className={rules.title}>Consents on file</h3>
      <p className={css.quiet}>Taken off this list, a consent is no longer asked for; what is on file stays there.</p>
      <table className={desk.consents}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Months it holds</th>
            <th scope="col">Asked at check-in</th>
            <th scope="col">
              <span className={field.hidden}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {value.map((kind, index) => (
            <tr key={kind.key}>
              <td>
                <TextField
                  bare
                  label={`Name of consent ${index + 1}`}
                  maxLength={60}
                  value={kind.name}
                  error={errorAt(index, 'name')}
                  onChange={name => set(index, { name })}
                />
                {kind.key === 'estimate' && <p className={css.quiet}>Only of patients who pay themselves (No Surprises Act).</p>}
              </td>
              <td>
                <NumberField
                  bare
                  label={`Months ${kind.name} holds`}
                  placeholder="Until withdrawn"
                  min={1}
                  max={120}
                  value={kind.monthsValid}
                  error={errorAt(index, 'monthsValid')}
                  onChange={monthsValid => set(index, { monthsValid })}
                />
              </td>
              <td>
                {kind.key !== 'estimate' && <Checkbox label="Where missing" value={kind.isRequired} onChange={isRequired => set(index, { isRequired })} />}
              </td>
              <td>
                <IconButton icon="close" size="small" label={`Remove ${kind.name || 'this consent'}`} onClick={() => onChange(value.toSpliced(index, 1))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Problem error={error ? { message: error } : null} />
      <div>
        <Button size="small" icon="plus" disabled={value.length >= 12} onClick={add}>
          Add consent
        </Button>
      </div>
    </>
  )
}

/** A key that no consent has or ever had: what is on file under a removed one must not count for another. People only ever see the name. */
function newKey(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => String.fromCharCode(97 + (byte % 26)))
  return `own-${letters.join('')}`
}
