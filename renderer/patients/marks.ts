import { foldName } from '../../shared/patients/names.ts'

/** A piece of a text, and whether it is what was typed. */
export type MarkedPart = { readonly text: string; readonly isMatch: boolean }

type Folded = { readonly letters: string; readonly at: readonly number[] }

const fold = (text: string, keep: RegExp): Folded => {
  const at: number[] = []
  let letters = ''
  for (const [index, letter] of Array.from(text).entries()) {
    const folded = foldName(letter).replace(keep, '')
    letters += folded
    for (const _ of folded) at.push(index)
  }
  return { letters, at }
}

/** Cuts a text into what was typed and what was not. Names match at the beginning of a word, as the search does; accents and case do not count. */
export function markWords(text: string, typed: string): readonly MarkedPart[] {
  const { letters, at } = fold(text, /[^\p{L}\p{N}\s-]/gu)
  const words = foldName(typed)
    .split(/[\s,]+/u)
    .filter(Boolean)
  const hits = words.flatMap(word => {
    const starts: number[] = []
    for (let from = letters.indexOf(word); from >= 0; from = letters.indexOf(word, from + 1)) {
      if (from === 0 || !/[\p{L}\p{N}]/u.test(letters.charAt(from - 1))) starts.push(from)
    }
    return starts.map(from => [from, from + word.length] as const)
  })
  return cut(text, at, hits)
}

/** The same for numbers: any run of at least three digits of a phone number. */
export function markDigits(text: string, typed: string): readonly MarkedPart[] {
  const { letters, at } = fold(text, /\D/g)
  const digits = typed.replace(/\D/g, '')
  const from = digits.length >= 3 ? letters.indexOf(digits) : -1
  return cut(text, at, from < 0 ? [] : [[from, from + digits.length]])
}

// With the signs in between: the space in a phone number, the apostrophe of O’Brien.
const range = (first: number, last: number) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

function cut(text: string, at: readonly number[], hits: readonly (readonly [from: number, to: number])[]): readonly MarkedPart[] {
  const marked = new Set(hits.flatMap(([from, to]) => range(at[from] ?? 0, at[to - 1] ?? -1)))
  const parts: { text: string; isMatch: boolean }[] = []
  for (const [index, letter] of Array.from(text).entries()) {
    const last = parts.at(-1)
    const isMatch = marked.has(index)
    if (last && last.isMatch === isMatch) last.text += letter
    else parts.push({ text: letter, isMatch })
  }
  return parts
}
