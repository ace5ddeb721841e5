import { TextArea } from '../ui/text-field.tsx'
import { NotePart } from './note-part.tsx'
import css from './parts.module.css'
import { RomTable } from './rom-table.tsx'
import { fieldId, type Writing } from './writing.ts'

/** O: motion in degrees against last time, and what hands and eyes found. */
export function ObjectivePart({ writing }: { writing: Writing }) {
  const { content, change, refusalOf } = writing
  return (
    <NotePart mark={{ letter: 'O' }} name="Objective">
      <RomTable writing={writing} />
      <div id={fieldId('objective')} className={css.below}>
        <TextArea
          label="What you found"
          bare
          placeholder="What you found: tone, palpation, posture, tests"
          value={content.objective}
          error={refusalOf('objective')}
          onChange={objective => change(was => ({ ...was, objective }))}
        />
      </div>
    </NotePart>
  )
}
