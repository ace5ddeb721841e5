import type { Mark } from '../../shared/body-chart/marks.ts'
import { placesOf } from '../../shared/body-chart/places.ts'
import { BodySite } from '../../shared/body-chart/sites.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { Chance } from './chance.ts'

type Side = { readonly left: number; readonly right: number }
const two = (motion: NoteContent['rom'][number]['motion'], { left, right }: Side) => ({ motion, left, right, value: null })
const one = (motion: NoteContent['rom'][number]['motion'], value: number) => ({ motion, left: null, right: null, value })
const strong = (muscle: string, left: Grade, right: Grade) => ({ muscle, left, right, value: null })
type Grade = NoteContent['strength'][number]['left']

type Measured = readonly [rotation: Side, sideBend: Side, flexion: number, extension: number]
const motions = ([rotation, sideBend, flexion, extension]: Measured) => [
  two('cervical-rotation', rotation),
  two('cervical-side-bend', sideBend),
  one('cervical-flexion', flexion),
  one('cervical-extension', extension),
]
/** Her neck at the visits before last week’s. */
const BEFORE: readonly Measured[] = [
  [{ left: 46, right: 52 }, { left: 24, right: 24 }, 32, 36],
  [{ left: 48, right: 54 }, { left: 26, right: 25 }, 34, 37],
  [{ left: 50, right: 56 }, { left: 28, right: 26 }, 36, 39],
]

/** Marisol Reyes’s visits before today’s, counted from 0: measured so that the session that is going on may be compared with them. */
export function earlierVisit(content: NoteContent, index: number): NoteContent {
  const measured = BEFORE[index]
  if (!measured) return lastWeek(content)
  const strength = content.strength.map(each => (each.muscle === 'Deep neck flexors' ? { ...each, value: '3+' as const } : each))
  return { ...content, rom: motions(measured), strength: index === 0 ? content.strength : strength }
}

const lastWeek = (content: NoteContent): NoteContent => ({
  ...content,
  subjective: 'Sore for one day after the last visit, then driving was easier. Two headaches this week.',
  objective: 'Tone 3 of 4, upper trapezius both sides. Taut band in the left levator, less reactive.',
  painBefore: { now: 4, best: 2, worst: 6 },
  painAfter: { now: 2, best: null, worst: null },
  activities: scored(content, [7, 6, 7]),
  rom: motions([{ left: 52, right: 58 }, { left: 30, right: 28 }, 38, 40]),
  strength: [
    strong('Upper trapezius', '4', '5'),
    strong('Levator scapulae', '4-', '4+'),
    { muscle: 'Deep neck flexors', left: null, right: null, value: '3+' },
    strong('Middle trapezius', '4', '4+'),
  ],
})

/** The session that is going on: asked, measured, marked and nearly done; one region waits for its reason. */
export function thisSession(chance: Chance, content: NoteContent): NoteContent {
  const [manual, strokes] = content.blocks
  const blocks = [
    ...(manual ? [{ ...manual, minutes: 28, techniques: minutesShared(manual.techniques, 28), spans: [], regions: ['neck' as const] }] : []),
    ...(strokes ? [{ ...strokes, minutes: 24, spans: [], regions: ['upper-back' as const, 'forearm-left' as const] }] : []),
  ]
  return {
    ...content,
    screening: { ...content.screening, remark: 'No change since last visit.', systolic: 128, diastolic: 82 },
    subjective: 'Slept through five of seven nights. Can check the blind spot driving, still stiff after two hours at the computer. One headache, Sunday.',
    objective: 'Tone 2 of 4, was 3, upper trapezius both sides. Taut band in the left levator refers to the temple.',
    assessment: 'Less guarding left of C4 to C6, rotation up 8° left and 6° right since last week. Consistent with the referral diagnosis. Tolerated well.',
    plan: 'Continue weekly. Re-evaluate at visit 6.',
    homeCare: 'Chin tucks 2 × 10 a day, break every 45 minutes at the desk.',
    painBefore: { now: 3, best: 2, worst: 5 },
    painAfter: { now: 2, best: null, worst: null },
    activities: scored(content, [8, 6, 7]),
    rom: motions([{ left: 60, right: 64 }, { left: 34, right: 36 }, 42, 40]),
    strength: [
      strong('Upper trapezius', '4', '5'),
      strong('Levator scapulae', '4', '4+'),
      { muscle: 'Deep neck flexors', left: null, right: null, value: '4-' },
      strong('Middle trapezius', '4', '4+'),
    ],
    posture: [],
    specialTests: [],
    marks: [
      mark(chance, 'pain', 'cervical-paraspinals-left', 3, { quality: 'aching' }),
      mark(chance, 'trigger-point', 'levator-scapulae-left', 2, { to: 'temporalis-left' }),
      mark(chance, 'tension', 'rhomboids-left', 1),
      mark(chance, 'tension', 'wrist-flexors-left', 2, { remark: 'keyboard side' }),
    ],
    blocks,
  }
}

const scored = ({ activities }: NoteContent, scores: readonly number[]) => activities.map(({ name }, i) => ({ name, score: scores[i] ?? null }))

function minutesShared(techniques: NoteContent['blocks'][number]['techniques'], minutes: number) {
  const share = Math.floor(minutes / Math.max(1, techniques.length))
  return techniques.map(technique => ({ ...technique, minutes: share }))
}

function mark(chance: Chance, kind: Mark['kind'], name: string, grade: number, more: { quality?: Mark['quality']; to?: string; remark?: string } = {}): Mark {
  const place = (site: BodySite) => {
    const [at] = placesOf(site)
    if (!at) throw new Error(`${site} has no place on the figure.`)
    return at
  }
  const site = BodySite.parse(name)
  const to = more.to === undefined ? undefined : BodySite.parse(more.to)
  const refersTo = to === undefined ? null : { site: to, at: place(to) }
  return { id: chance.id(), kind, site, at: place(site), grade, quality: more.quality ?? '', refersTo, remark: more.remark ?? '' }
}
