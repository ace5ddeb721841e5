import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReadinessFix } from '../../shared/billing/readiness-item.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Patient, PolicyFields } from '../../shared/patients/schema.ts'
import { focusField } from '../billing/use-fix.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { AddressFields } from '../ui/address-fields.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { policyOf, Registration, type RegistrationForm, registrationOf } from './registration.ts'
import { PolicySection } from './registration-fields.tsx'
import css from './sheet.module.css'

type DetailsFixProps = { fix: ReadinessFix; patientId: PatientId; onClose: () => void; onElsewhere: () => void }

/** The birth date, the address or the health plan of a patient, put right at the side of the screen without leaving it. */
export function DetailsFix(props: DetailsFixProps) {
  const details = useQuery(ask('patients.getDetails', { patientId: props.patientId }))
  return details.data ? <DetailsFixForm {...props} patient={details.data.patient} policy={details.data.policy} /> : null
}

function DetailsFixForm({ fix, patient, policy, onClose, onElsewhere }: DetailsFixProps & { patient: Patient; policy: PolicyFields | null }) {
  const save = useCommand('patients.save')
  const form = useClinicForm({ schema: Registration, start: registrationOf(patient, policy) })
  const send = form.submit(async values => {
    await save.mutateAsync({ patientId: patient.id, fields: values.fields, policy: policyOf(values) })
    onClose()
  })
  // Without a plan the payer comes first, as the panel has it.
  const focused = policy === null ? null : fix.field
  useEffect(() => (focused === null ? undefined : focusField(focused)), [focused])
  return (
    <FormPanel
      title={fix.label}
      note={fullName(patient)}
      save="Save"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={520}
    >
      <Fields fix={fix} form={form} />
      <div>
        <Button size="small" onClick={onElsewhere}>
          Open all patient details
        </Button>
      </div>
    </FormPanel>
  )
}

function Fields({ fix, form }: { fix: ReadinessFix; form: RegistrationForm }) {
  const bornOn = form.bind('fields.bornOn')
  if (fix.screen === 'policy')
    return (
      <div className={css.sheet}>
        <PolicySection form={form} />
      </div>
    )
  if (fix.field === 'address') return <AddressFields bind={part => form.bind(`fields.address.${part}`)} />
  return <DateField label="Birth date" placeholder="3/14/1979" {...bornOn} onChange={day => bornOn.onChange(day ?? '')} />
}
