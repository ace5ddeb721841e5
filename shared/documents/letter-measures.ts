import { type MeasuredVisit, measuredFor } from '../episodes/goal-progress.ts'
import type { FinalMeasures, Goal } from '../episodes/schema.ts'
import { assertNever } from '../lib/assert-never.ts'
import { formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { MOTIONS, motionLabel } from '../notes/rom.ts'
import { meaningfulChange } from '../outcomes/change.ts'
import { formatMeasured, formatScore, isKnownMeasure, MEASURES, type MeasureFacts, measureId, type Thresholds } from '../outcomes/measures.ts'
import type { MeasureKey } from '../outcomes/schema.ts'
import { measureOf } from '../outcomes/score.ts'
import { palpationRows, romRows, strengthRows } from './letter-findings.ts'
import type { LetterVisit } from './letter-source.ts'
import type { LetterMeasure } from './progress-letter.ts'

/** One value and its day. */
export type Measured = { readonly on: LocalDate; readonly value: number }
/** How a measure began and how it stands: first and last of at least two visits. */
export type Course = { readonly from: number; readonly to: number }

/** What is measured besides the notes of the visits: thresholds of the clinic, and what was measured at discharge. */
export type LetterYardstick = { readonly rules?: Thresholds | undefined; readonly final?: FinalMeasures | null | undefined }

type Pain = 'now' | 'best' | 'worst'

/** What the visits of a letter measured, oldest first; the final measures at discharge come last. */
export function measuredVisits(visits: readonly LetterVisit[], final: FinalMeasures | null | undefined): MeasuredVisit[] {
  const noted = visits.map(({ on, content }) => ({ on, pain: content.painBefore, activities: content.activities, rom: content.rom, scores: content.scores }))
  if (!final) return noted
  const { on, painNow, activities, scores } = final
  return [...noted, { on, pain: { now: painNow, best: null, worst: null }, activities, rom: [], scores }]
}

/** Pain before treatment at the first and the last visit where it was asked; null with fewer than two. */
export function painCourse(visits: readonly MeasuredVisit[], which: Pain): Course | null {
  return courseOf(valuesOf(visits, { measure: `pain-${which}`, key: '' }))
}

/** Mean of the patient’s own activities (0 to 10) at the first and last visit where they were scored. */
export function functionCourse(visits: readonly MeasuredVisit[]): Course | null {
  return courseOf(valuesOf(visits, { measure: 'psfs', key: '' }))
}

/** Every value a measure had, with its day, oldest first. */
export function valuesOf(visits: readonly MeasuredVisit[], named: Parameters<typeof measuredFor>[0]): Measured[] {
  return visits.flatMap(visit => {
    const value = measuredFor(named, visit)
    return value === null ? [] : [{ on: visit.on, value }]
  })
}

function courseOf(values: readonly Measured[]): Course | null {
  const [from, to] = [values[0], values.at(-1)]
  return values.length < 2 || from === undefined || to === undefined ? null : { from: from.value, to: to.value }
}

/** The questionnaires scored in these visits, each once, in the order the measures are listed; the clinic’s own ones after. */
export function questionnairesIn(visits: readonly MeasuredVisit[], rules: Thresholds | undefined): MeasureFacts[] {
  const byId = new Map(visits.flatMap(visit => visit.scores).map(score => [measureId(score), measureOf(score, rules)]))
  const order: readonly string[] = Object.keys(MEASURES)
  const rank = (facts: MeasureFacts) => (facts.key === 'generic' ? order.length : order.indexOf(facts.key))
  return [...byId.values()].toSorted((a, b) => rank(a) - rank(b))
}

/**
 * The rows of the letter’s table: pain, function, every questionnaire, then motion, strength and palpation where measured.
 * An initial letter has one visit and so a baseline only. A value of another day than the columns’ says so in its note.
 */
export function letterMeasures(visits: readonly LetterVisit[], isInitial: boolean, { rules, final }: LetterYardstick = {}): LetterMeasure[] {
  const measured = measuredVisits(visits, isInitial ? null : final)
  const days = { first: visits[0]?.on, last: (isInitial ? null : final?.on) ?? visits.at(-1)?.on }
  const row = (facts: MeasureFacts, named: Parameters<typeof measuredFor>[0], name = shortName(facts)) =>
    scoreRow({ facts, name, values: valuesOf(measured, named), days })
  const pain = measureOf({ measure: 'pain', generic: null }, rules)
  const found = [
    row(pain, { measure: 'pain-now', key: '' }, 'Pain now, 0 to 10'),
    row(pain, { measure: 'pain-best', key: '' }, 'Pain at best'),
    row(pain, { measure: 'pain-worst', key: '' }, 'Pain at worst'),
    row(measureOf({ measure: 'psfs', generic: null }, rules), { measure: 'psfs', key: '' }, 'Function (PSFS), 0 to 10'),
    ...questionnairesIn(measured, rules).map(facts => row(facts, { measure: 'score', key: facts.id })),
  ].flatMap(one => one ?? [])
  const all = [...found, ...romRows(visits), ...strengthRows(visits), ...palpationRows(visits)]
  return isInitial ? all.map(one => ({ ...one, current: '', change: '', meaningful: 'none', note: /^(Normal|Of) /.test(one.note) ? one.note : '' })) : all
}

type Days = { readonly first: LocalDate | undefined; readonly last: LocalDate | undefined }
type RowParts = { readonly facts: MeasureFacts; readonly name: string; readonly values: readonly Measured[]; readonly days: Days }

function scoreRow({ facts, name, values, days }: RowParts): LetterMeasure | null {
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return null
  if (facts.key === 'global-change') return ratingRow({ facts, name, values, days }, last)
  const isMeasuredAgain = values.length > 1
  const when = elsewhere(first, isMeasuredAgain ? last : null, days)
  const judgement = isMeasuredAgain ? judged(facts, first.value, last.value) : { meaningful: 'none' as const, note: '' }
  return {
    measure: when === '' ? name : `${withoutRange(name)}, ${when}`,
    baseline: formatMeasured(facts, first.value),
    current: isMeasuredAgain ? formatMeasured(facts, last.value) : '',
    change: isMeasuredAgain ? signed(last.value - first.value, facts.decimals) : '',
    ...judgement,
  }
}

/** A rating of change is a change since the first visit: it has no baseline of its own. */
function ratingRow({ facts, name, days }: RowParts, last: Measured): LetterMeasure {
  return {
    measure: last.on === days.last ? name : `${withoutRange(name)}, ${formatMonthDay(last.on)}`,
    baseline: '',
    current: formatMeasured(facts, last.value),
    change: '',
    ...judged(facts, 0, last.value),
  }
}

/** Names that fit the table’s first column in one line; the others do as they are. */
const SHORT_NAMES: Readonly<Partial<Record<MeasureKey, string>>> = {
  'neck-disability': 'Neck disability, 0 to 100%',
  'global-change': 'Rating of change, −7 to +7',
  'lower-extremity': 'Leg function, 0 to 80',
  'upper-extremity': 'Arm function, 0 to 80',
}
const shortName = ({ key, name }: MeasureFacts): string => SHORT_NAMES[key] ?? name
const withoutRange = (name: string) => name.replace(/, [−\d.]+ to [+\d.]+%?$/, '')

const PAIN_ROWS = { 'pain-now': 'Pain now', 'pain-best': 'Pain at best', 'pain-worst': 'Pain at worst' } as const

/** The rows that the goals are bound to, by their names in the table. */
export function goalRows(goals: readonly Pick<Goal, 'measure' | 'key'>[], rows: readonly LetterMeasure[]): string[] {
  const names = goals.map(rowName).filter(name => name !== '')
  return rows.map(({ measure }) => measure).filter(measure => names.some(name => measure === name || measure.startsWith(`${name}, `)))
}

function rowName({ measure, key }: Pick<Goal, 'measure' | 'key'>): string {
  switch (measure) {
    case 'pain-now':
    case 'pain-best':
    case 'pain-worst':
      return PAIN_ROWS[measure]
    case 'psfs':
    case 'activity':
      return 'Function (PSFS)'
    case 'score':
      return isKnownMeasure(key) ? withoutRange(shortName(MEASURES[key])) : key.replace(/^generic:/, '')
    case 'rom': {
      const motion = MOTIONS.find(each => each.motion === key.split(':')[0])
      return motion ? motionLabel(motion.motion) : ''
    }
    case 'free':
      return ''
    default:
      return assertNever(measure)
  }
}

/** `Oct 9 to Oct 30`, where a measure was not taken on the days of the columns; else empty. */
function elsewhere(first: Measured, last: Measured | null, days: Days): string {
  if (first.on === days.first && (!last || last.on === days.last)) return ''
  return last ? `${formatMonthDay(first.on)} to ${formatMonthDay(last.on)}` : formatMonthDay(first.on)
}

function judged(facts: MeasureFacts, from: number, to: number): Pick<LetterMeasure, 'meaningful' | 'note'> {
  if (facts.mattersFrom === null) return { meaningful: 'none', note: '' }
  const { direction, isMeaningful } = meaningfulChange(facts, from, to)
  if (direction === 'worse') return { meaningful: 'not-yet', note: 'No, worse' }
  const threshold = formatScore(facts.mattersFrom)
  return isMeaningful ? { meaningful: 'yes', note: `Yes, ${threshold} or more` } : { meaningful: 'not-yet', note: `Not yet, ${threshold} or more` }
}

/** `−4`, `+3.3`, `0`, with a true minus sign. */
function signed(change: number, decimals: 0 | 1): string {
  const size = decimals === 1 ? Math.abs(change).toFixed(1) : formatScore(Math.abs(change))
  if (Number(size) === 0) return '0'
  return `${change < 0 ? '−' : '+'}${size}`
}
