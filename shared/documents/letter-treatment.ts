import { joinWords, type Region, regionsInWords, regionsOutside } from '../body-chart/regions.ts'
import { formatMonthDay } from '../lib/dates.ts'
import { shortened } from '../lib/text.ts'
import { type LetterSource, type LetterVisit, visitsInWords } from './letter-source.ts'

/** A letter names the home care and the assessment; the note holds all of them. */
const HOME_CARE_MAX = 500
const ASSESSMENT_MAX = 500
const TECHNIQUES_NAMED = 3

/** Regions treated in any visit, most often treated first. */
export function treatedRegions(visits: readonly LetterVisit[]): readonly Region[] {
  return byFrequency(visits.flatMap(visit => [...new Set(visit.content.blocks.flatMap(block => block.regions))]))
}

/** Procedure codes used in any visit, most often used first. */
export function usedCodes(visits: readonly LetterVisit[]): readonly string[] {
  return byFrequency(visits.flatMap(visit => [...new Set(visit.content.blocks.map(block => block.code))]))
}

function byFrequency<T>(values: readonly T[]): readonly T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.entries()].toSorted((a, b) => b[1] - a[1]).map(([value]) => value)
}

/** `Sep 29 to Nov 3, 45 to 52 hands-on minutes a visit: manual therapy (97140) to the neck, as prescribed`: what was done; null before the first treatment. */
export function workDone({ visits, prescription }: LetterSource): string | null {
  const given = treatedVisits(visits)
  if (given.length === 0) return null
  const minutes = given.map(visit => visit.content.blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0)).filter(sum => sum > 0)
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  const range = minutes.length === 0 ? '' : `, ${least === most ? least : `${least} to ${most}`} hands-on minutes${given.length > 1 ? ' a visit' : ''}`
  const names = new Map(given.flatMap(visit => visit.content.blocks.map(block => [block.code, block.name.toLowerCase()])))
  const procedures = usedCodes(given).map(code => `${names.get(code) ?? 'treatment'} (${code})`)
  const regions = treatedRegions(given)
  const isWithin = prescription !== null && regionsOutside(regions, prescription.regions).length === 0
  const where = regions.length === 0 ? '' : ` to the ${regionsInWords(regions)}${isWithin ? ', as prescribed' : ''}`
  return `${span(given)}${range}${procedures.length === 0 ? '' : `: ${joinWords(procedures)}${where}`}`
}

/** Signed visits at which treatment was given: not those where it was withheld. */
export const treatedVisits = (visits: readonly LetterVisit[]): readonly LetterVisit[] => visits.filter(visit => !visit.content.screening.isWithheld)

function span(visits: readonly LetterVisit[]): string {
  const [first, last] = [visits[0]?.on, visits.at(-1)?.on]
  if (!first || !last) return ''
  return first === last ? formatMonthDay(first) : `${formatMonthDay(first)} to ${formatMonthDay(last)}`
}

/** The techniques used most, at most three; null where none was noted. */
export function techniquesUsed(visits: readonly LetterVisit[]): string | null {
  const names = byFrequency(
    visits.flatMap(visit => [...new Set(visit.content.blocks.flatMap(block => block.techniques.map(({ name }) => name.toLowerCase())))]),
  )
  return names.length === 0 ? null : joinWords(names.slice(0, TECHNIQUES_NAMED))
}

/** `Well tolerated`, or after how many visits pain was higher than before; null where it was never asked after. */
export function tolerance(visits: readonly LetterVisit[]): string | null {
  const asked = visits.flatMap(({ content: { painBefore, painAfter } }) =>
    painBefore.now === null || painAfter.now === null ? [] : [painAfter.now - painBefore.now],
  )
  if (asked.length === 0) return null
  const higher = asked.filter(change => change > 0).length
  return higher === 0 ? 'Well tolerated' : `Pain was higher after ${higher} of ${visitsInWords(asked.length)}`
}

/** The last home care that was given, as it goes on after a colon; null for none. */
export function homeCareGiven(visits: readonly LetterVisit[]): string | null {
  const latest = shortened(visits.map(visit => visit.content.homeCare.trim()).findLast(text => text !== '') ?? '', HOME_CARE_MAX)
  return latest === '' ? null : withoutStop(/^\p{Lu}\p{Ll}/u.test(latest) ? latest.charAt(0).toLowerCase() + latest.slice(1) : latest)
}

/** The therapist’s own assessment of the last visit: a letter claims no finding that no note holds. Null for none. */
export function lastAssessment(visits: readonly LetterVisit[]): string | null {
  const latest = shortened(visits.at(-1)?.content.assessment.trim() ?? '', ASSESSMENT_MAX)
  return latest === '' ? null : withoutStop(latest)
}

const withoutStop = (text: string) => text.replace(/\.$/, '')
