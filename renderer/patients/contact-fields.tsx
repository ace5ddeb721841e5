import { readAddressLine, tidyPhone, tidyState, tidyZip } from '../../shared/patients/typed.ts'
import { FieldRow } from '../ui/field.tsx'
import { Section } from '../ui/screen.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type RegistrationForm, textOf } from './registration.ts'
import { TidyField } from './tidy-field.tsx'

type PhonePath = 'fields.phone' | 'fields.otherPhone' | 'fields.guardianPhone' | 'fields.guarantor.phone'

/** A phone number, written as the clinic writes it once one leaves the field. */
export function PhoneField({ form, label, path, required }: { form: RegistrationForm; label: string; path: PhonePath; required?: boolean }) {
  return <TidyField label={label} type="tel" tidy={tidyPhone} {...(required !== undefined && { required })} {...textOf(form.bind(path))} />
}

/** How to reach the patient. A whole address typed into the street is taken apart into its fields, when one leaves it. */
export function ContactFields({ form }: { form: RegistrationForm }) {
  const street = form.bind('fields.address.street')
  const leaveStreet = () => {
    const read = readAddressLine(street.value)
    if (read)
      for (const part of ['street', 'street2', 'city', 'state', 'zip'] as const) {
        const field = form.bind(`fields.address.${part}`)
        if (part !== 'street2' || read.street2 !== '') field.onChange(read[part])
      }
    street.onBlur()
  }
  return (
    <Section title="Contact">
      <FieldRow template="1fr 1fr 1.4fr">
        <PhoneField form={form} label="Phone" path="fields.phone" />
        <PhoneField form={form} label="Other phone" path="fields.otherPhone" required={false} />
        <TextField label="E-mail" type="email" required={false} {...form.bind('fields.email')} />
      </FieldRow>
      <FieldRow template="2fr 1fr">
        <TextField label="Street" placeholder="Street alone, or the whole address in one line" {...street} onBlur={leaveStreet} />
        <TextField label="Unit" required={false} {...form.bind('fields.address.street2')} />
      </FieldRow>
      <FieldRow template="2fr 72px 1fr">
        <TextField label="City" {...form.bind('fields.address.city')} />
        <TidyField label="State" tidy={tidyState} {...form.bind('fields.address.state')} />
        <TidyField label="ZIP" inputMode="numeric" tidy={tidyZip} {...form.bind('fields.address.zip')} />
      </FieldRow>
    </Section>
  )
}
