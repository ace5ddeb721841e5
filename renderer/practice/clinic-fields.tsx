import { taxIdWarning } from '../../shared/practice/identifiers.ts'
import { AddressFields } from '../ui/address-fields.tsx'
import { FieldRow } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ClinicProfileForm } from './form-parts.ts'
import { timeZoneChoices } from './time-zones.ts'

/** What papers need to say about the clinic: at first run and in Settings. */
export function ClinicFields({ form }: { form: ClinicProfileForm }) {
  const taxId = form.bind('taxId')
  const zone = form.bind('timeZone')
  return (
    <>
      <TextField label="Clinic name" hint="As it stands on your papers." {...form.bind('name')} />
      <AddressFields bind={part => form.bind(`address.${part}`)} />
      <FieldRow template="1fr 1fr">
        <TextField label="Phone" type="tel" {...form.bind('phone')} />
        <TextField label="E-mail" type="email" required={false} {...form.bind('email')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="Tax ID (EIN)" placeholder="12-3456789" hint={taxIdWarning(taxId.value) ?? 'Insurers look for it on a superbill.'} {...taxId} />
        <SelectField label="Time zone" searchable choices={timeZoneChoices(zone.value)} {...zone} />
      </FieldRow>
    </>
  )
}
