import { MARK_SHAPES, markSize } from '../../shared/body-chart/mark-shapes.ts'
import type { ChartPoint, Mark } from '../../shared/body-chart/marks.ts'
import { spreadMarks } from '../../shared/body-chart/spread-marks.ts'
import type { Paper } from './page.ts'
import { set } from './page-ink.ts'
import { BLACK, type Style } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** Half a mark, in points: its number is still read after a fax. */
export const MARK_RADIUS = 5
const IN_MARK: Style = { face: 'semibold', size: 6.8 }
const SHAPE_UNITS = 12
const HEAD = 3.4

type Point = { readonly x: number; readonly y: number }
type Drawn = { readonly mark: Mark; readonly at: Point; readonly true: Point; readonly text: string }

/** Draws marks over a figure: arrows of referral below, then each shape in white with a black edge and its number or grade. */
export function drawMarks(
  paper: Paper,
  { marks, shows, onPage }: { marks: readonly Mark[]; shows: 'numbers' | 'grades'; onPage: (point: ChartPoint) => Point },
): void {
  const places = marks.map(({ at }) => onPage(at))
  const spread = spreadMarks(places, 2 * MARK_RADIUS + 0.5)
  const drawn = marks.map((mark, i): Drawn => {
    const grade = mark.grade === null ? '' : String(mark.grade)
    const place = places[i] ?? { x: 0, y: 0 }
    return { mark, true: place, at: spread[i] ?? place, text: shows === 'numbers' ? String(i + 1) : grade }
  })
  for (const each of drawn) drawLines(paper, each, onPage)
  for (const each of drawn) drawMark(paper, each)
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

function drawLines({ pdf }: Paper, { mark, at, true: place }: Drawn, onPage: (point: ChartPoint) => Point): void {
  if (distance(at, place) > 1.5) {
    pdf.lineWidth(0.5).strokeColor(BLACK).moveTo(at.x, at.y).lineTo(place.x, place.y).stroke().circle(place.x, place.y, 0.9).fill(BLACK)
  }
  if (!mark.refersTo) return
  const end = onPage(mark.refersTo.at)
  const length = distance(at, end)
  if (length < MARK_RADIUS + HEAD) return
  const way = { x: (end.x - at.x) / length, y: (end.y - at.y) / length }
  const neck = { x: end.x - way.x * HEAD, y: end.y - way.y * HEAD }
  pdf.lineWidth(0.8).strokeColor(BLACK).dash(2.4, { space: 1.2 }).moveTo(at.x, at.y).lineTo(neck.x, neck.y).stroke().undash()
  const half = HEAD * 0.45
  pdf
    .moveTo(end.x, end.y)
    .lineTo(neck.x - way.y * half, neck.y + way.x * half)
    .lineTo(neck.x + way.y * half, neck.y - way.x * half)
    .closePath()
    .fill(BLACK)
}

function drawMark(paper: Paper, { mark, at, text }: Drawn): void {
  const { path, textY } = MARK_SHAPES[mark.kind]
  const scale = (MARK_RADIUS / SHAPE_UNITS) * markSize(mark)
  paper.pdf
    .save()
    .translate(at.x, at.y)
    .scale(scale)
    .lineWidth(0.9 / scale)
    .lineJoin('round')
    .path(path)
    .fillAndStroke('#ffffff', BLACK)
    .restore()
  const style = text.length > 1 ? { ...IN_MARK, size: 5.8 } : IN_MARK
  if (text) set(paper, text, style, { x: at.x - widthOf(paper, text, style) / 2, y: at.y + textY * scale + style.size / 3 })
}
