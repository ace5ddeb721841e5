import { NotePart } from './note-part.tsx'
import { NoteText } from './note-text.tsx'
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
        <NoteText
          label="What you found"
          placeholder="What you found; .trp and a space writes “trigger point release”"
          value={content.objective}
          error={refusalOf('objective')}
          onChange={objective => change(was => ({ ...was, objective }))}
        />
      </div>
    </NotePart>
  )
}
