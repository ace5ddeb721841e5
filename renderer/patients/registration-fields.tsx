import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { PayerField } from '../ui/payer-field.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { type RegistrationForm, textOf } from './registration.ts'
import { SourceField } from './source-field.tsx'

/** The health plan; its fields stand here once a payer is chosen. Of a child the guardian is taken for the insured until another is named. */
export function PolicySection({ form }: { form: RegistrationForm }) {
  const payer = form.bind('policy.payerId')
  const relation = form.bind('policy.relation')
  const insured = form.bind('policy.insuredName')
  const guardian = form.bind('fields.guardianName').value
  const relate = (next: typeof relation.value) => {
    relation.onChange(next)
    if (next === 'child' && insured.value === '') insured.onChange(guardian)
  }
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
          onChange={relate}
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
          <TextField label="Insured person’s name" {...insured} />
          <DateField label="Insured’s birth date" {...form.bind('policy.insuredBornOn')} />
          <span />
        </FieldRow>
      )}
    </Section>
  )
}

/** How they found the clinic, and what the desk keeps in mind; never printed. */
export function RemarkFields({ form, withRelease = false }: { form: RegistrationForm; withRelease?: boolean }) {
  return (
    <Section title="For the desk">
      <FieldRow template="1fr 1fr">
        <SourceField label="How they found us" required={false} {...textOf(form.bind('fields.referralSource'))} />
        {withRelease ? <DateField label="Release of information signed" required={false} {...form.bind('fields.releaseSignedOn')} /> : <span />}
      </FieldRow>
      <TextArea label="Remark, never printed" required={false} rows={2} {...form.bind('fields.remark')} />
    </Section>
  )
}
