import type { BodySite } from '../body-chart/sites.ts'
import { shortened } from '../lib/text.ts'
import { ContraindicationItem } from './contraindication-item.ts'
import { CONTRAINDICATIONS, familyOf } from './families.ts'
import { itemNamed } from './find-items.ts'
import type { Found, Screened } from './findings.ts'
import { factsOf } from './items.ts'
import type { HealthHistory } from './schema.ts'

const MAX_SITES = 20
const MAX_REMARK = 200

/** One finding for each item, with all places and remarks of its parts. */
function merged(parts: readonly Found[]): Found[] {
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

/** Items that the health history names and a screen does not: to be taken over or left out by hand. */
export function notYetFound(screening: Pick<Screened, 'found' | 'answers'>, history: HealthHistory | null): readonly Found[] {
  return standingFindings(history).filter(({ item }) => !screening.found.some(found => found.item === item))
}

/**
 * The screen of a patient who says that nothing changed: last time’s answers (all no at the first visit) and findings, with what the health history
 * says by now. A reason to go on is not carried over: it is written anew.
 */
export function screenedAsBefore(last: Screened | null, history: HealthHistory | null): Pick<Screened, 'answers'> & { found: Found[] } {
  const standing = standingFindings(history)
  const yes = new Set(standing.flatMap(({ item }) => familyOf(item) ?? []))
  const answers = Object.fromEntries(
    CONTRAINDICATIONS.map(({ family }) => [family, yes.has(family) || last?.answers[family] === 'yes' ? ('yes' as const) : ('no' as const)]),
  )
  return { answers, found: merged([...(last?.found ?? []), ...standing]).slice(0, 40) }
}
