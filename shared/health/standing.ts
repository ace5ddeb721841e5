import type { BodySite } from '../body-chart/sites.ts'
import { shortened } from '../lib/text.ts'
import { ContraindicationItem } from './contraindication-item.ts'
import { CONTRAINDICATIONS, type ContraindicationFamily, familyOf } from './families.ts'
import { itemNamed } from './find-items.ts'
import type { Found, Screened } from './findings.ts'
import { factsOf } from './items.ts'
import type { HealthHistory } from './schema.ts'

const MAX_SITES = 20
const MAX_REMARK = 200

/** One finding for each item, with all places and remarks of its parts. */
function merged(parts: readonly Found[]): Screening['found'] {
  return ContraindicationItem.options.flatMap(item => {
    const same = parts.filter(part => part.item === item)
    if (same.length === 0) return []
    const sites = [...new Set<BodySite>(same.flatMap(part => part.sites))].slice(0, MAX_SITES)
    return [{ item, sites, remark: shortened([...new Set(same.map(({ remark }) => remark).filter(Boolean))].join('; '), MAX_REMARK) }]
  })
}

const remarkOf = (item: ContraindicationItem, name: string) => (name.toLowerCase() === factsOf(item).name.toLowerCase() ? '' : name)

/** What a health history says against massage at every visit: conditions, medicines, pregnancy, and allergies to what the hands use. Each item once. */
export function standingFindings(history: HealthHistory | null): readonly Found[] {
  if (!history) return []
  const { conditions, medications, pregnancy, allergies } = history
  const named = (item: ContraindicationItem | null, name: string, sites: readonly BodySite[] = []): Found[] =>
    item === null ? [] : [{ item, sites, remark: remarkOf(item, name) }]
  const isPregnant = pregnancy.state === 'yes' || pregnancy.state === 'possible'
  return merged([
    ...conditions.flatMap(({ item, name, sites }) => named(item, name, sites)),
    ...medications.flatMap(({ item, name }) => named(item, name)),
    ...(isPregnant ? named('pregnancy', pregnancy.state === 'possible' ? 'possibly' : 'Pregnancy') : []),
    ...allergies.flatMap(({ to }) => (itemNamed(to) === 'oil-or-latex-allergy' ? named('oil-or-latex-allergy', to) : [])),
  ])
}

type Answered = Pick<Screened, 'answers' | 'found'>
/** Answers and findings as a note keeps them. */
export type Screening = {
  answers: Partial<Record<ContraindicationFamily, 'no' | 'yes'>>
  found: { item: ContraindicationItem; sites: BodySite[]; remark: string }[]
}
type Answer = { readonly family: ContraindicationFamily; readonly answer: 'no' | 'yes' }

/** Items that the health history names and a screen does not: to be taken over or left out by hand. */
export function notYetFound(screening: Pick<Screened, 'found'>, history: HealthHistory | null): readonly Found[] {
  return standingFindings(history).filter(({ item }) => !screening.found.some(found => found.item === item))
}

/**
 * The screen of a patient who says that nothing changed: last time’s answers (all no at the first visit) and findings, with what the health history
 * says by now and what was found today already. A question answered today keeps its answer. A reason to go on is not carried over: it is written anew.
 */
export function screenedAsBefore(today: Answered, last: Answered | null, history: HealthHistory | null): Screening {
  const standing = standingFindings(history)
  const yes = new Set(standing.flatMap(({ item }) => familyOf(item) ?? []))
  const isYes = (family: ContraindicationFamily) =>
    today.answers[family] === undefined ? yes.has(family) || last?.answers[family] === 'yes' : today.answers[family] === 'yes'
  const isTakenBack = ({ item }: Found) => {
    const family = familyOf(item)
    return family !== null && today.answers[family] === 'no'
  }
  const answers = Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, isYes(family) ? ('yes' as const) : ('no' as const)]))
  return { answers, found: merged([...today.found, ...[...(last?.found ?? []), ...standing].filter(found => !isTakenBack(found))]) }
}

/** A screen with one more answer. With the first one, the standing findings of the health history join it; a no takes back what was found of its family. */
export function answered(today: Answered, { family, answer }: Answer, history: HealthHistory | null): Screening {
  const isFirst = Object.keys(today.answers).length === 0
  const found = merged([...today.found, ...(isFirst ? standingFindings(history) : [])])
  return { answers: { ...today.answers, [family]: answer }, found: answer === 'yes' ? found : found.filter(({ item }) => item !== family) }
}

/** Whether a screen says the same as the one before: the same answers and the same items, wherever they are. */
export function isSameScreen(today: Answered, before: Answered): boolean {
  const items = ({ found }: Answered) => [...new Set(found.map(({ item }) => item))].toSorted().join()
  return CONTRAINDICATIONS.every(({ family }) => today.answers[family] === before.answers[family]) && items(today) === items(before)
}
