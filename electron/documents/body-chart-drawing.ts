import { MARK_SHAPES } from '../../shared/body-chart/mark-shapes.ts'
import { markInWords } from '../../shared/body-chart/mark-words.ts'
import { type ChartPoint, MARKS, type Mark, type MarkKind } from '../../shared/body-chart/marks.ts'
import type { Region } from '../../shared/body-chart/regions.ts'
import { bodyPath, FIGURE_BOX, FIGURE_FRAMES, type FigureFrame, type FigureView, regionsPath } from './body-chart-figure.ts'
import { drawMarks, MARK_RADIUS } from './body-chart-marks.ts'
import type { Paper, Structure } from './page.ts'
import { set } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { BLACK, LABEL, NOTICE } from './text-style.ts'
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
}

const CAPTION_HEIGHT = 12
const KEY_LEAD = 11
const BETWEEN_VIEWS = 4
const BETWEEN_VISITS = 16
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

function drawVisits(paper: Paper, place: ChartPlace, chart: PaperChart): void {
  const { visits, hasKey } = chart
  const captionHeight = visits.some(({ caption }) => caption !== '') ? CAPTION_HEIGHT : 0
  const key = hasKey ? keyLines(paper, chart, place.width) : []
  const keyHeight = key.length > 0 ? key.length * KEY_LEAD + 2 : 0
  const height = place.height - captionHeight - keyHeight
  const each = (place.width - BETWEEN_VISITS * (visits.length - 1)) / visits.length
  const part = FIGURE_FRAMES[partShown(chart)]
  const scale = Math.min(height / (part.foot - FIGURE_BOX.top), (each - BETWEEN_VIEWS) / 2 / part.width)
  const pair = 2 * part.width * scale + BETWEEN_VIEWS
  for (const [i, visit] of visits.entries()) {
    const x = place.x + i * (each + BETWEEN_VISITS) + (each - pair) / 2
    const frame = { x, y: place.y + captionHeight, scale, part }
    if (visit.caption)
      set(paper, visit.caption.toUpperCase(), LABEL, { x: x + (pair - widthOf(paper, visit.caption.toUpperCase(), LABEL)) / 2, y: place.y + 8 })
    drawVisit(paper, { visit, chart, frame })
  }
  drawKey(paper, key, { x: place.x, y: place.y + captionHeight + (part.foot - FIGURE_BOX.top) * scale, width: place.width })
}

type Frame = { readonly x: number; readonly y: number; readonly scale: number; readonly part: FigureFrame }

function drawVisit(paper: Paper, { visit, chart, frame }: { visit: ChartedMarks; chart: PaperChart; frame: Frame }): void {
  const left = (view: FigureView) => frame.x + (view === 'front' ? 0 : frame.part.width * frame.scale + BETWEEN_VIEWS)
  for (const view of VIEWS) drawFigure(paper, { view, chart, frame: { ...frame, x: left(view) } })
  const onPage = (point: ChartPoint) => ({
    x: left(point.view) + (point.x - frame.part.left[point.view]) * frame.scale,
    y: frame.y + (point.y - FIGURE_BOX.top) * frame.scale,
  })
  drawMarks(paper, { marks: visit.marks, shows: chart.shows, onPage })
}

/** Widths in units of the figure: the body's edge, the skin over it, the lines of the muscles. */
const EDGE = 30
const SKIN = 22
const LINE = 2
/** The body’s edge in points that a bad fax still shows. */
const LEAST_EDGE = 0.8

function drawFigure({ pdf }: Paper, { view, chart, frame: { x, y, scale, part } }: { view: FigureView; chart: PaperChart; frame: Frame }): void {
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
export function partShown({ visits, offLimits = [] }: PaperChart): keyof typeof FIGURE_FRAMES {
  const points = visits.flatMap(({ marks }) => marks.flatMap(({ at, refersTo }) => [at, ...(refersTo ? [refersTo.at] : [])]))
  const isLow = offLimits.some(region => /^(thigh|knee|lower-leg|foot)/.test(region))
  const isFarOut = offLimits.some(region => /^(forearm|hand|hip)/.test(region))
  const fits = ({ left, width, foot }: FigureFrame) =>
    points.every(({ view, x, y }) => y < foot - MARGIN && x > left[view] + MARGIN && x < left[view] + width - MARGIN)
  if (isLow || !fits(FIGURE_FRAMES.thighs)) return 'whole'
  return isFarOut || points.length === 0 || !fits(FIGURE_FRAMES.trunk) ? 'thighs' : 'trunk'
}

type KeyEntry = { readonly kind: MarkKind | null; readonly words: string; readonly width: number }

const KEY_GAP = 10
const KEY_SYMBOL = 2 * MARK_RADIUS + 2

/** The key's entries, dealt out over as many lines as the width asks for. */
function keyLines(paper: Paper, { visits, shows, prescribed = [], offLimits = [] }: PaperChart, width: number): readonly (readonly KeyEntry[])[] {
  const entry = (kind: MarkKind | null, words: string): KeyEntry => ({ kind, words, width: widthOf(paper, words, NOTICE) + (kind ? KEY_SYMBOL : 0) + KEY_GAP })
  const entries = [
    ...MARKS.filter(({ kind }) => visits.some(({ marks }) => marks.some(mark => mark.kind === kind))).map(({ kind, name, maxGrade }) =>
      entry(kind, shows === 'grades' && kind !== 'treated' ? `${name} 0 to ${maxGrade}` : name),
    ),
    ...(prescribed.length > 0 ? [entry(null, 'Grey: prescribed')] : []),
    ...(offLimits.length > 0 ? [entry(null, 'Hatched: keep off')] : []),
  ]
  const lines: KeyEntry[][] = []
  for (const each of entries) {
    const line = lines.at(-1)
    if (line && lineWidth(line) + each.width - KEY_GAP <= width) line.push(each)
    else lines.push([each])
  }
  return lines
}

const lineWidth = (line: readonly KeyEntry[]) => line.reduce((sum, each) => sum + each.width, 0)

function drawKey(paper: Paper, lines: readonly (readonly KeyEntry[])[], { x, y, width }: { x: number; y: number; width: number }): void {
  const scale = 0.28
  for (const [i, line] of lines.entries()) {
    const base = y + 9.5 + i * KEY_LEAD
    let left = x + Math.max(0, (width - lineWidth(line) + KEY_GAP) / 2)
    for (const { kind, words, width: room } of line) {
      if (kind) {
        const symbol = paper.pdf
          .save()
          .translate(left + MARK_RADIUS, base - 2.6)
          .scale(scale)
        symbol
          .lineWidth(0.8 / scale)
          .lineJoin('round')
          .strokeColor(BLACK)
          .path(MARK_SHAPES[kind].path)
          .stroke()
          .restore()
      }
      set(paper, words, NOTICE, { x: left + (kind ? KEY_SYMBOL : 0), y: base })
      left += room
    }
  }
}
