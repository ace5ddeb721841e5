import { PainScale } from '../ui/pain-scale.tsx'
import { dateInWords } from '../ui/words.tsx'
import { Activities } from './activities.tsx'
import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
import css from './parts.module.css'
import { fieldId, type Writing } from './writing.ts'

const SCALES = [
  ['now', 'Now'],
  ['best', 'Best'],
  ['worst', 'Worst'],
] as const

/** S: pain now, at its best and its worst, what the patient reports, and the patient’s own activities. */
export function SubjectivePart({ writing }: { writing: Writing }) {
  const { content, last, session, change, refusalOf } = writing
  const { painBefore } = content
  return (
    <NotePart mark={{ letter: 'S' }} name="Subjective">
      <div className={css.two}>
        <div className={css.scales} id={fieldId('pain', 'before')}>
          {SCALES.map(([key, label]) => (
            <PainScale
              key={key}
              label={label}
              value={painBefore[key]}
              previous={last?.painBefore[key]}
              onChange={value => change(was => ({ ...was, painBefore: { ...was.painBefore, [key]: value } }))}
            />
          ))}
        </div>
        <div id={fieldId('subjective')}>
          <NoteText
            label="What the patient reports"
            rows={3}
            placeholder="What the patient reports"
            value={content.subjective}
            error={refusalOf('subjective')}
            hint={session.last && `Filled is today, outlined is ${dateInWords(session.last.serviceOn, 'short')}`}
            onChange={subjective => change(was => ({ ...was, subjective }))}
          />
        </div>
      </div>
      <Activities writing={writing} />
    </NotePart>
  )
}
