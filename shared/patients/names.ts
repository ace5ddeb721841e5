import type { PatientFields } from './schema.ts'

type NameParts = Pick<PatientFields, 'firstName' | 'middleName' | 'lastName' | 'suffix'>

const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(' ')

/** "Marisol A. Reyes Jr.": as papers and headers say it. */
export function fullName({ firstName, middleName, lastName, suffix }: NameParts): string {
  return joined([firstName, middleName, lastName, suffix])
}

/** "Reyes, Marisol": as lists sort it. */
export function listName({ firstName, middleName, lastName, suffix }: NameParts): string {
  return `${joined([lastName, suffix])}, ${joined([firstName, middleName])}`
}

/** "Thomas Vance" → "T. Vance": a guardian where there is little room. */
export function shortName(name: string): string {
  const words = name.split(/\s+/u)
  const [first = ''] = words
  return words.length < 2 ? name : `${Array.from(first)[0]}. ${words.slice(1).join(' ')}`
}

const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't' }

/** A name in small letters without accents, so that Muller finds Müller and Soren finds Søren. Other scripts and symbols stay. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıħŧ]/gu, letter => LETTERS[letter] ?? letter)
}

/** What lists are sorted by: last, then first name, folded and without signs, so that O’Brien stands with Obrien. */
export function sortName({ firstName, lastName }: Pick<NameParts, 'firstName' | 'lastName'>): string {
  const bare = (name: string) => foldName(name).replace(/[^\p{L}\p{N}]+/gu, '')
  return `${bare(lastName)} ${bare(firstName)}`
}
