import { useState } from 'react'
import type { Bound } from '../lib/forms.ts'
import { TextField } from '../ui/text-field.tsx'

type ModifiersFieldProps = Bound<string[]> & { label?: string; hint?: string; placeholder?: string }

/** Up to four modifiers, typed with spaces or commas: `GP 59`. */
export function ModifiersField({ value, onChange, label = 'Modifiers', placeholder = 'GP 59', ...bound }: ModifiersFieldProps) {
  const [typed, setTyped] = useState(value.join(' '))
  const type = (text: string) => {
    setTyped(text.toUpperCase())
    onChange(
      text
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
  }
  return <TextField label={label} required={false} placeholder={placeholder} {...bound} value={typed} onChange={type} />
}
