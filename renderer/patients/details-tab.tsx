import { useQuery } from '@tanstack/react-query'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Patient, PolicyFields } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns } from '../ui/screen.tsx'
import { AlertsForm } from './alerts-form.tsx'
import { ChartPart } from './chart-part.tsx'
import { ConsentsPart } from './consents-part.tsx'
import { ContactFields } from './contact-fields.tsx'
import { HouseholdPart } from './household-part.tsx'
import { GuarantorFields, GuardianFields } from './people-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { policyOf, Registration, registrationOf } from './registration.ts'
import { PolicySection, RemarkFields } from './registration-fields.tsx'
import css from './sheet.module.css'

/** Everything of the registration, to be corrected; what to avoid with this patient, what they signed, their household, and the chart itself. */
export function DetailsTab({ patientId }: { patientId: PatientId }) {
  const details = useQuery(ask('patients.getDetails', { patientId }))
  if (details.error) return <Problem error={details.error} />
  if (!details.data) return <Waiting />
  const { patient, policy, alerts } = details.data
  return (
    <Columns template="minmax(0, 1fr) clamp(320px, 34%, 440px)">
      <Column label="Registration" ground="surface" padding="narrow">
        <DetailsForm key={patient.id} patient={patient} policy={policy} />
      </Column>
      <Column label="Alerts, consents, household and chart" padding="narrow">
        <AlertsForm key={alerts.map(alert => alert.id).join()} patientId={patient.id} alerts={alerts} />
        <ConsentsPart patient={patient} />
        <HouseholdPart patient={patient} />
        <ChartPart patient={patient} />
      </Column>
    </Columns>
  )
}

function DetailsForm({ patient, policy }: { patient: Patient; policy: PolicyFields | null }) {
  const save = useCommand('patients.save')
  const form = useClinicForm({ schema: Registration, start: registrationOf(patient, policy), keepAs: `details of ${patient.id}` })
  const send = form.submit(values => save.mutateAsync({ patientId: patient.id, fields: values.fields, policy: policyOf(values) }))
  useHotkey({ keys: 'mod+enter', label: 'Save details', run: () => void send(), enabled: form.isChanged })
  return (
    <form className={css.sheet} onSubmit={send} noValidate>
      <PersonFields form={form} />
      <GuardianFields form={form} />
      <ContactFields form={form} />
      <PolicySection form={form} />
      <GuarantorFields form={form} patientId={patient.id} />
      <RemarkFields form={form} withRelease />
      <button type="submit" hidden />
      {(form.isChanged || form.problem) && (
        <div className={css.bar}>
          <Button keys="mod+enter" busy={form.isBusy} onClick={() => void send()}>
            Save details
          </Button>
          <Button kind="text" onClick={() => form.hook.reset()}>
            Undo changes
          </Button>
          <span className={css.grow}>
            <Problem error={form.problem} />
          </span>
        </div>
      )}
    </form>
  )
}
