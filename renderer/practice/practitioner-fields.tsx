import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { PractitionerForm } from './form-parts.ts'

/** What insurers and physicians must be able to check about a therapist. */
export function PractitionerFieldset({ form, brief = false }: { form: PractitionerForm; brief?: boolean }) {
  const state = form.bind('licenseState')
  return (
    <>
      <FieldRow template="2fr 1fr">
        <TextField label="Legal name" hint="As in the NPI registry." {...form.bind('legalName')} />
        <TextField label="Credentials" placeholder="LMT" {...form.bind('credentials')} />
      </FieldRow>
      <FieldRow template="1.4fr 64px 1fr">
        <TextField label="License number" {...form.bind('licenseNumber')} />
        <TextField label="State" maxLength={2} {...state} onChange={text => state.onChange(text.toUpperCase())} />
        <DateField label="License expires" placeholder="Nov 30, 2027" {...form.bind('licenseExpiresOn')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="NPI" inputMode="numeric" maxLength={10} hint="Ten digits; the last one is checked as you leave the field." {...form.bind('npi')} />
        <TextField label="Taxonomy code" hint="225700000X stands for massage therapist." {...form.bind('taxonomy')} />
      </FieldRow>
      {!brief && (
        <FieldRow template="1fr 2fr">
          <NumberField label="Training hours" required={false} {...form.bind('trainingHours')} />
          <TextArea label="Techniques" required={false} {...form.bind('techniques')} />
        </FieldRow>
      )}
    </>
  )
}
