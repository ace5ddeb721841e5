import { arcCurves } from './pdf-arc.ts'
import { num } from './pdf-syntax.ts'

type Pen = { readonly x: number; readonly y: number; readonly startX: number; readonly startY: number }

/** How many numbers each command takes. */
const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, q: 4, a: 7, z: 0 }

/** SVG path data as operators of a PDF. Reads moves, lines, curves, arcs and closings; throws for anything else. */
export function pathOperators(data: string): string {
  const operators: string[] = []
  let pen: Pen = { x: 0, y: 0, startX: 0, startY: 0 }
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)/g)) {
    const values = (rest.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g) ?? []).map(Number)
    const count = COUNTS[letter.toLowerCase()]
    if (count === undefined) throw new RangeError(`Paths of papers have no command ${letter}.`)
    for (let i = 0; i === 0 || i < values.length; i += Math.max(count, 1)) {
      // More places after a move are lines.
      const command = i > 0 && letter.toLowerCase() === 'm' ? (letter === 'm' ? 'l' : 'L') : letter
      pen = step(operators, pen, { command, values: values.slice(i, i + count) })
    }
  }
  return operators.join('\n')
}

function step(operators: string[], pen: Pen, { command, values }: { command: string; values: readonly number[] }): Pen {
  const kind = command.toLowerCase()
  if (kind === 'z') {
    operators.push('h')
    return { ...pen, x: pen.startX, y: pen.startY }
  }
  const from = command === kind ? pen : { x: 0, y: 0 }
  const points = placesOf(kind, values, { pen, from })
  const [x = 0, y = 0] = points.slice(-2)
  if (kind === 'a') operators.push(...arcCurves(pen, { x, y }, values).map(curve => `${curve.map(num).join(' ')} c`))
  else if (kind === 'q') operators.push(`${asCubic(pen, points).map(num).join(' ')} c`)
  else operators.push(`${points.map(num).join(' ')} ${kind === 'm' || kind === 'c' ? kind : 'l'}`)
  return kind === 'm' ? { x, y, startX: x, startY: y } : { ...pen, x, y }
}

function placesOf(kind: string, values: readonly number[], { pen, from }: { pen: Pen; from: { readonly x: number; readonly y: number } }): number[] {
  const [first = 0] = values
  if (kind === 'h') return [from.x + first, pen.y]
  if (kind === 'v') return [pen.x, from.y + first]
  if (kind === 'a') return [from.x + (values[5] ?? 0), from.y + (values[6] ?? 0)]
  return values.map((value, i) => value + (i % 2 === 0 ? from.x : from.y))
}

/** A curve of one handle as one of two. */
function asCubic({ x, y }: Pen, [handleX = 0, handleY = 0, endX = 0, endY = 0]: readonly number[]): number[] {
  const toward = (from: number, handle: number) => from + (2 / 3) * (handle - from)
  return [toward(x, handleX), toward(y, handleY), toward(endX, handleX), toward(endY, handleY), endX, endY]
}
