import { type Region, regionsInWords } from '../body-chart/regions.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { ServiceId } from '../lib/ids.ts'
import { Cents, cents, sumCents, timesUnits } from '../lib/money.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { Payer, UnitRule } from '../practice/schema.ts'
import type { InvoiceLine } from './schema.ts'
import { unitsForVisit } from './units.ts'
import type { ServiceBlock, VisitUnits } from './units-model.ts'

/** Minutes and units an earlier invoice of the same patient and day already charged. */
export type ChargedEarlier = {
  readonly number: string
  readonly code: string
  readonly minutes: number
  readonly units: number
  readonly isTimed: boolean
  readonly minutesPerUnit: number
}

/** Everything a charge is decided from. `fees` are unit fees of the date of service; `letters` those of the diagnoses valid that day. */
export type CheckOutFacts = {
  readonly serviceOn: LocalDate
  readonly blocks: NoteContent['blocks']
  readonly tieChoice: readonly string[]
  readonly payer: Pick<Payer, 'unitRule' | 'autoModifiers' | 'maxUnitsPerVisit'>
  readonly fees: ReadonlyMap<ServiceId, Cents>
  readonly letters: readonly string[]
  readonly placeOfService: string
  readonly chargedEarlier: readonly ChargedEarlier[]
}

/** What a visit is charged, and the sentences that prove it. */
export type Charge = { readonly lines: InvoiceLine[]; readonly explanation: string; readonly timedMinutes: number; readonly total: Cents }

/** The rule of a payer in words, as check-out shows it. */
export const RULE_WORDS = { cms: '8-minute rule', midpoint: 'midpoint rule', full: 'full-unit rule' } as const satisfies Record<UnitRule, string>

/**
 * Decides what a visit is charged: one line per code, units under the payer’s rule, the fee of the date of service.
 * Throws `rule_broken` where nothing can be charged, with the reason.
 */
export function decideCheckOut(facts: CheckOutFacts): Charge {
  const worked = facts.blocks.filter(block => block.minutes > 0)
  if (worked.length === 0) throw new DomainError('rule_broken', 'The note has no hands-on minutes yet. Enter them in the note first.')
  const { blocks, repeated } = withoutRepeated(worked, facts.chargedEarlier)
  if (blocks.length === 0) throw new DomainError('rule_broken', `Nothing is left to charge for this visit. ${repeated}`)
  const { unitRule, maxUnitsPerVisit } = facts.payer
  const alone = unitsForVisit(blocks, unitRule, { maxUnitsPerVisit, tieChoice: facts.tieChoice })
  const counted = poolsTheDay(facts) ? pooledWithTheDay(facts, blocks, alone) : { unitsOf: unitsByCode(alone), explanation: alone.explanation }
  const explanation = [counted.explanation, repeated].filter(words => words !== '').join(' ')
  const lines = linesFor(facts, blocks, counted.unitsOf)
  if (lines.length === 0) throw new DomainError('rule_broken', nothingToCharge(facts, alone, explanation))
  const total = sumCents(lines.map(line => line.charge))
  if (!Cents.safeParse(total).success) throw new DomainError('rule_broken', 'This comes to more than $1,000,000. Check the fee in Settings, Services.')
  return { lines, explanation, timedMinutes: alone.timedMinutes, total }
}

const unitsByCode = ({ units }: VisitUnits) => new Map(units.map(service => [service.code, service.units]))
const sumUnits = (units: Iterable<number>) => [...units].reduce((sum, each) => sum + each, 0)
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const poolsTheDay = ({ payer, chargedEarlier }: CheckOutFacts) => payer.unitRule === 'cms' && chargedEarlier.some(line => line.isTimed)

function nothingToCharge({ payer, chargedEarlier }: CheckOutFacts, alone: VisitUnits, explanation: string): string {
  if (chargedEarlier.length > 0) return `Nothing is left to charge for this visit. ${explanation}`
  return `${plural(alone.timedMinutes, 'hands-on minute')} are too few to charge a unit under the ${RULE_WORDS[payer.unitRule]}.`.replace(
    '1 hands-on minute are',
    '1 hands-on minute is',
  )
}

/** The services to charge: an untimed one counts once a day, under every rule. `repeated` says which were left out, and is empty for none. */
function withoutRepeated(worked: NoteContent['blocks'], chargedEarlier: readonly ChargedEarlier[]) {
  const before = new Set(chargedEarlier.flatMap(line => (line.isTimed ? [] : line.code)))
  const isRepeated = (block: ServiceBlock) => !block.isTimed && before.has(block.code)
  const names = [...new Set(worked.filter(isRepeated).map(block => block.name))]
  const repeated = names.map(name => `${name} was charged that day already: it counts once a day.`).join(' ')
  return { blocks: worked.filter(block => !isRepeated(block)), repeated }
}

/** The 8-minute rule counts a day, not a visit (Pub. 100-04, ch. 5, §20.2): all minutes of the day together, less what was charged already. */
function pooledWithTheDay(facts: CheckOutFacts, blocks: readonly ServiceBlock[], alone: VisitUnits) {
  const earlier = facts.chargedEarlier.filter(line => line.isTimed)
  const day = unitsForVisit([...earlier, ...blocks], 'cms', { tieChoice: facts.tieChoice })
  const before = new Map<string, number>()
  for (const line of earlier) before.set(line.code, (before.get(line.code) ?? 0) + line.units)
  const charged = sumUnits(before.values())
  const limit = Math.min(Math.max(0, day.totalUnits - charged), facts.payer.maxUnitsPerVisit ?? Number.POSITIVE_INFINITY)
  const dayUnits = unitsByCode(day)
  const left = new Map(alone.units.map(({ code }) => [code, Math.max(0, (dayUnits.get(code) ?? 0) - (before.get(code) ?? 0))]))
  for (const { code } of alone.units.toSorted((a, b) => a.minutes - b.minutes)) {
    const over = sumUnits(left.values()) - limit
    if (over > 0) left.set(code, Math.max(0, (left.get(code) ?? 0) - over))
  }
  const numbers = [...new Set(earlier.map(line => line.number))].join(', ')
  const timed = day.units.filter(service => service.isTimed)
  const dayTotal = sumUnits(timed.map(service => service.units))
  const now = sumUnits(timed.map(service => left.get(service.code) ?? 0))
  const explanation = `Not the patient’s first visit that day, and the 8-minute rule counts the day as one. ${day.timedMinutes} hands-on minutes of the day = ${plural(dayTotal, 'unit')}; ${charged} charged on ${numbers}, ${now} now.`
  return { unitsOf: left, explanation }
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
        modifiers: [...new Set([...ofCode.flatMap(block => block.modifiers), ...facts.payer.autoModifiers])].slice(0, 4),
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

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Letters of the diagnoses of a claim, A to L, for at most twelve. */
export const diagnosisLetters = (count: number): string[] => 'ABCDEFGHIJKL'.slice(0, count).split('')

/** Regions of a note that were treated, each once. */
export const treatedRegions = (blocks: NoteContent['blocks']): Region[] => [...new Set(blocks.flatMap(block => (block.minutes > 0 ? block.regions : [])))]
