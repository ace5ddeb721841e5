import type { NoteLibrary } from './library-schema.ts'
import { TECHNIQUES } from './techniques.ts'

/** What a shortcut grows into: words as they were written, or a technique’s name, which is small inside a sentence. */
type Growth = { readonly words: string; readonly isName: boolean }

/** Shortcuts by what one types after the dot. */
export type Shortcuts = ReadonlyMap<string, Growth>

/** All shortcuts: the clinic’s snippets first, then its own techniques, then those that Myodesk brings. */
export function shortcutsOf(library: Pick<NoteLibrary, 'snippets' | 'techniques'> | undefined): Shortcuts {
  const snippets = library?.snippets ?? []
  const named = [...TECHNIQUES, ...(library?.techniques ?? [])].filter(({ shorthand }) => shorthand !== '')
  return new Map<string, Growth>([
    ...named.map(({ name, shorthand }) => [shorthand.toLowerCase(), { words: name, isName: true }] as const),
    ...snippets.map(({ shortcut, text }) => [shortcut, { words: text, isName: false }] as const),
  ])
}

/** What stands for `{patient}`, `{today}`, `{region}` and `{pain}`; an empty one stays a blank. */
export type SnippetFacts = { readonly patient: string; readonly today: string; readonly region: string; readonly pain: string }

/** A text with the blanks filled that the visit itself answers. */
export function fillFacts(text: string, facts: SnippetFacts): string {
  const values: ReadonlyMap<string, string> = new Map(Object.entries(facts))
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => values.get(name.toLowerCase()) || blank)
}

/** From where to where something stands in a text. */
export type Place = { readonly start: number; readonly end: number }

/** The next blank in braces at or after a place; null where there is none. */
export function nextBlank(text: string, from = 0): Place | null {
  const blank = /\{[^{}\n]{1,60}\}/g
  blank.lastIndex = from
  const found = blank.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

/** Where two texts begin to differ. */
function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

// Names that keep their capital inside a sentence.
const PROPER = /^Swedish/
const withCase = ({ words, isName }: Growth, isSentenceStart: boolean) => {
  const first = words.charAt(0)
  if (isSentenceStart) return first.toUpperCase() + words.slice(1)
  return isName && !PROPER.test(words) ? first.toLowerCase() + words.slice(1) : words
}

/**
 * Writes a shortcut out the moment a space follows it: `.mfr ` becomes `myofascial release `, with a capital where a sentence begins. Null where
 * nothing is to be written out; else the new text and what is then selected: the first blank, or nothing behind the words.
 */
export function expandShortcut(
  before: string,
  typed: string,
  { shortcuts, facts }: { shortcuts: Shortcuts; facts: SnippetFacts },
): { text: string; select: Place } | null {
  const difference = firstDifference(before, typed)
  if (typed.length !== before.length + 1 || typed[difference] !== ' ') return null
  // A space typed before another one shows as a difference after both.
  const at = typed.slice(0, difference).replace(/ +$/, '').length
  const [, lead = '', shortcut = ''] = /(^|[\s(])\.([a-z0-9]{1,12})$/i.exec(typed.slice(0, at)) ?? []
  const growth = shortcuts.get(shortcut.toLowerCase())
  if (!growth) return null
  const start = at - shortcut.length - 1
  const isSentenceStart = /(^|[.!?]\s+|\n)$/.test(typed.slice(0, start - lead.length) + lead)
  const words = fillFacts(withCase(growth, isSentenceStart), facts)
  const caret = start + words.length + 1
  const blank = nextBlank(words)
  const select = blank ? { start: start + blank.start, end: start + blank.end } : { start: caret, end: caret }
  return { text: `${typed.slice(0, start)}${words}${typed.slice(at)}`, select }
}
