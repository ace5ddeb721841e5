import { TECHNIQUES } from '../../shared/notes/techniques.ts'

const BY_SHORTHAND: ReadonlyMap<string, string> = new Map(TECHNIQUES.map(({ name, shorthand }) => [shorthand, name]))
// Names that keep their capital inside a sentence.
const PROPER = /^Swedish/

/** Where two texts begin to differ. */
function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/**
 * Writes out a technique’s shorthand the moment a space follows it: `.mfr ` becomes `myofascial release `, with a capital where a sentence begins.
 * Null where nothing is to be written out; else the new text and where the caret goes.
 */
export function expandShorthand(before: string, typed: string): { text: string; caret: number } | null {
  const difference = firstDifference(before, typed)
  if (typed.length !== before.length + 1 || typed[difference] !== ' ') return null
  // A space typed before another one shows as a difference after both.
  const at = typed.slice(0, difference).replace(/ +$/, '').length
  const [, lead = '', shorthand = ''] = /(^|[\s(])\.([a-z]{2,8})$/i.exec(typed.slice(0, at)) ?? []
  const name = BY_SHORTHAND.get(shorthand.toLowerCase())
  if (!name) return null
  const start = at - shorthand.length - 1
  const isSentenceStart = /(^|[.!?]\s+|\n)$/.test(typed.slice(0, start - lead.length) + lead)
  const words = isSentenceStart || PROPER.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
  return { text: `${typed.slice(0, start)}${words}${typed.slice(at)}`, caret: start + words.length + 1 }
}
