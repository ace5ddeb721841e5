import { z } from 'zod'
import { optionalLine } from '../lib/text.ts'
import { BodySite } from './sites.ts'

/** What a mark on the body chart says. */
export const MarkKind = z.enum(['pain', 'trigger-point', 'tension', 'adhesion', 'numbness', 'swelling', 'scar', 'treated'])
export type MarkKind = z.infer<typeof MarkKind>

/** A point on the figure, in the figure’s own coordinates. */
export const ChartPoint = z.strictObject({ view: z.enum(['front', 'back']), x: z.int().min(0).max(1500), y: z.int().min(0).max(1500) })
export type ChartPoint = z.infer<typeof ChartPoint>

/** How a pain feels; empty where not asked. */
export const PainQuality = z.enum(['', 'aching', 'sharp', 'burning', 'numb', 'throbbing', 'tingling', 'pulling'])
export type PainQuality = z.infer<typeof PainQuality>

/**
 * One mark on the body chart, and at the same time one line of palpation. `grade` runs 0 to 10 for pain and numbness, 0 to 4 for tone, tenderness
 * and the others (see MARKS). `refersTo` is where a trigger point or a pain travels to: the chart draws an arrow.
 */
export const Mark = z.strictObject({
  id: z.uuid(),
  kind: MarkKind,
  site: BodySite,
  at: ChartPoint,
  grade: z.int().min(0, 'Grades start at 0.').max(10, 'Grades go up to 10.').nullable(),
  quality: PainQuality,
  refersTo: z.strictObject({ site: BodySite, at: ChartPoint }).nullable(),
  remark: optionalLine(200),
})
export type Mark = z.infer<typeof Mark>

/** A kind’s name, what its grade is called and its highest grade; `letter` stands in the mark where colour is not seen. */
export type MarkWords = { readonly kind: MarkKind; readonly name: string; readonly gradeName: string; readonly maxGrade: number; readonly letter: string }

/** All kinds in the order of the key. Tone and tenderness 0 to 4: none, slight, moderate, marked, severe. */
export const MARKS: readonly MarkWords[] = [
  { kind: 'pain', name: 'Pain', gradeName: 'Pain', maxGrade: 10, letter: 'P' },
  { kind: 'trigger-point', name: 'Trigger point', gradeName: 'Tenderness', maxGrade: 4, letter: 'T' },
  { kind: 'tension', name: 'Tension', gradeName: 'Tone', maxGrade: 4, letter: 'S' },
  { kind: 'adhesion', name: 'Adhesion', gradeName: 'Grade', maxGrade: 4, letter: 'A' },
  { kind: 'numbness', name: 'Numbness', gradeName: 'Numbness', maxGrade: 10, letter: 'N' },
  { kind: 'swelling', name: 'Swelling', gradeName: 'Grade', maxGrade: 4, letter: 'W' },
  { kind: 'scar', name: 'Scar', gradeName: 'Grade', maxGrade: 4, letter: 'C' },
  { kind: 'treated', name: 'Treated', gradeName: 'Grade', maxGrade: 4, letter: 'R' },
]

/** A kind’s words. */
export function markWords(kind: MarkKind): MarkWords {
  const found = MARKS.find(each => each.kind === kind)
  if (!found) throw new RangeError(`No such mark: ${kind}`)
  return found
}
