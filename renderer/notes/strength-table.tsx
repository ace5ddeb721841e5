import type { MuscleGrade, NoteContent } from '../../shared/notes/schema.ts'
import { gradeInWords, gradeWritten, muscleOf } from '../../shared/notes/strength.ts'
import { GradeCell } from './grade-cell.tsx'
import { takeOut } from './remove-button.tsx'
import { type SidedRow, SidedTable } from './sided-table.tsx'
import { fieldId, type Writing } from './writing.ts'

type Tested = NoteContent['strength'][number]

const SIDE_WORDS = { left: ', left', right: ', right', value: '' } as const
const isSame = (name: string) => (other: Tested) => other.muscle.toLowerCase() === name.toLowerCase()
const written = (grade: MuscleGrade | null | undefined) => (grade ? gradeWritten(grade) : '')

/** Strength by hand, muscle by muscle, beside last time’s. A grade that differs from last time’s is tinted. */
export function StrengthTable({ writing: { content, last, change } }: { writing: Writing }) {
  const write = (make: (all: Tested[]) => Tested[]) => change(was => ({ ...was, strength: make(was.strength) }))
  const rows = content.strength.map((tested): SidedRow & { tested: Tested; before: Tested | undefined } => {
    const { muscle } = tested
    const onRemove = () => takeOut({ entry: tested, name: muscle, isSame: isSame(muscle), write })
    // What was tested in the middle, or on both sides, keeps its shape.
    const isTwoSided = tested.value === null && muscleOf(muscle).isTwoSided
    return { key: muscle, group: '', name: muscle, fullName: muscle, isTwoSided, tested, before: last?.strength.find(isSame(muscle)), onRemove }
  })
  if (rows.length === 0) return null
  return (
    <SidedTable
      caption="Strength, 0 to 5"
      title="Strength, 0 to 5"
      rows={rows}
      below={fieldId('exam')}
      was={({ before }, side) => written(before?.[side])}
      cell={({ tested, before, fullName }, side) => {
        const was = before?.[side] ?? null
        const now = tested[side]
        return (
          <GradeCell
            label={`${fullName}${SIDE_WORDS[side]}, strength${now ? `, ${gradeInWords(now)}` : ''}${was ? `, was ${gradeInWords(was)}` : ''}`}
            value={now}
            changed={now !== null && was !== null && now !== was}
            onChange={kept => write(all => all.map(one => (isSame(tested.muscle)(one) ? { ...one, [side]: kept } : one)))}
          />
        )
      }}
    />
  )
}
