import { siteInWords } from '../body-chart/sites.ts'
import type { LocalDate } from '../lib/dates.ts'
import { shortened } from '../lib/text.ts'
import { clearanceFor, dayInWords } from './clearances.ts'
import type { ContraindicationItem } from './contraindication-item.ts'
import { factsOf } from './items.ts'
import type { Clearance, HealthHistory } from './schema.ts'

/** What the patient’s header shows: `never` in red, `care` in amber. */
export type HealthChip = { readonly kind: 'never' | 'care'; readonly text: string }

/** `name`: what a hand-written alert would call it, so that nothing is said twice. */
type Named = HealthChip & { readonly name: string }
type Known = { readonly clearances: readonly Clearance[]; readonly on: LocalDate }

const bare = (name: string) => name.replace(/ \(.*\)$/, '')
const inSentence = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name)

function clearanceChip(item: ContraindicationItem, name: string, { clearances, on }: Known): Named {
  const { state, clearance } = clearanceFor(clearances, item, on)
  const until = clearance && dayInWords(clearance.expiresOn, on)
  const words = state === 'stands' ? `cleared to ${until}` : state === 'ended' ? `clearance ended ${until}` : 'needs clearance'
  return { kind: 'care', name, text: `${name}, ${words}` }
}

function chipOf(item: ContraindicationItem, name: string, sites: HealthHistory['conditions'][number]['sites'], known: Known): Named {
  const { class: kind } = factsOf(item)
  if (kind === 'absolute') return { kind: 'never', name, text: name }
  if (kind === 'clearance') return clearanceChip(item, name, known)
  if (kind === 'precaution') return { kind: 'care', name, text: name }
  if (sites.length === 0) return { kind: 'care', name, text: `${name}, place not noted` }
  return { kind: 'never', name, text: `Avoid ${placesInWords(sites)}: ${inSentence(name)}` }
}

function placesInWords(sites: HealthHistory['conditions'][number]['sites']): string {
  const [first, second, ...more] = sites.map(siteInWords)
  if (more.length > 0) return `${first} and ${more.length + 1} more places`
  return [first, second].filter(Boolean).join(' and ')
}

/**
 * The standing findings of a health history as chips for the patient’s header, red ones first: allergies, conditions and medicines that mean something
 * for massage, pregnancy, places of surgeries. What a hand-written alert already names is left out.
 */
export function healthChips(history: HealthHistory | null, known: Known, written: readonly string[]): readonly HealthChip[] {
  if (!history) return []
  const { conditions, medications, allergies, surgeries, pregnancy } = history
  const all: Named[] = [
    ...allergies.map(({ to, reaction }): Named => ({ kind: 'never', name: to, text: `Allergy: ${reaction ? `${to} (${reaction})` : to}` })),
    ...conditions.flatMap(({ item, name, sites }) => (item === null ? [] : [chipOf(item, name, sites, known)])),
    ...medications.flatMap(({ item, name }) => (item === null ? [] : [chipOf(item, bare(name), [], known)])),
    ...surgeries.flatMap(({ what, sites }): Named[] =>
      sites.length === 0 ? [] : [{ kind: 'never', name: what, text: `Avoid ${placesInWords(sites)}: ${inSentence(what)}` }],
    ),
    ...(pregnancy.state === 'yes' || pregnancy.state === 'possible'
      ? [clearanceChip('pregnancy', pregnancy.state === 'yes' ? 'Pregnant' : 'Possibly pregnant', known)]
      : []),
  ]
  const alerts = written.map(text => text.toLowerCase())
  const isNew = ({ name }: Named) => !alerts.some(text => text.includes(bare(name).toLowerCase()))
  const chips = all.filter(isNew).map(({ kind, text }): HealthChip => ({ kind, text: shortened(text, 120) }))
  const once = chips.filter((chip, index) => chips.findIndex(({ text }) => text === chip.text) === index)
  return once.toSorted((a, b) => Number(a.kind === 'care') - Number(b.kind === 'care'))
}
