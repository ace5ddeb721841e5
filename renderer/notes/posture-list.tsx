import { postureFindingOf, postureInWords } from '../../shared/notes/posture.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { CellGrid, gridCell, gridRow } from './cell-grid.tsx'
import { type CellChoice, ChoiceCell } from './choice-cell.tsx'
import css from './finding-list.module.css'
import { RemoveButton, removable, takeOut } from './remove-button.tsx'
import { fieldId, type Writing } from './writing.ts'

type Finding = NoteContent['posture'][number]

const SIDES: readonly CellChoice<'left' | 'right' | 'both'>[] = [
  { value: 'left', sign: 'L', words: 'left', keys: ['l'] },
  { value: 'right', sign: 'R', words: 'right', keys: ['r'] },
  { value: 'both', sign: 'Both', words: 'both sides', keys: ['b'] },
]
const GRADES: readonly CellChoice<'slight' | 'moderate' | 'marked'>[] = [
  { value: 'slight', sign: 'slight', words: 'slight', keys: ['1', 's'] },
  { value: 'moderate', sign: 'moderate', words: 'moderate', keys: ['2', 'm'] },
  { value: 'marked', sign: 'marked', words: 'marked', keys: ['3', 'k'] },
]
const isSame = (name: string) => (other: Finding) => other.finding.toLowerCase() === name.toLowerCase()

/** What one sees in the standing patient: the finding, its side, how much; last time’s answer outlined. */
export function PostureList({ writing: { content, last, change } }: { writing: Writing }) {
  const write = (make: (all: Finding[]) => Finding[]) => change(was => ({ ...was, posture: make(was.posture) }))
  const rewrite = (finding: string, part: Partial<Finding>) => write(all => all.map(one => (isSame(finding)(one) ? { ...one, ...part } : one)))
  if (content.posture.length === 0) return null
  return (
    <CellGrid className={css.list} below={fieldId('exam')}>
      <h3 className={css.title}>Posture</h3>
      {content.posture.map(entry => {
        const before = last?.posture.find(isSame(entry.finding))
        return (
          <div key={entry.finding} className={css.row} data-row={entry.finding} {...gridRow} {...removable}>
            <span className={css.name}>{entry.finding}</span>
            {(entry.side !== '' || postureFindingOf(entry.finding).isSided) && (
              <span {...gridCell('side')}>
                <ChoiceCell
                  label={`${entry.finding}, side`}
                  value={entry.side || null}
                  was={before?.side || null}
                  choices={SIDES}
                  onChange={side => rewrite(entry.finding, { side: side ?? '' })}
                />
              </span>
            )}
            <span {...gridCell('grade')}>
              <ChoiceCell
                label={`${entry.finding}, how much`}
                value={entry.grade || null}
                was={before?.grade || null}
                choices={GRADES}
                onChange={grade => rewrite(entry.finding, { grade: grade ?? '' })}
              />
            </span>
            <RemoveButton
              label={`Remove ${entry.finding}`}
              onRemove={() => takeOut({ entry, name: postureInWords(entry), isSame: isSame(entry.finding), write })}
            />
          </div>
        )
      })}
    </CellGrid>
  )
}
