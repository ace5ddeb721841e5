import { useQuery } from '@tanstack/react-query'
import type { EstimateSheet } from '../../shared/estimates/schema.ts'
import { EpisodeId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { Checkbox } from '../ui/checks.tsx'
import { DateField } from '../ui/date-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { EstimateProviders } from './estimate-providers.tsx'
import css from './estimates.module.css'
import { withVisits } from './typed-estimate.ts'
import type { FillingEstimate } from './use-estimate.ts'

const NO_EPISODE = 'none'

/** What is expected: for what, how often, by whom, and what is not in it. Fees, diagnoses and numbers come from the records. */
export function EstimateForm({ sheet, filling }: { sheet: EstimateSheet; filling: FillingEstimate }) {
  const { typed, change, refusalOf } = filling
  return (
    <div className={css.form}>
      <TextField
        label="Service in plain words"
        value={typed.service}
        maxLength={160}
        error={refusalOf('service')}
        onChange={service => change({ ...typed, service })}
      />
      <EpisodeField sheet={sheet} filling={filling} />
      <div className={css.plan}>
        <NumberField label="Visits" value={typed.visits} min={1} max={104} error={refusalOf('visits')} onChange={visits => change(withVisits(typed, visits))} />
        <TextField
          label="How often"
          value={typed.frequency}
          maxLength={80}
          error={refusalOf('frequency')}
          onChange={frequency => change({ ...typed, frequency })}
        />
        <DateField label="First day" value={typed.from} error={refusalOf('from')} onChange={from => change({ ...typed, from })} />
        <DateField label="Last day" value={typed.to} notBefore={typed.from ?? undefined} error={refusalOf('to')} onChange={to => change({ ...typed, to })} />
      </div>
      <EstimateProviders filling={filling} />
      {sheet.discount > 0 && (
        <Checkbox
          label={`Take off the self-pay discount of ${sheet.discount / 1000} %`}
          hint="It prints as a discount; the fees stay the same for all."
          value={typed.withDiscount}
          onChange={withDiscount => change({ ...typed, withDiscount })}
        />
      )}
      <TextArea
        label="Scheduled and billed by others"
        rows={2}
        value={typed.notIncluded}
        error={refusalOf('notIncluded')}
        hint="Prints under “Not included”."
        onChange={notIncluded => change({ ...typed, notIncluded })}
      />
    </div>
  )
}

/** The episode whose diagnoses stand on the estimate. */
function EpisodeField({ sheet, filling }: { sheet: EstimateSheet; filling: FillingEstimate }) {
  const episodes = useQuery(ask('episodes.list', { patientId: sheet.patientId }))
  if (!episodes.data || episodes.data.length === 0) return null
  const choices = [
    ...episodes.data.map(({ id, condition, diagnosisWords }) => ({ value: String(id), label: `${condition} · ${diagnosisWords}` })),
    { value: NO_EPISODE, label: 'No episode, no diagnosis' },
  ]
  return (
    <SelectField
      label="Diagnosis from"
      value={filling.typed.episodeId ?? NO_EPISODE}
      choices={choices}
      onChange={chosen => filling.change({ ...filling.typed, episodeId: EpisodeId.safeParse(chosen).data ?? null })}
    />
  )
}
