import { useQuery } from '@tanstack/react-query'
import { LocalDate } from '../../shared/lib/dates.ts'
import { consentExpiry, signerOf } from '../../shared/patients/consents.ts'
import { fullName } from '../../shared/patients/names.ts'
import { ConsentFields, type ConsentStanding, type Patient } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './sheet.module.css'

type ConsentPanelProps = { standing: ConsentStanding; patient: Patient; onClose: () => void }

/** Keeps a signed consent: when, by whom, and until when it holds, as the clinic’s rules count it. */
export function ConsentPanel({ standing, patient, onClose }: ConsentPanelProps) {
  const rules = useQuery(ask('practice.getDeskRules', {}))
  const record = useCommand('patients.recordConsent')
  const months = rules.data?.consents.find(({ key }) => key === standing.kind)?.monthsValid ?? null
  const today = todayHere()
  const start = { kind: standing.kind, signedOn: today, expiresOn: consentExpiry(today, months), signedBy: signerOf(patient, today), remark: '' }
  const form = useClinicForm({ schema: ConsentFields, start, sentAs: 'consent', keepAs: `consent ${standing.kind} of ${patient.id}` })
  const signedOn = form.bind('signedOn')
  const signedBy = form.bind('signedBy')
  const signOn = (day: string | null) => {
    signedOn.onChange(day ?? '')
    const on = LocalDate.safeParse(day).data
    if (on) form.bind('expiresOn').onChange(consentExpiry(on, months))
  }
  const send = form.submit(async consent => {
    await record.mutateAsync({ patientId: patient.id, consent })
    onClose()
  })
  const people = [fullName(patient), patient.guardianName].filter(name => name !== '' && name !== signedBy.value)
  return (
    <FormPanel
      title={standing.name}
      note={standing.words}
      save="Record consent"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <DateField label="Signed on" {...signedOn} onChange={signOn} />
      <TextField label="Signed by" {...signedBy} />
      {people.length > 0 && (
        <p className={css.tools}>
          {people.map(name => (
            <Button key={name} size="small" kind="text" onClick={() => signedBy.onChange(name)}>
              {name}
            </Button>
          ))}
        </p>
      )}
      <DateField
        label="Holds until"
        required={false}
        {...form.bind('expiresOn')}
        hint={months === null ? 'Until withdrawn, unless you enter a day.' : `The clinic’s rule: ${months} months.`}
      />
      <TextField label="Remark" required={false} {...form.bind('remark')} />
    </FormPanel>
  )
}
