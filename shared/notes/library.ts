import { DomainError } from '../lib/errors.ts'
import type { ClinicTechnique, NoteTemplate, Snippet } from './library-schema.ts'
import { SHIPPED_SNIPPETS } from './shipped-snippets.ts'
import { SHIPPED_TEMPLATES } from './shipped-templates.ts'
import { TECHNIQUES } from './techniques.ts'

/** A piece of the clinic’s own wording; a removed one is kept, so that it can come back and one that Myodesk brings stays away. */
export type Kept<Piece> = { readonly piece: Piece; readonly isRemoved: boolean }

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The templates in use: those Myodesk brings in their order, each as the clinic words it, then the clinic’s own by name; without removed ones. */
export function joinTemplates(kept: readonly Kept<NoteTemplate>[]): NoteTemplate[] {
  return joined(SHIPPED_TEMPLATES, kept)
}

/** The snippets in use, by shortcut. Where the clinic’s own one has the shortcut of one that Myodesk brings, the clinic’s counts. */
export function joinSnippets(kept: readonly Kept<Snippet>[]): Snippet[] {
  const own = new Set(kept.filter(({ isRemoved }) => !isRemoved).map(({ piece }) => piece.shortcut))
  const free = SHIPPED_SNIPPETS.filter(({ id, shortcut }) => !own.has(shortcut) || kept.some(({ piece }) => piece.id === id))
  return joined(free, kept).toSorted((a, b) => (a.shortcut < b.shortcut ? -1 : 1))
}

function joined<Piece extends { readonly id: string }>(shipped: readonly Piece[], kept: readonly Kept<Piece>[]): Piece[] {
  const byId = new Map(kept.map(each => [each.piece.id, each]))
  const brought = shipped.flatMap(piece => {
    const own = byId.get(piece.id)
    if (!own) return [piece]
    return own.isRemoved ? [] : [own.piece]
  })
  const known = new Set(shipped.map(({ id }) => id))
  return [...brought, ...kept.filter(({ piece, isRemoved }) => !isRemoved && !known.has(piece.id)).map(({ piece }) => piece)]
}

/** Throws `invalid_input` where another template in use has the name. */
export function refuseTemplate(template: NoteTemplate, inUse: readonly NoteTemplate[]): void {
  if (!inUse.some(({ id, name }) => id !== template.id && same(name, template.name))) return
  const sentence = `There is a template “${template.name}” already. Give this one another name.`
  throw new DomainError('invalid_input', sentence, { name: sentence })
}

/** Throws `invalid_input` where another snippet in use has the shortcut. */
export function refuseSnippet(snippet: Snippet, inUse: readonly Snippet[]): void {
  const taken = inUse.find(({ id, shortcut }) => id !== snippet.id && shortcut === snippet.shortcut)
  if (!taken) return
  const sentence = `“.${snippet.shortcut}” already stands for “${firstWords(taken.text)}”. Choose other letters, or change that snippet.`
  throw new DomainError('invalid_input', sentence, { shortcut: sentence })
}

/** Throws `invalid_input` where two techniques of the clinic, or one of the clinic and one that Myodesk brings, have one name or one shorthand. */
export function refuseTechniques(techniques: readonly ClinicTechnique[]): void {
  for (const [index, technique] of techniques.entries()) {
    const others = [...TECHNIQUES, ...techniques.slice(0, index)]
    const refuse = (field: 'name' | 'shorthand', sentence: string) => {
      throw new DomainError('invalid_input', sentence, { [`techniques.${index}.${field}`]: sentence })
    }
    if (others.some(({ name }) => same(name, technique.name))) refuse('name', `“${technique.name}” is on the list already.`)
    const taken = technique.shorthand === '' ? undefined : others.find(({ shorthand }) => same(shorthand, technique.shorthand))
    if (taken) refuse('shorthand', `“${technique.shorthand}” already finds ${taken.name}. Choose other letters.`)
  }
}

const firstWords = (text: string) => {
  const words = text.trim().replace(/\s+/g, ' ')
  return words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words
}
