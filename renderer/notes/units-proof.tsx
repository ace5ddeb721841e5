import type { VisitUnits } from '../../shared/billing/units-model.ts'
import type { Session } from '../../shared/notes/schema.ts'
import { Segmented } from '../ui/segmented.tsx'
import { UnitsRuler } from '../ui/units-ruler.tsx'
import css from './blocks-part.module.css'

type UnitsProofProps = { units: VisitUnits; session: Session; onTieChoice: (codes: string[]) => void }

/** Minutes on the ruler and the sentence that proves the units; where services tie for a unit, the clinician’s choice. */
export function UnitsProof({ units, session: { unitRule }, onTieChoice }: UnitsProofProps) {
  const timed = units.units.filter(({ isTimed }) => isTimed)
  const isOneScale = timed.length > 0 && (timed.length === 1 || (unitRule === 'cms' && timed.every(({ minutesPerUnit }) => minutesPerUnit === 15)))
  const minutesPerUnit = timed[0]?.minutesPerUnit ?? 15
  return (
    <div className={css.proof}>
      {isOneScale && (
        <UnitsRuler
          minutes={units.timedMinutes}
          minutesPerUnit={minutesPerUnit}
          firstUnitAt={unitRule === 'full' ? minutesPerUnit : Math.ceil((minutesPerUnit + 1) / 2)}
        />
      )}
      <p className={css.sentence}>
        <b>{units.headline}</b>
        {units.explanation.slice(units.headline.length)}
      </p>
      {units.tie && <TieChoice units={units} tie={units.tie} onChoose={onTieChoice} />}
    </div>
  )
}

type TieChoiceProps = { units: VisitUnits; tie: NonNullable<VisitUnits['tie']>; onChoose: (codes: string[]) => void }

function TieChoice({ units, tie, onChoose }: TieChoiceProps) {
  const tied = units.units.filter(({ code }) => tie.codes.includes(code))
  const fewest = Math.min(...tied.map(service => service.units))
  const winner = tied.find(service => service.units > fewest)?.code ?? null
  return (
    <div className={css.tie}>
      <p>{tie.unitsToGive === 1 ? 'The last unit goes to' : `Of the last ${tie.unitsToGive} units, the first goes to`}</p>
      <Segmented
        label="Who gets the last unit"
        size="small"
        value={winner}
        choices={tied.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={code => onChoose([code, ...tie.codes.filter(other => other !== code)])}
      />
    </div>
  )
}
