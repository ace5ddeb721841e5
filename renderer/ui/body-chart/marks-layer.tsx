import type { Mark } from '../../../shared/body-chart/marks.ts'
import { spreadMarks } from '../../../shared/body-chart/spread-marks.ts'
import { cx } from '../cx.ts'
import css from './body-chart.module.css'
import { arrowBetween, type Drawn, drawnAt } from './chart-space.ts'
import { MarkGlyph } from './mark-symbol.tsx'

/** A mark with the place it is drawn at, which lies beside its true one where marks crowd. */
export type PlacedMark = { readonly mark: Mark; readonly at: Drawn; readonly text: string; readonly isHollow: boolean }

/** One mark to draw: its number or grade, and whether it is of an earlier visit. */
export type ShownMark = { readonly mark: Mark; readonly text: string; readonly isHollow?: boolean }

/** Units of the drawing from the middle of a mark to the tip of its shape. */
export const glyphReach = (scale: number): number => 12 * scale

/** Finds room for all marks. */
export function placeMarks(shown: readonly ShownMark[], scale: number): readonly PlacedMark[] {
  const spread = spreadMarks(
    shown.map(({ mark }) => drawnAt(mark.at)),
    glyphReach(scale) * 1.75,
  )
  return shown.map(({ mark, text, isHollow = false }, i) => ({ mark, text, isHollow, at: spread[i] ?? drawnAt(mark.at) }))
}

type MarksLayerProps = { placed: readonly PlacedMark[]; scale: number; selected?: string | undefined }

/** All marks of a chart: arrows below, a fine line to the true place of a mark that had to make room, the chosen mark on top. */
export function MarksLayer({ placed, scale, selected }: MarksLayerProps) {
  const inOrder = placed.toSorted((a, b) => Number(a.mark.id === selected) - Number(b.mark.id === selected))
  return (
    <>
      {placed.map(each => (
        <g key={`${each.mark.id}-line`} className={css.lines}>
          <Leader placed={each} scale={scale} />
          {each.mark.refersTo && <ReferralArrow from={each.at} to={drawnAt(each.mark.refersTo.at)} scale={scale} isHollow={each.isHollow} />}
        </g>
      ))}
      {inOrder.map(({ mark, at, text, isHollow }) => (
        <MarkGlyph key={mark.id} mark={mark} text={text} x={at.x} y={at.y} scale={scale} isHollow={isHollow} isSelected={mark.id === selected} />
      ))}
    </>
  )
}

function Leader({ placed: { mark, at }, scale }: { placed: PlacedMark; scale: number }) {
  const place = drawnAt(mark.at)
  if (Math.hypot(place.x - at.x, place.y - at.y) < glyphReach(scale) * 0.4) return null
  return (
    <>
      <path d={`M${at.x} ${at.y}L${place.x} ${place.y}`} className={css.leader} style={{ strokeWidth: scale }} />
      <circle cx={place.x} cy={place.y} r={scale * 1.8} className={css.leaderEnd} />
    </>
  )
}

/** The way a pain travels: a dashed line with a filled tip. */
export function ReferralArrow({ from, to, scale, isHollow = false }: { from: Drawn; to: Drawn; scale: number; isHollow?: boolean }) {
  const arrow = arrowBetween(from, to, { gap: glyphReach(scale), tip: scale * 9 })
  if (!arrow) return null
  return (
    <g className={cx(css.arrow, isHollow && css.arrowHollow)}>
      <path d={arrow.line} style={{ strokeWidth: scale * 1.6, strokeDasharray: `${scale * 5} ${scale * 3}` }} />
      <path d={arrow.head} className={css.arrowHead} />
    </g>
  )
}
