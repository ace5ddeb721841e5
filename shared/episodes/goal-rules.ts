import { RomMotion } from '../notes/rom.ts'
import { isKnownMeasure, MEASURES } from '../outcomes/measures.ts'
import type { Goal } from './schema.ts'

type Stated = Pick<Goal, 'measure' | 'key' | 'baseline' | 'target'>

/** What keeps a goal from being measured: which field, and what to do. Null where nothing does. */
export function goalRefusal({ measure, key, baseline, target }: Stated): { readonly field: 'key' | 'baseline' | 'target'; readonly sentence: string } | null {
  if (measure === 'rom' && !RomMotion.safeParse(key.split(':')[0]).success) return { field: 'key', sentence: 'Choose the motion.' }
  if (measure === 'activity' && key.trim() === '') return { field: 'key', sentence: 'Name the activity as the notes do.' }
  if (measure === 'score' && !isKnownMeasure(key) && !/^generic:./.test(key)) return { field: 'key', sentence: 'Choose the questionnaire.' }
  const range = rangeOf(measure, key)
  if (!range) return null
  const isOutside = (value: number | null) => value !== null && (value < range.min || value > range.max)
  const sentence = `Enter ${String(range.min).replace('-', '−')} to ${range.max}.`
  if (isOutside(target)) return { field: 'target', sentence }
  return isOutside(baseline) ? { field: 'baseline', sentence } : null
}

/** The scale a goal’s numbers stand on; null where it has none. */
function rangeOf(measure: Goal['measure'], key: string): { readonly min: number; readonly max: number } | null {
  if (measure === 'free') return null
  if (measure === 'rom') return { min: 0, max: 200 }
  if (measure !== 'score') return { min: 0, max: 10 }
  return isKnownMeasure(key) ? MEASURES[key] : null
}
