import { useEffect } from 'react'
import { type Episode, type Prescription, PrescriptionFields } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RegionsField } from '../ui/regions-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { Objections } from './objections.tsx'
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

type PrescriptionPanelProps = { episode: Episode; prescription: Prescription | null; onClose: () => void; field?: string | undefined }

/** A physician’s order, copied from the paper; what an insurer would object to is said while one types. */
export function PrescriptionPanel({ episode, prescription, field, onClose }: PrescriptionPanelProps) {
  const save = useCommand('episodes.savePrescription')
  const start = prescription ? PrescriptionFields.strip().parse(prescription) : blankFor(episode)
  const form = useClinicForm({ schema: PrescriptionFields, start, sentAs: 'fields', keepAs: `prescription ${prescription?.id ?? `new in ${episode.id}`}` })
  useEffect(() => {
    if (field) document.querySelector<HTMLElement>(`aside [name="${field}"]`)?.focus()
  }, [field])
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
      <KeptNote form={form} />
      <PrescriberField
        label="Prescriber"
        value={prescriber.value}
        onChange={one => prescriber.onChange(one.id)}
        error={prescriber.error && 'Choose who wrote the prescription.'}
      />
      <FieldRow template="1fr 1fr">
        <DateField label="Written on" {...writtenOn} onChange={day => writtenOn.onChange(day ?? '')} />
        <DateField label="Expires on" required={false} notBefore={writtenOn.value} {...form.bind('expiresOn')} />
      </FieldRow>
      <FieldRow template="1fr 1.6fr 1fr">
        <NumberField label="Visits" min={1} max={200} {...form.bind('visits')} />
        <TextField label="How often" placeholder="once a week" {...form.bind('frequency')} />
        <NumberField label="Used elsewhere" min={0} max={200} {...usedBefore} onChange={count => usedBefore.onChange(count ?? 0)} />
      </FieldRow>
      <Checkbox label="Signed by the physician" {...form.bind('isSigned')} />
      <Checkbox label="Says “medically necessary”" {...form.bind('saysMedicallyNecessary')} />
      <Objections episode={episode} prescriptionId={prescription?.id ?? null} written={form.hook.getValues()} />
      <RegionsField label="Regions" value={regions.value} onChange={regions.onChange} error={regions.error} hint="As prescribed. None means no limit." />
      <ProceduresField value={procedures.value} onChange={procedures.onChange} error={procedures.error} />
      <TextArea label="What the physician asks, word for word" rows={2} {...form.bind('requests')} />
      <TextField label="Authorization number" required={false} {...form.bind('authorizationNumber')} />
    </FormPanel>
  )
}
