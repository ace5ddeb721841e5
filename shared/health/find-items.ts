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

const bare = (name: string) => wordsOf(name.replace(/ \(.*\)$/, '')).join(' ')
const KNOWN: readonly { readonly item: ContraindicationItem; readonly words: string }[] = ALL.flatMap(({ item, name }) => [
  { item, words: wordsOf(name).join(' ') },
  { item, words: bare(name) },
]).toSorted((a, b) => b.words.length - a.words.length)

/**
 * What a condition or medicine written in one’s own words means for massage: that of the longest known name in it (“breast cancer 2019”). Null where
 * it holds none.
 */
export function itemNamed(name: string): ContraindicationItem | null {
  const written = ` ${wordsOf(name.slice(0, 200)).join(' ')} `
  return KNOWN.find(({ words }) => written.includes(` ${words} `))?.item ?? null
}
