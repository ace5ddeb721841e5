import type { ReactNode } from 'react'
import { PainScale } from '../ui/pain-scale.tsx'
import { dateInWords } from '../ui/words.tsx'
import { Activities } from './activities.tsx'
import { CellGrid, gridCell, gridRow } from './cell-grid.tsx'
import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
import css from './parts.module.css'
import { fieldId, type Writing } from './writing.ts'

const SCALES = [
  ['now', 'Now'],
  ['best', 'Best'],
  ['worst', 'Worst'],
] as const

/** S: pain now, at its best and its worst, what the patient reports, the patient’s own activities, and the questionnaires (`scores`). */
export function SubjectivePart({ writing, scores }: { writing: Writing; scores: ReactNode }) {
  const { content, last, session, change } = writing
  const { painBefore } = content
  return (
    <NotePart mark={{ letter: 'S' }} name="Subjective">
      <div className={css.two}>
        <div id={fieldId('pain', 'before')}>
          <CellGrid className={css.scales} below={fieldId('subjective')}>
            {SCALES.map(([key, label]) => (
              <div key={key} {...gridRow}>
                <div {...gridCell('pain')}>
                  <PainScale
                    label={label}
                    value={painBefore[key]}
                    previous={last?.painBefore[key]}
                    onChange={value => change(was => ({ ...was, painBefore: { ...was.painBefore, [key]: value } }))}
                  />
                </div>
              </div>
            ))}
          </CellGrid>
        </div>
        <div id={fieldId('subjective')}>
          <NoteText
            writing={writing}
            part="subjective"
            label="What the patient reports"
            rows={3}
            placeholder="What the patient reports"
            hint={session.last && `Filled is today, outlined is ${dateInWords(session.last.serviceOn, 'short')}`}
          />
        </div>
      </div>
      <Activities writing={writing} />
      <div id={fieldId('scores')}>{scores}</div>
    </NotePart>
  )
}
