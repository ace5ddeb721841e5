import { joinWords, type Region, regionsInWords, regionsOutside } from '../body-chart/regions.ts'
import { CONTRAINDICATIONS } from '../health/families.ts'
import { formatMonthDay } from '../lib/dates.ts'
import { shortened } from '../lib/text.ts'
import { type LetterSource, type LetterVisit, visitsInWords } from './letter-source.ts'

/** A letter names the home care and the assessment; the note holds all of them. */
const HOME_CARE_MAX = 500
const ASSESSMENT_MAX = 500
/** As much as the wording of a letter holds. */
const TREATMENT_MAX = 2000

/** What was done and found, from the signed notes: dates, hands-on minutes, procedures, regions, techniques, screening, home care, assessment. */
export function treatmentWords(source: LetterSource): string {
  const { visits } = source
  if (visits.length === 0) return 'No visit has been signed yet.'
  const sentences = [workDone(source), techniques(visits), tolerance(visits), screening(visits), homeCare(visits), assessment(visits)]
  return shortened(sentences.filter(text => text !== '').join(' '), TREATMENT_MAX)
}

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

function workDone({ visits, prescription }: LetterSource): string {
  const minutes = visits.map(visit => visit.content.blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0)).filter(sum => sum > 0)
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  const range = minutes.length === 0 ? '' : `, ${least === most ? least : `${least} to ${most}`} hands-on minutes${visits.length > 1 ? ' a visit' : ''}`
  const names = new Map(visits.flatMap(visit => visit.content.blocks.map(block => [block.code, block.name.toLowerCase()])))
  const procedures = usedCodes(visits).map(code => `${names.get(code) ?? 'treatment'} (${code})`)
  const regions = treatedRegions(visits)
  const isWithin = prescription !== null && regionsOutside(regions, prescription.regions).length === 0
  const where = regions.length === 0 ? '' : ` to the ${regionsInWords(regions)}${isWithin ? ', as prescribed' : ''}`
  return `${span(visits)}${range}${procedures.length === 0 ? '' : `: ${joinWords(procedures)}${where}`}.`
}

function span(visits: readonly LetterVisit[]): string {
  const [first, last] = [visits[0]?.on, visits.at(-1)?.on]
  if (!first || !last) return ''
  return first === last ? formatMonthDay(first) : `${formatMonthDay(first)} to ${formatMonthDay(last)}`
}

function techniques(visits: readonly LetterVisit[]): string {
  const names = byFrequency(
    visits.flatMap(visit => [...new Set(visit.content.blocks.flatMap(block => block.techniques.map(({ name }) => name.toLowerCase())))]),
  )
  return names.length === 0 ? '' : `Techniques: ${joinWords(names.slice(0, 4))}.`
}

function tolerance(visits: readonly LetterVisit[]): string {
  const asked = visits.flatMap(({ content: { painBefore, painAfter } }) =>
    painBefore.now === null || painAfter.now === null ? [] : [painAfter.now - painBefore.now],
  )
  if (asked.length === 0) return ''
  const higher = asked.filter(change => change > 0).length
  return higher === 0 ? 'Well tolerated.' : `Pain was higher after ${higher} of ${visitsInWords(asked.length)}.`
}

function screening(visits: readonly LetterVisit[]): string {
  const found = CONTRAINDICATIONS.filter(({ family }) => visits.some(visit => visit.content.screening.answers[family] === 'yes'))
  return found.length === 0 ? 'No contraindications found.' : `Found at screening: ${joinWords(found.map(each => each.name.toLowerCase()))}.`
}

function homeCare(visits: readonly LetterVisit[]): string {
  const latest = shortened(visits.map(visit => visit.content.homeCare.trim()).findLast(text => text !== '') ?? '', HOME_CARE_MAX)
  if (latest === '') return ''
  return `Home care: ${ended(/^\p{Lu}\p{Ll}/u.test(latest) ? latest.charAt(0).toLowerCase() + latest.slice(1) : latest)}`
}

// The therapist’s own words: a letter claims no finding that no note holds.
function assessment(visits: readonly LetterVisit[]): string {
  const latest = shortened(visits.at(-1)?.content.assessment.trim() ?? '', ASSESSMENT_MAX)
  return latest === '' ? '' : `Assessment at the last visit: ${ended(latest)}`
}

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
