import { MOTIONS, type Motion, motionLabel } from '../notes/rom.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { LetterVisit } from './letter-source.ts'
import type { LetterMeasure } from './progress-letter.ts'

/** Points of pain (0 to 10) that matter to patients with long-lasting pain: 2 (numeric rating scale, chronic musculoskeletal pain). */
export const MEANINGFUL_PAIN = 2
/** Points of patient-specific function (0 to 10) that are a medium change: 2.3. */
export const MEANINGFUL_FUNCTION = 2.3

/** How a measure began and how it stands: first and last of at least two visits. */
export type Course = { readonly from: number; readonly to: number }

type Pain = 'now' | 'best' | 'worst'

/** Pain before treatment at the first and the last visit where it was asked; null with fewer than two. */
export function painCourse(visits: readonly LetterVisit[], which: Pain): Course | null {
  return course(visits, content => content.painBefore[which])
}

/** Mean of the patient’s own activities (0 to 10) at the first and last visit where they were scored. */
export function functionCourse(visits: readonly LetterVisit[]): Course | null {
  return course(visits, functionScore)
}

/** Mean of the activities scored in a note, to a tenth; null where none was. */
export function functionScore({ activities }: NoteContent): number | null {
  const scores = activities.flatMap(activity => activity.score ?? [])
  return scores.length === 0 ? null : Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10
}

function course(visits: readonly LetterVisit[], read: (content: NoteContent) => number | null): Course | null {
  const values = visits.flatMap(visit => read(visit.content) ?? [])
  const [from, to] = [values[0], values.at(-1)]
  return values.length < 2 || from === undefined || to === undefined ? null : { from, to }
}

/** The rows of the letter’s table. An initial letter has one visit and so a baseline only. */
export function letterMeasures(visits: readonly LetterVisit[], isInitial: boolean): LetterMeasure[] {
  const rows = [
    painRow(visits, 'now'),
    painRow(visits, 'best'),
    painRow(visits, 'worst'),
    functionRow(visits),
    ...MOTIONS.map(motion => romRow(visits, motion)),
  ]
  const found = rows.flatMap(row => row ?? [])
  return isInitial ? found.map(row => ({ ...row, current: '', change: '', meaningful: 'none', note: row.note.startsWith('Normal') ? row.note : '' })) : found
}

const PAIN_LABELS = { now: 'Pain now, 0 to 10', best: 'Pain at best', worst: 'Pain at worst' } as const

function painRow(visits: readonly LetterVisit[], which: Pain): LetterMeasure | null {
  const pair = pairOf(visits, content => content.painBefore[which])
  if (!pair) return null
  const { from, to } = pair
  const gained = to === null ? 0 : from - to
  return {
    measure: PAIN_LABELS[which],
    baseline: String(from),
    current: shown(to, String),
    change: changed(pair, 0),
    ...judged(gained, MEANINGFUL_PAIN, to !== null),
  }
}

function functionRow(visits: readonly LetterVisit[]): LetterMeasure | null {
  const pair = pairOf(visits, functionScore)
  if (!pair) return null
  const { from, to } = pair
  const gained = to === null ? 0 : to - from
  const tenths = (value: number) => value.toFixed(1)
  return {
    measure: 'Function (PSFS), 0 to 10',
    baseline: tenths(from),
    current: shown(to, tenths),
    change: changed(pair, 1),
    ...judged(gained, MEANINGFUL_FUNCTION, to !== null),
  }
}

// Tenths are compared as whole numbers: 5.3 − 3.0 is not 2.3 in binary.
function judged(gained: number, threshold: number, isKnown: boolean): Pick<LetterMeasure, 'meaningful' | 'note'> {
  if (!isKnown) return { meaningful: 'none', note: '' }
  if (gained < 0) return { meaningful: 'not-yet', note: 'No, worse' }
  const isEnough = Math.round(gained * 10) >= Math.round(threshold * 10)
  return isEnough ? { meaningful: 'yes', note: `Yes, ${threshold} or more` } : { meaningful: 'not-yet', note: `Not yet, ${threshold} or more` }
}

type Pair = { readonly from: number; readonly to: number | null }

function pairOf(visits: readonly LetterVisit[], read: (content: NoteContent) => number | null): Pair | null {
  const values = visits.flatMap(visit => read(visit.content) ?? [])
  const from = values[0]
  return from === undefined ? null : { from, to: values.length < 2 ? null : (values.at(-1) ?? null) }
}

const shown = (value: number | null, words: (value: number) => string) => (value === null ? '' : words(value))

/** `−4`, `+3.3`, `0`, with a true minus sign. */
function signed(change: number, digits: number): string {
  const words = Math.abs(change).toFixed(digits)
  if (Number(words) === 0) return '0'
  return `${change < 0 ? '−' : '+'}${words}`
}
const changed = ({ from, to }: Pair, digits: number) => (to === null ? '' : signed(to - from, digits))

function romRow(visits: readonly LetterVisit[], { motion, normalDegrees, isTwoSided }: Motion): LetterMeasure | null {
  const read = (side: 'left' | 'right' | 'value') => pairOf(visits, content => content.rom.find(entry => entry.motion === motion)?.[side] ?? null)
  const sides = (isTwoSided ? [read('left'), read('right')] : [read('value')]).flatMap(side => side ?? [])
  if (sides.length === 0 || (isTwoSided && sides.length < 2)) return null
  const degrees = (value: number | null) => shown(value, known => `${known}°`)
  const changes = sides.map(side => (side.to === null ? '' : `${signed(side.to - side.from, 0)}°`.replace(/^0°$/, '0')))
  const isMeasuredAgain = sides.every(side => side.to !== null)
  return {
    measure: isTwoSided ? `${motionLabel(motion)}, L / R` : motionLabel(motion),
    baseline: sides.map(side => degrees(side.from)).join(' / '),
    current: isMeasuredAgain ? sides.map(side => degrees(side.to)).join(' / ') : '',
    change: isMeasuredAgain ? changes.join(' / ') : '',
    meaningful: 'none',
    note: `Normal ${normalDegrees}°`,
  }
}
