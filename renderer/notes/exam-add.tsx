import { addExam, findExam, firstRowAdded } from './exam-library.ts'
import { TokenField } from './token-field.tsx'
import { fieldId, type Writing } from './writing.ts'

/** The one field by which the examination grows: a motion, a muscle, a test or a posture finding, found by typing. */
export function ExamAdd({ writing: { content, change } }: { writing: Writing }) {
  const isEmpty = content.rom.length + content.strength.length + content.posture.length + content.specialTests.length === 0
  const add = (value: string) => {
    const after = addExam(content, value)
    change(was => addExam(was, value))
    const row = firstRowAdded(content, after)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"] input`)?.focus())
  }
  return (
    <TokenField
      id={fieldId('exam')}
      label="Add a motion to measure, a muscle, a test or a posture finding"
      prompt={isEmpty ? 'Add a motion, muscle, test or posture finding' : 'Add motion, muscle, test or posture'}
      isWide
      isSingle
      chosen={[]}
      find={typed => findExam(typed, content)}
      onAdd={add}
    />
  )
}
