import type { Mark } from '../../shared/body-chart/marks.ts'
import { placesOf } from '../../shared/body-chart/places.ts'
import { BodySite } from '../../shared/body-chart/sites.ts'
import type { MuscleGrade, NoteContent } from '../../shared/notes/schema.ts'
import { specialTestOf } from '../../shared/notes/special-tests.ts'
import { muscleOf } from '../../shared/notes/strength.ts'
import type { Chance } from './chance.ts'
import type { Findings, MarkPlan } from './demo-findings.ts'

/** Where a course stands: the side that is worse, and how much of what was found is gone, from −0.3 (worse) over 0 to 1 (healed). */
export type Stand = { readonly findings: Findings; readonly side: 'left' | 'right'; readonly healed: number }

/** What the demo’s patients reach, weakest first. */
const GRADES: readonly MuscleGrade[] = ['3', '3+', '4-', '4', '4+', '5']
/** At most so many steps better at the end of a good course. */
const STEPS = 3

const otherOf = (side: Stand['side']) => (side === 'left' ? 'right' : 'left')

/** A site by its plan word: `levator-scapulae` on the worse side, `other:levator-scapulae` on the other one. */
export function siteOf(word: string, side: Stand['side']): BodySite {
  const [plain, where] = word.startsWith('other:') ? [word.slice(6), otherOf(side)] : [word, side]
  const middle = BodySite.safeParse(plain)
  return middle.success ? middle.data : BodySite.parse(`${plain}-${where}`)
}

function gradeAfter(first: MuscleGrade, steps: number): MuscleGrade {
  return GRADES[Math.max(0, Math.min(GRADES.length - 1, GRADES.indexOf(first) + steps))] ?? first
}

/** Strength by hand: better by half steps as the course goes, the sound side ahead. */
export function strengthAt({ findings, side, healed }: Stand): NoteContent['strength'] {
  return findings.strength.map(([muscle, first]) => {
    const worse = gradeAfter(first, Math.round(healed * STEPS))
    if (!muscleOf(muscle).isTwoSided) return { muscle, left: null, right: null, value: worse }
    const better = gradeAfter(worse, 1)
    return side === 'left' ? { muscle, left: worse, right: better, value: null } : { muscle, left: better, right: worse, value: null }
  })
}

/** What is seen standing; slight findings go with the course, others become slighter. */
export function postureAt({ findings, side, healed }: Stand): NoteContent['posture'] {
  return findings.posture.flatMap(([finding, where, grade]) => {
    const now = healed < 0.5 ? grade : grade === 'marked' ? 'moderate' : grade === 'moderate' ? 'slight' : null
    return now === null ? [] : [{ finding, side: where === 'worse' ? side : where, grade: now }]
  })
}

/** Tests with the hands: positive on the worse side until enough is healed. */
export function testsAt({ findings, side, healed }: Stand): NoteContent['specialTests'] {
  return findings.tests.map(([test, until]) => {
    const worse = healed < until ? ('positive' as const) : ('negative' as const)
    if (!specialTestOf(test).isTwoSided) return { test, left: null, right: null, value: worse, remark: '' }
    const sides = side === 'left' ? { left: worse, right: 'negative' as const } : { left: 'negative' as const, right: worse }
    return { test, ...sides, value: null, remark: '' }
  })
}

const placeOf = (site: BodySite): Mark['at'] => {
  const [place] = placesOf(site)
  if (!place) throw new Error(`${site} has no place on the figure.`)
  return place
}

/** The body chart: grades come down as the course goes, and a mark that is gone is left out. Pain is what was said today. */
export function marksAt(chance: Chance, { findings, side, healed }: Stand, painNow: number): Mark[] {
  return findings.marks.flatMap((plan: MarkPlan): Mark[] => {
    const isPain = plan.kind === 'pain'
    const grade = isPain ? Math.min(painNow, plan.grade + 1) : Math.min(plan.kind === 'numbness' ? 10 : 4, Math.round(plan.grade * (1 - 0.8 * healed)))
    if (grade < 1) return []
    const site = siteOf(plan.site, side)
    const to = plan.to !== undefined && healed < 0.7 ? siteOf(plan.to, side) : undefined
    return [
      {
        id: chance.id(),
        kind: plan.kind,
        site,
        at: placeOf(site),
        grade,
        quality: plan.quality ?? '',
        refersTo: to === undefined ? null : { site: to, at: placeOf(to) },
        remark: '',
      },
    ]
  })
}

type Technique = NoteContent['blocks'][number]['techniques'][number]

/** Some of the condition’s techniques for a block: where, for how long (together the block’s minutes), and how the tissue answered. */
export function techniquesFor(
  chance: Chance,
  { findings, side }: Stand,
  { from, count, minutes }: { from: number; count: number; minutes: number },
): Technique[] {
  const chosen = Array.from({ length: Math.min(count, findings.work.length) }, (_, i) => findings.work[(from + i) % findings.work.length]).flatMap(work =>
    work ? [work] : [],
  )
  const share = Math.floor(minutes / chosen.length)
  return chosen.map(([name, ...sites], i) => ({
    name,
    sites: sites.map(site => siteOf(site, side)),
    minutes: i === chosen.length - 1 ? minutes - share * (chosen.length - 1) : share,
    response: i === 0 || chance.isTrue(0.4) ? chance.pick(findings.responses) : '',
  }))
}
