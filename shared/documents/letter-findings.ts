import { compareMarks, type MarkChange } from '../body-chart/compare.ts'
import { markWords } from '../body-chart/marks.ts'
import { siteInWords } from '../body-chart/sites.ts'
import { MOTIONS, type Motion, motionLabel } from '../notes/rom.ts'
import type { MuscleGrade, NoteContent } from '../notes/schema.ts'
import type { LetterVisit } from './letter-source.ts'
import type { LetterMeasure } from './progress-letter.ts'

/** A letter names the muscles and places that say most, not all of them. */
const MOST_MUSCLES = 6
const MOST_PLACES = 6

type Pair<Value> = { readonly from: Value; readonly to: Value | null }

function pairOf<Value>(visits: readonly LetterVisit[], read: (content: NoteContent) => Value | null): Pair<Value> | null {
  const values = visits.flatMap(visit => read(visit.content) ?? [])
  const from = values[0]
  return from === undefined ? null : { from, to: values.length < 2 ? null : (values.at(-1) ?? null) }
}

/** Range of motion in degrees, left and right, first and last time measured, in the order it is charted. */
export const romRows = (visits: readonly LetterVisit[]): LetterMeasure[] => MOTIONS.flatMap(motion => romRow(visits, motion) ?? [])

function romRow(visits: readonly LetterVisit[], { motion, normalDegrees, isTwoSided }: Motion): LetterMeasure | null {
  const read = (side: 'left' | 'right' | 'value') => pairOf(visits, content => content.rom.find(entry => entry.motion === motion)?.[side] ?? null)
  const sides = (isTwoSided ? [read('left'), read('right')] : [read('value')]).flatMap(side => side ?? [])
  if (sides.length === 0 || (isTwoSided && sides.length < 2)) return null
  const name = isTwoSided ? `${motionLabel(motion)}, L / R` : motionLabel(motion)
  return sidesRow(name, sides, {
    write: degrees => `${degrees}°`,
    compare: (from, to) => (from === to ? '0' : `${to < from ? '−' : '+'}${Math.abs(to - from)}°`),
    note: `Normal ${normalDegrees}°`,
  })
}

/** Strength by hand, 0 to 5, of the muscles tested first; whether each side got stronger is said in a word. */
export function strengthRows(visits: readonly LetterVisit[]): LetterMeasure[] {
  const muscles = [...new Set(visits.flatMap(visit => visit.content.strength.map(({ muscle }) => muscle)))]
  return muscles.flatMap(muscle => strengthRow(visits, muscle) ?? []).slice(0, MOST_MUSCLES)
}

function strengthRow(visits: readonly LetterVisit[], muscle: string): LetterMeasure | null {
  const read = (side: 'left' | 'right' | 'value') => pairOf(visits, content => content.strength.find(entry => entry.muscle === muscle)?.[side] ?? null)
  const [left, right, middle] = [read('left'), read('right'), read('value')]
  const rank = (grade: MuscleGrade) => Number(grade.charAt(0)) + (grade.endsWith('+') ? 0.3 : grade.endsWith('-') ? -0.3 : 0)
  const words = {
    write: (grade: MuscleGrade) => grade.replace('-', '−'),
    compare: (from: MuscleGrade, to: MuscleGrade) => (from === to ? '0' : rank(to) > rank(from) ? 'better' : 'worse'),
    note: 'Normal strength 5',
  }
  if (left && right) return sidesRow(`${muscle}, L / R`, [left, right], words)
  if (left) return sidesRow(`${muscle}, left`, [left], words)
  if (right) return sidesRow(`${muscle}, right`, [right], words)
  return middle && sidesRow(muscle, [middle], words)
}

type SideWords<Value> = { readonly write: (value: Value) => string; readonly compare: (from: Value, to: Value) => string; readonly note: string }

/** One row of a measure with one side or two: `48° / 55°`, `60° / 64°`, `+12° / +9°`. */
function sidesRow<Value>(measure: string, sides: readonly Pair<Value>[], { write, compare, note }: SideWords<Value>): LetterMeasure {
  const again = sides.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))
  const isMeasuredAgain = again.length === sides.length
  return {
    measure,
    baseline: sides.map(side => write(side.from)).join(' / '),
    current: isMeasuredAgain ? again.map(side => write(side.to)).join(' / ') : '',
    change: isMeasuredAgain ? again.map(side => compare(side.from, side.to)).join(' / ') : '',
    meaningful: 'none',
    note,
  }
}

/** What hands felt, graded 0 to 4 on the first and the last body chart: tone, tenderness of trigger points. What was found first and is no longer there is gone. */
export function palpationRows(visits: readonly LetterVisit[]): LetterMeasure[] {
  const charted = visits.filter(visit => visit.content.marks.length > 0)
  const [first, last] = [charted[0], charted.at(-1)]
  if (!first || !last) return []
  const isAgain = first !== last
  return compareMarks(first.content.marks, last.content.marks)
    .filter(({ kind, before }) => (kind === 'tension' || kind === 'trigger-point') && before !== null)
    .slice(0, MOST_PLACES)
    .map(change => palpationRow(change, isAgain))
}

function palpationRow({ kind, site, change, before, after }: MarkChange, isAgain: boolean): LetterMeasure {
  const { gradeName, maxGrade } = markWords(kind)
  const moved = (after ?? 0) - (before ?? 0)
  const isKnown = isAgain && (change === 'gone' || after !== null)
  return {
    measure: `${gradeName}, ${siteInWords(site)}`,
    baseline: String(before),
    current: !isKnown ? '' : change === 'gone' ? 'gone' : String(after),
    change: !isKnown ? '' : moved === 0 ? '0' : `${moved < 0 ? '−' : '+'}${Math.abs(moved)}`,
    meaningful: 'none',
    note: `Of ${maxGrade}`,
  }
}
