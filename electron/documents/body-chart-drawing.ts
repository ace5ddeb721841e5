import { MIDLINE } from '../../shared/body-chart/anchors.ts'
import { markInWords } from '../../shared/body-chart/mark-words.ts'
import type { ChartPoint, Mark } from '../../shared/body-chart/marks.ts'
import { placesOf } from '../../shared/body-chart/places.ts'
import type { Region } from '../../shared/body-chart/regions.ts'
import { drawKey, KEY_LEAD, keyLines } from './body-chart-drawing-key.ts'
import { bodyPath, FIGURE_BOX, FIGURE_FRAMES, type FigureFrame, type FigureView, regionsPath } from './body-chart-figure.ts'
import { drawMarks } from './body-chart-marks.ts'
import type { Paper, Structure } from './page.ts'
import { set } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { BLACK, LABEL } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** Where a chart stands on the page, in points. */
export type ChartPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The marks of one visit, with a caption such as `Sep 29`; an empty caption takes no room. */
export type ChartedMarks = { readonly caption: string; readonly marks: readonly Mark[] }

/** What a body chart shows on paper. */
export type PaperChart = {
  /** One visit, or two beside each other: before and now. */
  readonly visits: readonly [ChartedMarks] | readonly [ChartedMarks, ChartedMarks]
  /** What stands in the marks: their number in the list printed beside (in the order given), or their grade. */
  readonly shows: 'numbers' | 'grades'
  readonly prescribed?: readonly Region[]
  readonly offLimits?: readonly Region[]
  /** Whether the shapes are named in a line under the chart. */
  readonly hasKey: boolean
  /** `marked`: only the sides of the body that hold a mark, cut as close as the marks allow, to be larger in a narrow column. Both sides otherwise. */
  readonly views?: 'both' | 'marked'
}

const CAPTION_HEIGHT = 12
const BETWEEN_VIEWS = 4
const BETWEEN_VISITS = 12
const VIEWS = ['front', 'back'] as const

/**
 * Draws the body chart of one visit or of two, black on white, centred in its place: nothing depends on colour. Read aloud as the marks in words.
 * Where nothing lies further out or down, only head and trunk are drawn, or the body to the thighs, to be larger.
 */
export function drawBodyChart(paper: Paper, place: ChartPlace, { chart, within = paper.root }: { chart: PaperChart; within?: Structure }): void {
  tagged(paper, within, 'Figure', () => drawVisits(paper, place, chart), { alt: chartInWords(chart) })
}

/** What a screen reader says for the chart. */
function chartInWords({ visits }: PaperChart): string {
  const words = visits.map(({ caption, marks }) => {
    const said = marks.length > 0 ? marks.map(markInWords).join('; ') : 'Nothing marked'
    return caption ? `${caption}: ${said}` : said
  })
  return `Body chart. ${words.join('. ')}.`
}

/** How the figures stand: one beside the other, or of two visits the front above the back. */
type Arrangement = { readonly views: readonly FigureView[]; readonly rows: number; readonly columns: number; readonly part: FigureFrame; readonly each: number }

function arrangementOf(chart: PaperChart, width: number): Arrangement {
  const { visits } = chart
  const views = chart.views === 'marked' ? viewsMarked(chart) : VIEWS
  const rows = chart.views === 'marked' && visits.length > 1 ? views.length : 1
  return {
    views,
    rows,
    columns: views.length / rows,
    part: FIGURE_FRAMES[partShown(chart)],
    each: (width - BETWEEN_VISITS * (visits.length - 1)) / visits.length,
  }
}

const widestScale = ({ each, columns, part }: Arrangement) => (each - BETWEEN_VIEWS * (columns - 1)) / columns / part.width
const figureHeight = ({ part }: Arrangement) => part.foot - FIGURE_BOX.top
// In a narrow column the caption stands in the corner beside the head.
const captionHeightOf = ({ visits, views }: PaperChart) => (views !== 'marked' && visits.some(({ caption }) => caption !== '') ? CAPTION_HEIGHT : 0)

function keyOf(paper: Paper, chart: PaperChart, width: number) {
  const lines = chart.hasKey ? keyLines(paper, chart, width) : []
  return { lines, height: lines.length > 0 ? lines.length * KEY_LEAD + 2 : 0 }
}

/** Height at which the chart fills this width, in points, its figures at most so high: more is not taken in at a glance. */
export function chartHeight(paper: Paper, chart: PaperChart, { width, highest }: { width: number; highest: number }): number {
  const arrangement = arrangementOf(chart, width)
  const { rows } = arrangement
  const figures = Math.min(widestScale(arrangement) * figureHeight(arrangement) * rows, highest) + BETWEEN_VIEWS * (rows - 1)
  return captionHeightOf(chart) + figures + keyOf(paper, chart, width).height
}

/** Which part of the figure is drawn, and how wide the figures of one visit are when they are so high, in points. */
export function figuresAt(chart: PaperChart, height: number): { readonly part: keyof typeof FIGURE_FRAMES; readonly width: number } {
  const arrangement = arrangementOf(chart, 0)
  const { part, columns } = arrangement
  return { part: partShown(chart), width: (height / figureHeight(arrangement)) * part.width * columns + BETWEEN_VIEWS * (columns - 1) }
}

function drawVisits(paper: Paper, place: ChartPlace, chart: PaperChart): void {
  const { visits } = chart
  const arrangement = arrangementOf(chart, place.width)
  const { rows, columns, part, each, views } = arrangement
  const captionHeight = captionHeightOf(chart)
  const key = keyOf(paper, chart, place.width)
  const row = (place.height - captionHeight - key.height - BETWEEN_VIEWS * (rows - 1)) / rows
  const scale = Math.min(row / figureHeight(arrangement), widestScale(arrangement))
  const drawn = figureHeight(arrangement) * scale
  const wide = columns * part.width * scale + BETWEEN_VIEWS * (columns - 1)
  for (const [i, visit] of visits.entries()) {
    const x = place.x + i * (each + BETWEEN_VISITS) + (each - wide) / 2
    const caption = visit.caption.toUpperCase()
    const middle = x + (wide - widthOf(paper, caption, LABEL)) / 2
    if (caption) set(paper, caption, LABEL, { x: chart.views === 'marked' ? place.x + i * (each + BETWEEN_VISITS) : middle, y: place.y + 8 })
    const corner = (view: FigureView) => {
      const at = views.indexOf(view)
      return rows > 1
        ? { x, y: place.y + captionHeight + at * (drawn + BETWEEN_VIEWS) }
        : { x: x + at * (part.width * scale + BETWEEN_VIEWS), y: place.y + captionHeight }
    }
    drawVisit(paper, { visit, chart, frame: { corner, views, scale, part } })
  }
  drawKey(paper, key.lines, { x: place.x, y: place.y + captionHeight + rows * drawn + BETWEEN_VIEWS * (rows - 1), width: place.width })
}

type Point = { readonly x: number; readonly y: number }
type Frame = { readonly corner: (view: FigureView) => Point; readonly views: readonly FigureView[]; readonly scale: number; readonly part: FigureFrame }

function drawVisit(paper: Paper, { visit, chart, frame }: { visit: ChartedMarks; chart: PaperChart; frame: Frame }): void {
  const { corner, views, scale, part } = frame
  for (const view of views) drawFigure(paper, { view, chart, frame: { ...corner(view), scale, part } })
  const onPage = (point: ChartPoint) => ({
    x: corner(point.view).x + (point.x - part.left[point.view]) * scale,
    y: corner(point.view).y + (point.y - FIGURE_BOX.top) * scale,
  })
  drawMarks(paper, { marks: visit.marks.map(mark => seenOn(mark, views)), shows: chart.shows, onPage })
}

/** Above the chin, in units of the figure: the head is seen from either side. */
const CHIN = 240

/** The sides of the body that hold a mark, or what a mark refers to and cannot be shown on its own side. */
function viewsMarked({ visits }: PaperChart): readonly FigureView[] {
  const marks = visits.flatMap(visit => visit.marks)
  const own = VIEWS.filter(view => marks.some(({ at }) => at.view === view))
  if (own.length === 0) return VIEWS
  return VIEWS.filter(view => own.includes(view) || marks.some(mark => seenOn(mark, own).refersTo?.at.view === view))
}

/** A mark whose arrow ends on a figure that is drawn: where the same place, or the head, is seen from the other side. */
function seenOn(mark: Mark, views: readonly FigureView[]): Mark {
  const { at, refersTo } = mark
  if (!refersTo || views.includes(refersTo.at.view)) return mark
  const end = placesOf(refersTo.site).find(({ view }) => view === at.view) ?? (refersTo.at.y < CHIN ? mirrored(refersTo.at) : null)
  return end ? { ...mark, refersTo: { ...refersTo, at: end } } : mark
}

function mirrored({ view, x, y }: ChartPoint): ChartPoint {
  const other = view === 'front' ? 'back' : 'front'
  return { view: other, x: MIDLINE[other] + MIDLINE[view] - x, y }
}

type Placed = Point & { readonly scale: number; readonly part: FigureFrame }

/** Widths in units of the figure: the body's edge, the skin over it, the lines of the muscles. */
const EDGE = 30
const SKIN = 22
const LINE = 2
/** The body’s edge in points that a bad fax still shows. */
const LEAST_EDGE = 0.8

function drawFigure({ pdf }: Paper, { view, chart, frame: { x, y, scale, part } }: { view: FigureView; chart: PaperChart; frame: Placed }): void {
  const body = bodyPath(view)
  pdf.save().translate(x, y).scale(scale).translate(-part.left[view], -FIGURE_BOX.top)
  pdf.rect(part.left[view], FIGURE_BOX.top, part.width, part.foot - FIGURE_BOX.top).clip()
  pdf.lineJoin('round')
  pdf
    .lineWidth(Math.max(EDGE, SKIN + (2 * LEAST_EDGE) / scale))
    .strokeColor(BLACK)
    .addContent(`${body} S`)
  pdf.lineWidth(SKIN).strokeColor('#ffffff').fillColor('#ffffff').addContent(`${body} B`)
  const tinted = regionsPath(view, chart.prescribed ?? [])
  if (tinted) pdf.fillColor('#dcdcdc').addContent(`${tinted} f`)
  pdf.lineWidth(LINE).strokeColor('#8c8c8c').addContent(`${body} S`)
  const off = regionsPath(view, chart.offLimits ?? [])
  if (off) drawHatch({ pdf }, off, { view, gap: 2.2 / scale, weight: 0.5 / scale })
  pdf.restore()
}

/** Slanting lines over the regions to keep off: they stand out on the worst fax. */
function drawHatch({ pdf }: Pick<Paper, 'pdf'>, path: string, { view, gap, weight }: { view: FigureView; gap: number; weight: number }): void {
  const { left, top, width, foot } = FIGURE_BOX
  const height = foot - top
  pdf.save().lineWidth(weight).strokeColor(BLACK).addContent(`${path} W S`)
  for (let x = left[view] - height; x < left[view] + width; x += gap) pdf.moveTo(x, foot).lineTo(x + height, top)
  pdf.stroke().restore()
}

/** Room that a mark takes around its place, in units. */
const MARGIN = 30

/** How much of the figure a chart needs: everything marked or hatched is seen; what is merely prescribed may go on beyond the edge. */
export function partShown(chart: PaperChart): keyof typeof FIGURE_FRAMES {
  const { visits, offLimits = [] } = chart
  const marks = visits.flatMap(visit => visit.marks)
  const views = chart.views === 'marked' ? viewsMarked(chart) : VIEWS
  const points = marks.map(mark => seenOn(mark, views)).flatMap(({ at, refersTo }) => [at, ...(refersTo ? [refersTo.at] : [])])
  const isLow = offLimits.some(region => /^(thigh|knee|lower-leg|foot)/.test(region))
  const isFarOut = offLimits.some(region => /^(forearm|hand|hip)/.test(region))
  const fits = ({ left, width, foot }: FigureFrame) =>
    points.every(({ view, x, y }) => y < foot - MARGIN && x > left[view] + MARGIN && x < left[view] + width - MARGIN)
  if (isLow || !fits(FIGURE_FRAMES.thighs)) return 'whole'
  if (isFarOut || points.length === 0 || !fits(FIGURE_FRAMES.trunk)) return 'thighs'
  return chart.views === 'marked' && offLimits.length === 0 && fits(FIGURE_FRAMES.shoulders) ? 'shoulders' : 'trunk'
}
