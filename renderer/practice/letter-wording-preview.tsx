import { useState } from 'react'
import { fillTemplate, templateProblem, unconditionalJudgments } from '../../shared/documents/letter-fill.ts'
import { LETTER_CASES, type LetterCase, sampleFacts } from '../../shared/documents/letter-placeholders.ts'
import type { TemplateWords } from '../../shared/documents/letter-templates.ts'
import { Problem } from '../ui/messages.tsx'
import { SelectField } from '../ui/select-field.tsx'
import css from './letter-wording.module.css'

const CASES = LETTER_CASES.map(value => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))
const PARTS = ['greeting', 'answer', 'screening', 'treatment', 'request'] as const

/** The letter’s sentences with sample figures, for a course of the reader’s choice: what is left out where it would not be true can be seen here. */
export function LetterWordingPreview({ words }: { words: TemplateWords }) {
  const [course, setCourse] = useState<LetterCase>('improved')
  const facts = sampleFacts(course)
  const judging = PARTS.flatMap(part => unconditionalJudgments(words[part]))
  const problem = PARTS.map(part => templateProblem(words[part])).find(found => found !== null) ?? null
  return (
    <section className={css.preview} aria-label="Preview with sample figures">
      <div className={css.head}>
        <h3>Preview with sample figures</h3>
        <SelectField label="When the course is" value={course} onChange={setCourse} choices={CASES} className={css.course} />
      </div>
      <Problem error={problem === null ? null : { message: problem }} />
      {judging.length > 0 && (
        <Problem
          tone="care"
          error={{ message: `“${judging[0]}” would stand in every letter, also where it is not true. Begin it with a condition, such as {if improved}.` }}
        />
      )}
      <div className={css.letter}>
        {PARTS.map(part => {
          const text = fillTemplate(words[part], facts)
          const lines = part === 'treatment' || part === 'screening' ? text.split('\n') : [text.replaceAll('\n', ' ')]
          return lines.filter(Boolean).map(line => (
            <p key={`${part} ${line}`} className={part === 'answer' ? css.answer : undefined}>
              {line}
            </p>
          ))
        })}
      </div>
    </section>
  )
}
