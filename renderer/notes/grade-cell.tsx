import type { MuscleGrade } from '../../shared/notes/schema.ts'
import { MuscleGrade as Grades } from '../../shared/notes/schema.ts'
import { gradeWritten, readGrade } from '../../shared/notes/strength.ts'
import { type Reading, TypedField } from '../ui/typed-field.tsx'
import css from './number-cell.module.css'

const reading: Reading<MuscleGrade> = {
  write: grade => (grade === null ? '' : gradeWritten(grade)),
  read: readGrade,
  refusal: '0 to 5, with − or +',
}

/** Strength 0 to 5 with its half steps, as typed: `4-`, `4+`. */
export function GradeCell(props: { label: string; value: MuscleGrade | null; changed: boolean; onChange: (value: MuscleGrade | null) => void }) {
  const step = (from: MuscleGrade | null, by: 1 | -1) => {
    const place = from === null ? (by === 1 ? -1 : Grades.options.length) : Grades.options.indexOf(from)
    return Grades.options[Math.max(0, Math.min(Grades.options.length - 1, place + by))] ?? null
  }
  return (
    <span className={css.cell}>
      <span className={css.narrow}>
        <TypedField {...props} bare reading={reading} step={step} alignRight />
      </span>
    </span>
  )
}
