import { z } from 'zod'

/** The body regions that prescriptions, plans and notes name; sides are the patient’s own. */
export const REGIONS = [
  'head',
  'jaw',
  'neck',
  'upper-back',
  'mid-back',
  'lower-back',
  'chest',
  'abdomen',
  'shoulder-left',
  'shoulder-right',
  'upper-arm-left',
  'upper-arm-right',
  'forearm-left',
  'forearm-right',
  'hand-left',
  'hand-right',
  'hip-left',
  'hip-right',
  'thigh-left',
  'thigh-right',
  'knee-left',
  'knee-right',
  'lower-leg-left',
  'lower-leg-right',
  'foot-left',
  'foot-right',
] as const

/** One body region, such as `upper-back` or `shoulder-left`. */
export const Region = z.enum(REGIONS, 'Choose a body region from the list.')
export type Region = z.infer<typeof Region>

/** Names without the side; the plural serves “both shoulders”. */
const NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  head: ['head', 'heads'],
  jaw: ['jaw', 'jaws'],
  neck: ['neck', 'necks'],
  'upper-back': ['upper back', 'upper backs'],
  'mid-back': ['middle back', 'middle backs'],
  'lower-back': ['low back', 'low backs'],
  chest: ['chest', 'chests'],
  abdomen: ['abdomen', 'abdomens'],
  shoulder: ['shoulder', 'shoulders'],
  'upper-arm': ['upper arm', 'upper arms'],
  forearm: ['elbow and forearm', 'elbows and forearms'],
  hand: ['wrist and hand', 'wrists and hands'],
  hip: ['hip and buttock', 'hips and buttocks'],
  thigh: ['thigh', 'thighs'],
  knee: ['knee', 'knees'],
  'lower-leg': ['lower leg', 'lower legs'],
  foot: ['ankle and foot', 'ankles and feet'],
}

/** The side of a region on the patient, or `middle`. */
export type RegionSide = 'left' | 'right' | 'middle'

/** Which side of the patient a region lies on. */
export function sideOf(region: Region): RegionSide {
  if (region.endsWith('-left')) return 'left'
  return region.endsWith('-right') ? 'right' : 'middle'
}

/** A region without its side: `shoulder` for both shoulders. */
export const partOf = (region: Region): string => region.replace(/-(left|right)$/, '')

const nameOf = (part: string, both: boolean): string => NAMES[part]?.[both ? 1 : 0] ?? part

/** `left shoulder`: a region inside a sentence. */
export function regionInWords(region: Region): string {
  const side = sideOf(region)
  return side === 'middle' ? nameOf(partOf(region), false) : `${side} ${nameOf(partOf(region), false)}`
}

/** `Left shoulder`: a region as a label. */
export function regionLabel(region: Region): string {
  const words = regionInWords(region)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Joins words as in speech: `neck`, `neck and jaw`, `neck, jaw, and chest`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ')
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`
}

/** `neck and upper back`, `both shoulders`: regions inside a sentence, in the order given, each once. Empty for none. */
export function regionsInWords(regions: readonly Region[]): string {
  const chosen = new Set<string>(regions)
  const words = [...new Set(regions)].map(region => {
    const part = partOf(region)
    const both = chosen.has(`${part}-left`) && chosen.has(`${part}-right`)
    return both ? `both ${nameOf(part, true)}` : regionInWords(region)
  })
  return joinWords([...new Set(words)])
}

/** The regions of a note that its prescription does not name. A prescription without regions limits nothing. */
export function regionsOutside(treated: readonly Region[], prescribed: readonly Region[]): readonly Region[] {
  return prescribed.length === 0 ? [] : [...new Set(treated)].filter(region => !prescribed.includes(region))
}
