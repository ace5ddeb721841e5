import { REGIONS, type Region, sideOf } from '../../shared/body-chart/regions.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(calf|calves|shins?|lower legs?)\b/, 'lower-leg'],
  [/\b(thighs?|hamstrings?)\b/, 'thigh'],
  [/\bknees?\b/, 'knee'],
  [/\b(foot|feet|ankles?|heels?)\b/, 'foot'],
  [/\b(hips?|buttocks?)\b/, 'hip'],
  [/\bshoulders?\b/, 'shoulder'],
  [/\bupper arms?\b/, 'upper-arm'],
  [/\b(forearms?|elbows?)\b/, 'forearm'],
  [/\b(hands?|wrists?)\b/, 'hand'],
  [/\b(front of (the )?neck|neck)\b/, 'neck'],
  [/\bjaw\b/, 'jaw'],
  [/\b(chest|breasts?)\b/, 'chest'],
  [/\b(abdomen|belly)\b/, 'abdomen'],
  [/\bupper back\b/, 'upper-back'],
  [/\b(low|lower) back\b/, 'lower-back'],
]

/** Only a sentence that forbids a place counts: “No high-velocity neck work” forbids a way of working. */
const FORBIDS = /^(?:avoid|keep off|stay off|keep away from|no (?:massage|treatment|pressure|deep work|work) (?:on|over|to|near))\b([^:;.]*)/

/**
 * The regions that the alerts of the kind “never” name in words (“Avoid left calf: varicose veins”), to hatch them on the body chart.
 * A help for the eye only: the alert itself stands in the header.
 */
export function offLimitRegions(alerts: PatientHeader['alerts']): readonly Region[] {
  const found = alerts
    .filter(({ kind }) => kind === 'never')
    .flatMap(({ text }) => {
      const words = FORBIDS.exec(text.toLowerCase())?.[1] ?? ''
      const side = /\bleft\b/.test(words) ? 'left' : /\bright\b/.test(words) ? 'right' : null
      const parts = WORDS.filter(([pattern]) => pattern.test(words)).map(([, part]) => part)
      return REGIONS.filter(region => parts.some(part => region === part || (region.startsWith(`${part}-`) && (side === null || sideOf(region) === side))))
    })
  return [...new Set(found)]
}
