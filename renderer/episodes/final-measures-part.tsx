import type { Episode } from '../../shared/episodes/schema.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { formatMeasured } from '../../shared/outcomes/measures.ts'
import type { OutcomeScore } from '../../shared/outcomes/schema.ts'
import { isSummed, measureOf, SUMS, scoreProof, scoreValue } from '../../shared/outcomes/score.ts'
import { FieldRow } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PainScale } from '../ui/pain-scale.tsx'
import css from './discharge.module.css'
import type { DischargeForm } from './discharge-sheet.ts'

type FinalMeasuresPartProps = { form: DischargeForm; episode: Episode; before: Output<'episodes.getDischarge'> }

/** How the patient is at last, asked at the desk or by phone: pain, own activities, and the questionnaires that are due. All may stay empty. */
export function FinalMeasuresPart({ form, episode, before }: FinalMeasuresPartProps) {
  const pain = form.bind('painNow')
  const lastPain = episode.trends.find(trend => trend.measure === 'pain-now')?.points.at(-1)?.value ?? null
  const scores = form.hook.getValues('scores')
  return (
    <fieldset className={css.group}>
      <legend>Final measures</legend>
      <p className={css.hint}>
        {before.measuresMissing.length > 0 ? `Not taken at the last visit: ${before.measuresMissing.join(', ')}.` : 'Only what differs from the last visit.'}{' '}
        Outlined: last time.{before.activities.length > 0 && ' Activities: 0 cannot do it, 10 as before the trouble.'}
      </p>
      <div className={css.scale}>
        <PainScale label="Pain now" value={pain.value} onChange={pain.onChange} previous={lastPain} error={pain.error} />
      </div>
      {before.activities.map((activity, index) => {
        const score = form.bind(`activities.${index}.score`)
        return (
          <div key={activity.name} className={css.scale}>
            <PainScale label={activity.name} value={score.value} onChange={score.onChange} previous={activity.score} error={score.error} />
          </div>
        )
      })}
      {scores.map((score, index) => (
        <ScoreFields key={`${score.measure} ${score.generic?.name ?? ''}`} form={form} index={index} />
      ))}
    </fieldset>
  )
}

/** One questionnaire: its sum and how many questions were answered, or its one value; the score it makes beside it. */
function ScoreFields({ form, index }: { form: DischargeForm; index: number }) {
  const score = form.hook.getValues(`scores.${index}`)
  const points = form.bind(`scores.${index}.points`)
  const answered = form.bind(`scores.${index}.answered`)
  const facts = measureOf(score)
  const value = scoreValue(score)
  const words = value === null ? '' : [formatMeasured(facts, value), scoreProof(score)].filter(Boolean).join(', ')
  if (!isSummed(score.measure))
    return (
      <NumberField
        label={`${facts.name}${score.measure === 'roland-morris' ? ', sentences ticked' : ''}`}
        decimals={decimalsOf(score)}
        required={false}
        {...points}
      />
    )
  const { questions, most } = SUMS[score.measure]
  return (
    <FieldRow template="1.6fr 1fr">
      <NumberField label={`${facts.shortName}, points`} required={false} min={0} max={questions * most} hint={words} {...points} />
      <NumberField label="Questions answered" required={false} min={1} max={questions} placeholder={`All ${questions}`} {...answered} />
    </FieldRow>
  )
}

const decimalsOf = ({ measure }: OutcomeScore) => (measure === 'generic' ? 1 : 0)
