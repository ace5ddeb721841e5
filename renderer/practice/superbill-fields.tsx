import type { OptionalSuperbillField } from '../../shared/practice/billing-rules.ts'
import { Checkbox } from '../ui/checks.tsx'
import css from './superbill-fields.module.css'

type Group = {
  title: string
  /** Required by every payer, so always printed. */
  always: string
  fields: readonly { field: OptionalSuperbillField; label: string; hint?: string }[]
}

const GROUPS: readonly Group[] = [
  {
    title: 'Clinic and provider',
    always: 'Name and address of the clinic, phone, tax ID; name, credentials and NPI of the provider, place of service, signature',
    fields: [
      { field: 'clinic-fax', label: 'Fax of the clinic' },
      { field: 'clinic-email', label: 'E-mail of the clinic' },
      { field: 'organisation-npi', label: 'NPI of the clinic' },
      { field: 'license', label: 'License number and state', hint: 'Some payers ask for it.' },
      { field: 'taxonomy', label: 'Taxonomy code', hint: 'Some payers ask for it.' },
    ],
  },
  {
    title: 'Patient and insured',
    always: 'Name and date of birth, relation to the insured, guardian of a minor; name and member ID of the insured, plan; accident and claim',
    fields: [
      { field: 'patient-address', label: 'Address of the patient', hint: 'Without it a window envelope shows the name only.' },
      { field: 'patient-phone', label: 'Phone of the patient' },
      { field: 'patient-sex', label: 'Sex of the patient' },
      { field: 'insured-born-on', label: 'Date of birth of the insured' },
      { field: 'group-number', label: 'Group number' },
    ],
  },
  {
    title: 'Prescription, diagnoses and visits',
    always:
      'Prescriber with NPI and date; diagnosis codes with who made them; each date of service with code, modifiers, diagnosis letters, units, full fee and what was paid',
    fields: [
      { field: 'authorization', label: 'Authorization number' },
      { field: 'diagnosis-text', label: 'Words of the diagnoses', hint: 'The codes always print.' },
      { field: 'service-names', label: 'Names of the services', hint: 'The codes always print.' },
      { field: 'payment-dates', label: 'Dates of payments', hint: '“Not paid” always prints.' },
      { field: 'payment-methods', label: 'How it was paid' },
    ],
  },
]

/** What stands on a superbill: what the clinic may leave out as ticks, what insurers require as words. `hides` is what is left out. */
export function SuperbillFields(props: { hides: readonly OptionalSuperbillField[]; onChange: (hides: OptionalSuperbillField[]) => void }) {
  const { hides, onChange } = props
  const print = (field: OptionalSuperbillField, isPrinted: boolean) => onChange(isPrinted ? hides.filter(one => one !== field) : [...hides, field])
  return (
    <div className={css.groups}>
      {GROUPS.map(({ title, always, fields }) => (
        <fieldset key={title} className={css.group}>
          <legend>{title}</legend>
          <p className={css.always}>
            <b>Always:</b> {always}.
          </p>
          <div className={css.fields}>
            {fields.map(({ field, label, hint }) => (
              <Checkbox key={field} name={field} label={label} hint={hint} value={!hides.includes(field)} onChange={isPrinted => print(field, isPrinted)} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
