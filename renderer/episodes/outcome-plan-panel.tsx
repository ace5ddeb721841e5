import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Episode } from '../../shared/episodes/schema.ts'
import { measureId } from '../../shared/outcomes/measures.ts'
import { type GenericMeasure, PlannedMeasure, ScoredMeasure } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { usualPlan } from '../../shared/outcomes/usual-plan.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { GenericMeasureFields, newGeneric, readGeneric } from '../ui/generic-measure-fields.tsx'
import { SearchSelect } from '../ui/select-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './outcome-plan.module.css'
import { PlannedRow } from './outcome-plan-row.tsx'

const MOST = 12
const start = (measure: PlannedMeasure['measure'], generic: GenericMeasure | null): PlannedMeasure => ({
  measure,
  generic,
  atStart: measure !== 'global-change',
  everyVisits: 4,
  atDischarge: true,
})
const KNOWN = ScoredMeasure.exclude(['generic']).options.map(measure => start(measure, null))

/** What this episode measures and when: at the start, every so many visits, at discharge; measures of the clinic’s own with their range. */
export function OutcomePlanPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const save = useCommand('episodes.saveOutcomePlan')
  const rules = useQuery(ask('practice.getRules', {}))
  const [plan, setPlan] = useState<readonly PlannedMeasure[]>(
    episode.outcomePlan.length > 0 ? episode.outcomePlan : usualPlan(episode.condition, episode.regions),
  )
  const [naming, setNaming] = useState<string | null>(null)
  const ids = plan.map(measureId)
  const add = (planned: PlannedMeasure) => {
    setNaming(null)
    setPlan(was => (was.some(one => measureId(one) === measureId(planned)) ? was : [...was, planned]))
  }
  const remove = (gone: PlannedMeasure, place: number) => {
    setPlan(was => was.filter(one => measureId(one) !== measureId(gone)))
    offerUndo(`${measureOf(gone).shortName} was taken out.`, () => setPlan(was => was.toSpliced(place, 0, gone)))
  }
  const find = async (typed: string) => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    return KNOWN.filter(one => !ids.includes(measureId(one)))
      .map(item => ({ key: measureId(item), label: measureOf(item).name, detail: measureOf(item).subject, item }))
      .filter(({ label, detail }) => words.every(word => `${label} ${detail}`.toLowerCase().includes(word)))
  }
  const send = () => save.mutate({ episodeId: episode.id, plan: plan.map(one => PlannedMeasure.parse(one)) }, { onSuccess: onClose })
  return (
    <FormPanel
      title="Questionnaires"
      note={episode.outcomePlan.length === 0 ? 'Usual for this condition; change what you like. Nothing is asked until you save.' : undefined}
      save="Save plan"
      busy={save.isPending}
      problem={save.error}
      onSave={send}
      onClose={onClose}
      width={480}
    >
      {plan.length === 0 && <p>None. Pain and the patient’s own activities are asked at every visit anyway.</p>}
      <ul className={css.rows}>
        {plan.map((planned, place) => (
          <PlannedRow
            key={measureId(planned)}
            planned={planned}
            rules={rules.data}
            onChange={part => setPlan(was => was.map(one => (measureId(one) === measureId(planned) ? { ...one, ...part } : one)))}
            onRemove={() => remove(planned, place)}
          />
        ))}
      </ul>
      {plan.length < MOST && naming === null && (
        <SearchSelect
          label="Add a questionnaire"
          chosen=""
          placeholder="Type to find, or name your own"
          search={find}
          onChoose={add}
          create={{ offer: typed => `Your own measure “${typed.trim()}”`, run: typed => setNaming(typed.trim()) }}
        />
      )}
      {naming !== null && <OwnMeasure name={naming} onAdd={generic => add(start('generic', generic))} onCancel={() => setNaming(null)} />}
    </FormPanel>
  )
}

type OwnMeasureProps = { name: string; onAdd: (generic: GenericMeasure) => void; onCancel: () => void }

function OwnMeasure({ name, onAdd, onCancel }: OwnMeasureProps) {
  const [draft, setDraft] = useState(() => newGeneric(name))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const add = () => {
    const read = readGeneric(draft)
    if ('measure' in read) onAdd(read.measure)
    else setErrors(read.errors)
  }
  return (
    <fieldset className={css.own} aria-label="Your own measure">
      <GenericMeasureFields value={draft} onChange={setDraft} errors={errors} />
      <p className={css.buttons}>
        <Button size="small" onClick={add}>
          Add measure
        </Button>
        <Button kind="text" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </fieldset>
  )
}
