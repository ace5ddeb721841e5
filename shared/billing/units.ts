import type { UnitRule } from '../practice/schema.ts'
import { explainUnits } from './units-explained.ts'
import {
  type CodeUnits,
  checkMinutes,
  isPooled,
  limitInWords,
  limitOf,
  mergeByCode,
  type ServiceBlock,
  type UnitOptions,
  type UnitTie,
  type VisitUnits,
} from './units-model.ts'

/** Units of one service alone, once more than half of the next unit’s minutes are done (CPT midpoint rule). */
const midpointUnits = (service: CodeUnits) => Math.floor((service.minutes + Math.ceil(service.minutesPerUnit / 2) - 1) / service.minutesPerUnit)

const fullUnits = (service: CodeUnits) => Math.floor(service.minutes / service.minutesPerUnit)

const rank = (tieChoice: readonly string[], code: string) => (tieChoice.includes(code) ? tieChoice.indexOf(code) : tieChoice.length)

/** Which of the ranked services the last units fall between, if those two are equal in remainder and minutes. */
function findTie(ranked: readonly CodeUnits[], unitsToGive: number): UnitTie | null {
  const last = ranked[unitsToGive - 1]
  const next = ranked[unitsToGive]
  if (!last || !next || last.minutes !== next.minutes) return null
  const tied = ranked.filter(service => service.minutes === last.minutes)
  const better = ranked.filter((service, place) => place < unitsToGive && service.minutes !== last.minutes).length
  return { codes: tied.map(service => service.code), unitsToGive: unitsToGive - better }
}

/**
 * The CMS 8-minute rule for 15-minute services (Medicare Claims Processing Manual, Pub. 100-04, ch. 5, §20.2): all minutes together set
 * the number of units; each full 15 minutes earns its service one; the rest go to the largest remainders, then to more minutes.
 */
function cmsUnits(services: readonly CodeUnits[], tieChoice: readonly string[]): { given: ReadonlyMap<string, number>; tie: UnitTie | null } {
  const total = services.reduce((sum, service) => sum + service.minutes, 0)
  const given = new Map(services.map(service => [service.code, fullUnits(service)]))
  const left = Math.floor((total + 7) / 15) - [...given.values()].reduce((sum, units) => sum + units, 0)
  const ranked = services.toSorted((a, b) => (b.minutes % 15) - (a.minutes % 15) || b.minutes - a.minutes || rank(tieChoice, a.code) - rank(tieChoice, b.code))
  for (const { code, minutes } of ranked.slice(0, left)) given.set(code, Math.floor(minutes / 15) + 1)
  const tie = findTie(ranked, left)
  const entryOrder = services.map(service => service.code)
  return { given, tie: tie && { ...tie, codes: entryOrder.filter(code => tie.codes.includes(code)) } }
}

/** Minutes of the weakest unit of a service: what its last unit stands on. Untimed services give way first. */
const lastUnitMinutes = (service: CodeUnits) => (service.isTimed ? service.minutes - (service.units - 1) * service.minutesPerUnit : 0)

/** Takes away the units with the fewest minutes behind them until the payer’s limit holds. */
function applyLimit(services: readonly CodeUnits[], limit: number): readonly CodeUnits[] {
  let kept = services
  while (sumUnits(kept) > limit) {
    const charged = kept.filter(service => service.units > 0)
    const weakest = charged.reduce((weak, service) => (lastUnitMinutes(service) <= lastUnitMinutes(weak) ? service : weak))
    kept = kept.map(service => (service === weakest ? { ...service, units: service.units - 1 } : service))
  }
  return kept
}

const sumUnits = (services: readonly CodeUnits[]) => services.reduce((sum, service) => sum + service.units, 0)

/** Minutes until a service alone makes one more unit. */
function minutesToNextAlone(service: CodeUnits, rule: UnitRule): number {
  const needed = rule === 'full' ? 0 : Math.ceil(service.minutesPerUnit / 2) - 1
  return (service.units + 1) * service.minutesPerUnit - needed - service.minutes
}

function minutesToNext(services: readonly CodeUnits[], rule: UnitRule): number | null {
  const timed = services.filter(service => service.isTimed)
  const pooled = rule === 'cms' ? timed.filter(isPooled) : []
  const waits = timed.filter(service => !pooled.includes(service)).map(service => minutesToNextAlone(service, rule))
  if (pooled.length > 0) waits.push(15 - ((pooled.reduce((sum, service) => sum + service.minutes, 0) + 7) % 15))
  return waits.length === 0 ? null : Math.min(...waits)
}

/**
 * Turns the hands-on minutes of a visit into units under a payer’s rule: CMS 8-minute, midpoint per code, or full units only. Untimed
 * services count once. Throws `invalid_input` for minutes that are no whole number from 0 to 480, or more than 24 hours together.
 */
export function unitsForVisit(blocks: readonly ServiceBlock[], rule: UnitRule, options: UnitOptions = {}): VisitUnits {
  checkMinutes(blocks)
  const merged = mergeByCode(blocks)
  const pooled = rule === 'cms' ? merged.filter(isPooled) : []
  const { given, tie } = cmsUnits(pooled, options.tieChoice ?? [])
  const alone = (service: CodeUnits) => (rule === 'full' ? fullUnits(service) : midpointUnits(service))
  const counted = merged.map(service => ({ ...service, units: service.isTimed ? (given.get(service.code) ?? alone(service)) : 1 }))
  const { limit, limitWords } = limitOf(options)
  const units = applyLimit(counted, limit)
  const totalUnits = sumUnits(units)
  const nextUnitIn = sumUnits(counted) >= limit ? null : minutesToNext(counted, rule)
  const timedMinutes = merged.reduce((sum, service) => sum + (service.isTimed ? service.minutes : 0), 0)
  const leftOut = sumUnits(counted) - totalUnits
  const proof = { timedMinutes, tie, nextUnitIn, limit: limitInWords(limitWords, leftOut) }
  return { units, timedMinutes, totalUnits, tie, nextUnitIn, capped: leftOut > 0, ...explainUnits(counted, rule, proof) }
}

/** The same minutes under all three rules: shown where they differ, since none of them is always the lowest. */
export function compareRules(blocks: readonly ServiceBlock[]): Readonly<Record<UnitRule, VisitUnits>> {
  return { cms: unitsForVisit(blocks, 'cms'), midpoint: unitsForVisit(blocks, 'midpoint'), full: unitsForVisit(blocks, 'full') }
}
