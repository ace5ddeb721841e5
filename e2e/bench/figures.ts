/** The middle of some figures; NaN of none. */
export const median = (figures: readonly number[]): number => quantile(figures, 0.5)

/** The figure below which this part of all lies; NaN of none. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A way to do the same work. Gives milliseconds for one piece of it. */
export type Contender = { readonly name: string; readonly round: () => Promise<number> }

/**
 * Lets all contenders work in turn, round after round, beginning with another one each time: so a machine that is busy for a while is busy for all.
 * Returns the milliseconds of each by round.
 */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, contenders.length)
    for (const { name, round: work } of [...contenders.slice(first), ...contenders.slice(0, first)]) figures.get(name)?.push(await work())
  }
  return figures
}

/** How many times faster the one is than the other: the median of the rounds’ own ratios. */
export const timesFaster = (slow: readonly number[], fast: readonly number[]): number =>
  median(slow.map((figure, round) => figure / (fast[round] ?? Number.NaN)))

/** Prints rows below each other in columns. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), [])
  console.log(`\n${title}`)
  for (const row of rows) console.log(`  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   ')}`)
}

/** Milliseconds to be read. */
export const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 0)} ms`
