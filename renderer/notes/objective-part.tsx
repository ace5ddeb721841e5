import { ExamAdd } from './exam-add.tsx'
import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
import css from './objective-part.module.css'
import { PalpationLine } from './palpation-line.tsx'
import { PostureList } from './posture-list.tsx'
import { RomTable } from './rom-table.tsx'
import { StrengthTable } from './strength-table.tsx'
import { TestsList } from './tests-list.tsx'
import { fieldId, type Writing } from './writing.ts'

/** O: motion and strength against last time, tests, posture, what the hands found, and words. What is not examined takes no room. */
export function ObjectivePart({ writing }: { writing: Writing }) {
  const { rom, strength, specialTests, posture } = writing.content
  return (
    <NotePart mark={{ letter: 'O' }} name="Objective">
      <div id={fieldId('measures')}>
        <div className={css.exam}>
          {rom.length > 0 && <RomTable writing={writing} />}
          {strength.length > 0 && (
            <div id={fieldId('strength')}>
              <StrengthTable writing={writing} />
            </div>
          )}
          {specialTests.length > 0 && (
            <div className={css.whole}>
              <TestsList writing={writing} />
            </div>
          )}
          {posture.length > 0 && (
            <div className={css.whole}>
              <PostureList writing={writing} />
            </div>
          )}
        </div>
        <div className={css.add}>
          <ExamAdd writing={writing} />
        </div>
      </div>
      <PalpationLine writing={writing} />
      <div id={fieldId('objective')} className={css.below}>
        <NoteText writing={writing} part="objective" label="What you found" placeholder="What you found; .trp and a space writes a trigger point" />
      </div>
    </NotePart>
  )
}
