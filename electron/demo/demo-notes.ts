import type { HealthHistory } from '../../shared/health/schema.ts'
import { screenedAsBefore } from '../../shared/health/standing.ts'
import { Instant } from '../../shared/lib/dates.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { Service } from '../../shared/practice/schema.ts'
import type { Chance } from './chance.ts'
import { CONDITIONS, type Condition } from './demo-conditions.ts'
import { marksAt, postureAt, type Stand, strengthAt, techniquesFor, testsAt } from './demo-exam.ts'
import { FINDINGS, type Findings } from './demo-findings.ts'
import type { Trend } from './demo-people.ts'
import { ASSESSMENTS, LATER_REPORTS, PLANS } from './demo-phrases.ts'
import { scoresAt } from './demo-scores.ts'

/** Where a patient starts and where the course leads, in points of pain and function. */
export type Course = {
  readonly condition: Condition
  readonly findings: Findings
  readonly trend: Trend
  readonly pain: number
  readonly ability: number
  readonly visits: number
}

const PAIN_GAIN: Readonly<Record<Trend, number>> = { better: 4.6, some: 1.4, flat: 0, worse: -1.6 }
const ABILITY_GAIN: Readonly<Record<Trend, number>> = { better: 4, some: 1.2, flat: 0.2, worse: -0.8 }
const HEALED: Readonly<Record<Trend, number>> = { better: 0.9, some: 0.4, flat: 0.1, worse: -0.2 }
const MOTION_GAIN: Readonly<Record<Trend, number>> = { better: 0.8, some: 0.35, flat: 0.08, worse: -0.1 }

/** A course with a starting point of its own. */
export function courseOf(chance: Chance, word: keyof typeof CONDITIONS, trend: Trend, visits: number): Course {
  return {
    condition: CONDITIONS[word],
    findings: FINDINGS[word],
    trend,
    visits,
    pain: trend === 'better' || trend === 'some' ? chance.between(6, 8) : chance.between(5, 6),
    ability: chance.between(2, 4),
  }
}

/** A visit to be written up: `index` counts the visits of the course from 0; `begun` is when the hands went on, null where no timer ran. */
export type VisitToWrite = {
  readonly index: number
  readonly minutes: number
  readonly services: readonly Service[]
  readonly health: HealthHistory | null
  readonly begun: Instant | null
  /** Massage strokes are part of it in any case. */
  readonly hasStrokes?: boolean
}

/** One visit’s note, written as a therapist does: screened, measured, worded and timed. */
export function writeNote(chance: Chance, course: Course, visit: VisitToWrite): NoteContent {
  const { condition } = course
  const way = course.visits < 2 ? 0 : Math.min(1, visit.index / (course.visits - 1))
  const now = painAt(chance, course, way)
  const eased = course.trend === 'flat' || course.trend === 'worse' ? chance.between(0, 1) : chance.between(1, 2)
  const stand: Stand = { findings: course.findings, side: affectedSide(condition), healed: HEALED[course.trend] * way }
  // Seen and tested at the first visit and every third one after it; the chart and strength every time.
  const isExamined = visit.index % 3 === 0
  return {
    screening: screening(chance, visit.health),
    subjective: report(chance, course, { index: visit.index, now }),
    objective: twoOf(chance, condition.findings),
    assessment: visit.index === 0 ? firstAssessment(condition) : chance.pick(ASSESSMENTS[course.trend]),
    plan: chance.pick(PLANS[course.trend]),
    homeCare: chance.pick(condition.homeCare),
    painBefore: { now, best: Math.max(0, now - chance.between(2, 3)), worst: Math.min(10, now + chance.between(1, 2)) },
    painAfter: { now: Math.max(0, now - eased), best: null, worst: null },
    activities: condition.activities.map((name, index) => ({ name, score: scoreAt(course, way, index) })),
    rom: condition.motions.map(([motion, normal, deficit]) => romAt(course, { motion, normal, deficit, way })),
    strength: strengthAt(stand),
    posture: isExamined ? postureAt(stand) : [],
    specialTests: isExamined ? testsAt(stand) : [],
    marks: marksAt(chance, stand, now),
    scores: scoresAt(condition, course.trend, { index: visit.index, way }),
    blocks: blocksOf(chance, stand, { condition, visit }),
    regionReasons: [],
    tieChoice: [],
  }
}

function painAt(chance: Chance, { pain, trend }: Course, way: number): number {
  const wobble = way === 0 || way === 1 ? 0 : chance.next() - 0.5
  return Math.max(0, Math.min(10, Math.round(pain - PAIN_GAIN[trend] * way + wobble)))
}

const scoreAt = ({ ability, trend }: Course, way: number, index: number) =>
  Math.max(0, Math.min(10, Math.round(ability + (index % 2) + ABILITY_GAIN[trend] * way)))

type Measured = { motion: NoteContent['rom'][number]['motion']; normal: number; deficit: number; way: number }
const MIDLINE = ['lumbar-flexion', 'lumbar-extension', 'cervical-flexion', 'cervical-extension']

function romAt({ trend, condition }: Course, { motion, normal, deficit, way }: Measured): NoteContent['rom'][number] {
  const worse = Math.max(0, Math.round(normal - deficit * (1 - MOTION_GAIN[trend] * way)))
  if (MIDLINE.includes(motion)) return { motion, left: null, right: null, value: worse }
  const better = Math.min(normal, worse + Math.round(deficit / 5))
  return affectedSide(condition) === 'right' ? { motion, left: better, right: worse, value: null } : { motion, left: worse, right: better, value: null }
}

/** The side that moves worse: the one treated first, left for the middle of the body. */
export const affectedSide = ({ regions }: Condition): 'left' | 'right' => (regions[0]?.endsWith('-right') ? 'right' : 'left')

// What the health history says stands at every visit; the eight questions are asked all the same.
function screening(chance: Chance, health: HealthHistory | null): NoteContent['screening'] {
  const { answers, found } = screenedAsBefore({ answers: {}, found: [] }, null, health)
  const isMeasured = chance.isTrue(0.2)
  const [systolic, diastolic] = isMeasured ? [chance.between(112, 142), chance.between(68, 88)] : [null, null]
  return {
    answers,
    found,
    remark: isMeasured ? '' : chance.isTrue(0.5) ? 'No change since last visit.' : '',
    overrideReason: '',
    systolic,
    diastolic,
    temperature: null,
    isWithheld: false,
  }
}

function report(chance: Chance, course: Course, { index, now }: { index: number; now: number }): string {
  const { complaints, activities } = course.condition
  const complaint = chance.pick(complaints)
  if (index === 0)
    return `Comes for ${course.condition.name.toLowerCase()}: ${complaint}. Pain ${now} of 10 today. Hardest: ${(activities[0] ?? 'daily tasks').toLowerCase()}.`
  const activity = (activities[index % activities.length] ?? 'daily tasks').toLowerCase()
  return sentenceCase(chance.pick(LATER_REPORTS[course.trend]).replace('{complaint}', complaint).replace('{activity}', activity))
}

const sentenceCase = (text: string) => text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

const firstAssessment = ({ name }: Condition) =>
  `Baseline taken. Findings are consistent with muscle guarding that goes with the referred condition (${name.toLowerCase()}). Suited to a timed series.`

function blocksOf(chance: Chance, stand: Stand, { condition, visit }: { condition: Condition; visit: VisitToWrite }): NoteContent['blocks'] {
  const { minutes, services, index: turn } = visit
  const handsOn = minutes >= 60 ? chance.between(46, 53) : minutes - chance.between(5, 8)
  const strokes = (chance.isTrue(0.7) || visit.hasStrokes) && handsOn > 40 ? chance.between(13, 18) : 0
  const wanted: [code: string, minutes: number][] = [['97140', handsOn - strokes]]
  if (strokes > 0) wanted.push(['97124', strokes])
  if (chance.isTrue(0.12)) wanted.push(['97010', 10])
  let begun = visit.begun
  return wanted.flatMap(([code, count], index) => {
    const service = services.find(each => each.code === code)
    if (!service) return []
    const { id, name, isTimed, minutesPerUnit } = service
    const half = Math.ceil(condition.regions.length / 2)
    const regions = strokes === 0 ? condition.regions : index === 0 ? condition.regions.slice(0, half) : condition.regions.slice(half)
    const span = begun && isTimed ? { from: begun, to: minutesAfter(begun, count) } : null
    if (span) begun = minutesAfter(span.to, 1)
    const strokesOf = { name: STROKES, sites: [], minutes: null, response: '' }
    return [
      {
        id: chance.id(),
        serviceId: id,
        code,
        name,
        isTimed,
        minutesPerUnit,
        modifiers: [],
        minutes: count,
        regions: [...regions],
        techniques: index === 0 ? techniquesFor(chance, stand, { from: turn, count: 3, minutes: count }) : code === '97124' ? [strokesOf] : [],
        runningSince: null,
        spans: span ? [span] : [],
      },
    ]
  })
}

const STROKES = 'Gliding strokes (effleurage)'
const minutesAfter = (moment: Instant, minutes: number) => Instant.parse(new Date(Date.parse(moment) + minutes * 60_000).toISOString())

/** Two different sentences; the same one is never said twice in a note. */
function twoOf(chance: Chance, sentences: readonly [string, ...string[]]): string {
  const first = chance.pick(sentences)
  const [second, ...rest] = sentences.filter(sentence => sentence !== first)
  return second === undefined ? first : `${first} ${chance.pick([second, ...rest])}`
}
