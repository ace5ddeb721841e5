import { PainScale } from '../ui/pain-scale.tsx'
import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
import css from './parts.module.css'
import { fieldId, type Writing } from './writing.ts'

/** A: what the findings mean. */
export function AssessmentPart({ writing }: { writing: Writing }) {
  return (
    <NotePart mark={{ letter: 'A' }} name="Assessment" id={fieldId('assessment')}>
      <NoteText writing={writing} part="assessment" label="Assessment" placeholder="What changed and what it means" />
    </NotePart>
  )
}

/** P: what comes next, what the patient does at home, and the pain after treatment. */
export function PlanPart({ writing }: { writing: Writing }) {
  const { content, last, change } = writing
  return (
    <NotePart mark={{ letter: 'P' }} name="Plan">
      <div id={fieldId('plan')}>
        <NoteText writing={writing} part="plan" label="Plan" placeholder="What comes next: how often, on what, until when" />
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
        <div id={fieldId('homeCare')}>
          <NoteText writing={writing} part="homeCare" label="Home care" withLabel />
        </div>
      </div>
    </NotePart>
  )
}
