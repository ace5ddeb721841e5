import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Episode } from '../../shared/episodes/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import { measureId, type NamesMeasure } from '../../shared/outcomes/measures.ts'
import type { OutcomeScore } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { usualPlan } from '../../shared/outcomes/usual-plan.ts'
import { ask } from '../lib/api.ts'
import { AddMeasure, NewMeasure } from './outcome-add.tsx'
import { OutcomeRow } from './outcome-row.tsx'
import css from './outcome-scores.module.css'
import { takeOut } from './remove-button.tsx'
import type { Writing } from './writing.ts'

const MOST = 12

/** The questionnaires of the visit: those due open by themselves, others are added by typing; each says how it moved since the first one. */
export function OutcomeScores({ writing }: { writing: Writing }) {
  const { episodeId } = writing.session.appointment
  return episodeId === null ? <Scores writing={writing} episode={null} /> : <WithCourse writing={writing} episodeId={episodeId} />
}

function WithCourse({ writing, episodeId }: { writing: Writing; episodeId: EpisodeId }) {
  const episode = useQuery(ask('episodes.get', { episodeId }))
  return <Scores writing={writing} episode={episode.data ?? null} />
}

const isScored = (one: NamesMeasure): one is NamesMeasure & Pick<OutcomeScore, 'measure'> => one.measure !== 'pain' && one.measure !== 'psfs'
const blank = ({ measure, generic }: Pick<OutcomeScore, 'measure' | 'generic'>): OutcomeScore => ({
  measure,
  ticked: null,
  points: null,
  answered: null,
  generic,
})

function Scores({ writing, episode }: { writing: Writing; episode: Episode | null }) {
  const { session, content, change, refusalOf } = writing
  const [naming, setNaming] = useState<string | null>(null)
  const due = session.measuresDue.flatMap(one => (isScored(one) ? [{ ...blank(one), why: one.why }] : []))
  const kept = new Map(content.scores.map(score => [measureId(score), score]))
  const dueIds = new Set(due.map(measureId))
  const rows = [...due, ...content.scores.filter(score => !dueIds.has(measureId(score))).map(score => ({ ...score, why: '' }))]
  const on = session.note?.serviceOn ?? dayOf(session.appointment.startsAt)
  const write = (make: (all: OutcomeScore[]) => OutcomeScore[]) => change(was => ({ ...was, scores: make(was.scores) }))
  const set = (id: string, start: OutcomeScore, part: Partial<OutcomeScore>) =>
    write(all =>
      all.some(one => measureId(one) === id) ? all.map(one => (measureId(one) === id ? { ...one, ...part } : one)) : [...all, { ...start, ...part }],
    )
  const add = (named: Pick<OutcomeScore, 'measure' | 'generic'>) => {
    const id = measureId(named)
    write(all => (all.some(one => measureId(one) === id) ? all : [...all, blank(named)]))
    setNaming(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-measure="${CSS.escape(id)}"] input:not([tabindex="-1"])`)?.focus())
  }
  const describe = (name: string) => {
    setNaming(name)
    requestAnimationFrame(() => [...document.querySelectorAll<HTMLInputElement>('[data-naming] input')].find(field => field.value === '')?.focus())
  }
  const usual = usualPlan(session.condition, session.allowedRegions)
  const offered = [...(episode?.outcomePlan ?? []), ...usual, ...(writing.last?.scores ?? [])].flatMap(one =>
    isScored(one) ? [{ measure: one.measure, generic: one.generic }] : [],
  )
  return (
    <section className={css.scores} aria-label="Questionnaires">
      <h2 className={css.title}>Questionnaires</h2>
      {rows.length > 0 && (
        <ul className={css.rows}>
          {rows.map(({ why, ...start }) => {
            const id = measureId(start)
            const score = kept.get(id)
            const isSame = (other: OutcomeScore) => measureId(other) === id
            const at = content.scores.findIndex(isSame)
            return (
              <OutcomeRow
                key={id}
                score={score ?? start}
                why={why}
                earlier={episode?.trends.find(trend => trend.measure === id)?.points ?? []}
                on={on}
                rules={session.rules}
                refusal={['points', 'answered', 'ticked', 'generic'].map(field => refusalOf(`scores.${at}.${field}`)).find(Boolean)}
                onChange={part => set(id, start, part)}
                onRemove={score && (() => takeOut({ entry: score, name: measureOf(score).shortName, isSame, write }))}
              />
            )
          })}
        </ul>
      )}
      {naming === null ? (
        content.scores.length < MOST && (
          <AddMeasure offered={offered} taken={new Set(rows.map(measureId))} onAdd={add} onName={describe} isFirst={rows.length === 0} />
        )
      ) : (
        <NewMeasure name={naming} onAdd={generic => add({ measure: 'generic', generic })} onCancel={() => setNaming(null)} />
      )}
    </section>
  )
}
