import { type Region, regionsInWords } from '../body-chart/regions.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { ServiceId } from '../lib/ids.ts'
import { Cents, cents, sumCents, timesUnits } from '../lib/money.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { Payer } from '../practice/schema.ts'
import type { WorkedService } from './invoice-facts.ts'
import { RULE_WORDS, ruleTable } from './rule-table.ts'
import { type AnsweredSameDay, decideSameDay, SAME_DAY_PAIR, type SameDay, sameDayOnPaper } from './same-day.ts'
import type { InvoiceLine, RuleTable } from './schema.ts'
import { type ChargedEarlier, type DayUnits, unitsInDay } from './units-in-day.ts'
import { type CodeUnits, mergeByCode, type ServiceBlock } from './units-model.ts'

/** Everything a charge is decided from. `fees` are unit fees of the date of service; `letters` those of the diagnoses valid that day. */
export type CheckOutFacts = {
  readonly serviceOn: LocalDate
  readonly blocks: NoteContent['blocks']
  readonly tieChoice: readonly string[]
  readonly payer: Pick<Payer, 'name' | 'unitRule' | 'autoModifiers' | 'maxUnitsPerVisit' | 'maxUnitsPerDay' | 'sameDayModifier'>
  readonly fees: ReadonlyMap<ServiceId, Cents>
  readonly letters: readonly string[]
  readonly placeOfService: string
  /** What was charged to the same payer that day, before this visit. */
  readonly chargedEarlier: readonly ChargedEarlier[]
  /** Whether massage and manual therapy were apart, once somebody said so. */
  readonly sameDayAnswer: AnsweredSameDay | null
}

/** What a visit is charged, the sentences and the table that prove it, and what is asked about it. */
export type Charge = {
  readonly lines: InvoiceLine[]
  readonly explanation: string
  readonly timedMinutes: number
  readonly total: Cents
  readonly ruleTable: RuleTable
  /** Every service with minutes, also those that earned no unit. */
  readonly worked: WorkedService[]
  readonly sameDay: SameDay | null
}

/**
 * Decides what a visit is charged: one line per code, units under the payer’s rule and limits, the fee of the date of service, the modifiers the payer wants.
 * Throws `rule_broken` where nothing can be charged, with the reason.
 */
export function decideCheckOut(facts: CheckOutFacts): Charge {
  const worked = facts.blocks.filter(block => block.minutes > 0)
  if (worked.length === 0) throw new DomainError('rule_broken', 'The note has no hands-on minutes yet. Enter them in the note first.')
  const { blocks, repeated } = withoutRepeated(worked, facts.chargedEarlier)
  if (blocks.length === 0) throw new DomainError('rule_broken', `Nothing is left to charge for this visit. ${repeated}`)
  const counted = unitsInDay(blocks, facts.payer.unitRule, facts)
  const plain = linesFor(facts, blocks, counted.unitsOf)
  if (plain.length === 0) throw new DomainError('rule_broken', nothingToCharge(facts, counted, repeated))
  const total = sumCents(plain.map(line => line.charge))
  if (!Cents.safeParse(total).success) throw new DomainError('rule_broken', 'This comes to more than $1,000,000. Check the fee in Settings, Services.')
  const sameDay = decideSameDay({ ...facts, lines: plain, blocks })
  const lines = plain.map(line => ({ ...line, modifiers: modifiersOf(line, { facts, sameDay }) }))
  return {
    lines,
    explanation: [counted.explanation, repeated, withoutMinutes(facts.blocks), sameDay?.sentence ?? '', sameDayOnPaper(facts, lines)].filter(Boolean).join(' '),
    timedMinutes: counted.timedMinutes,
    total,
    ruleTable: ruleTable(blocks, facts),
    worked: mergeByCode(worked).map(service => workedService(service, { blocks: worked, units: counted.unitsOf.get(service.code) ?? 0 })),
    sameDay,
  }
}

function workedService({ code, minutes, isTimed, minutesPerUnit }: CodeUnits, given: { blocks: NoteContent['blocks']; units: number }): WorkedService {
  return { code, minutes, isTimed, minutesPerUnit, units: given.units, regions: treatedRegions(given.blocks.filter(block => block.code === code)) }
}

function nothingToCharge({ payer, chargedEarlier }: CheckOutFacts, counted: DayUnits, repeated: string): string {
  if (chargedEarlier.length > 0) return ['Nothing is left to charge for this visit.', counted.explanation, repeated].filter(Boolean).join(' ')
  return `${plural(counted.timedMinutes, 'hands-on minute')} are too few to charge a unit under the ${RULE_WORDS[payer.unitRule]}.`.replace(
    '1 hands-on minute are',
    '1 hands-on minute is',
  )
}

/** The services to charge: an untimed one counts once a day, under every rule. `repeated` says which were left out, and is empty for none. */
function withoutRepeated(worked: NoteContent['blocks'], chargedEarlier: readonly ChargedEarlier[]) {
  const before = new Set(chargedEarlier.flatMap(line => (line.isTimed || line.units === 0 ? [] : line.code)))
  const isRepeated = (block: ServiceBlock) => !block.isTimed && before.has(block.code)
  const names = [...new Set(worked.filter(isRepeated).map(block => block.name))]
  const repeated = names.map(name => `${name} was charged that day already: it counts once a day.`).join(' ')
  return { blocks: worked.filter(block => !isRepeated(block)), repeated }
}

/** Names untimed services the note holds without minutes: nothing says they were given, so they are not charged. Empty for none. */
function withoutMinutes(blocks: NoteContent['blocks']): string {
  const given = new Set(blocks.flatMap(block => (block.minutes > 0 ? block.code : [])))
  const names = [...new Set(blocks.filter(block => !block.isTimed && !given.has(block.code)).map(block => block.name))]
  return names.map(name => `${name} has no minutes in the note, so it is not charged; with minutes it counts once.`).join(' ')
}

function linesFor(facts: CheckOutFacts, blocks: NoteContent['blocks'], unitsOf: ReadonlyMap<string, number>): InvoiceLine[] {
  const codes = [...new Set(blocks.map(block => block.code))].filter(code => (unitsOf.get(code) ?? 0) > 0)
  return codes.flatMap(code => {
    const ofCode = blocks.filter(block => block.code === code)
    const [first] = ofCode
    if (!first) return []
    const unitFee = facts.fees.get(first.serviceId)
    if (unitFee === undefined)
      throw new DomainError('rule_broken', `${first.name} has no fee on ${formatDate(facts.serviceOn)}. Add one in Settings, Services.`)
    const units = unitsOf.get(code) ?? 0
    return [
      {
        serviceId: first.serviceId,
        code: first.code,
        name: first.name,
        modifiers: [...new Set(ofCode.flatMap(block => block.modifiers))],
        pointers: facts.letters.slice(0, 4),
        placeOfService: facts.placeOfService,
        minutes: ofCode.reduce((sum, block) => sum + block.minutes, 0),
        units,
        unitFee: cents(unitFee),
        charge: timesUnits(unitFee, units),
        regionWords: capital(regionsInWords(ofCode.flatMap(block => block.regions))),
      },
    ]
  })
}

/** At most four modifiers: first the one that decides about payment, then the service’s own, then those the payer wants on every line. */
function modifiersOf(line: InvoiceLine, { facts, sameDay }: { facts: CheckOutFacts; sameDay: SameDay | null }): InvoiceLine['modifiers'] {
  const apart = sameDay?.modifier && line.code === SAME_DAY_PAIR.massage ? [sameDay.modifier] : []
  return [...new Set([...apart, ...line.modifiers, ...facts.payer.autoModifiers])].slice(0, 4)
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
/** The minutes a package counted in minutes is used by: those hands-on, or of what was given where nothing is timed. */
export function minutesOfTreatment({ timedMinutes, worked }: Pick<Charge, 'timedMinutes' | 'worked'>): number {
  return timedMinutes > 0 ? timedMinutes : worked.reduce((sum, service) => sum + service.minutes, 0)
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Letters of the diagnoses of a claim, A to L, for at most twelve. */
export const diagnosisLetters = (count: number): string[] => 'ABCDEFGHIJKL'.slice(0, count).split('')

/** Regions of a note that were treated, each once. */
export const treatedRegions = (blocks: NoteContent['blocks']): Region[] => [...new Set(blocks.flatMap(block => (block.minutes > 0 ? block.regions : [])))]
