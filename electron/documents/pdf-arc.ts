type Point = { readonly x: number; readonly y: number }
/** Two handles and an end. */
type Curve = readonly number[]

/** The curves that an elliptical arc of SVG path data is drawn with: radii, turn in degrees, the longer way?, clockwise? (SVG 1.1, F.6). */
export function arcCurves(from: Point, to: Point, [givenX = 0, givenY = 0, degrees = 0, isLong = 0, isClockwise = 0]: readonly number[]): Curve[] {
  const turn = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const half = { x: (cos * (from.x - to.x) + sin * (from.y - to.y)) / 2, y: (cos * (from.y - to.y) - sin * (from.x - to.x)) / 2 }
  // Radii too small for the distance grow until they reach.
  const reach = Math.max(1, Math.hypot(half.x / givenX, half.y / givenY))
  const radius = { x: Math.abs(givenX) * reach, y: Math.abs(givenY) * reach }
  if (radius.x === 0 || radius.y === 0 || (half.x === 0 && half.y === 0)) return [[from.x, from.y, to.x, to.y, to.x, to.y]]
  const unit = { x: half.x / radius.x, y: half.y / radius.y }
  const away = Math.sqrt(Math.max(0, 1 / (unit.x ** 2 + unit.y ** 2) - 1)) * (isLong === isClockwise ? -1 : 1)
  const center = { x: away * unit.y, y: -away * unit.x }
  const start = Math.atan2(unit.y - center.y, unit.x - center.x)
  const end = Math.atan2(-unit.y - center.y, -unit.x - center.x)
  const sweep = end - start + (isClockwise ? (end < start ? 2 * Math.PI : 0) : end > start ? -2 * Math.PI : 0)
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const onPage = (x: number, y: number) => {
    const across = (x + center.x) * radius.x
    const down = (y + center.y) * radius.y
    return [middle.x + cos * across - sin * down, middle.y + sin * across + cos * down]
  }
  return quarters(start, sweep).map(points => points.flatMap(([x = 0, y = 0]) => onPage(x, y)))
}

/** Part of the unit circle as curves of no more than a quarter each. */
function quarters(start: number, sweep: number): number[][][] {
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const handle = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [start + i * step, start + (i + 1) * step]
    return [
      [Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)],
      [Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)],
      [Math.cos(b), Math.sin(b)],
    ]
  })
}
