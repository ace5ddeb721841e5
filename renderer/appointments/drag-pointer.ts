/** How near the edge scrolling begins, and the most pixels a frame. */
const EDGE_PX = 44
const MOST_PX = 14

const towards = (at: number, from: number, to: number) => {
  if (at < from + EDGE_PX) return -Math.min(1, (from + EDGE_PX - at) / EDGE_PX)
  return at > to - EDGE_PX ? Math.min(1, (at - to + EDGE_PX) / EDGE_PX) : 0
}

/** How fast the calendar scrolls while something is dragged to its edge, in pixels a frame. */
export function edgeSpeed(
  point: { readonly x: number; readonly y: number },
  box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
): { x: number; y: number } {
  return { x: Math.round(towards(point.x, box.left, box.right) * MOST_PX), y: Math.round(towards(point.y, box.top, box.bottom) * MOST_PX) }
}

/** Letting go of the mouse after a drag is no click on what lies there. */
export function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
