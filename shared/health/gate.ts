import type { LocalDate } from '../lib/dates.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import { type ClearanceStatus, clearanceFor, clearanceInWords } from './clearances.ts'
import { type Finding, findingsOf, type Screened, unasked } from './findings.ts'
import type { Clearance } from './schema.ts'

/** A finding and, where one is needed, whether a physician’s clearance stands on the day. */
export type JudgedFinding = Finding & { readonly clearance: ClearanceStatus | null /** Nothing lifts it yet but a reason. */; readonly isClosing: boolean }

/**
 * Whether massage may begin. `closed`: something absolute, or a clearance missing or ended, and no reason to go on; only the screening may be
 * written then, and no timer started. `sentence` says why and what to do.
 */
export type Gate = {
  readonly state: 'unasked' | 'open' | 'overridden' | 'closed' | 'withheld'
  readonly findings: readonly JudgedFinding[]
  readonly sentence: string
}

/** What a screen is judged against: the date of service, the patient’s clearances and the clinic’s limits. */
export type GateContext = { readonly on: LocalDate; readonly clearances: readonly Clearance[]; readonly rules: ClinicalRules }

/** Judges a visit’s screen. The classes are a proposal: a reason, kept with the note, opens the gate. */
export function gateOf(screening: Screened, context: GateContext): Gate {
  const findings = findingsOf(screening, context.rules).map(finding => judged(finding, context))
  const closing = findings.filter(finding => finding.isClosing)
  const hasReason = screening.overrideReason.trim() !== ''
  const open = unasked(screening)
  if (screening.isWithheld) return { state: 'withheld', findings, sentence: withheldWords(findings) }
  if (closing.length > 0 && !hasReason) return { state: 'closed', findings, sentence: closedWords(closing, context.on) }
  if (open.length > 0) return { state: 'unasked', findings, sentence: unaskedWords(open.length) }
  if (closing.length > 0) return { state: 'overridden', findings, sentence: `Treatment goes on in spite of ${namesOf(closing)}, with a reason.` }
  return {
    state: 'open',
    findings,
    sentence: findings.length === 0 ? 'Nothing stands against massage today.' : `Massage may be given; mind ${namesOf(findings)}.`,
  }
}

function judged(finding: Finding, { on, clearances }: GateContext): JudgedFinding {
  if (finding.class !== 'clearance') return { ...finding, clearance: null, isClosing: finding.class === 'absolute' }
  const clearance = clearanceFor(clearances, finding.item, on)
  return { ...finding, clearance, isClosing: clearance.state !== 'stands' }
}

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

function namesOf(findings: readonly Finding[]): string {
  const names = findings.map(({ name }) => inSentence(name))
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

const unaskedWords = (count: number) =>
  count === 8
    ? 'Ask the eight screening questions before treating.'
    : `${count === 1 ? 'One screening question is' : `${count} screening questions are`} still to ask.`

function closedWords(closing: readonly JudgedFinding[], on: LocalDate): string {
  const [first] = closing
  if (!first) return ''
  const others = closing.length === 1 ? '' : ` Also: ${namesOf(closing.slice(1))}.`
  if (first.clearance === null) return `${first.name}: no massage today.${others} Withhold treatment, or write why it goes on.`
  return `${first.name} needs a physician’s clearance. ${clearanceInWords(first.clearance, on)}${others} Or withhold treatment, or write why it goes on.`
}

function withheldWords(findings: readonly JudgedFinding[]): string {
  const closing = findings.filter(finding => finding.isClosing)
  const reasons = closing.length > 0 ? closing : findings
  return reasons.length === 0 ? 'No treatment given today.' : `No treatment given today: ${namesOf(reasons)}.`
}
