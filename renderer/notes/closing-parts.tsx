import { PainScale } from '../ui/pain-scale.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { NotePart } from './note-part.tsx'
import css from './parts.module.css'
import { fieldId, type Writing } from './writing.ts'

/** A: what the findings mean. */
export function AssessmentPart({ writing: { content, change, refusalOf } }: { writing: Writing }) {
  return (
    <NotePart mark={{ letter: 'A' }} name="Assessment" id={fieldId('assessment')}>
      <TextArea
        label="Assessment"
        bare
        placeholder="What changed and what it means"
        value={content.assessment}
        error={refusalOf('assessment')}
        onChange={assessment => change(was => ({ ...was, assessment }))}
      />
    </NotePart>
  )
}

/** P: what comes next, what the patient does at home, and the pain after treatment. */
export function PlanPart({ writing: { content, last, change, refusalOf } }: { writing: Writing }) {
  return (
    <NotePart mark={{ letter: 'P' }} name="Plan">
      <div id={fieldId('plan')}>
        <TextArea
          label="Plan"
          bare
          placeholder="What comes next: how often, on what, until when"
          value={content.plan}
          error={refusalOf('plan')}
          onChange={plan => change(was => ({ ...was, plan }))}
        />
      </div>
      <div className={css.after}>
        <div id={fieldId('pain', 'after')}>
          <p className={css.label}>Pain after treatment</p>
          <PainScale
            label="After"
            value={content.painAfter.now}
            previous={last?.painAfter.now}
            onChange={now => change(was => ({ ...was, painAfter: { ...was.painAfter, now } }))}
          />
        </div>
        <TextArea
          label="Home care"
          required={false}
          value={content.homeCare}
          error={refusalOf('homeCare')}
          onChange={homeCare => change(was => ({ ...was, homeCare }))}
        />
      </div>
    </NotePart>
  )
}
