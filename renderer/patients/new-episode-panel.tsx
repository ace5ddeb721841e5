import { EpisodeFields } from '../../shared/episodes/schema.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RegionsField } from '../ui/regions-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'

const BLANK = { condition: '', kind: 'illness' as const, onsetOn: null, regions: [], claim: null, plannedVisits: null, planRemark: '' }

type NewEpisodePanelProps = { patientId: PatientId; onClose: () => void; onOpened: (episode: { id: EpisodeId }) => void }

/** Opens an episode of care with what is known on the phone; diagnoses, prescription and goals are entered on its own screen. */
export function NewEpisodePanel({ patientId, onClose, onOpened }: NewEpisodePanelProps) {
  const open = useCommand('episodes.open')
  const form = useClinicForm({ schema: EpisodeFields, start: BLANK, sentAs: 'fields' })
  const send = form.submit(async fields => onOpened(await open.mutateAsync({ patientId, fields })))
  return (
    <FormPanel title="New episode of care" save="Open episode" busy={form.isBusy} problem={form.problem} onSave={() => void send()} onClose={onClose}>
      <TextField label="Condition in plain words" placeholder="Neck, car accident Sep 12" {...form.bind('condition')} />
      <Segmented
        label="What brought it about"
        withLabel
        size="small"
        value={form.bind('kind').value}
        onChange={form.bind('kind').onChange}
        choices={[
          { value: 'illness', label: 'Illness' },
          { value: 'auto', label: 'Auto' },
          { value: 'work', label: 'Work' },
          { value: 'other', label: 'Other accident' },
        ]}
      />
      <DateField label="Since when" required={false} {...form.bind('onsetOn')} />
      <RegionsField
        label="Regions to treat"
        value={form.bind('regions').value}
        onChange={form.bind('regions').onChange}
        hint="A prescription may narrow them."
      />
      <NumberField label="Planned visits" required={false} min={1} max={100} {...form.bind('plannedVisits')} />
    </FormPanel>
  )
}
