import type { GoalIdea } from '../../shared/episodes/goal-library.ts'
import { type Episode, type Goal, GoalFields } from '../../shared/episodes/schema.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SearchSelect, SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { MEASURES } from './episode-words.ts'
import { findIdeas, MOTION_CHOICES, questionnaireChoices, targetHint, unitOf } from './goal-measures.ts'

const BLANK = { text: '', measure: 'free' as const, key: '', unit: '', baseline: null, target: null, statedStatus: 'in-progress' as const }

/** One goal: from the usual ones or in the patient’s own words, how it is measured, where it starts and where it should end. */
export function GoalPanel({ episode, goal, onClose }: { episode: Episode; goal: Goal | null; onClose: () => void }) {
  const save = useCommand('episodes.saveGoals')
  const at = goal ? episode.goals.findIndex(one => one.id === goal.id) : episode.goals.length
  const own = episode.goals.map(one => ({ ...GoalFields.strip().parse(one), id: one.id }))
  const form = useClinicForm({
    schema: GoalFields,
    start: goal ? GoalFields.strip().parse(goal) : BLANK,
    sentAs: `goals.${at}`,
    keepAs: `goal ${goal?.id ?? 'to add'} of ${episode.id}`,
  })
  const text = form.bind('text')
  const measure = form.bind('measure')
  const key = form.bind('key')
  const stated = form.bind('statedStatus')
  const take = (idea: GoalIdea) => {
    form.hook.reset({ ...BLANK, ...idea, statedStatus: idea.measure === 'free' ? 'in-progress' : null }, { keepDefaultValues: true })
  }
  const remeasure = (next: Goal['measure']) => {
    measure.onChange(next)
    key.onChange('')
    stated.onChange(next === 'free' ? 'in-progress' : null)
  }
  const send = form.submit(async fields => {
    const one = { ...fields, unit: unitOf(fields.measure, fields.key, fields.unit), id: goal?.id ?? null }
    await save.mutateAsync({ episodeId: episode.id, goals: goal ? own.map(old => (old.id === goal.id ? one : old)) : [...own, one] })
    onClose()
  })
  const remove = (gone: Goal) =>
    save.mutate(
      { episodeId: episode.id, goals: own.filter(one => one.id !== gone.id) },
      {
        onSuccess: () => {
          offerUndo('The goal was taken off.', () =>
            save.mutate({ episodeId: episode.id, goals: own.map(one => (one.id === gone.id ? { ...one, id: null } : one)) }),
          )
          onClose()
        },
      },
    )
  return (
    <FormPanel
      title={goal ? 'Goal' : 'Add goal'}
      save="Save goal"
      busy={form.isBusy}
      problem={form.problem ?? save.error}
      onSave={() => void send()}
      onClose={onClose}
    >
      <KeptNote form={form} />
      {!goal && (
        <SearchSelect
          label="From the usual goals"
          chosen=""
          search={typed => findIdeas(typed, episode)}
          onChoose={take}
          placeholder="Type to find, or write your own below"
        />
      )}
      <TextField label="Goal in plain words" placeholder="Turn head left to check the blind spot" {...text} />
      <SelectField label="Measured by" choices={MEASURES} value={measure.value} onChange={remeasure} error={measure.error} />
      {measure.value === 'rom' && (
        <SelectField label="Motion" searchable choices={MOTION_CHOICES} value={key.value} onChange={key.onChange} error={key.error} />
      )}
      {measure.value === 'score' && (
        <SelectField
          label="Questionnaire"
          searchable
          choices={questionnaireChoices(episode, key.value)}
          value={key.value}
          onChange={key.onChange}
          error={key.error}
        />
      )}
      {measure.value === 'activity' && <TextField label="Activity, as named in the notes" placeholder="Driving" {...key} />}
      <FieldRow template="1fr 1fr 1fr">
        <NumberField label="Start" decimals={1} required={false} {...form.bind('baseline')} />
        <NumberField label="Target" decimals={1} required={measure.value !== 'free'} {...form.bind('target')} />
        {measure.value === 'free' ? <TextField label="Unit" placeholder="days a week" {...form.bind('unit')} /> : <span />}
      </FieldRow>
      {measure.value === 'free' ? (
        <Segmented
          label="How it stands today"
          withLabel
          withCheck
          size="small"
          value={stated.value}
          onChange={stated.onChange}
          choices={[
            { value: 'in-progress', label: 'In progress' },
            { value: 'partly-met', label: 'Partly met' },
            { value: 'met', label: 'Met' },
          ]}
        />
      ) : (
        <p>
          {targetHint(measure.value, key.value)} The notes measure it; without a start, the first measurement
          {goal?.start != null && goal.baseline === null && ` (${formatScore(goal.start)})`} is the start.
        </p>
      )}
      {goal && (
        <p>
          <Button kind="text" size="small" onClick={() => remove(goal)}>
            Take goal off
          </Button>
        </p>
      )}
    </FormPanel>
  )
}
