import { MARKS, type Mark, type MarkKind, markWords } from './marks.ts'
import { joinWords } from './regions.ts'
import { type BodySite, SITES, siteInWords } from './sites.ts'

/** What became of a finding between two visits. Without a grade on either side it can only be there or not. */
export type MarkChange = {
  readonly kind: MarkKind
  readonly site: BodySite
  readonly change: 'new' | 'gone' | 'eased' | 'worse' | 'same'
  /** The grade then and now; null where none was given or there was no mark. */
  readonly before: number | null
  readonly after: number | null
}

type Finding = { readonly kind: MarkKind; readonly site: BodySite; readonly grade: number | null }

/** One finding per kind and site: of several marks at the same place the highest grade speaks. Treated places are work, not findings. */
function findingsOf(marks: readonly Mark[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const { kind, site, grade } of marks) {
    if (kind === 'treated') continue
    const key = `${kind} ${site}`
    const known = found.get(key)?.grade ?? null
    found.set(key, { kind, site, grade: grade === null || known === null ? (grade ?? known) : Math.max(grade, known) })
  }
  return found
}

function changeOf(before: Finding | undefined, after: Finding | undefined): MarkChange['change'] {
  if (!before) return 'new'
  if (!after) return 'gone'
  if (before.grade === null || after.grade === null || before.grade === after.grade) return 'same'
  return after.grade < before.grade ? 'eased' : 'worse'
}

const place = ({ kind, site }: Finding) => MARKS.findIndex(each => each.kind === kind) * 1000 + SITES.indexOf(site)

/** What changed between two body charts, by kind and then from head to foot. */
export function compareMarks(before: readonly Mark[], after: readonly Mark[]): readonly MarkChange[] {
  const then = findingsOf(before)
  const now = findingsOf(after)
  return [...new Map([...then, ...now]).entries()]
    .toSorted(([, a], [, b]) => place(a) - place(b))
    .map(([key, { kind, site }]) => ({
      kind,
      site,
      change: changeOf(then.get(key), now.get(key)),
      before: then.get(key)?.grade ?? null,
      after: now.get(key)?.grade ?? null,
    }))
}

const GROUPS = [
  { change: 'gone', lead: 'Gone' },
  { change: 'eased', lead: 'Eased' },
  { change: 'worse', lead: 'Worse' },
  { change: 'new', lead: 'New' },
  { change: 'same', lead: 'Unchanged' },
] as const satisfies readonly { change: MarkChange['change']; lead: string }[]

/** `right levator scapulae trigger point, from 3 to 1 of 4`: one change inside a sentence. */
export function changeInWords({ kind, site, change, before, after }: MarkChange): string {
  const { name, maxGrade } = markWords(kind)
  const what = `${siteInWords(site)} ${name.toLowerCase()}`
  const grade = after ?? before
  if (change === 'eased' || change === 'worse') return `${what} from ${before} to ${after} of ${maxGrade}`
  return grade === null ? what : `${what} (${change === 'gone' ? 'was ' : ''}${grade} of ${maxGrade})`
}

/** All changes as sentences for a letter: `Gone: …. Eased: …. New: ….` Empty when neither visit had a finding. */
export function changesInWords(changes: readonly MarkChange[]): string {
  return GROUPS.flatMap(({ change, lead }) => {
    const ofGroup = changes.filter(each => each.change === change)
    return ofGroup.length > 0 ? [`${lead}: ${joinWords(ofGroup.map(changeInWords))}.`] : []
  }).join(' ')
}
