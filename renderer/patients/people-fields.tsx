import { useQuery } from '@tanstack/react-query'
import { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { isMinor } from '../../shared/patients/age.ts'
import type { Guarantor, PatientRow } from '../../shared/patients/schema.ts'
import { tidyName } from '../../shared/patients/typed.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { FieldRow } from '../ui/field.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PhoneField } from './contact-fields.tsx'
import { PatientField } from './patient-field.tsx'
import { CHOOSE, type RegistrationForm, textOf } from './registration.ts'
import css from './sheet.module.css'
import { TidyField } from './tidy-field.tsx'

/** Parent or guardian; shown for minors, and wherever one is on file. */
export function GuardianFields({ form }: { form: RegistrationForm }) {
  const born = LocalDate.safeParse(form.bind('fields.bornOn').value).data
  const needsGuardian = born !== undefined && isMinor(born, todayHere())
  const name = form.bind('fields.guardianName')
  if (!needsGuardian && name.value === '') return null
  return (
    <Section title="Guardian" {...(needsGuardian && { note: 'The patient is a minor.' })}>
      <FieldRow template="1.6fr 1fr 1fr">
        <TidyField label="Guardian’s name" tidy={tidyName} {...name} />
        <TextField label="Relation" placeholder="Mother" {...form.bind('fields.guardianRelation')} />
        <PhoneField form={form} label="Guardian’s phone" path="fields.guardianPhone" />
      </FieldRow>
    </Section>
  )
}

const firstLast = ({ name }: PatientRow) => name.split(', ').toReversed().join(' ')
type Payer = 'self' | 'patient' | 'person'

/** Who answers for the bill: the patient, another patient, or a person by name. `patientId` is the patient on file. */
export function GuarantorFields({ form, patientId }: { form: RegistrationForm; patientId?: PatientId }) {
  const { value: chosen = null, onChange, error } = form.bind('fields.guarantor')
  const guardian = form.bind('fields.guardianName').value
  const payer: Payer = chosen === null ? 'self' : chosen.patientId === null && chosen.name !== CHOOSE ? 'person' : 'patient'
  const choose = (next: Payer) => {
    if (next === 'self') onChange(null)
    if (next === 'patient') onChange({ patientId: null, name: CHOOSE, relation: chosen?.relation ?? '', phone: '' })
    if (next === 'person') onChange(guardianAs(form, guardian))
  }
  return (
    <Section title="Who pays">
      <Segmented
        label="Who answers for the bill"
        value={payer}
        onChange={choose}
        choices={[
          { value: 'self', label: 'The patient' },
          { value: 'patient', label: 'Another patient' },
          { value: 'person', label: 'Somebody else' },
        ]}
      />
      {payer === 'patient' && chosen && (
        <FieldRow template="1.6fr 1fr 1fr">
          <PatientField
            label="Patient who pays"
            chosen={chosen.name === CHOOSE ? '' : chosen.name}
            except={patientId}
            placeholder="Name, phone or birth date"
            error={error}
            onChoose={row => {
              onChange({ ...chosen, patientId: row.id, name: firstLast(row), phone: row.phone })
              const home = form.bind('home')
              if (!patientId && home.value === null) home.onChange({ patientId: row.id, name: firstLast(row) })
            }}
          />
          <TextField label="Relation to the patient" placeholder="Mother" required={false} {...textOf(form.bind('fields.guarantor.relation'))} />
          <span />
        </FieldRow>
      )}
      {payer === 'person' && (
        <FieldRow template="1.6fr 1fr 1fr">
          <TidyField label="Name of who pays" tidy={tidyName} {...textOf(form.bind('fields.guarantor.name'))} />
          <TextField label="Relation to the patient" placeholder="Father" required={false} {...textOf(form.bind('fields.guarantor.relation'))} />
          <PhoneField form={form} label="Phone of who pays" path="fields.guarantor.phone" />
        </FieldRow>
      )}
    </Section>
  )
}

function guardianAs(form: RegistrationForm, guardian: string): Guarantor {
  return { patientId: null, name: guardian, relation: form.bind('fields.guardianRelation').value ?? '', phone: form.bind('fields.guardianPhone').value }
}

/** Whose household a new patient joins: somebody at the same address, or anybody chosen. */
export function HomeField({ form }: { form: RegistrationForm }) {
  const home = form.bind('home')
  const street = form.bind('fields.address.street').value ?? ''
  const zip = form.bind('fields.address.zip').value
  const isTold = street.trim() !== '' && zip.length >= 5
  const near = useQuery({ ...ask('patients.listAtAddress', { street: street.slice(0, 200), zip: zip.slice(0, 20) }), enabled: isTold })
  const neighbours = isTold && home.value === null ? (near.data ?? []) : []
  const join = (row: PatientRow) => home.onChange({ patientId: row.id, name: firstLast(row) })
  return (
    <Section title="Household">
      <FieldRow template="1.6fr 2fr">
        <PatientField label="Lives with" required={false} chosen={home.value?.name ?? ''} onChoose={join} placeholder="Somebody on file" />
        {home.value && (
          <p className={css.tools}>
            <Button size="small" kind="text" onClick={() => home.onChange(null)}>
              Not of one household
            </Button>
          </p>
        )}
      </FieldRow>
      {neighbours.length > 0 && (
        <p className={css.tools} role="status">
          <span className={css.quiet}>At this address:</span>
          {neighbours.map(row => (
            <Button key={row.id} size="small" onClick={() => join(row)}>
              Join {firstLast(row)}
            </Button>
          ))}
        </p>
      )}
    </Section>
  )
}
