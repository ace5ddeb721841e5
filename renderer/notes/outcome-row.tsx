import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { changeSentence, type Measurement } from '../../shared/outcomes/change-sentence.ts'
import { formatMeasured, measureId } from '../../shared/outcomes/measures.ts'
import type { OutcomeScore } from '../../shared/outcomes/schema.ts'
import { measureOf, scoreProof, scoreValue } from '../../shared/outcomes/score.ts'
import type { ClinicalRules } from '../../shared/practice/clinical-rules.ts'
import { CountEntry, NumberEntry } from './outcome-entry.tsx'
import { RatingRow } from './outcome-rating.tsx'
import css from './outcome-scores.module.css'
import { Sentences } from './outcome-sentences.tsx'
import { RemoveButton, removable } from './remove-button.tsx'

type OutcomeRowProps = {
  score: OutcomeScore
  /** Why it is due; empty for one that was added. */
  why: string
  /** Earlier scores of this course, oldest first. */
  earlier: readonly Measurement[]
  on: LocalDate
  rules: ClinicalRules
  refusal: string | undefined
  onChange: (part: Partial<OutcomeScore>) => void
  /** Absent where there is nothing to take out. */
  onRemove: (() => void) | undefined
}

/** One questionnaire of the visit: why it is due, the quick entry, its value, and how it moved since the first one. */
export function OutcomeRow({ score, why, earlier, on, rules, refusal, onChange, onRemove }: OutcomeRowProps) {
  const [isOpen, setOpen] = useState(false)
  const facts = measureOf(score, rules)
  const value = scoreValue(score)
  const proof = score.points === null ? '' : scoreProof(score)
  const was = earlier.at(-1)?.value ?? null
  const name = facts.shortName
  return (
    <li className={css.row} data-measure={measureId(score)} {...(onRemove && removable)}>
      <div className={css.line}>
        <span className={css.name}>
          {name}
          {was !== null && <span className={css.was}>was {formatMeasured(facts, was)}</span>}
          {value === null && why !== '' && <span className={css.why}>due {why.replace(/^.*? is due: |\.$/g, '')}</span>}
        </span>
        {score.measure === 'roland-morris' && <CountEntry score={score} name={name} onChange={onChange} isOpen={isOpen} onOpen={setOpen} />}
        <NumberEntry score={score} name={name} onChange={onChange} />
        {value !== null && facts.unit === '%' && <b className={css.result}>{formatMeasured(facts, value)}</b>}
        {onRemove && <RemoveButton label={`Remove ${name}`} onRemove={onRemove} />}
      </div>
      {score.measure === 'global-change' && <RatingRow value={score.points} was={was} onChange={points => onChange({ points })} />}
      {isOpen && <Sentences ticked={score.ticked} count={score.points} onTick={ticked => onChange({ ticked, points: null })} onDone={() => setOpen(false)} />}
      {refusal && <p className={css.refusal}>{refusal}</p>}
      {value === null ? (
        proof && <p className={css.quiet}>{proof}</p>
      ) : (
        <p className={css.words}>{earlier[0] ? changeSentence(facts, earlier[0], { on, value }) : firstWords(score, value, on)}</p>
      )}
    </li>
  )
}

function firstWords(score: OutcomeScore, value: number, on: LocalDate): string {
  if (score.measure === 'global-change') return changeSentence(measureOf(score), { on, value: 0 }, { on, value })
  return 'The first score of this course; later ones are compared with it.'
}
