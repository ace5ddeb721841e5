import type { DrawnSignature } from '../../shared/notes/schema.ts'

/** The field a signature is drawn on. */
export const SIGNATURE_FIELD = { width: 600, height: 160 } as const

/** The most characters a drawn signature may have. */
const MOST = 20_000
/** A pen that moved less has not moved. */
const NEAR = 2

const within = (value: number, most: number) => Math.round(Math.max(0, Math.min(most, value)))

/** The drawing with one more point, at the end of the line or, for `begins`, at the start of a new one. What is too near, or too much, adds nothing. */
export function withPoint(path: DrawnSignature, point: { x: number; y: number }, begins: boolean): DrawnSignature {
  const x = within(point.x, SIGNATURE_FIELD.width)
  const y = within(point.y, SIGNATURE_FIELD.height)
  const [, lastX = '', lastY = ''] = /(\d+) (\d+)$/.exec(path) ?? []
  const isNear = lastX !== '' && Math.hypot(Number(lastX) - x, Number(lastY) - y) < NEAR
  if (isNear && !begins) return path
  // A line begins with a dot, so that a tap leaves one.
  const added = begins || path === '' ? `M${x} ${y}L${x} ${y}` : `L${x} ${y}`
  return path.length + added.length > MOST ? path : path + added
}
