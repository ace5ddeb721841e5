import { MARK_SHAPES, markSize } from '../../../shared/body-chart/mark-shapes.ts'
import { type Mark, type MarkKind, markWords } from '../../../shared/body-chart/marks.ts'
import { cx } from '../cx.ts'
import css from './mark-symbol.module.css'

type MarkGlyphProps = {
  mark: Pick<Mark, 'kind' | 'grade'>
  /** What stands in it: its number in the list, or its grade. */
  text: string
  x: number
  y: number
  /** Units of the drawing per unit of the shape, which is 24 across. */
  scale: number
  /** Of an earlier visit: only its edge is drawn. */
  isHollow?: boolean
  isSelected?: boolean
}

/** One mark inside a drawing: its own shape, larger with its grade, with a pale rim that parts it from the figure. */
export function MarkGlyph({ mark, text, x, y, scale, isHollow = false, isSelected = false }: MarkGlyphProps) {
  const { path, textY } = MARK_SHAPES[mark.kind]
  return (
    <g transform={`translate(${x} ${y}) scale(${scale * markSize(mark)})`} className={cx(css.glyph, css[mark.kind], isHollow && css.hollow)}>
      {isSelected && <circle r="19" className={css.ring} />}
      <path d={path} className={css.rim} />
      <path d={path} className={css.shape} />
      {text && (
        <text y={textY + 4.7} className={cx(css.text, text.length > 1 && css.long)}>
          {text}
        </text>
      )}
    </g>
  )
}

/** A kind's shape in a line of text, with a number where it names one mark; `isQuiet` where the words beside it say the kind. */
export function MarkSymbol({ kind, text = '', isQuiet = false }: { kind: MarkKind; text?: string; isQuiet?: boolean }) {
  const glyph = <MarkGlyph mark={{ kind, grade: null }} text={text} x={0} y={0} scale={1.1} />
  if (isQuiet) {
    return (
      <svg viewBox="-15 -15 30 30" className={css.symbol} aria-hidden="true">
        {glyph}
      </svg>
    )
  }
  return (
    <svg viewBox="-15 -15 30 30" className={css.symbol} role="img" aria-label={text ? `${text}. ${markWords(kind).name}` : markWords(kind).name}>
      {glyph}
    </svg>
  )
}
