import { joinWords } from '../body-chart/regions.ts'
import { siteInWords } from '../body-chart/sites.ts'
import { dayInWords } from '../health/clearances.ts'
import { gateOf, type JudgedFinding } from '../health/gate.ts'
import { formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { shortened } from '../lib/text.ts'
import type { LetterSource, LetterVisit } from './letter-source.ts'

const REASON_MAX = 300
const lowerFirst = (words: string) => (/^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)
const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

type Judged = { readonly visit: LetterVisit; readonly findings: readonly JudgedFinding[]; readonly isOverridden: boolean }

function judged({ clearances, rules }: LetterSource, visit: LetterVisit): Judged {
  const gate = gateOf(visit.content.screening, { on: visit.on, clearances, rules })
  return { visit, findings: gate.findings, isOverridden: gate.state === 'overridden' }
}

/** Whether treatment was withheld at the last signed visit. */
export const isWithheld = ({ visits }: LetterSource): boolean => visits.at(-1)?.content.screening.isWithheld === true

/** `acute inflammation, left calf, at screening on Oct 13, 2026`: what last stood against massage, precautions left out; null where nothing did. */
export function lastFound(source: LetterSource): string | null {
  const found = source.visits
    .map(visit => judged(source, visit))
    .map(({ visit, findings }) => ({ on: visit.on, findings: findings.filter(finding => finding.class !== 'precaution') }))
    .findLast(({ findings }) => findings.length > 0)
  if (!found) return null
  const hasPlace = found.findings.some(finding => finding.sites.length > 0)
  return `${found.findings.map(nameAndPlace).join('; ')}${hasPlace ? ',' : ''} at screening on ${formatDate(found.on)}`
}

/** Every finding of the signed visits with its dates and how it was handled: withheld, gone on with a reason, cleared by a physician, kept off the place. Empty for none. */
export function screeningWords(source: LetterSource): string {
  const visits = source.visits.map(visit => judged(source, visit)).filter(({ findings }) => findings.length > 0)
  const told = new Map<string, LocalDate[]>()
  for (const each of visits) {
    const words = handled(each)
    told.set(words, [...(told.get(words) ?? []), each.visit.on])
  }
  return [...told].map(([words, days]) => `${daysInWords(days)}: ${words}`).join('\n')
}

function daysInWords(days: readonly LocalDate[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  if (days.length > 3) return `${formatMonthDay(first)} to ${formatMonthDay(last)}, ${days.length} visits`
  return joinWords(days.map(formatMonthDay))
}

function nameAndPlace({ name, sites, remark }: JudgedFinding): string {
  const place = sites.length === 0 ? '' : `, ${joinWords(sites.slice(0, 4).map(siteInWords))}`
  return `${lowerFirst(name)}${place}${remark === '' ? '' : `: ${remark}`}`
}

function handled({ visit, findings, isOverridden }: Judged): string {
  const { isWithheld: withheld, overrideReason } = visit.content.screening
  const found = ended(findings.map(nameAndPlace).join('; '))
  if (withheld) return `${found} No massage was given.`
  const cleared = findings.flatMap(({ clearance, name }) =>
    clearance?.state === 'stands'
      ? [`${name} cleared by ${clearance.clearance.givenBy} until ${dayInWords(clearance.clearance.expiresOn, visit.on)}${termsOf(clearance.clearance.terms)}.`]
      : [],
  )
  const keptOff = findings.some(finding => finding.class === 'local') ? ['The place was to be kept off.'] : []
  const reason = shortened(overrideReason.trim(), REASON_MAX)
  const wentOn = isOverridden && reason !== '' ? [`Treatment went on: ${ended(lowerFirst(reason))}`] : []
  return [found, ...cleared, ...keptOff, ...wentOn].join(' ')
}

const termsOf = (terms: string) => (terms.trim() === '' ? '' : `: ${lowerFirst(shortened(terms.trim(), 200)).replace(/\.$/, '')}`)
