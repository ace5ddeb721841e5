import { formatScore } from '../../shared/outcomes/measures.ts'
import type { GenericMeasure, OutcomeScore } from '../../shared/outcomes/schema.ts'
import { isSummed, ROLAND_MORRIS_SENTENCES, SUMS, type SummedMeasure } from '../../shared/outcomes/score.ts'
import { Button } from '../ui/button.tsx'
import { type Reading, TypedField } from '../ui/typed-field.tsx'
import { NumberCell } from './number-cell.tsx'
import css from './outcome-scores.module.css'

type EntryProps = {
  score: OutcomeScore
  /** As the row is called. */
  name: string
  onChange: (part: Partial<OutcomeScore>) => void
}

/** Where the number of a questionnaire is typed: a sum with the answers given, a count, or the value itself. */
export function NumberEntry({ score, name, onChange }: EntryProps) {
  if (isSummed(score.measure)) return <SumEntry score={score} name={name} sum={SUMS[score.measure]} onChange={onChange} />
  return score.generic ? <ValueEntry value={score.points} name={name} range={score.generic} onChange={points => onChange({ points })} /> : null
}

/** Points and questions answered; the answers stand at all of them until fewer are typed. */
function SumEntry({ score, name, sum: { questions, most }, onChange }: EntryProps & { sum: (typeof SUMS)[SummedMeasure] }) {
  const answered = score.answered ?? questions
  const least = Math.max(1, Math.ceil((score.points ?? 0) / most))
  return (
    <>
      <span className={css.cell}>
        <NumberCell label={`${name}, points`} min={0} max={answered * most} value={score.points} onChange={points => onChange({ points })} />
        <span aria-hidden="true">points</span>
      </span>
      <span className={css.cell}>
        <NumberCell
          label={`${name}, questions answered`}
          min={least}
          max={questions}
          value={answered}
          changed={answered < questions}
          onChange={count => onChange({ answered: count === questions ? null : count })}
        />
        <span aria-hidden="true">of {questions} answered</span>
      </span>
    </>
  )
}

/** The count of sentences ticked on paper, or the way to tick them here. */
export function CountEntry({ score, name, onChange, isOpen, onOpen }: EntryProps & { isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  return (
    <>
      <span className={css.cell}>
        <NumberCell
          label={`${name}, sentences ticked`}
          min={0}
          max={ROLAND_MORRIS_SENTENCES}
          value={score.ticked === null ? score.points : score.ticked.length}
          onChange={points => onChange({ points, ticked: null })}
        />
        <span aria-hidden="true">of {ROLAND_MORRIS_SENTENCES}</span>
      </span>
      <Button kind="text" size="small" onClick={() => onOpen(!isOpen)} label={isOpen ? 'Close the sentences' : 'Tick the sentences'}>
        {isOpen ? 'Close' : 'Tick the sentences'}
      </Button>
    </>
  )
}

type ValueEntryProps = { value: number | null; name: string; range: GenericMeasure; onChange: (value: number | null) => void }

function ValueEntry({ value, name, range: { min, max }, onChange }: ValueEntryProps) {
  const reading: Reading<number> = {
    write: kept => (kept === null ? '' : formatScore(kept)),
    read: typed => {
      const text = typed.trim().replace('−', '-')
      if (text === '') return null
      const number = Number(text)
      return /^-?\d{1,5}(\.\d)?$/.test(text) && number >= min && number <= max ? number : undefined
    },
    refusal: `${formatScore(min)} to ${formatScore(max)}`,
  }
  return (
    <span className={css.cell}>
      <span className={css.value}>
        <TypedField
          label={`${name}, ${formatScore(min)} to ${formatScore(max)}`}
          bare
          alignRight
          inputMode="decimal"
          value={value}
          onChange={onChange}
          reading={reading}
        />
      </span>
      <span aria-hidden="true">
        {formatScore(min)} to {formatScore(max)}
      </span>
    </span>
  )
}
