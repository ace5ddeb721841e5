import { formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { meaningfulChange } from './change.ts'
import { formatMeasured, formatScore, type MeasureFacts } from './measures.ts'

/** One measurement and its day. */
export type Measurement = { readonly on: LocalDate; readonly value: number }

/** What a sentence needs of a measure; motions of a joint bring their own (`unit` °). */
export type Worded = Pick<MeasureFacts, 'key' | 'subject' | 'better' | 'decimals' | 'mattersFrom'> & { readonly unit: '' | '%' | '°' }

/**
 * `Pain improved by 3 points since Aug 3, more than the 2 that matters.` The one form for trends, letters and the session screen.
 * A rating of change is itself a change since the start: `Overall change was rated +5 on Nov 12, more than the 3 that matters.`
 */
export function changeSentence(facts: Worded, first: Measurement, last: Measurement): string {
  if (facts.key === 'global-change') return ratingSentence(facts, last)
  const { direction, points, isMeaningful } = meaningfulChange(facts, first.value, last.value)
  const since = formatMonthDay(first.on)
  if (direction === 'same') return `${facts.subject} is unchanged at ${write(facts, last.value)} since ${since}.`
  const size = facts.decimals === 1 ? points.toFixed(1) : formatScore(points)
  const by = facts.unit === '°' ? `${size}°` : `${size} ${points === 1 ? 'point' : 'points'}`
  return `${facts.subject} ${direction === 'better' ? 'improved' : 'got worse'} by ${by} since ${since}${weight(facts, points, isMeaningful)}.`
}

/** `Pain was 7 on Oct 8.`: one measurement has nothing to compare with yet. */
export function singleSentence(facts: Worded, { on, value }: Measurement): string {
  if (facts.key === 'global-change') return ratingSentence(facts, { on, value })
  return `${facts.subject} was ${write(facts, value)} on ${formatMonthDay(on)}.`
}

function ratingSentence(facts: Worded, { on, value }: Measurement): string {
  const { points, isMeaningful } = meaningfulChange(facts, 0, value)
  return `${facts.subject} was rated ${write(facts, value)} on ${formatMonthDay(on)}${value === 0 ? ', no change' : weight(facts, points, isMeaningful)}.`
}

function weight({ mattersFrom }: Worded, points: number, isMeaningful: boolean | null): string {
  if (mattersFrom === null) return ''
  if (points === mattersFrom) return `, just the ${formatScore(mattersFrom)} that matters`
  return `, ${isMeaningful ? 'more' : 'less'} than the ${formatScore(mattersFrom)} that matters`
}

const write = (facts: Worded, value: number) => (facts.unit === '°' ? `${formatScore(value)}°` : formatMeasured({ ...facts, unit: facts.unit }, value))
