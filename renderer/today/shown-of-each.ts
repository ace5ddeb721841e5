/** Every group keeps at least so many rows. */
const LEAST = 2

/**
 * How many rows of each group are shown, so that all groups together keep to about `most`: each its first two, the rest in turn, from the first group on.
 * A single row is never hidden behind “1 more”, which would take its place.
 */
export function shownOfEach(counts: readonly number[], most: number): number[] {
  const shown = counts.map(count => Math.min(count, LEAST))
  const hidden = () => shown.reduce((sum, rows) => sum + rows, 0) < most && shown.some((rows, index) => rows < (counts[index] ?? 0))
  while (hidden()) {
    for (const [index, count] of counts.entries()) {
      const rows = shown[index] ?? 0
      if (rows < count && hidden()) shown[index] = rows + 1
    }
  }
  return shown.map((rows, index) => (counts[index] === rows + 1 ? rows + 1 : rows))
}
