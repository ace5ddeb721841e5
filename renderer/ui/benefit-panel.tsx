import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { BENEFIT_KINDS, type Benefit, BenefitFields } from '../../shared/claims/benefit.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { cents } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { BenefitMeter } from './benefit-meter.tsx'
import { Button } from './button.tsx'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { Problem, Waiting } from './messages.tsx'
import { MoneyField } from './number-field.tsx'
import { SelectField } from './select-field.tsx'

type Kind = z.infer<typeof BenefitFields>['kind']
const KINDS = (['pip', 'medpay', 'work', 'other'] as const satisfies readonly Kind[]).map(value => ({ value, label: BENEFIT_KINDS[value] }))
const Sheet = BenefitFields.extend({ limit: BenefitFields.shape.limit.nullable().refine(amount => amount !== null, 'Enter what the claim pays at most.') })

/** What the claim of an episode pays at most, and what others have used of it. */
export function BenefitPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const found = useQuery(ask('claims.getBenefit', { episodeId: episode.id }))
  if (found.error) return <Problem error={found.error} />
  if (found.data === undefined) return <Waiting />
  return <BenefitForm episode={episode} benefit={found.data} onClose={onClose} />
}

function BenefitForm({ episode, benefit, onClose }: { episode: Episode; benefit: Benefit | null; onClose: () => void }) {
  const save = useCommand('claims.saveBenefit')
  const kind: Kind = benefit?.kind ?? (episode.kind === 'work' ? 'work' : 'pip')
  const start = {
    kind,
    limit: benefit?.limit ?? null,
    usedElsewhere: benefit?.usedElsewhere ?? cents(0),
    usedElsewhereOn: benefit?.usedElsewhereOn ?? null,
  }
  const form = useClinicForm({ schema: Sheet, start, sentAs: 'benefit', keepAs: `benefit of ${episode.id}` })
  const elsewhere = form.bind('usedElsewhere')
  const send = form.submit(async values => {
    await save.mutateAsync({ episodeId: episode.id, benefit: BenefitFields.parse(values) })
    onClose()
  })
  const remove = () => save.mutate({ episodeId: episode.id, benefit: null }, { onSuccess: onClose })
  return (
    <FormPanel
      title="Benefit limit"
      note="What the insurer pays at most for this claim. Ask the adjuster what others have charged to it."
      save="Save limit"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <KeptNote form={form} />
      {benefit && <BenefitMeter benefit={benefit} />}
      <FieldRow template="1fr 1fr">
        <SelectField label="Kind" choices={KINDS} {...form.bind('kind')} />
        <MoneyField label="Pays at most" {...form.bind('limit')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <MoneyField label="Used elsewhere" {...elsewhere} onChange={amount => elsewhere.onChange(amount ?? cents(0))} />
        <DateField label="As of" required={false} {...form.bind('usedElsewhereOn')} />
      </FieldRow>
      {benefit && (
        <p>
          <Button size="small" busy={save.isPending} onClick={remove}>
            Remove limit
          </Button>
        </p>
      )}
    </FormPanel>
  )
}
