import { REGIONS, type Region, sideOf } from '../../shared/body-chart/regions.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'

const PARTS: readonly (readonly [words: RegExp, part: string])[] = [
  [/\b(calf|calves|shins?|lower legs?)\b/g, 'lower-leg'],
  [/\b(thighs?|hamstrings?)\b/g, 'thigh'],
  [/\bknees?\b/g, 'knee'],
  [/\b(foot|feet|ankles?|heels?)\b/g, 'foot'],
  [/\b(hips?|buttocks?)\b/g, 'hip'],
  [/\bshoulders?\b/g, 'shoulder'],
  [/\bupper arms?\b/g, 'upper-arm'],
  [/\b(forearms?|elbows?)\b/g, 'forearm'],
  [/\b(hands?|wrists?)\b/g, 'hand'],
  [/\bneck\b/g, 'neck'],
  [/\bjaw\b/g, 'jaw'],
  [/\b(chest|breasts?)\b/g, 'chest'],
  [/\b(abdomen|belly)\b/g, 'abdomen'],
  [/\bupper back\b/g, 'upper-back'],
  [/\b(low|lower) back\b/g, 'lower-back'],
]

/** Only a sentence that forbids a place counts: “No high-velocity neck work” forbids a way of working. */
const FORBIDS = /^(?:avoid|keep off|stay off|keep away from|no (?:massage|treatment|pressure|deep work|work) (?:on|over|to|near))\b([^:;.]*)/

// “left knee and calf” means both on the left, “left calf and both knees” only the calf; a place without a side means both.
function sideAt(words: string, place: number): 'left' | 'right' | 'both' {
  const before = words
    .slice(0, place)
    .match(/\b(left|right|both)\b/g)
    ?.at(-1)
  const after = words.slice(place).match(/^[a-z ]+, (left|right)\b/)?.[1]
  const said = before ?? after
  return said === 'left' || said === 'right' ? said : 'both'
}

function regionsIn(words: string): readonly Region[] {
  return PARTS.flatMap(([pattern, part]) =>
    [...words.matchAll(pattern)].flatMap(({ index }) => {
      const side = sideAt(words, index)
      return REGIONS.filter(region => region === part || (region.startsWith(`${part}-`) && (side === 'both' || sideOf(region) === side)))
    }),
  )
}

/**
 * The regions that the alerts of the kind “never” name in words (“Avoid left calf: varicose veins”), to hatch them on the body chart.
 * A help for the eye only: the alert itself stands in the header.
 */
export function offLimitRegions(alerts: PatientHeader['alerts']): readonly Region[] {
  const found = alerts.filter(({ kind }) => kind === 'never').flatMap(({ text }) => regionsIn(FORBIDS.exec(text.toLowerCase())?.[1] ?? ''))
  return [...new Set(found)]
}
