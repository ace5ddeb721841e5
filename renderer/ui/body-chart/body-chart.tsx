import { type ReactNode, useMemo, useRef } from 'react'
import type { MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import { markInWords } from '../../../shared/body-chart/mark-words.ts'
import { type ChartPoint, type Mark, type MarkKind, markWords } from '../../../shared/body-chart/marks.ts'
import { PICK_SCALE } from '../../../shared/body-chart/places.ts'
import type { Region } from '../../../shared/body-chart/regions.ts'
import { siteLabel } from '../../../shared/body-chart/sites.ts'
import { cx } from '../cx.ts'
import css from './body-chart.module.css'
import { CHART_BOXES, type Drawn, drawnAt, pointAt, shiftOf } from './chart-space.ts'
import { chartInWords, Where } from './chart-words.tsx'
import { FigureGround, type Ground } from './figure-ground.tsx'
import { glyphReach, MarksLayer, placeMarks, ReferralArrow, type ShownMark } from './marks-layer.tsx'
import { useChartKeys } from './use-chart-keys.ts'
import { canRefer, handleAt, useChartPointer } from './use-chart-pointer.ts'

/** What of the chart is drawn: both views, or one. */
export type ChartViews = keyof typeof CHART_BOXES

/** How one marks on the chart. */
export type ChartEditing = {
  readonly tool: MarkKind
  readonly selected: string | undefined
  readonly onSelect: (id: string | undefined) => void
  readonly edit: (edit: MarkEdit) => void
  /** Treats a region with the current service, or takes it back. */
  readonly onToggleRegion?: ((region: Region) => void) | undefined
}

/** How large a chart is drawn. */
export type ChartSize = 'small' | 'medium' | 'large'

/** Units of the drawing per unit of a mark’s shape, so that marks stay about as large on screen. */
const GLYPH_SCALES = { small: 2.7, medium: 1.9, large: 1.25 } as const satisfies Record<ChartSize, number>

type BodyChartProps = {
  marks: readonly Mark[]
  /** Marks of an earlier visit, drawn as edges under today’s. */
  earlier?: readonly Mark[]
  /** Regions prescribed, chosen, treated and to keep off. */
  ground: Ground
  views?: ChartViews
  /** How large it is drawn: beside a note, half a window, or large enough to pick single sites (`PICK_SCALE`). */
  size?: ChartSize
  /** What stands in the marks: their number in the list, or their grade. */
  shows?: 'numbers' | 'grades'
  /** Without it the chart only shows. */
  editing?: ChartEditing | undefined
}

const VIEWS_OF = { both: ['front', 'back'], front: ['front'], back: ['back'] } as const satisfies Record<ChartViews, readonly ChartPoint['view'][]>
const WIDTHS = { both: 1296, front: 648, back: 648 } as const satisfies Record<ChartViews, number>
const SIDES = { front: ['R', 'Front', 'L'], back: ['L', 'Back', 'R'] } as const

/** The body, front and back, with the marks of a visit; to mark on by click, drag and keyboard, or to read. Everything on it is also in the list beside it. */
export function BodyChart({ marks, earlier = [], ground, views = 'both', size = 'small', shows = 'numbers', editing }: BodyChartProps) {
  const scale = GLYPH_SCALES[size]
  const shown = useMemo((): readonly ShownMark[] => {
    const gradeOf = ({ grade }: Mark) => (grade === null ? '' : String(grade))
    const before = earlier.map(mark => ({ mark, text: gradeOf(mark), isHollow: true }))
    return [...before, ...marks.map((mark, i) => ({ mark, text: shows === 'numbers' ? String(i + 1) : gradeOf(mark) }))].filter(
      ({ mark }) => views === 'both' || mark.at.view === views,
    )
  }, [marks, earlier, shows, views])
  const placed = useMemo(() => placeMarks(shown, scale), [shown, scale])
  const drawing = VIEWS_OF[views].map(view => (
    <g key={view} transform={`translate(${shiftOf(view)} 0)`}>
      <FigureGround view={view} ground={ground} />
    </g>
  ))
  return (
    <div
      style={size === 'large' ? { minWidth: PICK_SCALE * WIDTHS[views] } : undefined}
      className={cx(css.chart, size !== 'small' && css.fine, views !== 'both' && css.cut)}
    >
      {editing ? (
        <EditedChart editing={editing} marks={marks} placed={placed} views={views} scale={scale} ground={ground}>
          {drawing}
        </EditedChart>
      ) : (
        <svg viewBox={CHART_BOXES[views]} className={css.canvas} role="img" aria-label={chartInWords(marks, ground)}>
          {drawing}
          <MarksLayer placed={placed} scale={scale} />
        </svg>
      )}
      <div className={cx(css.caption, views !== 'both' && css.single)} aria-hidden="true">
        {VIEWS_OF[views].map(view => (
          <span key={view}>
            {SIDES[view].map(words => (
              <span key={words}>{words}</span>
            ))}
          </span>
        ))}
      </div>
    </div>
  )
}

type EditedChartProps = {
  editing: ChartEditing
  marks: readonly Mark[]
  placed: ReturnType<typeof placeMarks>
  views: ChartViews
  scale: number
  ground: Ground
  children: ReactNode
}

function EditedChart({ editing, marks, placed, views, scale, ground, children }: EditedChartProps) {
  const { tool, selected, onSelect, edit, onToggleRegion } = editing
  const keys = useRef<HTMLButtonElement>(null)
  const { gesture, hovered, handlers } = useChartPointer({ placed, scale, tool, selected, edit, onSelect, onToggleRegion })
  const { cursor, marksHere, onKeyDown, leave } = useChartKeys({ marks, tool, selected, edit, onSelect, onToggleRegion })
  const moving = gesture?.kind === 'move' && gesture.hasMoved ? gesture : undefined
  const shownMarks = moving
    ? placed.map(each => (each.mark.id === moving.mark?.id ? { ...each, mark: movedTo(each.mark, moving.to), at: moving.to } : each))
    : placed
  const chosen = gesture ? undefined : placed.find(({ mark }) => mark.id === selected)
  const underPointer = gesture ? undefined : hovered
  return (
    <>
      <button ref={keys} type="button" className={css.keys} onKeyDown={onKeyDown} onBlur={leave}>
        Mark on the chart by keyboard: arrow keys find the place, Enter marks it, a digit grades it, Delete removes it
      </button>
      <svg
        viewBox={CHART_BOXES[views]}
        className={cx(css.canvas, css.canMark, underPointer?.mark && css.onMark, moving && css.moving)}
        role="img"
        aria-label={chartInWords(marks, ground)}
        {...handlers}
        onPointerUp={event => {
          handlers.onPointerUp(event)
          keys.current?.focus({ preventScroll: true })
        }}
      >
        {children}
        <MarksLayer placed={shownMarks} scale={scale} selected={selected} />
        {gesture?.kind === 'refer' && (
          <ReferralArrow from={placed.find(({ mark }) => mark.id === gesture.mark?.id)?.at ?? gesture.from} to={gesture.to} scale={scale} />
        )}
        {chosen && canRefer(chosen.mark.kind) && <Handle at={handleAt(chosen.at, scale)} scale={scale} />}
        {cursor && (
          <circle cx={drawnAt(cursor.at).x} cy={drawnAt(cursor.at).y} r={glyphReach(scale) * 1.3} className={css.cursor} style={{ strokeWidth: scale * 2 }} />
        )}
      </svg>
      <p className={css.hidden} aria-live="polite">
        {cursor &&
          `${siteLabel(cursor.site)}. ${marksHere.length > 0 ? marksHere.map(markInWords).join('. ') : `Enter marks ${markWords(tool).name.toLowerCase()}.`}`}
      </p>
      <p className={css.where} aria-hidden="true">
        <Where
          tool={tool}
          at={gesture?.hasMoved ? undefined : (cursor?.at ?? underPointer?.at)}
          mark={cursor ? marksHere.at(-1) : underPointer?.mark}
          selected={marks.find(({ id }) => id === selected)}
        />
      </p>
    </>
  )
}

const movedTo = (mark: Mark, place: Drawn): Mark => ({ ...mark, at: pointAt(place) })

/** The small circle beside the chosen mark from which its referral is pulled. */
function Handle({ at: { x, y }, scale }: { at: { x: number; y: number }; scale: number }) {
  const arm = scale * 3.4
  return (
    <g>
      <circle cx={x} cy={y} r={scale * 7} className={css.handle} style={{ strokeWidth: scale * 1.4 }}>
        <title>Drag to where it refers to</title>
      </circle>
      <path
        d={`M${x - arm} ${y + arm}L${x + arm} ${y - arm}M${x - arm * 0.3} ${y - arm}H${x + arm}V${y + arm * 0.3}`}
        className={css.handleTip}
        style={{ strokeWidth: scale * 1.4 }}
      />
    </g>
  )
}
