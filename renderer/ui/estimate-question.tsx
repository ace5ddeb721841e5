import type { EstimateStanding, SubmitAnswer } from '../../shared/estimates/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import css from './estimate-step.module.css'
import { Problem } from './messages.tsx'
import { Segmented } from './segmented.tsx'
import type { Choice } from './select-field.tsx'

const ANSWERS: readonly Choice<SubmitAnswer>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No, pays alone' },
]

/** “Will the patient send the superbill to an insurer?”: it decides, as we read the rule, whether an estimate is due. The answer is kept at once. */
export function EstimateQuestion({ patientId, standing }: { patientId: PatientId; standing: EstimateStanding }) {
  const keep = useCommand('estimates.answerSubmit')
  return (
    <div>
      <Segmented
        label="Will the patient send the superbill to an insurer?"
        withLabel
        withCheck
        choices={ANSWERS}
        value={standing.answer}
        disabled={keep.isPending}
        onChange={answer => keep.mutate({ patientId, answer })}
      />
      {standing.answeredWords !== '' && (
        <p className={css.quiet}>Asked by {standing.answeredWords}. Whoever will is arguably not self-pay, and then no estimate is due.</p>
      )}
      <Problem error={keep.error} />
    </div>
  )
}
