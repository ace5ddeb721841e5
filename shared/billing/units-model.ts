import { DomainError } from '../lib/errors.ts'

/** Minutes spent on one service in a visit. `name` is the clinic’s own word for it, used in the explanation. */
export type ServiceBlock = {
  readonly code: string
  readonly minutes: number
  readonly isTimed: boolean
  readonly name?: string | undefined
  /** 15 where absent. */
  readonly minutesPerUnit?: number | undefined
}

/** What a payer or clinician adds to the rule. `tieChoice` lists codes, preferred first, for units that several services tie for. */
export type UnitOptions = {
  readonly maxUnitsPerVisit?: number | null | undefined
  readonly maxUnitsPerDay?: number | null | undefined
  /** Units charged to the payer that day before this visit. */
  readonly unitsBefore?: number | undefined
  readonly tieChoice?: readonly string[] | undefined
}

/** The most units the payer takes of this visit, and how that is said: its limit for a visit, or what is left of its limit for the day. */
export function limitOf({ maxUnitsPerVisit, maxUnitsPerDay, unitsBefore = 0 }: UnitOptions): { readonly limit: number; readonly limitWords: string } {
  const visit = maxUnitsPerVisit ?? Number.POSITIVE_INFINITY
  const day = Math.max(0, (maxUnitsPerDay ?? Number.POSITIVE_INFINITY) - unitsBefore)
  if (day >= visit) return { limit: visit, limitWords: `The payer takes at most ${visit} a visit` }
  const before = unitsBefore > 0 ? `, and ${unitsBefore} ${unitsBefore === 1 ? 'was' : 'were'} charged before` : ''
  return { limit: day, limitWords: `The payer takes at most ${maxUnitsPerDay} a day${before}` }
}

/** The most units one visit can have, whatever else happens that day: the smaller of a payer’s two limits; null for none. */
export function mostUnits({ maxUnitsPerVisit = null, maxUnitsPerDay = null }: UnitOptions): number | null {
  return maxUnitsPerVisit === null || maxUnitsPerDay === null ? (maxUnitsPerVisit ?? maxUnitsPerDay) : Math.min(maxUnitsPerVisit, maxUnitsPerDay)
}

/** Says what a payer’s limit took away; empty for nothing. */
export function limitInWords(limitWords: string, leftOut: number): string {
  return leftOut === 0 ? '' : `${limitWords}, so ${leftOut} unit${leftOut === 1 ? ' is' : 's are'} left out.`
}

/** One procedure code of a visit with all its minutes and the units they make. */
export type CodeUnits = {
  readonly code: string
  readonly name: string
  readonly minutes: number
  readonly minutesPerUnit: number
  readonly isTimed: boolean
  readonly units: number
}

/** Services that tie for fewer units than there are services: the clinician chooses, and the choice is kept. */
export type UnitTie = { readonly codes: readonly string[]; readonly unitsToGive: number }

/** The units of a visit, and the sentences that prove them. */
export type VisitUnits = {
  /** One entry per code, in the order the services were entered. */
  readonly units: readonly CodeUnits[]
  readonly timedMinutes: number
  readonly totalUnits: number
  readonly tie: UnitTie | null
  /** Minutes of hands-on work until one more unit; null where the payer’s limit is reached or nothing is timed. */
  readonly nextUnitIn: number | null
  /** `52 hands-on minutes = 3 units`: the first words of the explanation. */
  readonly headline: string
  readonly explanation: string
  /** Whether the payer’s limit took units away. */
  readonly capped: boolean
}

/** Services whose minutes are pooled: the 8-minute rule speaks of 15-minute codes only. */
export const isPooled = (service: CodeUnits) => service.isTimed && service.minutesPerUnit === 15

/** Refuses minutes that cannot be: `invalid_input`. */
export function checkMinutes(blocks: readonly ServiceBlock[]): void {
  for (const { minutes } of blocks) {
    if (!Number.isInteger(minutes)) throw new DomainError('invalid_input', 'Enter minutes as a whole number.')
    if (minutes < 0) throw new DomainError('invalid_input', 'Minutes cannot be negative.')
    if (minutes > 480) throw new DomainError('invalid_input', 'One service takes at most 480 minutes (8 hours).')
  }
  if (blocks.reduce((sum, block) => sum + block.minutes, 0) > 24 * 60) {
    const sentence = 'A visit cannot be longer than 24 hours.'
    throw new DomainError('invalid_input', sentence, { 'content.blocks': sentence })
  }
}

/** A code whose services count minutes in two ways, so that its minutes cannot be added up; undefined where there is none. */
export function codeCountedTwoWays(blocks: readonly ServiceBlock[]): string | undefined {
  const perUnit = ({ isTimed, minutesPerUnit = 15 }: ServiceBlock) => (isTimed ? minutesPerUnit : 0)
  return blocks.find(block => blocks.some(other => other.code === block.code && perUnit(other) !== perUnit(block)))?.code
}

/** Adds up the minutes of each code, in entry order. Throws `rule_broken` where one code is set up in two ways. */
export function mergeByCode(blocks: readonly ServiceBlock[]): CodeUnits[] {
  const mixed = codeCountedTwoWays(blocks)
  if (mixed) throw new DomainError('rule_broken', `Two services with code ${mixed} count minutes differently. Make them agree in Settings, Services.`)
  const merged = new Map<string, CodeUnits>()
  for (const { code, name, minutes, isTimed, minutesPerUnit = 15 } of blocks) {
    const before = merged.get(code)
    if (!before && isTimed && !(minutesPerUnit > 0)) throw new DomainError('invalid_input', 'A unit has at least 1 minute.')
    merged.set(code, { code, name: before?.name ?? name ?? code, minutes: minutes + (before?.minutes ?? 0), minutesPerUnit, isTimed, units: 0 })
  }
  return [...merged.values()]
}
