import { ContraindicationItem } from './contraindication-item.ts'
import { factsOf } from './items.ts'

/** A condition or medicine that what was typed may mean: `name` as people say it, `item` what it means for massage. */
export type FoundItem = { readonly item: ContraindicationItem; readonly name: string }

const ALL: readonly FoundItem[] = ContraindicationItem.options.flatMap(item => {
  const { name, words } = factsOf(item)
  return [{ item, name }, ...words.map(word => ({ item, name: word }))]
})

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

// 0: it begins so; 1: each typed word begins one of its words; undefined: neither.
function rank(name: string, typed: readonly string[]): number | undefined {
  const words = wordsOf(name)
  if (!typed.every(part => words.some(word => word.startsWith(part)))) return undefined
  return words.join(' ').startsWith(typed.join(' ')) ? 0 : 1
}

/** Conditions and medicines that begin like what was typed, in any order of words: `apix` finds Apixaban (Eliquis). Empty for nothing typed. */
export function findItems(typed: string, limit = 8): readonly FoundItem[] {
  const parts = wordsOf(typed.slice(0, 80))
  if (parts.length === 0) return []
  return ALL.flatMap(found => {
    const grade = rank(found.name, parts)
    return grade === undefined ? [] : [{ found, grade }]
  })
    .toSorted((a, b) => a.grade - b.grade)
    .slice(0, limit)
    .map(({ found }) => found)
}

/** What a condition or medicine written in full means for massage; null where it is none of the known names. */
export function itemNamed(name: string): ContraindicationItem | null {
  const written = wordsOf(name).join(' ')
  const bare = (known: string) => wordsOf(known.replace(/ \(.*\)$/, '')).join(' ')
  return ALL.find(each => written !== '' && (wordsOf(each.name).join(' ') === written || bare(each.name) === written))?.item ?? null
}
