import { joinWords } from '../body-chart/regions.ts'
import type { UnitRule } from '../practice/schema.ts'
import { type CodeUnits, isPooled, type UnitTie } from './units-model.ts'

/** What the explanation needs besides the services: sums, a tie, and what the payer’s limit cost. */
type Proof = { readonly timedMinutes: number; readonly tie: UnitTie | null; readonly nextUnitIn: number | null; readonly limit: string }

const RULE_NAMES = { cms: 'the 8-minute rule', midpoint: 'the midpoint rule', full: 'the full-unit rule' } as const satisfies Record<UnitRule, string>
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const
const KEEPS_CAPITAL = /^(Swedish|Thai|Russian|Hawaiian|Kinesio|Graston|Bowen|Trager|Feldenkrais)/

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const inWords = (count: number) => NUMBERS[count] ?? String(count)
const ordinal = (place: number) => ORDINALS[place] ?? `${place}th`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const nameOf = ({ name }: CodeUnits) => nameInSentence(name)
const sum = (services: readonly CodeUnits[], of: (service: CodeUnits) => number) => services.reduce((total, service) => total + of(service), 0)

const fullUnits = (service: CodeUnits) => Math.floor(service.minutes / 15)
const leftOver = (service: CodeUnits) => service.minutes % 15

/** A service’s name inside a sentence: `massage`, but `Swedish massage`. */
export const nameInSentence = (name: string) => (/^[A-Z][a-z]/.test(name) && !KEEPS_CAPITAL.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

/** “Each service gets one for its full 15 minutes”, or who gets how many. Empty where nobody reaches 15. */
function fullUnitsInWords(pooled: readonly CodeUnits[]): string {
  const winners = pooled.filter(service => fullUnits(service) > 0)
  const first = winners[0]
  if (!first) return ''
  const each = fullUnits(first)
  if (winners.length === pooled.length && pooled.every(service => fullUnits(service) === each)) {
    return `Each service gets ${inWords(each)} for its full ${each * 15} minutes`
  }
  const words = winners.map((service, place) => {
    const units = fullUnits(service)
    return `${nameOf(service)}${place === 0 ? ' gets' : ''} ${inWords(units)} for its full ${units * 15}${place === 0 ? ' minutes' : ''}`
  })
  return capital(joinWords(words))
}

/** Why the last units went where they went: “13 left over beat 9”. */
function reason(winners: readonly CodeUnits[], losers: readonly CodeUnits[], tie: UnitTie | null): string {
  if (tie) {
    const tied = [...winners, ...losers].filter(service => tie.codes.includes(service.code))
    return `${joinWords(tied.map(nameOf))} tie with ${tied[0] ? leftOver(tied[0]) : 0} left over, so the choice is yours`
  }
  const beaten = Math.max(0, ...losers.map(leftOver))
  const weakest = Math.min(...winners.map(leftOver))
  if (beaten === 0) return `${joinWords(winners.map(service => String(leftOver(service))))} left over`
  if (beaten === weakest) return `with ${weakest} left over each, more minutes decide`
  return `${joinWords(winners.map(service => String(leftOver(service))))} left over beat ${beaten}`
}

/** How pooled minutes of several services became units of each, in one sentence. Empty for a single service. */
function sharingInWords(services: readonly CodeUnits[], tie: UnitTie | null): string {
  const pooled = services.filter(service => isPooled(service) && service.minutes > 0)
  if (pooled.length < 2) return ''
  const winners = pooled.filter(service => service.units > fullUnits(service)).toSorted((a, b) => leftOver(b) - leftOver(a))
  const losers = pooled.filter(service => !winners.includes(service))
  const base = sum(pooled, fullUnits)
  const names = joinWords(winners.map(nameOf))
  if (base === 0 && winners.length === 0) return ' No service reaches 8 minutes, alone or together.'
  if (base === 0) {
    const verb = winners.length === 1 ? 'gets it' : 'get one each'
    return ` Together they make ${winners.length}, and ${names} ${verb}: ${reason(winners, losers, tie)}.`
  }
  if (winners.length === 0) {
    const rest = sum(pooled, leftOver)
    return ` ${fullUnitsInWords(pooled)}${rest > 0 ? `; ${plural(rest, 'minute')} left over ${rest === 1 ? 'is' : 'are'} too few for another` : ''}.`
  }
  const places = joinWords(winners.map((_, place) => ordinal(base + place + 1)))
  return ` ${fullUnitsInWords(pooled)}, and ${names} the ${places}: ${reason(winners, losers, tie)}.`
}

/** “Each service is counted alone: …” for rules that pool nothing, and for services outside the pool. */
function aloneInWords(services: readonly CodeUnits[], rule: UnitRule): string {
  const timed = services.filter(service => service.isTimed && service.minutes > 0)
  const alone = rule === 'cms' ? timed.filter(service => !isPooled(service)) : timed
  if (alone.length === 0 || timed.length < 2) return ''
  const words = alone.map((service, place) => `${nameOf(service)} ${service.minutes}${place === 0 ? ' minutes' : ''} = ${service.units}`)
  return alone.length === timed.length ? ` Each service is counted alone: ${joinWords(words)}.` : ` Counted alone: ${joinWords(words)}.`
}

/** The sentences that prove the units of a visit; `headline` is how they begin. */
export function explainUnits(services: readonly CodeUnits[], rule: UnitRule, proof: Proof): { headline: string; explanation: string } {
  const timed = services.filter(service => service.isTimed)
  const untimed = services.filter(service => !service.isTimed)
  const once =
    untimed.length === 0 ? '' : ` ${capital(joinWords(untimed.map(nameOf)))} ${untimed.length === 1 ? 'counts' : 'count'} once, whatever the minutes.`
  const limit = proof.limit === '' ? '' : ` ${proof.limit}`
  if (timed.length === 0) {
    const headline = untimed.length === 0 ? 'No hands-on minutes yet' : 'No timed minutes'
    return { headline, explanation: `${headline}.${once}${limit}` }
  }
  const units = sum(timed, service => service.units)
  const headline = `${plural(proof.timedMinutes, 'hands-on minute')} = ${plural(units, 'unit')}`
  const next = proof.nextUnitIn === null ? '' : `; ${plural(proof.nextUnitIn, 'more minute')} ${proof.nextUnitIn === 1 ? 'makes' : 'make'} ${units + 1}`
  const shared = rule === 'cms' ? sharingInWords(services, proof.tie) : ''
  return { headline, explanation: `${headline} under ${RULE_NAMES[rule]}${next}.${shared}${aloneInWords(services, rule)}${once}${limit}` }
}
