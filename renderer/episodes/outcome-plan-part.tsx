import type { Episode } from '../../shared/episodes/schema.ts'
import { measureId } from '../../shared/outcomes/measures.ts'
import { planInWords } from '../../shared/outcomes/plan-words.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { usualPlan } from '../../shared/outcomes/usual-plan.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import type { Open } from './open-part.ts'
import css from './outcome-plan.module.css'

/** Which questionnaires this episode takes and when; where none is planned, the usual ones for the condition are offered. */
export function OutcomePlanPart({ episode, onOpen }: { episode: Episode; onOpen: (open: Open) => void }) {
  const save = useCommand('episodes.saveOutcomePlan')
  const { outcomePlan } = episode
  const usual = usualPlan(episode.condition, episode.regions)
  const edit = (
    <Button
      kind="text"
      size="small"
      name="outcome-plan"
      label={outcomePlan.length === 0 ? 'Plan questionnaires' : 'Change questionnaires'}
      onClick={() => onOpen({ part: 'outcome-plan' })}
    >
      {outcomePlan.length === 0 ? 'Plan' : 'Change'}
    </Button>
  )
  return (
    <Section title="Questionnaires" actions={edit}>
      <Problem error={save.error} />
      {outcomePlan.length === 0 ? (
        <p className={css.offer}>
          None planned. Pain and the patient’s own activities are asked at every visit anyway. Usual here:{' '}
          {usual.map(planned => `${measureOf(planned).shortName} (${planInWords(planned)})`).join(' and ')}.{' '}
          <Button size="small" busy={save.isPending} onClick={() => save.mutate({ episodeId: episode.id, plan: [...usual] })}>
            Use these
          </Button>
        </p>
      ) : (
        <dl className={css.plan}>
          {outcomePlan.map(planned => (
            <div key={measureId(planned)}>
              <dt>{measureOf(planned).shortName}</dt>
              <dd>{planInWords(planned)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}
