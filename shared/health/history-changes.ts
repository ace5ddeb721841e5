import { siteInWords } from '../body-chart/sites.ts'
import { formatDate } from '../lib/dates.ts'
import type { ContraindicationItem } from './contraindication-item.ts'
import { factsOf } from './items.ts'
import type { HealthHistory } from './schema.ts'

/** An empty history, to be filled from the form. */
export const EMPTY_HISTORY: HealthHistory = {
  conditions: [],
  medications: [],
  allergies: [],
  surgeries: [],
  pregnancy: { state: 'not-asked', dueOn: null, remark: '' },
  physician: '',
  emergencyName: '',
  emergencyPhone: '',
  goalOfVisit: '',
  remark: '',
}

/** One line of a list: what it is called, and all it says. */
type Line = { readonly name: string; readonly words: string }

const joined = (parts: readonly string[]) => parts.filter(Boolean).join(', ')
const places = (sites: HealthHistory['conditions'][number]['sites']) => sites.map(siteInWords).join(', ')

/** What an entry means for massage, where its name does not say so. */
function meaning(item: ContraindicationItem | null, name: string): string {
  if (item === null) return 'nothing to mind'
  const { name: known } = factsOf(item)
  return known.toLowerCase() === name.toLowerCase() ? '' : known.charAt(0).toLowerCase() + known.slice(1)
}

const conditionLines = ({ conditions }: HealthHistory): Line[] =>
  conditions.map(({ name, item, sites, remark }) => ({ name, words: joined([name, meaning(item, name), places(sites), remark]) }))
const medicationLines = ({ medications }: HealthHistory): Line[] =>
  medications.map(({ name, purpose, item }) => ({ name, words: joined([name, meaning(item, name), purpose && `for ${purpose}`]) }))
const allergyLines = ({ allergies }: HealthHistory): Line[] => allergies.map(({ to, reaction }) => ({ name: to, words: joined([to, reaction]) }))
const surgeryLines = ({ surgeries }: HealthHistory): Line[] =>
  surgeries.map(({ what, when, sites }) => ({ name: what, words: joined([what, when, places(sites) && `keep off ${places(sites)}`]) }))

const PREGNANCY = { 'not-asked': 'not asked', no: 'no', yes: 'yes', possible: 'possibly' } as const
function pregnancyInWords({ pregnancy: { state, dueOn, remark } }: HealthHistory): string {
  return joined([PREGNANCY[state], dueOn === null ? '' : `due ${formatDate(dueOn)}`, remark])
}

/** Lines of `these` that are not among `others`, each counted as often as it stands there. */
function without(these: readonly Line[], others: readonly Line[]): Line[] {
  const left = others.map(({ words }) => words)
  return these.filter(({ words }) => {
    const at = left.indexOf(words)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

type Names = { readonly added: string; readonly gone: string; readonly changed: string }

function listChanges(before: readonly Line[], after: readonly Line[], names: Names): string[] {
  const gone = without(before, after)
  const added = without(after, before)
  const isSame = (one: Line, other: Line) => one.name.toLowerCase() === other.name.toLowerCase()
  const sentences: string[] = []
  for (const line of added) {
    const at = gone.findIndex(old => isSame(old, line))
    const [old] = at < 0 ? [] : gone.splice(at, 1)
    sentences.push(old ? `${names.changed}: was ${old.words}; now ${line.words}.` : `${names.added}: ${line.words}.`)
  }
  return [...sentences, ...gone.map(({ words }) => `${names.gone}: ${words}.`)]
}

function wordChange(what: string, before: string, after: string): string[] {
  if (before === after) return []
  if (after === '') return [`${what} removed: was ${before}.`]
  return [before === '' ? `${what}: ${after}.` : `${what}: was ${before}; now ${after}.`]
}

/** What is different between two histories, a sentence each; the order of entries does not count. Empty when nothing is. */
export function historyChanges(before: HealthHistory, after: HealthHistory): string[] {
  const contact = ({ emergencyName, emergencyPhone }: HealthHistory) => joined([emergencyName, emergencyPhone])
  return [
    ...listChanges(conditionLines(before), conditionLines(after), { added: 'New condition', gone: 'Condition no longer listed', changed: 'Condition' }),
    ...listChanges(medicationLines(before), medicationLines(after), { added: 'New medication', gone: 'Medication stopped', changed: 'Medication' }),
    ...listChanges(allergyLines(before), allergyLines(after), { added: 'New allergy', gone: 'Allergy no longer listed', changed: 'Allergy' }),
    ...listChanges(surgeryLines(before), surgeryLines(after), { added: 'New surgery', gone: 'Surgery no longer listed', changed: 'Surgery' }),
    ...wordChange('Pregnancy', pregnancyInWords(before), pregnancyInWords(after)),
    ...wordChange('Physician', before.physician, after.physician),
    ...wordChange('Emergency contact', contact(before), contact(after)),
    ...(before.goalOfVisit === after.goalOfVisit ? [] : ['What the patient hopes for was changed.']),
    ...(before.remark === after.remark ? [] : ['The remark was changed.']),
  ]
}
