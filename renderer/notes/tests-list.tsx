import type { NoteContent } from '../../shared/notes/schema.ts'
import { specialTestOf, TEST_RESULTS, type TestResult } from '../../shared/notes/special-tests.ts'
import { CellGrid, gridCell, gridRow } from './cell-grid.tsx'
import { type CellChoice, ChoiceCell } from './choice-cell.tsx'
import css from './finding-list.module.css'
import { RemoveButton, removable, takeOut } from './remove-button.tsx'
import { fieldId, type Writing } from './writing.ts'

type Tested = NoteContent['specialTests'][number]

const RESULTS: readonly CellChoice<TestResult>[] = TEST_RESULTS.map(({ result, sign, keys }) => ({ value: result, sign, words: result, keys }))
const SIDES = [
  ['left', 'L', 'left'],
  ['right', 'R', 'right'],
] as const
const isSame = (name: string) => (other: Tested) => other.test.toLowerCase() === name.toLowerCase()

/** Tests with the hands: positive, negative or unclear, left and right, with a remark; last time’s answer outlined. */
export function TestsList({ writing: { content, last, change } }: { writing: Writing }) {
  const write = (make: (all: Tested[]) => Tested[]) => change(was => ({ ...was, specialTests: make(was.specialTests) }))
  const rewrite = (test: string, part: Partial<Tested>) => write(all => all.map(one => (isSame(test)(one) ? { ...one, ...part } : one)))
  if (content.specialTests.length === 0) return null
  return (
    <CellGrid className={css.list} below={fieldId('exam')}>
      <h3 className={css.title}>
        Special tests <span>+ positive, − negative, ? unclear</span>
      </h3>
      {content.specialTests.map(entry => {
        const { test } = entry
        const before = last?.specialTests.find(isSame(test))
        const isTwoSided = entry.value === null && specialTestOf(test).isTwoSided
        const sides = isTwoSided ? SIDES : ([['value', '', '']] as const)
        return (
          <div key={test} className={css.row} data-row={test} {...gridRow} {...removable}>
            <span className={css.name}>
              {test}
              {specialTestOf(test).pointsTo && <small>{specialTestOf(test).pointsTo}</small>}
            </span>
            {sides.map(([side, letter, words]) => (
              <span key={side} className={css.side} {...gridCell(side === 'value' ? 'left' : side)}>
                {letter && <span aria-hidden="true">{letter}</span>}
                <ChoiceCell
                  label={words ? `${test}, ${words}` : test}
                  value={entry[side]}
                  was={before?.[side]}
                  choices={RESULTS}
                  onChange={result => rewrite(test, { [side]: result })}
                />
              </span>
            ))}
            <input
              className={css.remark}
              aria-label={`Remark on ${test}`}
              placeholder="Remark"
              value={entry.remark}
              maxLength={200}
              onChange={event => rewrite(test, { remark: event.target.value })}
            />
            <RemoveButton label={`Remove ${test}`} onRemove={() => takeOut({ entry, name: test, isSame: isSame(test), write })} />
          </div>
        )
      })}
    </CellGrid>
  )
}
