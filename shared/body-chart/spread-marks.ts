type Spot = { readonly x: number; readonly y: number }

const ROUNDS = 60
/** Exactly on top of one another, marks part in this direction: down, as a list does. */
const DOWN = { x: 0, y: 1 } as const

function pushed(spots: readonly Spot[], distance: number): readonly Spot[] {
  const moved = spots.map(({ x, y }) => ({ x, y }))
  for (const [i, a] of moved.entries()) {
    for (const b of moved.slice(i + 1)) {
      const dx = b.x - a.x
      const dy = b.y - a.y
      const apart = Math.hypot(dx, dy)
      const missing = (distance - apart) / 2
      if (missing <= 0.01) continue
      const way = apart < 0.01 ? DOWN : { x: dx / apart, y: dy / apart }
      a.x -= way.x * missing
      a.y -= way.y * missing
      b.x += way.x * missing
      b.y += way.y * missing
    }
  }
  return moved
}

/**
 * Moves marks that would cover one another apart until their middles are `distance` away from each other, as little as it takes. Their true places stay:
 * a thin line leads there. The same marks always come to lie the same way.
 */
export function spreadMarks(spots: readonly Spot[], distance: number): readonly Spot[] {
  let spread = spots
  for (let round = 0; round < ROUNDS; round++) spread = pushed(spread, distance)
  return spread
}
