import { useState } from 'react'
import type { Bound } from '../lib/forms.ts'
import { TextField } from '../ui/text-field.tsx'

/** Up to four modifiers, typed with spaces or commas: `GP 59`. */
export function ModifiersField({ value, onChange, ...bound }: Bound<string[]>) {
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
  return <TextField label="Modifiers" required={false} placeholder="GP 59" {...bound} value={typed} onChange={type} />
}
