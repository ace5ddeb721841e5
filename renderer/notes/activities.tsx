import { useState } from 'react'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { formatScore, psfsMean, psfsRemark } from '../../shared/outcomes/measures.ts'
import css from './activities.module.css'
import { CellGrid, gridCell, gridRow } from './cell-grid.tsx'
import { NumberCell } from './number-cell.tsx'
import { RemoveButton, removable, takeOut } from './remove-button.tsx'
import { fieldId, type Writing } from './writing.ts'

type Activity = NoteContent['activities'][number]

const MOST = 5
const isSame = (name: string) => (activity: Activity) => activity.name.toLowerCase() === name.toLowerCase()

/** The patient’s own activities, 0 unable to 10 as before (Patient-Specific Functional Scale), with their mean and last time’s. */
export function Activities({ writing: { content, last, change } }: { writing: Writing }) {
  const { activities } = content
  const scores = activities.map(({ score }) => score)
  const mean = psfsMean(scores)
  const remark = psfsRemark(scores)
  const was = last && psfsMean(last.activities.map(({ score }) => score))
  const write = (make: (activities: NoteContent['activities']) => NoteContent['activities']) =>
    change(content => ({ ...content, activities: make(content.activities) }))
  return (
    <fieldset className={css.activities}>
      <legend className={css.legend}>Activities, 0 to 10</legend>
      {mean !== null && (
        <p className={css.mean}>
          PSFS <b>{mean.toFixed(1)}</b>
          {was !== null && `, was ${formatScore(was)}`}
          {remark && ` · ${remark}`}
        </p>
      )}
      <CellGrid className={css.grid} below={fieldId('measures')}>
        {activities.map(activity => {
          const before = last?.activities.find(isSame(activity.name))?.score ?? null
          return (
            <div key={activity.name} className={css.activity} {...gridRow} {...removable}>
              <span className={css.name}>{activity.name}</span>
              {before !== null && <span className={css.was}>was {before}</span>}
              <span {...gridCell('score')}>
                <NumberCell
                  label={`${activity.name}, 0 to 10`}
                  min={0}
                  max={10}
                  value={activity.score}
                  changed={activity.score !== null && before !== null && activity.score !== before}
                  onChange={score => write(all => all.map(one => (one === activity || isSame(activity.name)(one) ? { ...one, score } : one)))}
                />
              </span>
              <RemoveButton
                label={`Remove ${activity.name}`}
                onRemove={() => takeOut({ entry: activity, name: activity.name, isSame: isSame(activity.name), write })}
              />
            </div>
          )
        })}
        {activities.length < MOST && (
          <NewActivity onAdd={name => write(all => (all.some(isSame(name)) ? all : [...all, { name, score: null }]))} isFirst={activities.length === 0} />
        )}
      </CellGrid>
    </fieldset>
  )
}

/** Names one more activity; Enter adds it. */
function NewActivity({ onAdd, isFirst }: { onAdd: (name: string) => void; isFirst: boolean }) {
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim()) onAdd(name.trim())
    setName('')
  }
  return (
    <input
      className={css.new}
      aria-label="Add an activity"
      placeholder={isFirst ? 'Add what the patient cannot do as before' : 'Add activity'}
      style={isFirst ? { width: 270 } : undefined}
      value={name}
      maxLength={80}
      onChange={event => setName(event.target.value)}
      onBlur={add}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        add()
      }}
    />
  )
}
