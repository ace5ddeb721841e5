import { toTenth } from './measures.ts'

/** How a measure moved, and whether the change is one that matters. `points` is how far, without direction, to one decimal. */
export type Change = {
  readonly direction: 'better' | 'worse' | 'same'
  readonly points: number
  /** Null where no threshold is known. */
  readonly isMeaningful: boolean | null
}

/** What a change is judged by: which way is better, and from how many points it matters. */
export type Judged = { readonly better: 'lower' | 'higher'; readonly mattersFrom: number | null }

/** Compares two scores of one measure by the change that matters to patients. The threshold itself matters; tenths are compared as tenths. */
export function meaningfulChange({ better, mattersFrom }: Judged, from: number, to: number): Change {
  const points = toTenth(Math.abs(to - from))
  if (points === 0) return { direction: 'same', points, isMeaningful: mattersFrom === null ? null : false }
  const isBetter = to > from === (better === 'higher')
  return { direction: isBetter ? 'better' : 'worse', points, isMeaningful: mattersFrom === null ? null : points >= mattersFrom }
}

/** The band around a first score in which a change is too small to matter, inside the measure’s range; null where no threshold is known. */
export function bandAround(facts: { readonly min: number; readonly max: number; readonly mattersFrom: number | null }, baseline: number): Band | null {
  const { min, max, mattersFrom } = facts
  if (mattersFrom === null) return null
  return { from: Math.max(min, toTenth(baseline - mattersFrom)), to: Math.min(max, toTenth(baseline + mattersFrom)) }
}

/** From the lower to the higher end of the scale. */
export type Band = { readonly from: number; readonly to: number }

/** How far a goal is reached, 0 to 1; null where baseline equals target, so that there is no way to measure. */
export function goalProgress(baseline: number, target: number, current: number): number | null {
  if (baseline === target) return null
  return Math.min(1, Math.max(0, (current - baseline) / (target - baseline)))
}
