import { isPressureHigh, isTemperatureHigh } from '../../shared/health/findings.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { ClinicalRules } from '../../shared/practice/clinical-rules.ts'
import { cx } from '../ui/cx.ts'
import { type Reading, TypedField } from '../ui/typed-field.tsx'
import { NumberCell } from './number-cell.tsx'
import css from './screening-part.module.css'

type Screening = NoteContent['screening']

const DEGREES: Reading<number> = {
  write: value => (value === null ? '' : String(value)),
  read: typed => {
    const text = typed.trim().replace(/°?\s*f?$/i, '')
    if (text === '') return null
    const value = Number(text)
    return /^\d{2,3}(\.\d?)?$/.test(text) && value >= 80 && value <= 115 ? value : undefined
  },
  refusal: '80 to 115 °F',
}
const stepped = (value: number | null, by: 1 | -1) => Math.round(((value ?? 98.6) + by * 0.1) * 10) / 10

/** Blood pressure and temperature where taken, marked when they reach the clinic’s limits. */
export function ScreeningVitals({ screening, rules, onChange }: { screening: Screening; rules: ClinicalRules; onChange: (part: Partial<Screening>) => void }) {
  const isHigh = isPressureHigh(screening, rules)
  const isHot = isTemperatureHigh(screening, rules)
  return (
    <>
      <fieldset className={cx(css.vital, isHigh && css.high)}>
        <legend className={css.legend}>
          BP<span className={css.hidden}> (blood pressure)</span>
        </legend>
        <NumberCell label="Systolic" min={40} max={300} value={screening.systolic} onChange={systolic => onChange({ systolic })} />
        <span aria-hidden="true">/</span>
        <NumberCell label="Diastolic" min={20} max={200} value={screening.diastolic} onChange={diastolic => onChange({ diastolic })} />
        {isHigh && <span className={css.limit}>limit {`${rules.systolicLimit}/${rules.diastolicLimit}`}</span>}
      </fieldset>
      <div className={cx(css.vital, isHot && css.high)}>
        <span className={css.legend} aria-hidden="true">
          °F
        </span>
        <span className={css.degrees}>
          <TypedField
            label="Temperature, °F"
            bare
            value={screening.temperature}
            reading={DEGREES}
            step={stepped}
            inputMode="decimal"
            alignRight
            onChange={temperature => onChange({ temperature })}
          />
        </span>
        {isHot && <span className={css.limit}>limit {rules.temperatureLimit}</span>}
      </div>
    </>
  )
}
