import { LocalDate } from '../../shared/lib/dates.ts'
import { ageInWords } from '../../shared/patients/age.ts'
import { tidyName } from '../../shared/patients/typed.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { RegistrationForm } from './registration.ts'
import { TidyField } from './tidy-field.tsx'

/** Who the patient is, in the order one asks; under the birth date stands the age, and whether a guardian is needed. */
export function PersonFields({ form }: { form: RegistrationForm }) {
  const bornOn = form.bind('fields.bornOn')
  const sex = form.bind('fields.sex')
  const born = LocalDate.safeParse(bornOn.value).data
  return (
    <Section title="Patient">
      <FieldRow template="1.4fr 1fr 1.4fr 72px">
        <TidyField label="First name" tidy={tidyName} {...form.bind('fields.firstName')} />
        <TidyField label="Middle" required={false} tidy={tidyName} {...form.bind('fields.middleName')} />
        <TidyField label="Last name" tidy={tidyName} {...form.bind('fields.lastName')} />
        <TextField label="Suffix" {...form.bind('fields.suffix')} />
      </FieldRow>
      <FieldRow template="1fr 1.6fr">
        <DateField
          label="Birth date"
          placeholder="3/14/1979"
          {...bornOn}
          onChange={day => bornOn.onChange(day ?? '')}
          hint={(born && ageInWords(born, todayHere())) || undefined}
        />
        <Segmented
          label="Sex, as the insurer has it"
          withLabel
          value={sex.value}
          onChange={sex.onChange}
          choices={[
            { value: 'female', label: 'Female' },
            { value: 'male', label: 'Male' },
            { value: 'x', label: 'X' },
            { value: '', label: 'Unknown' },
          ]}
        />
      </FieldRow>
      <FieldRow template="1fr 1fr 1fr">
        <TidyField label="Goes by" required={false} tidy={tidyName} {...form.bind('fields.preferredName')} />
        <TextField label="Pronouns" required={false} {...form.bind('fields.pronouns')} />
        <span />
      </FieldRow>
    </Section>
  )
}
