import { formatScore, type Thresholds } from '../../shared/outcomes/measures.ts'
import type { PlannedMeasure } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { NumberField } from '../ui/number-field.tsx'
import css from './outcome-plan.module.css'

type PlannedRowProps = {
  planned: PlannedMeasure
  rules: Thresholds | undefined
  onChange: (part: Partial<PlannedMeasure>) => void
  onRemove: () => void
}

/** One measure of the plan: when it is taken, and from which change on it matters. */
export function PlannedRow({ planned, rules, onChange, onRemove }: PlannedRowProps) {
  const { shortName, name, mattersFrom, source } = measureOf(planned, rules)
  const { measure, atStart, everyVisits, atDischarge } = planned
  return (
    <li className={css.row}>
      <fieldset>
        <legend>{shortName}</legend>
        <IconButton icon="close" size="small" label={`Take ${shortName} out`} onClick={onRemove} />
        <div className={css.when}>
          {measure !== 'global-change' && <Checkbox label="At the start" value={atStart} onChange={value => onChange({ atStart: value })} />}
          <Checkbox label="At discharge" value={atDischarge} onChange={value => onChange({ atDischarge: value })} />
          <span className={css.every}>
            <span aria-hidden="true">Every</span>
            <NumberField
              label="Every so many visits"
              bare
              min={1}
              max={50}
              value={everyVisits}
              error={everyVisits !== null && (everyVisits < 1 || everyVisits > 50) ? '1 to 50 visits.' : undefined}
              onChange={visits => onChange({ everyVisits: visits })}
            />
            <span aria-hidden="true">visits</span>
          </span>
        </div>
        <p className={css.second}>
          {name.slice(shortName.length).replace(/^, /, '')}
          {mattersFrom === null ? '' : `; ${formatScore(mattersFrom)} or more is a change that matters`}
          {source && <span className={css.source}>{source}.</span>}
        </p>
      </fieldset>
    </li>
  )
}
