import { Region } from '../../shared/body-chart/regions.ts'
import type { ServiceBlock, TechniqueUse } from '../../shared/notes/schema.ts'
import { findTechniques } from '../../shared/notes/techniques.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { momentInWords } from '../ui/words.tsx'
import css from './blocks-part.module.css'
import { NumberCell } from './number-cell.tsx'
import { findRegions, regionChoice } from './region-choices.ts'
import { RemoveButton, removable } from './remove-button.tsx'
import { TokenField } from './token-field.tsx'
import { fieldId } from './writing.ts'

type BlockRowProps = {
  block: ServiceBlock
  allowed: readonly Region[]
  /** Minutes so far, a running timer included. */
  minutes: number
  /** Minutes of the same service last time. */
  was: number | undefined
  /** Units of the code; null where an earlier row of the same code shows them. */
  units: number | null
  isCurrent: boolean
  onFocus: () => void
  onChange: (part: Partial<ServiceBlock>) => void
  onTimer: () => void
  onRemove: () => void
}

const techniqueChoice = ({ name }: TechniqueUse) => ({ value: name, label: name })
const technique = (name: string): TechniqueUse => ({ name: name.slice(0, 80), sites: [], minutes: null, response: '' })
const techniqueChoices = (typed: string) => findTechniques(typed).map(({ name, shorthand }) => ({ value: name, label: name, detail: shorthand }))

/** One service: its code and name, regions and techniques, minutes with a timer, units. */
export function BlockRow({ block, allowed, minutes, was, units, isCurrent, onFocus, onChange, onTimer, onRemove }: BlockRowProps) {
  const isRunning = block.runningSince !== null
  const turn = isRunning ? 'Pause' : block.minutes > 0 ? 'Resume' : 'Start'
  return (
    <li className={cx(css.row, isCurrent && css.current)} aria-label={block.name} onFocus={onFocus} {...removable}>
      <span className={css.code}>{block.code}</span>
      <p className={css.name}>
        {block.name}
        {was !== undefined && <span className={css.was}>{was} min last time</span>}
        {block.runningSince !== null && (
          <span className={css.running}>
            <Icon name="dot" size={14} /> since {momentInWords(block.runningSince)}
          </span>
        )}
      </p>
      <div className={css.minutes} id={fieldId('minutes', block.id)}>
        {isRunning ? (
          <b className={css.live}>{minutes}</b>
        ) : (
          <NumberCell label={`Minutes of ${block.name}`} min={0} max={480} value={block.minutes || null} onChange={kept => onChange({ minutes: kept ?? 0 })} />
        )}
      </div>
      <span className={css.units}>{units}</span>
      <div className={css.timer}>
        <Button size="small" icon={isRunning ? 'pause' : 'play'} className={css.turn} label={`${turn} the timer of ${block.name}`} onClick={onTimer}>
          {turn}
        </Button>
        <RemoveButton label={`Take out ${block.name}`} onRemove={onRemove} />
      </div>
      <div className={css.what}>
        <TokenField
          id={fieldId('regions', block.id)}
          label={`Regions treated with ${block.name}`}
          prompt="Add region"
          chosen={block.regions.map(regionChoice)}
          find={typed => findRegions(typed, allowed)}
          onAdd={value => onChange({ regions: [...block.regions, Region.parse(value)] })}
          onRemove={value => onChange({ regions: block.regions.filter(region => region !== value) })}
        />
        <TokenField
          label={`Techniques of ${block.name}`}
          prompt="Add technique"
          takesOwnWords
          chosen={block.techniques.map(techniqueChoice)}
          find={techniqueChoices}
          onAdd={value => onChange({ techniques: [...block.techniques, technique(value)].slice(0, 12) })}
          onRemove={value => onChange({ techniques: block.techniques.filter(({ name }) => name !== value) })}
        />
      </div>
    </li>
  )
}
