import type { Bound } from '../lib/forms.ts'
import { FieldRow } from './field.tsx'
import { TextField } from './text-field.tsx'

type AddressPart = 'street' | 'street2' | 'city' | 'state' | 'zip'

/** A US postal address; `bind` gives the part's field of the form around it. */
export function AddressFields({ bind }: { bind: (part: AddressPart) => Bound<string> }) {
  const state = bind('state')
  return (
    <>
      <FieldRow template="2fr 1fr">
        <TextField label="Street" {...bind('street')} />
        <TextField label="Suite or unit" required={false} {...bind('street2')} />
      </FieldRow>
      <FieldRow template="2fr 64px 1fr">
        <TextField label="City" {...bind('city')} />
        <TextField label="State" maxLength={2} {...state} onChange={text => state.onChange(text.toUpperCase())} />
        <TextField label="ZIP" inputMode="numeric" maxLength={10} {...bind('zip')} />
      </FieldRow>
    </>
  )
}
