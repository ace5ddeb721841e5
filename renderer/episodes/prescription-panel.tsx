import { useQuery } from '@tanstack/react-query'
import { prescriptionIssues } from '../../shared/episodes/coverage-issues.ts'
import { type Episode, type Prescription, PrescriptionFields } from '../../shared/episodes/schema.ts'
import { dayOf, LocalDate } from '../../shared/lib/dates.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Icon } from '../ui/icons.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RegionsField } from '../ui/regions-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import css from './episode.module.css'
import { PrescriberField } from './prescriber-field.tsx'
import { ProceduresField } from './procedures-field.tsx'

const blankFor = (episode: Episode) => ({
  prescriberId: episode.prescriptions[0]?.prescriberId ?? '',
  writtenOn: todayHere(),
  expiresOn: null,
  visits: null,
  frequency: '',
  regions: episode.regions,
  procedures: [],
  requests: '',
  authorizationNumber: '',
  visitsUsedBefore: 0,
  isSigned: true,
  saysMedicallyNecessary: false,
})

type PrescriptionPanelProps = { episode: Episode; prescription: Prescription | null; onClose: () => void }

/** A physician’s order, copied from the paper; what an insurer would object to is said while one types. */
export function PrescriptionPanel({ episode, prescription, onClose }: PrescriptionPanelProps) {
  const save = useCommand('episodes.savePrescription')
  const start = prescription ? PrescriptionFields.strip().parse(prescription) : blankFor(episode)
  const form = useClinicForm({ schema: PrescriptionFields, start, sentAs: 'fields' })
  const prescriber = form.bind('prescriberId')
  const writtenOn = form.bind('writtenOn')
  const regions = form.bind('regions')
  const procedures = form.bind('procedures')
  const usedBefore = form.bind('visitsUsedBefore')
  const send = form.submit(async fields => {
    await save.mutateAsync({ episodeId: episode.id, prescriptionId: prescription?.id ?? null, fields })
    onClose()
  })
  return (
    <FormPanel
      title={prescription ? 'Prescription' : 'Add prescription'}
      save="Save prescription"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <PrescriberField
        label="Prescriber"
        value={prescriber.value}
        onChange={one => prescriber.onChange(one.id)}
        error={prescriber.error && 'Choose who wrote the prescription.'}
      />
      <FieldRow template="1fr 1fr">
        <DateField label="Written on" {...writtenOn} onChange={day => writtenOn.onChange(day ?? '')} />
        <DateField label="Expires on" required={false} {...form.bind('expiresOn')} />
      </FieldRow>
      <FieldRow template="1fr 1.6fr 1fr">
        <NumberField label="Visits" min={1} max={200} {...form.bind('visits')} />
        <TextField label="How often" placeholder="once a week" {...form.bind('frequency')} />
        <NumberField label="Used elsewhere" min={0} max={200} {...usedBefore} onChange={count => usedBefore.onChange(count ?? 0)} />
      </FieldRow>
      <RegionsField label="Regions" value={regions.value} onChange={regions.onChange} error={regions.error} hint="As prescribed. None means no limit." />
      <ProceduresField value={procedures.value} onChange={procedures.onChange} error={procedures.error} />
      <TextArea label="What the physician asks, word for word" rows={2} {...form.bind('requests')} />
      <TextField label="Authorization number" required={false} {...form.bind('authorizationNumber')} />
      <Checkbox label="Signed by the physician" {...form.bind('isSigned')} />
      <Checkbox label="Says “medically necessary”" {...form.bind('saysMedicallyNecessary')} />
      <Objections episode={episode} prescription={prescription} values={form.hook.getValues()} />
    </FormPanel>
  )
}

type Written = { writtenOn: string; expiresOn: string | null; visits: number | null; frequency: string; isSigned: boolean }

/** What an insurer would object to, for as long as it is so. The paper is the physician’s: nothing is refused. */
function Objections({ episode, prescription, values }: { episode: Episode; prescription: Prescription | null; values: Written }) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: episode.patientId }))
  const writtenOn = LocalDate.safeParse(values.writtenOn).data
  if (!writtenOn) return null
  const isOnlyOne = episode.prescriptions.every(one => one.id === prescription?.id)
  const treated = (visits.data ?? []).filter(visit => visit.episodeId === episode.id && (visit.status === 'finished' || visit.status === 'checked-out'))
  const first = treated.map(visit => dayOf(visit.startsAt)).toSorted()[0] ?? null
  const issues = prescriptionIssues(
    { ...values, writtenOn, expiresOn: LocalDate.safeParse(values.expiresOn).data ?? null },
    { today: todayHere(), hasDiagnosis: episode.diagnoses.length > 0, firstVisitOn: isOnlyOne ? first : null },
  )
  if (issues.length === 0) return null
  return (
    <ul className={css.objections} aria-label="What an insurer would object to">
      {issues.map(issue => (
        <li key={issue.sentence}>
          <Icon name="warning" />
          {issue.sentence}
        </li>
      ))}
    </ul>
  )
}
