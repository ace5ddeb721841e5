import { Region } from '../../shared/body-chart/regions.ts'
import type { Touch } from '../../shared/health/off-limits.ts'
import type { ServiceBlock } from '../../shared/notes/schema.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './blocks-part.module.css'
import { NumberCell } from './number-cell.tsx'
import { findRegions, regionChoice } from './region-choices.ts'
import { RemoveButton, removable } from './remove-button.tsx'
import { spansInWords } from './span-words.ts'
import { TechniquesField } from './techniques-field.tsx'
import { TokenField } from './token-field.tsx'
import { fieldId, type Writing } from './writing.ts'

type BlockRowProps = {
  writing: Writing
  block: ServiceBlock
  /** Minutes so far, a running timer included. */
  minutes: number
  /** Minutes of the same service last time. */
  was: number | undefined
  /** Units of the code; null where an earlier row of the same code shows them. */
  units: number | null
  /** Where this service touches places to keep off. */
  touches: readonly Touch[]
  isCurrent: boolean
  onFocus: () => void
  onChange: (make: (block: ServiceBlock) => ServiceBlock) => void
  onMinutes: (minutes: number) => void
  onTimer: () => void
  onRemove: () => void
}

/** One service: its code and name, when its timer ran, minutes, units, regions and techniques. */
export function BlockRow({ writing, block, minutes, was, units, touches, isCurrent, ...on }: BlockRowProps) {
  const isRunning = block.runningSince !== null
  const turn = isRunning ? 'Pause' : block.minutes > 0 ? 'Resume' : 'Start'
  const setRegions = (regions: ServiceBlock['regions']) => on.onChange(one => ({ ...one, regions }))
  return (
    <li className={cx(css.row, isCurrent && css.current)} aria-label={block.name} onFocus={on.onFocus} {...removable}>
      <span className={css.code}>{block.code}</span>
      <p className={css.name}>
        {block.name}
        {was !== undefined && <span className={css.was}>{was} min last time</span>}
      </p>
      <TimeColumn block={block} />
      <div className={css.minutes} id={fieldId('minutes', block.id)}>
        <NumberCell label={`Minutes of ${block.name}`} min={0} max={480} value={minutes || null} onChange={kept => on.onMinutes(kept ?? 0)} />
      </div>
      <span className={css.units}>{units}</span>
      <div className={css.timer} id={fieldId('timer', block.id)}>
        <Button size="small" icon={isRunning ? 'pause' : 'play'} className={css.turn} label={`${turn} the timer of ${block.name}`} onClick={on.onTimer}>
          {turn}
        </Button>
        <RemoveButton label={`Take out ${block.name}`} onRemove={on.onRemove} />
      </div>
      <div className={css.what}>
        <TokenField
          id={fieldId('regions', block.id)}
          label={`Regions treated with ${block.name}`}
          prompt="Add region"
          chosen={block.regions.map(regionChoice)}
          find={typed => findRegions(typed, writing.session.allowedRegions)}
          onAdd={value => setRegions([...block.regions, Region.parse(value)])}
          onRemove={value => setRegions(block.regions.filter(region => region !== value))}
        />
        <TechniquesField writing={writing} block={block} minutes={minutes} write={make => on.onChange(one => ({ ...one, techniques: make(one.techniques) }))} />
        {touches.map(({ sentence, isLightOnly }) => (
          <p key={sentence} className={cx(css.touch, isLightOnly && css.light)}>
            <Icon name={isLightOnly ? 'warning' : 'never'} size={14} /> {sentence}
          </p>
        ))}
      </div>
    </li>
  )
}

/** The runs of a timer, the last ones first in sight; all of them on pointing. */
function TimeColumn({ block }: { block: ServiceBlock }) {
  const spans = spansInWords(block)
  const shown = spans.slice(-2)
  const isRunning = block.runningSince !== null
  return (
    <p className={css.time} title={spans.join(', ') || undefined}>
      {spans.length > shown.length && <span>{spans.length - shown.length} earlier, </span>}
      {shown.map((span, place) => (
        <span key={span} className={cx(css.span, isRunning && place === shown.length - 1 && css.running)}>
          {isRunning && place === shown.length - 1 && <Icon name="dot" size={14} />}
          {span}
        </span>
      ))}
    </p>
  )
}
