import { pathOperators } from './pdf-path.ts'
import { num } from './pdf-syntax.ts'

/** Drawing on the page of a PDF, in points from its upper left corner, y growing downwards. Every call gives the graphics back. */
export type Graphics = {
  /** Writes operators of the PDF’s own (ISO 32000-1, annex A) as they are. */
  addContent(operators: string): Graphics
  save(): Graphics
  restore(): Graphics
  translate(x: number, y: number): Graphics
  scale(factor: number): Graphics
  lineWidth(width: number): Graphics
  lineCap(cap: 'butt' | 'round' | 'square'): Graphics
  lineJoin(join: 'miter' | 'round' | 'bevel'): Graphics
  dash(length: number, options: { readonly space: number }): Graphics
  undash(): Graphics
  /** Colors are `#rrggbb`. */
  strokeColor(color: string): Graphics
  fillColor(color: string): Graphics
  moveTo(x: number, y: number): Graphics
  lineTo(x: number, y: number): Graphics
  bezierCurveTo(...points: readonly [number, number, number, number, number, number]): Graphics
  closePath(): Graphics
  rect(x: number, y: number, width: number, height: number): Graphics
  circle(x: number, y: number, radius: number): Graphics
  /** The path data of SVG. */
  path(data: string): Graphics
  clip(): Graphics
  stroke(): Graphics
  fill(color?: string): Graphics
  fillAndStroke(fillColor: string, strokeColor: string): Graphics
}

/** What is set on a page, so that it is not set again. Undefined where it is not known. */
export type InkState = { fill: string | undefined; stroke: string | undefined; tracking: number | undefined; font: string | undefined }

/** Where operators go: the page, and what is set on it. */
export type Ink = { readonly write: (operators: string) => void; readonly state: () => InkState; readonly save: () => void; readonly restore: () => void }

/** How far the handles of a curve stand off, to look like a quarter of a circle. */
const ROUND = 4 * ((Math.sqrt(2) - 1) / 3)
const CAPS = { butt: 0, round: 1, square: 2 } as const
const JOINS = { miter: 0, round: 1, bevel: 2 } as const

/** Draws with some ink. */
export function graphicsWith(ink: Ink): Graphics {
  const write = (operators: string): Graphics => {
    ink.write(operators)
    return graphics
  }
  const graphics: Graphics = {
    addContent: write,
    save: () => {
      ink.save()
      return write('q')
    },
    restore: () => {
      ink.restore()
      return write('Q')
    },
    translate: (x, y) => write(`1 0 0 1 ${num(x)} ${num(y)} cm`),
    scale: factor => write(`${num(factor)} 0 0 ${num(factor)} 0 0 cm`),
    lineWidth: width => write(`${num(width)} w`),
    lineCap: cap => write(`${CAPS[cap]} J`),
    lineJoin: join => write(`${JOINS[join]} j`),
    dash: (length, { space }) => write(`[${num(length)} ${num(space)}] 0 d`),
    undash: () => write('[] 0 d'),
    strokeColor: color => {
      setColor(ink, 'stroke', color)
      return graphics
    },
    fillColor: color => {
      setColor(ink, 'fill', color)
      return graphics
    },
    moveTo: (x, y) => write(`${num(x)} ${num(y)} m`),
    lineTo: (x, y) => write(`${num(x)} ${num(y)} l`),
    bezierCurveTo: (...points) => write(`${points.map(num).join(' ')} c`),
    closePath: () => write('h'),
    rect: (x, y, width, height) => write(`${num(x)} ${num(y)} ${num(width)} ${num(height)} re`),
    circle: (x, y, radius) => circle(graphics, { x, y, radius }),
    path: data => write(pathOperators(data)),
    clip: () => write('W n'),
    stroke: () => write('S'),
    fill: color => (color === undefined ? graphics : graphics.fillColor(color)).addContent('f'),
    fillAndStroke: (fillColor, strokeColor) => graphics.fillColor(fillColor).strokeColor(strokeColor).addContent('B'),
  }
  return graphics
}

/** Sets a color unless it is set. Equal parts are written as gray, which printers take for pure black ink. */
export function setColor(ink: Ink, use: 'fill' | 'stroke', color: string): void {
  const state = ink.state()
  if (state[use] === color) return
  state[use] = color
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  const operator = red === green && green === blue ? { values: [red], fill: 'g', stroke: 'G' } : { values: [red, green, blue], fill: 'rg', stroke: 'RG' }
  ink.write(`${operator.values.map(num).join(' ')} ${operator[use]}`)
}

function circle(graphics: Graphics, { x, y, radius }: { x: number; y: number; radius: number }): Graphics {
  const handle = radius * ROUND
  return graphics
    .moveTo(x - radius, y)
    .bezierCurveTo(x - radius, y - handle, x - handle, y - radius, x, y - radius)
    .bezierCurveTo(x + handle, y - radius, x + radius, y - handle, x + radius, y)
    .bezierCurveTo(x + radius, y + handle, x + handle, y + radius, x, y + radius)
    .bezierCurveTo(x - handle, y + radius, x - radius, y + handle, x - radius, y)
    .closePath()
}
