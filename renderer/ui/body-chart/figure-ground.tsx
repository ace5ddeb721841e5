import { memo, useId } from 'react'
import looks from '../body-figure.module.css'
import { lookOf, type Shown, Silhouette } from '../body-figure.tsx'
import { FIGURE, type View } from '../figure-paths.ts'
import css from './body-chart.module.css'

/** What the body shows under its marks: prescribed, chosen, treated, and what to keep off (whole regions, and single outlines). */
export type Ground = Shown & { readonly offPaths: readonly string[] }

/** One view of the body with what is said about its regions. Drawn anew only when that changes. */
export const FigureGround = memo(function FigureGround({ view, ground }: { view: View; ground: Ground }) {
  const hatch = useId()
  const regions = FIGURE[view]
  return (
    <>
      <defs>
        <pattern id={hatch} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="14" height="14" className={looks.hatchGround} />
          <rect width="6" height="14" className={looks.hatchLine} />
        </pattern>
      </defs>
      <path d={regions.flatMap(({ shapes }) => shapes.map(({ path }) => path)).join('')} className={css.reach} />
      <Silhouette regions={regions} />
      {regions.map(({ region, shapes }) => (
        <g key={region} data-region={region}>
          {shapes.map(({ path, regions: own }) => {
            const isOff = ground.offPaths.includes(path) || own.some(one => ground.offLimits.includes(one))
            return <path key={path} d={path} className={looks[isOff ? 'off' : lookOf(own, ground)]} style={isOff ? { fill: `url(#${hatch})` } : undefined} />
          })}
        </g>
      ))}
    </>
  )
})
