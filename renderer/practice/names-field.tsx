import { type KeyboardEvent, useId, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import fieldCss from '../ui/field.module.css'
import { Field } from '../ui/field.tsx'
import css from './names-field.module.css'

type NamesFieldProps = {
  label: string
  hint?: string | undefined
  value: readonly string[]
  onChange: (names: string[]) => void
  /** What is offered while one types. */
  suggestions: readonly string[]
  /** Only what is offered may be added. */
  isClosed?: boolean | undefined
  error?: string | undefined
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** A short list of names, in the order they are charted: typed or chosen from what is known, each taken off by itself. */
export function NamesField({ label, hint, value, onChange, suggestions, isClosed = false, error }: NamesFieldProps) {
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const left = suggestions.filter(name => !value.some(other => same(other, name)))
  const add = (text = typed) => {
    const name = text.trim()
    if (name === '') return
    const known = suggestions.find(other => same(other, name))
    if (isClosed && !known) return setProblem('Choose one from the list.')
    setTyped('')
    setProblem(undefined)
    if (!value.some(other => same(other, name))) onChange([...value, known ?? name])
  }
  const type = (text: string) => {
    setProblem(undefined)
    if (left.includes(text)) return add(text)
    setTyped(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      add()
    }
    if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1))
  }
  return (
    <div>
      <div className={css.adding}>
        <Field label={label} hint={hint} error={problem ?? error} className={css.field}>
          {({ id, describedBy, invalid }) => (
            <>
              <input
                id={id}
                className={fieldCss.control}
                list={listId}
                value={typed}
                maxLength={120}
                autoComplete="off"
                aria-describedby={describedBy}
                aria-invalid={invalid}
                onChange={event => type(event.target.value)}
                onKeyDown={onKeyDown}
              />
              <datalist id={listId}>
                {left.map(name => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Button size="small" label={`Add to ${label.toLowerCase()}`} onClick={() => add()}>
          Add
        </Button>
      </div>
      {value.length > 0 && (
        <ul className={css.names} aria-label={label}>
          {value.map(name => (
            <li key={name}>
              {name}
              <IconButton icon="close" size="small" label={`Remove ${name}`} onClick={() => onChange(value.filter(other => other !== name))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
