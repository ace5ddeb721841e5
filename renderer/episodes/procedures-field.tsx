import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

type ProceduresFieldProps = { value: readonly string[]; onChange: (codes: string[]) => void; error?: string | undefined }

const readCodes = (typed: string) =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)

/** The procedure codes a prescription allows, as typed: `97124, 97140`. */
export function ProceduresField({ value, onChange, error }: ProceduresFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    onChange(readCodes(text))
  }
  return (
    <TextField
      label="Codes it allows"
      required={false}
      name="procedures"
      placeholder="97124, 97140"
      value={typed ?? value.join(', ')}
      onChange={type}
      onBlur={() => setTyped(null)}
      error={error ?? (value.some(code => !/^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code)) ? 'A procedure code has 5 characters, such as 97124.' : undefined)}
    />
  )
}
