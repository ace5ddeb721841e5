import { type KeyboardEvent, memo, useId, useState } from 'react'
import { type Region, regionInWords, regionLabel, regionsInWords } from '../../shared/body-chart/regions.ts'
import css from './body-figure.module.css'
import { cx } from './cx.ts'
import { FIGURE, type Tappable, VIEW_BOXES, type View } from './figure-paths.ts'

type BodyFigureProps = {
  /** Regions of the prescription or the episode: tinted. */
  prescribed: readonly Region[]
  /** Regions chosen for today, not worked on yet: edged. */
  chosen?: readonly Region[] | undefined
  /** Regions treated today: filled; amber where they are not prescribed. */
  treated: readonly Region[]
  /** Regions to keep away from: hatched in red. */
  offLimits?: readonly Region[] | undefined
  /** Marks a region as treated or not. Without it the figure only shows. */
  onToggle?: ((region: Region) => void) | undefined
}

/** The body, front and back. Tap a region, or reach the figure with Tab, go with the arrow keys and press Space; every region is also in the list beside it. */
export const BodyFigure = memo(function BodyFigure(props: BodyFigureProps) {
  return (
    <div className={css.figures}>
      <Figure view="front" {...props} />
      <Figure view="back" {...props} />
    </div>
  )
})

const NAMES = { front: 'Front', back: 'Back' } as const satisfies Record<View, string>

function Figure({ view, ...props }: BodyFigureProps & { view: View }) {
  const { prescribed, chosen = [], treated, offLimits = [], onToggle } = props
  const hatch = useId()
  const [current, setCurrent] = useState(0)
  const regions = FIGURE[view]
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (current + by + regions.length) % regions.length
    setCurrent(next)
    event.currentTarget.querySelectorAll<SVGElement>('[role=switch]')[next]?.focus()
  }
  const words = treated.length > 0 ? `treated ${regionsInWords(treated)}` : 'nothing treated yet'
  const limits = prescribed.length > 0 ? `prescribed ${regionsInWords(prescribed)}` : 'no region prescribed'
  return (
    <figure className={css.figure}>
      <svg viewBox={VIEW_BOXES[view]} role={onToggle ? 'group' : 'img'} aria-label={`Body, ${view}: ${words}; ${limits}`} onKeyDown={onToggle && move}>
        <defs>
          <pattern id={hatch} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="14" height="14" className={css.hatchGround} />
            <rect width="6" height="14" className={css.hatchLine} />
          </pattern>
        </defs>
        <Silhouette regions={regions} />
        {regions.map((tappable, index) => (
          <TappableRegion
            key={tappable.region}
            tappable={tappable}
            shown={{ prescribed, chosen, treated, offLimits }}
            hatch={hatch}
            {...(onToggle && { tabIndex: index === current ? 0 : -1, onToggle, onFocus: () => setCurrent(index) })}
          />
        ))}
      </svg>
      <figcaption className={css.caption}>
        <span>{view === 'front' ? 'R' : 'L'}</span>
        <span>{NAMES[view]}</span>
        <span>{view === 'front' ? 'L' : 'R'}</span>
      </figcaption>
    </figure>
  )
}

/** The body’s edge: all shapes drawn wide, then a little narrower in the colour of the skin. */
export function Silhouette({ regions }: { regions: readonly Tappable[] }) {
  const paths = regions.flatMap(({ shapes }) => shapes.map(({ path }) => path)).join('')
  return (
    <>
      <path d={paths} className={css.edge} />
      <path d={paths} className={css.skin} />
    </>
  )
}

/** Regions by what the figure says about them. */
export type Shown = { prescribed: readonly Region[]; chosen: readonly Region[]; treated: readonly Region[]; offLimits: readonly Region[] }

function TappableRegion(props: {
  tappable: Tappable
  shown: Shown
  hatch: string
  tabIndex?: number
  onToggle?: (region: Region) => void
  onFocus?: () => void
}) {
  const { tappable, shown, hatch, tabIndex, onToggle, onFocus } = props
  const { region, shapes } = tappable
  const drawn = shapes.map(({ path, regions }) => {
    const isOff = regions.some(one => shown.offLimits.includes(one))
    return <path key={path} d={path} className={css[lookOf(regions, shown)]} style={isOff ? { fill: `url(#${hatch})` } : undefined} />
  })
  if (!onToggle) return <g>{drawn}</g>
  const toggle = () => onToggle(region)
  const press = (event: KeyboardEvent) => {
    if ((event.key !== ' ' && event.key !== 'Enter') || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    toggle()
  }
  const state = [shown.prescribed.includes(region) && 'prescribed', shown.offLimits.includes(region) && 'off limits'].filter(Boolean).join(', ')
  return (
    <g
      role="switch"
      className={css.tappable}
      tabIndex={tabIndex}
      aria-checked={shown.treated.includes(region) || shown.chosen.includes(region)}
      aria-label={cx(regionLabel(region), state && `(${state})`)}
      onClick={toggle}
      onKeyDown={press}
      onFocus={onFocus}
    >
      <title>{regionInWords(region)}</title>
      <path d={shapes.map(({ path }) => path).join('')} className={css.reach} />
      {drawn}
    </g>
  )
}

/** What a shape says: the gravest first. */
export function lookOf(
  regions: readonly Region[],
  { prescribed, chosen, treated, offLimits }: Shown,
): 'off' | 'outside' | 'treated' | 'chosen' | 'prescribed' | 'plain' {
  const isTreated = regions.some(region => treated.includes(region))
  const isChosen = regions.some(region => chosen.includes(region))
  const isPrescribed = regions.some(region => prescribed.includes(region))
  if (regions.some(region => offLimits.includes(region))) return 'off'
  if ((isTreated || isChosen) && !isPrescribed && prescribed.length > 0) return 'outside'
  if (isTreated) return 'treated'
  if (isChosen) return 'chosen'
  return isPrescribed ? 'prescribed' : 'plain'
}

/** What the fills of the figure mean. */
export function FigureLegend({ hasChosen, hasOffLimits, hasOutside }: { hasChosen: boolean; hasOffLimits: boolean; hasOutside: boolean }) {
  return (
    <ul className={css.legend} aria-label="Legend">
      <li className={cx(css.key, css.keyPrescribed)}>Prescribed</li>
      {hasChosen && <li className={cx(css.key, css.keyChosen)}>To treat</li>}
      <li className={cx(css.key, css.keyTreated)}>Treated</li>
      {hasOutside && <li className={cx(css.key, css.keyOutside)}>Not prescribed</li>}
      {hasOffLimits && <li className={cx(css.key, css.keyOff)}>Off limits</li>}
    </ul>
  )
}
