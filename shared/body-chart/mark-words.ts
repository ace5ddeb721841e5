import { type Mark, type MarkKind, markWords } from './marks.ts'
import { SITE_ALIASES } from './site-aliases.ts'
import { type BodySite, namedSite, SITES, sideOfSite, siteInWords } from './sites.ts'

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** `5 of 10` for pain and numbness, `tenderness 3 of 4` for a trigger point; empty without a grade. */
export function gradeInWords(kind: MarkKind, grade: number | null): string {
  if (grade === null) return ''
  const { gradeName, maxGrade } = markWords(kind)
  const amount = `${grade} of ${maxGrade}`
  return maxGrade === 10 || gradeName === 'Grade' ? amount : `${lowered(gradeName)} ${amount}`
}

/** What a mark says in one line: `Trigger point in the right levator scapulae, tenderness 3 of 4, refers to the right temporalis: worse at the desk`. */
export function markInWords({ kind, site, grade, quality, refersTo, remark }: Omit<Mark, 'id' | 'at'>): string {
  const said = [
    `${markWords(kind).name} in the ${siteInWords(site)}`,
    gradeInWords(kind, grade),
    quality,
    refersTo ? `refers to the ${siteInWords(refersTo.site)}` : '',
  ]
  const sentence = said.filter(Boolean).join(', ')
  return remark.trim() ? `${sentence}: ${remark.trim()}` : sentence
}

const LEFT = new Set(['l', 'lt', 'left'])
const RIGHT = new Set(['r', 'rt', 'right'])

/** Lower-case words of what was typed or named; hyphens, brackets, points and commas part them. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}’'/]+/gu) ?? []

/** Whether a typed word stands for a side of the patient, and which. */
export function sideTyped(word: string): 'left' | 'right' | undefined {
  if (LEFT.has(word)) return 'left'
  return RIGHT.has(word) ? 'right' : undefined
}

const closeness = (typed: string, spoken: readonly string[], points: { whole: number; begun: number }): number =>
  Math.max(0, ...spoken.map(word => (word === typed ? points.whole : word.startsWith(typed) ? points.begun : 0)))

// A word of the name counts more than another word for it, a whole word more than one begun, a name begun at its first word more still.
function scoreOf(site: BodySite, typed: readonly string[]): number {
  const { key, name } = namedSite(site)
  const own = wordsOf(name)
  const other = wordsOf(SITE_ALIASES[key] ?? '')
  let score = 0
  for (const word of typed) {
    const found = Math.max(closeness(word, own, { whole: 6, begun: 4 }), closeness(word, other, { whole: 5, begun: 2 }))
    if (found === 0) return 0
    score += found
  }
  return score + (own[0]?.startsWith(typed[0] ?? '') ? 1 : 0)
}

/**
 * The sites a therapist means by what was typed, best first: words begun in any order (`lev r`, `right upper trap`, `ql left`), the site’s name or another
 * word for it, also where one word is typed as two (`sub occ`). A side limits the sided ones; nothing typed finds all, from head to foot.
 */
export function findSites(typed: string): readonly BodySite[] {
  const words = wordsOf(typed)
  const side = words.map(sideTyped).find(found => found !== undefined)
  const named = words.filter(word => !sideTyped(word))
  const allowed = SITES.filter(site => side === undefined || sideOfSite(site) === side || (named.length > 0 && sideOfSite(site) === 'middle'))
  if (named.length === 0) return allowed
  const found = bestFirst(allowed, named)
  return found.length > 0 || named.length === 1 ? found : bestFirst(allowed, [named.join('')])
}

const bestFirst = (sites: readonly BodySite[], named: readonly string[]): readonly BodySite[] =>
  sites
    .map(site => ({ site, score: scoreOf(site, named) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ site }) => site)
