import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import { factsOf } from '../../shared/health/items.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea } from '../ui/text-field.tsx'
import css from './screening-questions.module.css'

type Screening = NoteContent['screening']

const ANSWERS = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const

type Props = { screening: Screening; onChange: (part: Partial<Screening>) => void; remarkError: string | undefined }

/** The eight questions one by one; a yes says what to do. */
export function ScreeningQuestions({ screening, onChange, remarkError }: Props) {
  return (
    <ol className={css.questions}>
      {CONTRAINDICATIONS.map(({ family, name, question }) => (
        <li key={family} className={css.question}>
          <div>
            <p>{question}</p>
            {screening.answers[family] === 'yes' && <p className={css.advice}>{factsOf(family).whatToDo}</p>}
          </div>
          <Segmented
            label={name}
            size="small"
            value={screening.answers[family] ?? null}
            choices={ANSWERS}
            onChange={answer => onChange({ answers: { ...screening.answers, [family]: answer } })}
          />
        </li>
      ))}
      <li className={css.remark}>
        <TextArea label="What the patient said" required={false} value={screening.remark} error={remarkError} onChange={remark => onChange({ remark })} />
      </li>
    </ol>
  )
}
