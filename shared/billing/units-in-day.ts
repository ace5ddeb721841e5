import type { Region } from '../body-chart/regions.ts'
import type { Payer, UnitRule } from '../practice/schema.ts'
import { unitsForVisit } from './units.ts'
import { type CodeUnits, isPooled, limitInWords, limitOf, type ServiceBlock, type UnitOptions, type VisitUnits } from './units-model.ts'

/** A service an earlier invoice of the same patient, payer and day holds: charged, or worked without earning a unit. */
export type ChargedEarlier = {
  readonly number: string
  readonly code: string
  readonly minutes: number
  /** 0 where its minutes earned none. */
  readonly units: number
  readonly isTimed: boolean
  readonly minutesPerUnit: number
  /** Empty where the invoice did not keep them. */
  readonly regions: readonly Region[]
  readonly modifiers: readonly string[]
}

/** What the day and the payer add to the minutes of a visit. */
export type DayFacts = {
  readonly payer: Pick<Payer, 'maxUnitsPerVisit' | 'maxUnitsPerDay'>
  readonly tieChoice: readonly string[]
  readonly chargedEarlier: readonly ChargedEarlier[]
}

/** The units of each code of a visit as charged, and the sentences that prove them. */
export type DayUnits = { readonly unitsOf: ReadonlyMap<string, number>; readonly timedMinutes: number; readonly explanation: string }

/**
 * Turns the minutes of a visit into units, with what was charged that day before: the 8-minute rule counts a day, not a visit (Pub. 100-04, ch. 5, §20.2);
 * the other rules count each visit alone. The payer’s limits for visit and day hold in any case.
 */
export function unitsInDay(blocks: readonly ServiceBlock[], rule: UnitRule, day: DayFacts): DayUnits {
  const { chargedEarlier, payer, tieChoice } = day
  const limits = { ...payer, tieChoice, unitsBefore: sum(chargedEarlier.map(line => line.units)) }
  const alone = unitsForVisit(blocks, rule, limits)
  if (rule === 'cms' && chargedEarlier.some(line => line.isTimed)) return pooledWithTheDay(blocks, alone, { ...day, limits })
  return { unitsOf: unitsByCode(alone), timedMinutes: alone.timedMinutes, explanation: alone.explanation }
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0)
const unitsByCode = ({ units }: VisitUnits) => new Map(units.map(service => [service.code, service.units]))
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** All minutes of the day together, less what was charged already: never more than the day’s own units, nor more of a code than the day gives it. */
function pooledWithTheDay(
  blocks: readonly ServiceBlock[],
  alone: VisitUnits,
  { chargedEarlier, tieChoice, limits }: DayFacts & { limits: UnitOptions },
): DayUnits {
  const earlier = chargedEarlier.filter(line => line.isTimed)
  const day = unitsForVisit([...earlier, ...blocks], 'cms', { tieChoice })
  const dayUnits = unitsByCode(day)
  const before = new Map<string, number>()
  for (const line of earlier) before.set(line.code, (before.get(line.code) ?? 0) + line.units)
  const left = new Map(alone.units.map(({ code }) => [code, Math.max(0, (dayUnits.get(code) ?? 0) - (before.get(code) ?? 0))]))
  const pooled = day.units.filter(isPooled)
  const open = sum(pooled.map(service => service.units - (before.get(service.code) ?? 0)))
  takeDownTo(Math.max(0, open), left, alone.units.filter(isPooled))
  const earned = sum(left.values())
  const { limit, limitWords } = limitOf(limits)
  takeDownTo(limit, left, alone.units)
  const limitSentence = limitInWords(limitWords, earned - sum(left.values()))
  const timed = day.units.filter(service => service.isTimed)
  const numbers = [...new Set(earlier.map(line => line.number))].join(', ')
  const proof = `${day.timedMinutes} hands-on minutes of the day = ${plural(sum(timed.map(service => service.units)), 'unit')}; ${sum(before.values())} charged on ${numbers}, ${sum(timed.map(service => left.get(service.code) ?? 0))} now.`
  const words = `Not the patient’s first visit that day, and the 8-minute rule counts the day as one. ${proof}`
  return { unitsOf: left, timedMinutes: alone.timedMinutes, explanation: [words, limitSentence].filter(Boolean).join(' ') }
}

/** Takes units away until at most `limit` stand among these services: untimed ones first, then those with the fewest minutes. */
function takeDownTo(limit: number, units: Map<string, number>, services: readonly CodeUnits[]): void {
  const weakestFirst = services.toSorted((a, b) => Number(a.isTimed) - Number(b.isTimed) || a.minutes - b.minutes)
  for (const { code } of weakestFirst) {
    const over = sum(services.map(service => units.get(service.code) ?? 0)) - limit
    if (over > 0) units.set(code, Math.max(0, (units.get(code) ?? 0) - over))
  }
}
