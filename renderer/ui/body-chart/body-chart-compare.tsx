import { useState } from 'react'
import { compareMarks, type MarkChange } from '../../../shared/body-chart/compare.ts'
import { type Mark, markWords } from '../../../shared/body-chart/marks.ts'
import { siteLabel } from '../../../shared/body-chart/sites.ts'
import { Segmented } from '../segmented.tsx'
import { SelectField } from '../select-field.tsx'
import { BodyChart } from './body-chart.tsx'
import css from './body-chart-compare.module.css'
import type { Ground } from './figure-ground.tsx'
import { MarkSymbol } from './mark-symbol.tsx'

/** The marks of one visit; `label` is what one chooses it by, such as `Visit 1, Oct 8`. */
export type ChartedVisit = { readonly key: string; readonly label: string; readonly marks: readonly Mark[] }

type BodyChartCompareProps = {
  /** At least two, oldest first: at first the oldest is compared with the newest. */
  visits: readonly ChartedVisit[]
  ground: Ground
  isLarge?: boolean
}

const WAYS = [
  { value: 'over', label: 'Overlaid' },
  { value: 'beside', label: 'Side by side' },
] as const

/** Two visits on the body: overlaid (then as edges, now filled) or beside each other, with what changed between them in words. Numbers are grades. */
export function BodyChartCompare({ visits, ground, isLarge = false }: BodyChartCompareProps) {
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('over')
  const [chosen, setChosen] = useState<{ first?: string; second?: string }>({})
  const find = (key: string | undefined) => visits.find(visit => visit.key === key)
  const then = find(chosen.first) ?? visits[0]
  const now = find(chosen.second) ?? visits.at(-1)
  if (!then || !now) return null
  // What was treated belongs to one visit; only what holds for all of them stays under the marks.
  const shared = { ...ground, treated: [], chosen: [] }
  const choices = visits.map(({ key, label }) => ({ value: key, label }))
  return (
    <div className={css.compare}>
      <div className={css.visits}>
        <SelectField label="Then" value={then.key} choices={choices} onChange={key => setChosen({ ...chosen, first: key })} />
        <SelectField label="Now" value={now.key} choices={choices} onChange={key => setChosen({ ...chosen, second: key })} />
      </div>
      <Segmented label="How to compare" size="small" value={way} choices={WAYS} onChange={setWay} />
      {way === 'over' ? (
        <BodyChart marks={now.marks} earlier={then.marks} ground={shared} shows="grades" size={isLarge ? 'large' : 'small'} />
      ) : (
        <div className={isLarge ? css.pair : css.stack}>
          {[then, now].map((visit, i) => (
            <figure key={i === 0 ? 'then' : 'now'} className={css.figure}>
              <figcaption className={css.caption}>{visit.label}</figcaption>
              <BodyChart marks={visit.marks} ground={shared} shows="grades" size={isLarge ? 'medium' : 'small'} />
            </figure>
          ))}
        </div>
      )}
      <p className={css.key}>{way === 'over' ? 'Edges are then, filled is now; numbers are grades.' : 'Numbers are grades.'}</p>
      {now.marks.length === 0 && then.marks.length > 0 ? (
        <p className={css.none}>{now.label}: nothing is marked, so nothing is compared.</p>
      ) : (
        <Changes changes={compareMarks(then.marks, now.marks)} />
      )}
    </div>
  )
}

const CHANGE_WORDS = { new: 'new', gone: 'gone', eased: 'eased', worse: 'worse', same: 'unchanged' } as const satisfies Record<MarkChange['change'], string>

function Changes({ changes }: { changes: readonly MarkChange[] }) {
  if (changes.length === 0) return <p className={css.none}>Nothing was marked at either visit.</p>
  return (
    <ul className={css.changes} aria-label="What changed">
      {changes.map(change => (
        <li key={`${change.kind} ${change.site}`} className={css.row}>
          <MarkSymbol kind={change.kind} />
          <span className={css.name}>{siteLabel(change.site)}</span>
          <span className={css.change}>
            {CHANGE_WORDS[change.change]}
            {gradesOf(change) && (
              <>
                , <b>{gradesOf(change)}</b>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** `6 to 3`, `was 3`, `2`: the grades of a change. */
function gradesOf({ kind, before, after }: MarkChange): string {
  const of = ` of ${markWords(kind).maxGrade}`
  if (before !== null && after !== null) return before === after ? `${after}${of}` : `${before} to ${after}${of}`
  if (before !== null) return `was ${before}${of}`
  return after === null ? '' : `${after}${of}`
}
