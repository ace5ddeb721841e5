import { type Mark, type MarkKind, markWords } from './marks.ts'

/**
 * How a kind of mark looks: an outline about its own middle, 24 units across, and where the middle of its number stands. Every kind has a shape of its own,
 * so that a fax or an eye that sees no colour can tell them apart.
 */
export type MarkShape = { readonly path: string; readonly textY: number }

/** One shape for each kind: circle, diamond, square, triangle, hexagon, drop, cross, pill. */
export const MARK_SHAPES: Readonly<Record<MarkKind, MarkShape>> = {
  pain: { path: 'M-10 0A10 10 0 1 1 10 0A10 10 0 1 1 -10 0Z', textY: 0 },
  'trigger-point': { path: 'M0 -12L12 0L0 12L-12 0Z', textY: 0 },
  tension: { path: 'M-9.5 -9.5H9.5V9.5H-9.5Z', textY: 0 },
  adhesion: { path: 'M0 -12.5L12.5 9.5H-12.5Z', textY: 2.6 },
  numbness: { path: 'M-11.5 0L-5.7 -10H5.7L11.5 0L5.7 10H-5.7Z', textY: 0 },
  swelling: { path: 'M0 -14C3 -9 9.5 -4.5 9.5 2C9.5 7.5 5.2 11.5 0 11.5C-5.2 11.5 -9.5 7.5 -9.5 2C-9.5 -4.5 -3 -9 0 -14Z', textY: 1.4 },
  scar: { path: 'M-7 -12H7V-7H12V7H7V12H-7V7H-12V-7H-7Z', textY: 0 },
  treated: { path: 'M-6.5 -7.5H6.5A7.5 7.5 0 0 1 6.5 7.5H-6.5A7.5 7.5 0 0 1 -6.5 -7.5Z', textY: 0 },
}

/** How large a mark is drawn by its grade: 0.9 for the slightest, 1.25 for the gravest, 1 without a grade. */
export function markSize({ kind, grade }: Pick<Mark, 'kind' | 'grade'>): number {
  return grade === null ? 1 : 0.9 + (0.35 * grade) / markWords(kind).maxGrade
}
