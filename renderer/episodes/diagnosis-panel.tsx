import { type CodeEntry, Icd10Code } from '../../shared/codes/icd10.ts'
import { type Diagnosis, DiagnosisFields, type Episode } from '../../shared/episodes/schema.ts'
import { formatDate, LocalDate } from '../../shared/lib/dates.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { type Found, SearchSelect } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { findPrescribers, prescriberName } from './prescriber-field.tsx'

type FoundCode = Found<Pick<CodeEntry, 'code' | 'label'>>

/** Codes fitting what was typed, those not valid on the day marked. */
async function findCodes(typed: string, on: LocalDate): Promise<readonly FoundCode[]> {
  if (typed.trim() === '') return []
  const found = await queryClient.fetchQuery(ask('codes.search', { text: typed.slice(0, 100), on }))
  return found.map(entry => ({
    key: entry.code,
    label: `${entry.code} ${entry.label}`,
    detail: entry.isValid
      ? undefined
      : entry.validTo !== null && entry.validTo < on
        ? `Ended ${formatDate(entry.validTo)}`
        : `From ${formatDate(entry.validFrom)}`,
    item: entry,
  }))
}

// A code the list does not hold is taken as the physician wrote it.
const codeOf = (typed: string) => Icd10Code.safeParse(typed).data

/** Where a new diagnosis starts: of the newest prescription’s physician and day, if there is one. */
function startOf(episode: Episode, diagnosis: Diagnosis | null) {
  if (diagnosis) return DiagnosisFields.strip().parse(diagnosis)
  const order = episode.prescriptions[0]
  const day = order?.writtenOn ?? episode.openedOn
  return {
    code: '',
    label: '',
    diagnosedBy: order ? prescriberName(order.prescriber) : '',
    prescriberId: order?.prescriberId ?? null,
    diagnosedOn: day,
    validFrom: [day, episode.openedOn].toSorted()[0] ?? day,
    validTo: null,
  }
}

/** A diagnosis as the physician made it: code, maker, day, and the dates of service it applies to. */
export function DiagnosisPanel({ episode, diagnosis, onClose }: { episode: Episode; diagnosis: Diagnosis | null; onClose: () => void }) {
  const save = useCommand('episodes.saveDiagnoses')
  const at = diagnosis ? episode.diagnoses.findIndex(one => one.id === diagnosis.id) : episode.diagnoses.length
  const form = useClinicForm({
    schema: DiagnosisFields,
    start: startOf(episode, diagnosis),
    sentAs: `diagnoses.${at}`,
    keepAs: `diagnosis ${diagnosis?.id ?? `new in ${episode.id}`}`,
  })
  const code = form.bind('code')
  const label = form.bind('label')
  const diagnosedBy = form.bind('diagnosedBy')
  const diagnosedOn = form.bind('diagnosedOn')
  const validFrom = form.bind('validFrom')
  const on = LocalDate.safeParse(validFrom.value).data ?? todayHere()
  const choose = (entry: Pick<CodeEntry, 'code' | 'label'>) => {
    code.onChange(entry.code)
    label.onChange(entry.label)
  }
  const nameMaker = (name: string, prescriberId: Diagnosis['prescriberId']) => {
    form.hook.setValue('prescriberId', prescriberId)
    diagnosedBy.onChange(name)
  }
  const send = form.submit(async fields => {
    const one = { ...fields, id: diagnosis?.id ?? null }
    await save.mutateAsync({
      episodeId: episode.id,
      diagnoses: diagnosis ? episode.diagnoses.map(old => (old.id === diagnosis.id ? one : old)) : [...episode.diagnoses, one],
    })
    onClose()
  })
  return (
    <FormPanel
      title={diagnosis ? `Diagnosis ${diagnosis.code}` : 'Add diagnosis'}
      note="As the physician wrote it; a massage therapist does not diagnose."
      save="Save diagnosis"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <KeptNote form={form} />
      <SearchSelect
        label="Code"
        name="code"
        chosen={code.value}
        search={typed => findCodes(typed, on)}
        onChoose={choose}
        placeholder="M54.2 or cervicalgia"
        error={code.error}
        hint={`Valid on ${formatDate(on)} unless marked.`}
        create={{
          offer: typed => (codeOf(typed) ? `Use “${codeOf(typed)}” as written` : `No such code: keep “${typed.trim()}” as the words`),
          run: typed => (codeOf(typed) ? code.onChange(codeOf(typed) ?? '') : label.onChange(typed.trim())),
        }}
      />
      <TextField label="In words" {...label} />
      <SearchSelect
        label="Who made the diagnosis"
        name="diagnosedBy"
        chosen={diagnosedBy.value}
        search={findPrescribers}
        onChoose={one => nameMaker(prescriberName(one), one.id)}
        error={diagnosedBy.error}
        create={{ offer: typed => `“${typed.trim()}”, by name only`, run: typed => nameMaker(typed.trim(), null) }}
      />
      <FieldRow template="1fr 1fr 1fr">
        <DateField label="Made on" {...diagnosedOn} onChange={day => diagnosedOn.onChange(day ?? '')} />
        <DateField label="Valid from" {...validFrom} onChange={day => validFrom.onChange(day ?? '')} />
        <DateField label="Valid to" placeholder="Stands" required={false} {...form.bind('validTo')} />
      </FieldRow>
    </FormPanel>
  )
}
