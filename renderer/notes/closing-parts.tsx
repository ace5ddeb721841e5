import { PainScale } from '../ui/pain-scale.tsx'
import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
import css from './parts.module.css'
import { fieldId, type Writing } from './writing.ts'

/** A: what the findings mean. */
export function AssessmentPart({ writing: { content, change, refusalOf } }: { writing: Writing }) {
  return (
    <NotePart mark={{ letter: 'A' }} name="Assessment" id={fieldId('assessment')}>
      <NoteText
        label="Assessment"
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
        <NoteText
          label="Plan"
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
        <NoteText
          label="Home care"
          withLabel
          value={content.homeCare}
          error={refusalOf('homeCare')}
          onChange={homeCare => change(was => ({ ...was, homeCare }))}
        />
      </div>
    </NotePart>
  )
}
