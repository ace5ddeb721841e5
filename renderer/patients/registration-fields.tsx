import { ageOn, LocalDate } from '../../shared/lib/dates.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { PayerField } from '../ui/payer-field.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { tidyPhone } from './phone.ts'
import type { RegistrationForm } from './registration.ts'

type PhonePath = 'fields.phone' | 'fields.otherPhone' | 'fields.guardianPhone'

function PhoneField({ form, label, path, required }: { form: RegistrationForm; label: string; path: PhonePath; required?: boolean }) {
  const phone = form.bind(path)
  const leave = () => {
    const tidy = tidyPhone(phone.value)
    if (tidy !== phone.value) phone.onChange(tidy)
    phone.onBlur()
  }
  return <TextField label={label} type="tel" {...(required !== undefined && { required })} {...phone} onBlur={leave} />
}

/** Who the patient is. */
export function PersonFields({ form }: { form: RegistrationForm }) {
  const bornOn = form.bind('fields.bornOn')
  const sex = form.bind('fields.sex')
  return (
    <Section title="Patient">
      <FieldRow template="1.4fr 1fr 1.4fr 72px">
        <TextField label="First name" {...form.bind('fields.firstName')} />
        <TextField label="Middle" required={false} {...form.bind('fields.middleName')} />
        <TextField label="Last name" {...form.bind('fields.lastName')} />
        <TextField label="Suffix" {...form.bind('fields.suffix')} />
      </FieldRow>
      <FieldRow template="1fr 1.6fr">
        <DateField label="Birth date" placeholder="3/14/1979" {...bornOn} onChange={day => bornOn.onChange(day ?? '')} hint={ageWords(bornOn.value)} />
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
        <TextField label="Goes by" required={false} {...form.bind('fields.preferredName')} />
        <TextField label="Pronouns" required={false} {...form.bind('fields.pronouns')} />
        <span />
      </FieldRow>
    </Section>
  )
}

function ageWords(born: string): string | undefined {
  const day = LocalDate.safeParse(born).data
  if (!day || day > todayHere()) return undefined
  const age = ageOn(day, todayHere())
  return age === 1 ? '1 year old' : `${age} years old`
}

/** How to reach the patient. */
export function ContactFields({ form }: { form: RegistrationForm }) {
  const state = form.bind('fields.address.state')
  return (
    <Section title="Contact">
      <FieldRow template="1fr 1fr 1.4fr">
        <PhoneField form={form} label="Phone" path="fields.phone" />
        <PhoneField form={form} label="Other phone" path="fields.otherPhone" required={false} />
        <TextField label="E-mail" type="email" required={false} {...form.bind('fields.email')} />
      </FieldRow>
      <FieldRow template="2fr 1fr">
        <TextField label="Street" {...form.bind('fields.address.street')} />
        <TextField label="Unit" required={false} {...form.bind('fields.address.street2')} />
      </FieldRow>
      <FieldRow template="2fr 72px 1fr">
        <TextField label="City" {...form.bind('fields.address.city')} />
        <TextField label="State" maxLength={2} {...state} onChange={text => state.onChange(text.toUpperCase())} />
        <TextField label="ZIP" inputMode="numeric" maxLength={10} {...form.bind('fields.address.zip')} />
      </FieldRow>
    </Section>
  )
}

/** Parent or guardian; shown for minors, and wherever one is on file. */
export function GuardianFields({ form }: { form: RegistrationForm }) {
  const born = LocalDate.safeParse(form.bind('fields.bornOn').value).data
  const isMinor = born !== undefined && born <= todayHere() && ageOn(born, todayHere()) < 18
  const name = form.bind('fields.guardianName')
  if (!isMinor && name.value === '') return null
  return (
    <Section title="Guardian" {...(isMinor && { note: 'The patient is a minor.' })}>
      <FieldRow template="1.6fr 1fr 1fr">
        <TextField label="Guardian’s name" {...name} />
        <TextField label="Relation" placeholder="Mother" {...form.bind('fields.guardianRelation')} />
        <PhoneField form={form} label="Guardian’s phone" path="fields.guardianPhone" />
      </FieldRow>
    </Section>
  )
}

/** The health plan; its fields stand here once a payer is chosen. */
export function PolicySection({ form }: { form: RegistrationForm }) {
  const payer = form.bind('policy.payerId')
  const relation = form.bind('policy.relation')
  return (
    <Section title="Insurance">
      <FieldRow template="1.6fr 1fr 1fr">
        <PayerField
          label="Payer"
          value={payer.value}
          onChange={payer.onChange}
          error={payer.error}
          newKind="commercial"
          none="None, self-pay"
          hint="Type to find, or to add a new one."
        />
        <TextField label="Member ID" {...form.bind('policy.memberId')} />
        <TextField label="Group number" required={false} {...form.bind('policy.groupNumber')} />
      </FieldRow>
      {payer.value !== null && (
        <Segmented
          label="The patient is"
          withLabel
          size="small"
          value={relation.value}
          onChange={relation.onChange}
          choices={[
            { value: 'self', label: 'the insured' },
            { value: 'spouse', label: 'their spouse' },
            { value: 'child', label: 'their child' },
            { value: 'other', label: 'other' },
          ]}
        />
      )}
      {payer.value !== null && relation.value !== 'self' && (
        <FieldRow template="1.6fr 1fr 1fr">
          <TextField label="Insured person’s name" {...form.bind('policy.insuredName')} />
          <DateField label="Insured’s birth date" {...form.bind('policy.insuredBornOn')} />
          <span />
        </FieldRow>
      )}
    </Section>
  )
}

/** What the desk keeps in mind; never printed. */
export function RemarkFields({ form, withRelease = false }: { form: RegistrationForm; withRelease?: boolean }) {
  return (
    <Section title="For the desk">
      <TextArea label="Remark, never printed" required={false} rows={2} {...form.bind('fields.remark')} />
      {withRelease && (
        <FieldRow template="1fr 2fr">
          <DateField label="Release of information signed" required={false} {...form.bind('fields.releaseSignedOn')} />
          <span />
        </FieldRow>
      )}
    </Section>
  )
}
