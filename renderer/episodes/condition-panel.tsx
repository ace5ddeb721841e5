import type { z } from 'zod'
import { Claim, type Episode, EpisodeFields } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { type ClinicForm, useClinicForm } from '../lib/forms.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PayerField } from '../ui/payer-field.tsx'
import { RegionsField } from '../ui/regions-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { KINDS } from './episode-words.ts'

const Sheet = EpisodeFields.extend({ claim: Claim })
type SheetForm = ClinicForm<z.input<typeof Sheet>, z.output<typeof Sheet>>
const NO_CLAIM = { payerId: null, claimNumber: '', injuredOn: null, state: '' as const, adjuster: '', employer: '', attorney: '' }

/** Corrects what is treated, where, the plan, and the claim of an accident. */
export function ConditionPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const save = useCommand('episodes.save')
  const fields = EpisodeFields.strip().parse(episode)
  const form = useClinicForm({ schema: Sheet, start: { ...fields, claim: fields.claim ?? NO_CLAIM }, sentAs: 'fields', keepAs: `condition of ${episode.id}` })
  const kind = form.bind('kind')
  const regions = form.bind('regions')
  const send = form.submit(async values => {
    await save.mutateAsync({ episodeId: episode.id, fields: { ...values, claim: values.kind === 'illness' ? null : values.claim } })
    onClose()
  })
  return (
    <FormPanel
      title="Condition and plan"
      save="Save condition"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <KeptNote form={form} />
      <TextField label="Condition in plain words" {...form.bind('condition')} />
      <FieldRow template="1fr 1fr">
        <SelectField label="What brought it about" choices={KINDS} {...kind} />
        <DateField label="Since when" required={false} {...form.bind('onsetOn')} />
      </FieldRow>
      {kind.value !== 'illness' && <ClaimFields form={form} isWork={kind.value === 'work'} />}
      <RegionsField
        label="Regions to treat"
        value={regions.value}
        onChange={regions.onChange}
        error={regions.error}
        hint="A prescription may narrow them. None means no limit."
        withFigure
      />
      <NumberField label="Planned visits" required={false} min={1} max={100} {...form.bind('plannedVisits')} />
      <TextArea label="Plan in words" required={false} rows={2} {...form.bind('planRemark')} />
    </FormPanel>
  )
}

function ClaimFields({ form, isWork }: { form: SheetForm; isWork: boolean }) {
  const payer = form.bind('claim.payerId')
  const state = form.bind('claim.state')
  return (
    <>
      <PayerField
        label="Insurer of the claim"
        value={payer.value}
        onChange={payer.onChange}
        error={payer.error}
        newKind={isWork ? 'work' : 'auto'}
        none="Not known yet"
        hint="Its way of counting units then applies."
      />
      <FieldRow template="1.4fr 1fr 64px">
        <TextField label="Claim number" {...form.bind('claim.claimNumber')} />
        <DateField label="Date of injury" {...form.bind('claim.injuredOn')} />
        <TextField label="State" maxLength={2} {...state} onChange={text => state.onChange(text.toUpperCase())} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="Adjuster" required={false} {...form.bind('claim.adjuster')} />
        <TextField label="Attorney" required={false} {...form.bind('claim.attorney')} />
      </FieldRow>
      {isWork && <TextField label="Employer" {...form.bind('claim.employer')} />}
    </>
  )
}
