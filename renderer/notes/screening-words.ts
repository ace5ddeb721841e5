import { joinWords } from '../../shared/body-chart/regions.ts'
import { type BodySite, siteInWords } from '../../shared/body-chart/sites.ts'
import type { FoundItem } from '../../shared/health/find-items.ts'
import { findingsOf, type Screened } from '../../shared/health/findings.ts'
import { factsOf } from '../../shared/health/items.ts'
import type { HealthHistory } from '../../shared/health/schema.ts'
import { standingFindings } from '../../shared/health/standing.ts'
import { shortened } from '../../shared/lib/text.ts'
import type { NoteContent, ScreenFinding } from '../../shared/notes/schema.ts'

type Found = NoteContent['screening']['found']

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** `left inner calf and left soleus`; empty for no place. */
export const placesInWords = (sites: readonly BodySite[]): string => joinWords(sites.map(siteInWords))

/** `all no`, or `fever; varicose veins (left inner calf)`: what a screen found, inside a sentence. */
export function screenInWords(screening: Screened): string {
  const findings = findingsOf(screening)
  if (findings.length === 0) return 'all no'
  return findings.map(({ name, sites }) => (sites.length === 0 ? inSentence(name) : `${inSentence(name)} (${placesInWords(sites)})`)).join('; ')
}

/** `blood thinner (Apixaban), varicose veins; allergy to arnica`: what a health history means for massage; empty for nothing. */
export function historyInWords(history: HealthHistory): string {
  const standing = standingFindings({ ...history, allergies: [] }).map(({ item, remark, sites }) => {
    const more = [remark, placesInWords(sites)].filter(Boolean).join(', ')
    return `${inSentence(factsOf(item).name)}${more && ` (${more})`}`
  })
  const allergies = history.allergies.map(({ to }) => to)
  return [standing.join(', '), allergies.length > 0 ? `allergy to ${joinWords(allergies)}` : ''].filter(Boolean).join('; ')
}

/** The findings with one more; one known already keeps its places and takes the name into its remark. */
export function withFound(found: readonly ScreenFinding[], { item, name }: FoundItem): Found {
  const said = name.toLowerCase() === factsOf(item).name.toLowerCase() ? '' : name
  if (!found.some(one => one.item === item)) return [...found, { item, sites: [], remark: said }]
  const remarkWith = (remark: string) => (remark.includes(said) ? remark : shortened([remark, said].filter(Boolean).join('; '), 200))
  return found.map(one => (one.item === item ? { ...one, remark: remarkWith(one.remark) } : one))
}

/** The findings with a part of one changed; a family answered with yes gets its own entry then. */
export function changedFound(found: readonly ScreenFinding[], item: ScreenFinding['item'], part: Partial<ScreenFinding>): Found {
  const [first, ...same] = found.filter(one => one.item === item)
  const others = found.filter(one => one.item !== item)
  const sites = [...new Set([...(first?.sites ?? []), ...same.flatMap(one => one.sites)])].slice(0, 20)
  return [...others, { item, remark: first?.remark ?? '', sites, ...part }]
}
